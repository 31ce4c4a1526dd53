# What R writes and prints of five points. Debian's r-base-core, r-cran-readr, r-cran-data.table,
# r-cran-jsonlite, r-cran-tibble, r-cran-xtable and r-cran-knitr:
#
#     Rscript make.R FOLDER

folder <- commandArgs(trailingOnly = TRUE)[1]
at <- function(name) file.path(folder, name)
shown <- function(name, code) {
  sink(at(name))
  eval.parent(substitute(code))
  sink()
}

words <- data.frame(
  x1 = c(.5, -2, 3, .001, 1.5), x2 = c(1, .25, 4, 0, -.75),
  label = c("no", "yes", "yes", "no", "no")
)
factors <- transform(words, label = factor(label))
numbers <- transform(words, label = c(0, 1, 1, 0, 0))
named <- as.matrix(numbers)
bare <- unname(named)

write.csv(words, at("r-write-csv.csv"))
write.csv(words, at("r-write-csv-no-row-names.csv"), row.names = FALSE)
write.csv2(words, at("r-write-csv2.csv"))
write.csv2(words, at("r-write-csv2-no-row-names.csv"), row.names = FALSE)
write.csv(named, at("r-write-csv-matrix.csv"))
write.csv(bare, at("r-write-csv-bare-matrix.csv"))
write.csv(bare, at("r-write-csv-bare-matrix-no-row-names.csv"), row.names = FALSE)
write.table(words, at("r-write-table.txt"))
write.table(words, at("r-write-table-no-row-names.txt"), row.names = FALSE)
write.table(words, at("r-write-table-no-names.txt"), row.names = FALSE, col.names = FALSE)
write.table(words, at("r-write-table-no-col-names.txt"), col.names = FALSE)
write.table(words, at("r-write-table-tab.txt"), sep = "\t")
write.table(words, at("r-write-table-tab-plain.txt"), sep = "\t", quote = FALSE, row.names = FALSE)
write.table(words, at("r-write-table-col-names-na.txt"), sep = "\t", col.names = NA)
write.table(named, at("r-write-table-matrix.txt"))
write.table(bare, at("r-write-table-bare-matrix.txt"))
write(t(bare), at("r-write-three-columns.txt"), ncolumns = 3)
# By default it writes five numbers a line, column by column.
write(bare, at("refused/r-write-default.txt"))

dput(words, at("r-dput.R"))
dput(factors, at("r-dput-factor.R"))
dput(numbers, at("r-dput-numbers.R"))
dput(transform(words, label = c(0L, 1L, 1L, 0L, 0L)), at("r-dput-integers.R"))
dput(named, at("r-dput-matrix.R"))
dput(bare, at("r-dput-bare-matrix.R"))
dput(as.list(words), at("r-dput-list.R"))
dput(transform(words, label = label == "no"), at("r-dput-logical.R"))
dump("factors", at("r-dump.R"))
dump("words", at("r-dump-words.R"))
x1 <- words$x1
x2 <- words$x2
label <- factors$label
dump(c("x1", "x2", "label"), at("r-dump-vectors.R"))

shown("r-print-data-frame.txt", print(words))
shown("r-print-data-frame-quoted.txt", print(words, quote = TRUE))
shown("r-print-data-frame-no-row-names.txt", print(words, row.names = FALSE))
shown("r-print-named-matrix.txt", print(named))
shown("r-print-matrix.txt", print(bare))
shown("r-print-matrix-row-names.txt", print(structure(named, dimnames = list(letters[1:5], colnames(named)))))
shown("refused/r-print-vectors.txt", {
  print(x1)
  print(x2)
  print(label)
})
shown("refused/r-str.txt", str(words))
shown("refused/r-summary.txt", print(summary(words)))

readr::write_csv(words, at("r-readr-write-csv.csv"))
readr::write_csv2(words, at("r-readr-write-csv2.csv"))
readr::write_tsv(words, at("r-readr-write-tsv.tsv"))
readr::write_delim(words, at("r-readr-write-delim.txt"))
readr::write_excel_csv(words, at("r-readr-write-excel-csv.csv"))
readr::write_excel_csv2(words, at("r-readr-write-excel-csv2.csv"))

data.table::fwrite(words, at("r-fwrite.csv"))
shown("r-data-table-print.txt", print(data.table::as.data.table(words)))
dput(data.table::as.data.table(words), at("r-dput-data-table.R"))

jsonlite::write_json(words, at("r-write-json.json"))
jsonlite::write_json(words, at("r-write-json-columns.json"), dataframe = "columns")
jsonlite::write_json(words, at("r-write-json-values.json"), dataframe = "values")
jsonlite::write_json(words, at("r-write-json-pretty.json"), pretty = TRUE)
jsonlite::write_json(named, at("r-write-json-matrix.json"))
jsonlite::stream_out(words, file(at("r-stream-out.json")), verbose = FALSE)

shown("r-print-tibble.txt", print(tibble::as_tibble(words)))
dput(tibble::as_tibble(words), at("r-dput-tibble.R"))
dput(tibble::as_tibble(factors), at("r-dput-tibble-factor.R"))

shown("r-xtable.tex", print(xtable::xtable(words, digits = 3)))
shown("r-xtable.html", print(xtable::xtable(words, digits = 3), type = "html"))

library(knitr)
shown("r-kable.md", print(kable(words)))
shown("r-kable-row-names.md", print(kable(words, "pipe", row.names = TRUE)))
shown("r-kable-simple.txt", print(kable(words, "simple")))
shown("r-kable.rst", print(kable(words, "rst")))
shown("r-kable.tex", print(kable(words, "latex")))
shown("r-kable-booktabs.tex", print(kable(words, "latex", booktabs = TRUE)))
shown("r-kable.html", print(kable(words, "html")))

missing <- rbind(words, data.frame(x1 = NA, x2 = 1, label = "no"))
write.csv(missing, at("left-out/r-write-csv.csv"), row.names = FALSE)
write.table(missing, at("left-out/r-write-table.txt"))
shown("left-out/r-print-data-frame.txt", print(missing))
dput(missing, at("left-out/r-dput.R"))
readr::write_csv(missing, at("left-out/r-readr-write-csv.csv"))
data.table::fwrite(missing, at("left-out/r-fwrite.csv"))
jsonlite::write_json(missing, at("left-out/r-write-json.json"))
shown("left-out/r-print-tibble.txt", print(tibble::as_tibble(missing)))
unlabelled <- rbind(words, data.frame(x1 = 1, x2 = 1, label = NA))
write.csv(unlabelled, at("left-out/r-write-csv-label.csv"))
shown("left-out/r-print-label.txt", print(unlabelled))
