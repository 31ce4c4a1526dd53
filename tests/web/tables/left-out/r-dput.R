structure(list(x1 = c(0.5, -2, 3, 0.001, 1.5, NA), x2 = c(1, 
0.25, 4, 0, -0.75, 1), label = c("no", "yes", "yes", "no", "no", 
"no")), row.names = c(NA, -6L), class = "data.frame")
