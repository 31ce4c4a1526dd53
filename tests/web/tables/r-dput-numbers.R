structure(list(x1 = c(0.5, -2, 3, 0.001, 1.5), x2 = c(1, 0.25, 
4, 0, -0.75), label = c(0, 1, 1, 0, 0)), class = "data.frame", row.names = c(NA, 
-5L))
