% What Octave writes and shows of five points. Debian's octave, in the folder to write to:
%
%     octave-cli -q make.m

1;

function write(name, text)
  file = fopen(name, 'w');
  fputs(file, text);
  fclose(file);
end

A = [.5 1 0; -2 .25 1; 3 4 1; .001 0 0; 1.5 -.75 0];
X = A(:, 1:2);
y = A(:, 3);
x1 = A(:, 1);
x2 = A(:, 2);
label = y;
labels = {'no'; 'yes'; 'yes'; 'no'; 'no'};

save -text octave-save.txt A
save -text octave-save-vectors.txt x1 x2 label
save -text octave-save-inputs-and-labels.txt X y
save -ascii octave-save-ascii.txt A
save -text octave-save-cell.txt x1 x2 labels
csvwrite('octave-csvwrite.csv', A);
dlmwrite('octave-dlmwrite-tab.txt', A, '\t');
write('octave-mat2str.m', mat2str(A));
write('octave-mat2str-assigned.m', ['A = ' mat2str(A) ';']);
write('octave-num2str.txt', [num2str(A) repmat("\n", 5, 1)]'(:)');
write('octave-fprintf-tab.txt', sprintf('%f\t%f\t%d\n', A'));
write('octave-disp.txt', disp(A));
write('octave-display.txt', evalc('A'));
write('octave-display-inputs-and-labels.txt', [evalc('X') evalc('y')]);
write('octave-display-vectors.txt', [evalc('x1') evalc('x2') evalc('label')]);
write('octave-display-long.txt', evalc('format long; A'));
format short
points = struct('x1', num2cell(x1), 'x2', num2cell(x2), 'label', labels);
write('octave-jsonencode.json', jsonencode(A));
write('octave-jsonencode-struct.json', jsonencode(points));
write('octave-jsonencode-columns.json', jsonencode(struct('x1', x1, 'x2', x2, 'label', y)));
C = [num2cell(X) labels];
write('refused/octave-display-cell.txt', evalc('C'));
N = [A; NaN 1 0];
write('refused/octave-display-nan.txt', evalc('N'));
csvwrite('refused/octave-csvwrite-nan.csv', N);
