factors <-
structure(list(x1 = c(0.5, -2, 3, 0.001, 1.5), x2 = c(1, 0.25, 
4, 0, -0.75), label = structure(c(1L, 2L, 2L, 1L, 1L), levels = c("no", 
"yes"), class = "factor")), class = "data.frame", row.names = c(NA, 
-5L))
