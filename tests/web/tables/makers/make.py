"""What Python, NumPy and pandas write and print of five points. Debian's python3-pandas,
python3-tabulate and python3-jinja2:

    python3 make.py FOLDER
"""

import csv
import json
import pprint
import sys
import warnings

import numpy as np
import pandas as pd

FOLDER = sys.argv[1]
warnings.simplefilter('ignore', FutureWarning)

words = pd.DataFrame({
    'x1': [0.5, -2, 3, 0.001, 1.5],
    'x2': [1, 0.25, 4, 0, -0.75],
    'label': ['no', 'yes', 'yes', 'no', 'no'],
})
numbers = words.assign(label=[0, 1, 1, 0, 0])
array = numbers.to_numpy()
X, y = array[:, :2], array[:, 2].astype(int)
numbered = pd.DataFrame(array)
rows = words.values.tolist()


def write(name, text):
    with open(f'{FOLDER}/{name}', 'w') as file:
        file.write(text if text.endswith('\n') else text + '\n')


def savetxt(name, values, **options):
    with open(f'{FOLDER}/{name}', 'w') as file:
        np.savetxt(file, values, **options)


def write_rows(name, **options):
    with open(f'{FOLDER}/{name}', 'w', newline='') as file:
        csv.writer(file, **options).writerows([words.columns, *rows])


# pandas
write('pandas-to-csv.csv', words.to_csv())
write('pandas-to-csv-no-index.csv', words.to_csv(index=False))
write('pandas-to-csv-german.csv', words.to_csv(sep=';', decimal=','))
write('pandas-to-csv-german-no-index.csv', words.to_csv(sep=';', decimal=',', index=False))
write('pandas-to-csv-tab.csv', words.to_csv(sep='\t'))
write('pandas-to-csv-no-header.csv', words.to_csv(header=False))
write('pandas-to-csv-no-header-no-index.csv', words.to_csv(header=False, index=False))
write('pandas-to-csv-of-array.csv', numbered.to_csv())
write('pandas-to-csv-of-array-no-index.csv', numbered.to_csv(index=False))
counted = numbers.set_axis([0, 1, 2], axis=1)
write('pandas-to-csv-numbered.csv', counted.to_csv(index=False))
write('pandas-to-csv-numbered-index.csv', counted.to_csv())
write('pandas-to-csv-numbered-words.csv', words.set_axis([0, 1, 2], axis=1).to_csv(index=False))
write('pandas-to-csv-index-name.csv', words.rename_axis('id').to_csv())
write('pandas-to-csv-named-index.csv', words.set_index('label').to_csv())
write('pandas-to-csv-bool.csv', words.assign(label=words.label == 'no').to_csv())
for orient in ['split', 'records', 'index', 'columns', 'values', 'table']:
    write(f'pandas-to-json-{orient}.json', words.to_json(orient=orient))
    write(f'pandas-to-json-{orient}-indented.json', words.to_json(orient=orient, indent=2))
write('pandas-to-json-lines.json', words.to_json(orient='records', lines=True))
write('pandas-to-json-array-split.json', numbered.to_json(orient='split'))
write('pandas-to-json-array-columns.json', numbered.to_json())
write('pandas-to-string-no-index.txt', words.to_string(index=False))
write('pandas-print.txt', str(words))
write('pandas-print-array.txt', str(numbered))
write('pandas-to-markdown.md', words.to_markdown())
write('pandas-to-markdown-no-index.md', words.to_markdown(index=False))
write('pandas-to-markdown-grid.md', words.to_markdown(tablefmt='grid'))
write('pandas-to-markdown-simple.md', words.to_markdown(tablefmt='simple'))
write('pandas-to-markdown-fancy.md', words.to_markdown(tablefmt='fancy_grid'))
write('pandas-to-html.html', words.to_html())
write('pandas-to-html-no-index.html', words.to_html(index=False))
write('pandas-styler.html', words.style.to_html())
write('pandas-to-latex.tex', words.to_latex())
write('pandas-to-latex-no-index.tex', words.to_latex(index=False))
write('pandas-styler.tex', words.style.to_latex())
write('pandas-styler-rules.tex', words.style.to_latex(hrules=True, caption='Points', label='points'))
for orient in ['dict', 'list', 'split', 'records', 'index', 'tight']:
    write(f'pandas-to-dict-{orient}.py', str(words.to_dict(orient=orient)))
write('refused/pandas-to-dict-series.py', str(words.to_dict(orient='series')))
write('pandas-values.py', repr(words.values))
write('pandas-values-tolist.py', repr(rows))
write('pandas-to-records.py', repr(words.to_records()))
write('pandas-to-records-no-index.py', repr(words.to_records(index=False)))
write('pandas-to-numpy-print.txt', str(words.to_numpy()))

# NumPy
savetxt('numpy-savetxt.txt', array)
savetxt('numpy-savetxt-comma.csv', array, delimiter=',')
savetxt('numpy-savetxt-header.csv', array, delimiter=',', header='x1,x2,label')
savetxt('numpy-savetxt-header-plain.csv', array, delimiter=',', header='x1,x2,label', comments='')
savetxt('numpy-savetxt-tab.txt', array, fmt='%.3f', delimiter='\t')
savetxt('numpy-savetxt-header-blanks.txt', array, header='x1 x2 label', footer='end of file')
write('numpy-repr.txt', repr(array))
write('numpy-str.txt', str(array))
write('numpy-tolist.py', repr(array.tolist()))
write('numpy-assigned.py', f'points = np.{array!r}')
with np.printoptions(suppress=True):
    write('numpy-str-suppress.txt', str(array))
    write('numpy-repr-suppress.py', repr(array))
write('numpy-tolist-tuples.py', repr([tuple(row) for row in array.tolist()]))
write('numpy-zip.py', repr(list(zip(words.x1, words.x2, words.label))))
write('numpy-inputs-and-labels.py', f'X = np.{X!r}\ny = np.{y!r}')
write('numpy-inputs-and-labels-lists.py', f'X = {X.tolist()}\ny = {words.label.tolist()}')
write('numpy-print-inputs-and-labels.txt', f'{X}\n{y}')
write('numpy-print-tuple.txt', str((X, y)))
write('numpy-columns.py', f'x1 = {array[:, 0]!r}\nx2 = {array[:, 1]!r}\ny = {y!r}')
write('numpy-transposed.py', repr(array.T))
write('numpy-strings.py', repr(array.astype(str)))
write('numpy-float32.py', repr(array.astype('f4')))
write('numpy-object.py', repr(array.astype(object)))
fields = [('x1', float), ('x2', float), ('label', 'U3')]
structured = np.array([tuple(row) for row in rows], dtype=fields)
write('numpy-structured.py', repr(structured))
write('numpy-structured-print.txt', str(structured))

# Python
write('json-dumps-indent.json', json.dumps(array.tolist(), indent=2))
write('json-dumps-inputs-and-labels.json', json.dumps({'X': X.tolist(), 'y': y.tolist()}))
write('json-dumps-inputs-and-labels-indent.json', json.dumps({'X': X.tolist(), 'y': y.tolist()}, indent=1))
write('json-dumps-input-names.json', json.dumps({'X': X.tolist(), 'y': words.label.tolist(), 'names': ['x1', 'x2']}))
write('json-dumps-named.json', json.dumps({'name': 'my points', 'data': array.tolist()}))
write('json-dumps-records-indent.json', json.dumps(words.to_dict('records'), indent=4))
write('json-dumps-nested.json', json.dumps({'points': words.to_dict('records'), 'source': 'me, 2026'}))
umlauts = words.assign(label=words.label.map({'no': 'groß', 'yes': 'klein'}))
write('json-dumps-umlauts.json', json.dumps(umlauts.to_dict('records')))
write('python-pprint-records.py', pprint.pformat(words.to_dict('records')))
write('python-pprint-columns.py', pprint.pformat(words.to_dict('list'), width=40))
write_rows('python-csv-writer.csv')
write_rows('python-csv-quoted-words.csv', quoting=csv.QUOTE_NONNUMERIC)
write_rows('python-csv-excel-tab.csv', dialect='excel-tab')
write('python-print-rows.txt', '\n'.join(map(str, rows)))
write('python-print-tuples.txt', '\n'.join(str(tuple(row)) for row in rows))

missing = pd.concat([words, pd.DataFrame({'x1': [np.nan], 'x2': [1.0], 'label': ['no']})], ignore_index=True)
write('left-out/pandas-to-csv.csv', missing.to_csv(index=False))
write('left-out/pandas-to-json.json', missing.to_json())
write('left-out/pandas-to-json-records.json', missing.to_json(orient='records'))
write('left-out/pandas-to-json-split.json', missing.to_json(orient='split'))
write('left-out/json-dumps.json', json.dumps([*array.tolist(), [None, 1, 0]]))
write('refused/pandas-print-nan.txt', str(missing))
savetxt('refused/numpy-savetxt-nan.txt', np.vstack([array, [np.nan, 1, 0]]))
