export default function (config) {
  config.addPassthroughCopy('moonlab');
  config.ignores.add('moonlab');
}
