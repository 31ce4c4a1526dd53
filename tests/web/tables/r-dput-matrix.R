structure(c(0.5, -2, 3, 0.001, 1.5, 1, 0.25, 4, 0, -0.75, 0, 
1, 1, 0, 0), dim = c(5L, 3L), dimnames = list(NULL, c("x1", "x2", 
"label")))
