const points = [
  { x1: 0.5, x2: 1, label: 'no' },
  { x1: -2, x2: 0.25, label: 'yes' },
  { x1: 3, x2: 4, label: 'yes' },
  { x1: 0.001, x2: 0, label: 'no' },
  { x1: 1.5, x2: -0.75, label: 'no' },
];
