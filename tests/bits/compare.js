/**
 * @param {string[]} reference lines of "name checksum"
 * @param {string[]} lines another build's
 * @returns {string | undefined} the first that is not the same, if there is one
 */
export function firstDifference(reference, lines) {
  const length = Math.max(reference.length, lines.length);
  for (let i = 0; i < length; ++i) {
    if (reference[i] === lines[i]) continue;
    const [name, checksum] = (reference[i] ?? 'nothing').split(' ');
    const [otherName, otherChecksum] = (lines[i] ?? 'nothing').split(' ');
    return name === otherName
      ? `${name} is ${otherChecksum}, not ${checksum}`
      : `${otherName} is where ${name} should be`;
  }
  return undefined;
}
