export default { output: 'export', basePath: '/course' };
