import 'moonlab/define';
