structure(list(x1 = c(0.5, -2, 3, 0.001, 1.5), x2 = c(1, 0.25, 
4, 0, -0.75), label = c("no", "yes", "yes", "no", "no")), class = c("tbl_df", 
"tbl", "data.frame"), row.names = c(NA, -5L))
