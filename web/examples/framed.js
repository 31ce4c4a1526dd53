const frame = document.querySelector('iframe');
const say = (message) => frame.contentWindow.postMessage(message, '*');

document.querySelector('#go').addEventListener('click', () => {
  say({ type: 'moonlab:config', config: { activation: ['relu'] } });
  say({ type: 'moonlab:step', epochs: 100 });
});

addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow) return;
  const result = document.querySelector('#result');
  if (data.type === 'moonlab:error') result.textContent = data.message;
  if (data.to === 'moonlab:step' && data.metrics) {
    result.textContent = `Accuracy: ${data.metrics.testAccuracy}`;
  }
});
