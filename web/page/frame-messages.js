/**
 * What a framed lab and the page around it say to each other, by `postMessage`:
 *
 * | message                                    | from  | means                                    |
 * | ------------------------------------------ | ----- | ---------------------------------------- |
 * | `{ type: 'moonlab:height', height }`       | frame | so many CSS pixels show it whole         |
 * | `{ subject: 'lti.frameResize', height }`   | frame | the same, as Canvas understands it       |
 * | `{ type: 'moonlab:event', name, detail }`  | frame | the lab's event `ready`, `finish`, `goal` |
 * | `{ type: 'moonlab:hello' }`                | page  | tell me your height, I was not there     |
 *
 * None of them holds anything that is not for everybody's eyes.
 *
 * @module
 */

export const HEIGHT = 'moonlab:height';
export const EVENT = 'moonlab:event';
export const HELLO = 'moonlab:hello';
/** Of Canvas, the learning platform: https://canvas.instructure.com/doc/api/file.lti_window_post_message.html */
export const CANVAS_RESIZE = 'lti.frameResize';
