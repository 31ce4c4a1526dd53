* What SPSS writes of five points, by PSPP. Debian's pspp, in the folder to write to: pspp make.sps
DATA LIST LIST /x1 (F8.3) x2 (F8.2) label (A3).
BEGIN DATA.
.5 1 no
-2 .25 yes
3 4 yes
.001 0 no
1.5 -.75 no
END DATA.
SAVE TRANSLATE /OUTFILE='pspp-csv.csv' /TYPE=CSV /REPLACE.
SAVE TRANSLATE /OUTFILE='pspp-csv-names.csv' /TYPE=CSV /FIELDNAMES /REPLACE.
SAVE TRANSLATE /OUTFILE='pspp-tab-no-names.txt' /TYPE=TAB /REPLACE.
SAVE TRANSLATE /OUTFILE='pspp-comma-decimal.csv' /TYPE=CSV /FIELDNAMES /TEXTOPTIONS DECIMAL=COMMA /REPLACE.
SAVE TRANSLATE /OUTFILE='pspp-format.csv' /TYPE=CSV /FIELDNAMES /TEXTOPTIONS FORMAT=VARIABLE /REPLACE.
PRINT OUTFILE='pspp-print.txt' /x1 x2 label.
EXECUTE.
LIST.
