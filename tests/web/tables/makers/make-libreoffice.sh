#!/bin/sh
# What LibreOffice Calc writes of five points, in English and German. Debian's libreoffice-calc:
#
#     sh make-libreoffice.sh FOLDER
set -eu
folder=$1
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
printf 'x1,x2,label\n0.5,1,no\n-2,0.25,yes\n3,4,yes\n0.001,0,no\n1.5,-0.75,no\n' > "$work/points.csv"

# convert LOCALE FROM FORMAT NAME
convert() {
  user=$work/$1/user
  mkdir -p "$user"
  cat > "$user/registrymodifications.xcu" <<END
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>$1</value></prop></item>
</oor:items>
END
  soffice -env:UserInstallation="file://$work/$1" --headless --convert-to "$3" \
    --outdir "$work/out" "$2" > /dev/null
  mv "$work/out/points.${3%%:*}" "$4"
}

convert en-US "$work/points.csv" ods "$work/points.ods"
# Delimiter, quote, character set, first line; then, of all cells, whether words are quoted and numbers
# written as they are shown.
csv='csv:Text - txt - csv (StarCalc)'
for language in english-en-US-44 german-de-DE-59; do
  name=$folder/libreoffice-${language%%-*}
  locale=${language#*-}
  locale=${locale%-*}
  convert "$locale" "$work/points.ods" "$csv:${language##*-},34,76,1" "$name.csv"
  convert "$locale" "$work/points.ods" "$csv:9,34,76,1" "$name-tab.csv"
  convert "$locale" "$work/points.ods" "$csv:9,34,65535,1" "$name-utf-16.csv"
  convert "$locale" "$work/points.ods" "$csv:59,34,76,1,,0,false,false" "$name-raw.csv"
  convert "$locale" "$work/points.ods" html "$name.html"
done
