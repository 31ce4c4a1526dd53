/**
 * `moonlab/define`: registers `<moon-lab>`.
 *
 * @module
 */
export { MoonLabElement } from '../element/define.js';
