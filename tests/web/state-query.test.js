import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPatch, defaultConfig, parseQuery, printQuery } from '../../web/state/config.js';
import { SCHEMA } from '../../web/state/schema.js';
import { readParameters } from '../../web/state/query.js';
import { companionsOf, validValues } from './config-values.js';

/** What trackers, learning platforms, blogs and sign-ins put into addresses. */
const FOREIGN =
  '_branch_match_id _ga _gl _hsenc _hsmi _ke _kx _openstat __hssc __hstc __s action ad_id aff_id amp ' +
  'api_key attachment_id auth authuser awc bbox borderless campaignid cat category channel cid click_id ' +
  'clickid client_id cmid cmpid code code_challenge color contact context_id country course courseid ' +
  'currency cursor date dclid debug dicbo download edit ef_id embed epik erid fb_action_ids fbclid feed ' +
  'flags font force forcedownload forceview format frame from full_width fuzz fuzz-seconds gad_source ' +
  'gbraid gclid gclsrc guce_referrer hash height hl hsa_acc hsCtaTracking id igshid irclickid iss ' +
  'itm_source jsessionid key lang language launch_presentation_locale lead_id li_fat_id line lines ' +
  'locale login_hint lti_message_hint mc_cid mc_eid mibextid mkt_tok mode moodlewsrestformat msclkid ' +
  'mtm_campaign next node nonce notifyeditingon oly_enc_id order origin otp page paged partner path per_page ' +
  'pk_campaign place preview preview_id print q rb_clickid redirect_uri ref referrer replytocom ' +
  'resource_link_id response_type returnurl rev role roles s s_cid s_kwcid scid scope search section ' +
  'sectionid sesskey sharer si sid side sig source srsltid start state step style subject tab tag target ' +
  'target_link_uri test texts ticket time timestamp title token tduid ttclid twclid unit url user userid ' +
  'utm_campaign utm_content utm_id utm_medium utm_source utm_term uuid v var variant ver verifier vero_id ' +
  'version view wbraid wickedid width wstoken wt_mc x-amz-signature xtor yclid zoom ' +
  '__proto__ constructor toString 🌙 ;; <b>b</b>';

/** @param {string} search */
function readQuery(search) {
  const { patch, errors } = parseQuery(search);
  const applied = applyPatch(defaultConfig(), patch);
  return { config: applied.config, errors: [...errors, ...applied.errors] };
}

test('the default needs no query, a preset only its name', () => {
  assert.equal(printQuery(defaultConfig()), '');
  assert.equal(printQuery(defaultConfig('notebook')), '?preset=notebook');
});

test('a query says what differs from the preset, in plain characters', () => {
  const patch = { preset: 'notebook', layers: [16, 8], learningRate: 1e-7, autoplay: true };
  const { config } = applyPatch(defaultConfig(), patch);
  const query = '?preset=notebook&layers=16,8&learning-rate=1e-7&autoplay=true';
  assert.equal(printQuery(config), query);
  assert.equal(new URL(query, 'https://example.org').search, query);
});

for (const entry of SCHEMA) {
  for (const value of validValues(entry)) {
    const shown = JSON.stringify(value).slice(0, 60);
    test(`${entry.attribute} = ${shown} survives the address`, () => {
      for (const preset of /** @type {const} */ (['default', 'notebook'])) {
        const patch = { ...companionsOf(entry, value), [entry.key]: value };
        const { config } = applyPatch(defaultConfig(preset), patch);
        assert.deepEqual(readQuery(printQuery(config)), { config, errors: [] });
      }
    });
  }
}

test('an empty query changes nothing', () => {
  for (const search of ['', '?', '&', '?&&']) {
    assert.deepEqual(parseQuery(search), { patch: {}, errors: [] });
  }
});

test('no layers at all can be written down', () => {
  assert.deepEqual(readQuery('?layers=').config.layers, []);
});

test('a query of rubbish is reported setting by setting and changes nothing', () => {
  const rubbish = '?%E0%A4%A=1&samples=%zz&=5&🌙=🌚&__proto__=1&layers=8%2C%2C8&noise&;;&a=b=c#d';
  const { config, errors } = readQuery(rubbish);
  assert.deepEqual(config, defaultConfig());
  const keys = errors.map((error) => error.key);
  assert.deepEqual(keys, ['samples', 'layers', 'noise'], 'the other names are nobody’s');
});

test('any bytes at all are read without throwing', () => {
  for (let code = 0; code < 256; code += 1) {
    const character = String.fromCharCode(code);
    readQuery(`?samples=${character}&${character}=1&%${character}`);
  }
});

test('an address may also spell the data set as HTML does', () => {
  for (const query of ['?data-set=circles', '?dataset=circles']) {
    assert.deepEqual(readQuery(query), {
      config: applyPatch(defaultConfig(), { dataset: 'circles' }).config,
      errors: [],
    });
    assert.equal(printQuery(readQuery(query).config), '?dataset=circles');
  }
  const [{ message }, ...others] = readQuery('?dataset=circles&data-set=blobs').errors;
  assert.match(message, /^dataset: "circles,blobs" is 2 values at once; allowed are moons/);
  assert.deepEqual(others, []);
});

test('a setting that comes twice is reported and keeps its value', () => {
  const { config, errors } = readQuery('?samples=100&noise=0&samples=200');
  assert.deepEqual(config, { ...defaultConfig(), noise: 0 });
  assert.equal(errors.length, 1);
  const [{ key, message }] = errors;
  assert.equal(key, 'samples');
  assert.equal(message, 'samples: "100,200" is 2 values at once; allowed are 4 to 10000');
});

test('a parameter that is nearly a setting is reported with the names that there are', () => {
  const [{ key, message }] = readQuery('?learningRate=1').errors;
  assert.equal(key, 'learningRate');
  assert.match(message, /^learningRate: is not a setting; allowed are .*, learning-rate,/);
  assert.match(message, /\. Did you mean learning-rate\?$/);
});

test('parameters of the page around are passed over in silence, settings beside them are read', () => {
  for (const name of ['', ...FOREIGN.split(' ')]) {
    const query = `?${new URLSearchParams([[name, '1']])}&samples=100`;
    assert.deepEqual(parseQuery(query), { patch: { samples: 100 }, errors: [] }, name);
  }
});

test('an address whose & were escaped twice is read as it was meant', () => {
  for (const and of ['&amp;', '&amp;amp;', '&&amp;']) {
    const query = ['?samples=100', 'noise=0', 'utm_source=a'].join(and);
    assert.deepEqual(parseQuery(query), { patch: { samples: 100, noise: 0 }, errors: [] }, and);
  }
  assert.equal(readParameters('a=1&amp;lang=de').get('lang'), 'de');
  assert.deepEqual(parseQuery('?&amp;samples=100').patch, { samples: 100 });
  const { message } = parseQuery('?link=a%26amp;b').errors[0];
  assert.match(message, /^link: "a&amp;b"/, 'what a value holds stays in it');
});

test('switches are also on by their own name, as HTML writes them', () => {
  for (const value of ['', '=', '=autoplay', '=AutoPlay', '=true']) {
    assert.deepEqual(readQuery(`?autoplay${value}`).config.autoplay, true, value);
  }
  assert.equal(readQuery('?autoplay=false').config.autoplay, false);
  assert.match(readQuery('?autoplay=yes').errors[0].message, /^autoplay: "yes" is neither/);
});
