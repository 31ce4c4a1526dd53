{'x1': 0    0.500
1   -2.000
2    3.000
3    0.001
4    1.500
Name: x1, dtype: float64, 'x2': 0    1.00
1    0.25
2    4.00
3    0.00
4   -0.75
Name: x2, dtype: float64, 'label': 0     no
1    yes
2    yes
3     no
4     no
Name: label, dtype: object}
