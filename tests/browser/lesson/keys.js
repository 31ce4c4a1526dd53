/**
 * A reader who has a keyboard and nothing else.
 *
 * @module
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNoViolationInBothThemes } from '../axe.js';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */

/** No section has so many stops. */
const MOST_STOPS = 150;

export class Keys {
  #page;

  /** @param {Page} page with an address that names a section: there Tab starts */
  constructor(page) {
    this.#page = page;
  }

  /** @param {...string} keys */
  async press(...keys) {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /**
   * Goes on to something, stop by stop.
   *
   * @param {Locator} target
   * @param {'Tab' | 'Shift+Tab'} [key]
   */
  async to(target, key = 'Tab') {
    await this.#walk(() => hasFocus(target), key, `${target}`);
  }

  /**
   * @param {Locator} target
   * @param {number} [times]
   */
  async use(target, times = 1) {
    await this.to(target);
    for (let i = 0; i < times; i += 1) await this.press('Enter');
  }

  /**
   * @param {Locator} field
   * @param {number} value
   */
  async type(field, value) {
    await this.to(field);
    await this.press('Control+a');
    await this.#page.keyboard.type(String(value));
    await this.press('Enter');
  }

  /** @param {Locator} radio one of a group, which is one stop of Tab */
  async choose(radio) {
    await this.#walk(() => isInFocusedGroup(radio), 'Tab', `the group of ${radio}`);
    await this.press('Space');
    for (let i = 0; i < 10 && !(await hasFocus(radio)); i += 1) await this.press('ArrowDown');
    assert.ok(await radio.isChecked(), `${radio} is chosen`);
  }

  /**
   * Answers a question, and waits for what happens.
   *
   * @param {string} name of the prediction
   * @param {string} label of the field
   * @param {number} [value] where it is a number
   * @returns {Promise<string>} what is said then
   */
  async predict(name, label, value) {
    const form = this.#page.locator(`form[data-prediction="${name}"]`);
    const field = form.getByLabel(label);
    if (value === undefined) await this.choose(field);
    else await this.type(field, value);
    if (value === undefined) await this.use(form.getByRole('button', { name: 'Commit and run' }));
    await form.getByRole('button', { name: 'Predict again' }).waitFor();
    return form.locator('.answers').innerText();
  }

  /**
   * @param {() => Promise<boolean>} isThere
   * @param {string} key
   * @param {string} name
   */
  async #walk(isThere, key, name) {
    for (let i = 0; i < MOST_STOPS; i += 1) {
      if (await isThere()) return;
      await this.press(key);
    }
    assert.fail(`${name} is not among the next ${MOST_STOPS} stops of ${key}`);
  }
}

/** @param {Locator} target */
const hasFocus = (target) =>
  target.evaluate((element) => {
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    return root.activeElement === element && document.hasFocus();
  });

/** @param {Locator} radio */
const isInFocusedGroup = (radio) =>
  radio.evaluate((element) => {
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    const active = root.activeElement;
    return (
      active instanceof HTMLInputElement &&
      active.type === 'radio' &&
      active.name === /** @type {HTMLInputElement} */ (element).name
    );
  });

/**
 * @typedef {object} Desk
 * @property {Keys} keys
 * @property {Page} page
 * @property {(name: string) => Locator} widget
 * @property {(place: Locator, name: string) => Locator} button
 */

/**
 * A test that goes through a section with the keyboard alone.
 *
 * @param {() => import('../support.js').Site} site
 * @param {string} section
 * @param {(desk: Desk) => Promise<void>} use
 */
export function completeSection(site, section, use) {
  // With motion reduced, nothing waits to be looked at.
  const options = /** @type {const} */ ({ reducedMotion: 'reduce', path: '/dist/lesson.html' });
  test(`the keyboard alone completes the section “${section}”, and axe finds nothing then`, () =>
    site().visit({ ...options, query: `#${section}` }, async (page) => {
      for (const widget of await page.locator(`#${section} [data-widget]`).all()) {
        await widget.scrollIntoViewIfNeeded();
        await widget.and(page.locator('[data-state="ready"]')).waitFor();
      }
      await use({
        page,
        keys: new Keys(page),
        widget: (name) => page.locator(`[data-widget="${name}"]`),
        button: (place, name) => place.getByRole('button', { name, exact: true }),
      });
      // Axe goes through the page, whatever it is asked for; the others are not what it is to see.
      await page.evaluate((id) => {
        for (const other of document.querySelectorAll(`.sections > :not(#${id})`)) other.remove();
      }, section);
      await assertNoViolationInBothThemes(page, `#${section}`);
    }));
}

/**
 * @param {Locator} widget
 * @returns {Promise<string[]>} of its calculation, in ASCII
 */
export async function lines(widget) {
  const texts = await widget.locator('.calculation mtr').allTextContents();
  return texts.map((text) => text.replaceAll('−', '-').replaceAll(/\s/g, ''));
}
