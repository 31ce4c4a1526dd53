import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stride, advanceRequest } from '../../web/element/pacing.js';

test('a speed is so many epochs a frame, and patience ends even for them', () => {
  const { epochs, budgetMs } = advanceRequest({ speed: '25' }, 'worker');
  assert.equal(epochs, 25);
  assert.ok(budgetMs !== undefined && budgetMs <= 100);
});

test('as fast as possible is a time, longer than an animation frame, shorter than two', () => {
  const { epochs, budgetMs } = advanceRequest({ speed: 'max' }, 'worker');
  assert.equal(epochs, undefined);
  assert.ok(budgetMs !== undefined && budgetMs > 1000 / 60 && budgetMs < 2000 / 60);
});

test('where the page itself trains, every speed leaves it time', () => {
  for (const speed of /** @type {const} */ (['1', '5', '25', '100', 'max'])) {
    const { budgetMs } = advanceRequest({ speed }, 'main');
    assert.ok(budgetMs !== undefined && budgetMs <= 8);
  }
});

test('a stride grows while frames are quick, up to the speed, and shrinks when they are slow', () => {
  const stride = new Stride();
  assert.equal(stride.epochs('100'), 1);
  for (let i = 0; i < 10; i += 1) stride.adapt(1, 50);
  assert.equal(stride.epochs('25'), 25);
  assert.equal(stride.epochs('max'), 1024);
  for (let i = 0; i < 3; i += 1) stride.adapt(80, 50);
  assert.equal(stride.epochs('max'), 128);
  stride.adapt(40, 50);
  assert.equal(stride.epochs('max'), 128);
  for (let i = 0; i < 20; i += 1) stride.adapt(1000, 50);
  assert.equal(stride.epochs('max'), 1);
});
