// A chart is walked with the arrow keys alone, and is a plain image without the script.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { axeSource, openBrowser } from './house.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The parts of a chart that the script relies on, as core/chart writes them; points in no order. */
const chart = (layout) => `<div class="picture-${layout}"><svg class="chart chart-${layout}" role="img" data-chart="spc" viewBox="0 0 100 50"
  aria-labelledby="${layout}-title"><title id="${layout}-title">Faller færre?</title>
  ${[10, 2, 1, 0].map((rank) => `<g class="chart-point" id="${layout}-p${rank}" data-point="${rank}">
    <title>måned ${rank}</title><circle class="chart-hit" cx="${10 + rank * 8}" cy="20" r="4" fill="none"
    pointer-events="all"/></g>`).join('')}</svg></div>`;
const body = `<main><h1>Fall</h1><div class="picture__scroll">${chart('wide')}${chart('narrow')}</div></main>`;

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

const open = async (javaScriptEnabled, width = 1280) => {
  const page = await browser.newPage({ javaScriptEnabled, viewport: { width, height: 600 } });
  const script = javaScriptEnabled ? `<script>(() => {'use strict';${read('web/scripts/4-charts.js')}})()</script>` : '';
  await page.setContent(`<!doctype html><html lang="nb"><title>Fall</title>
    <style>${read('web/styles/3-parts.css')}${read('web/styles/5-charts.css')}</style>${body}${script}</html>`);
  return page;
};

test('the arrow keys walk the points of a chart and say each', async () => {
  const page = await open(true);
  const said = () => page.textContent('.picture-wide .chart-said');
  await page.keyboard.press('Tab');
  assert.equal(await said(), '');
  for (const [key, words] of [
    ['ArrowLeft', 'måned 10'], ['ArrowLeft', 'måned 2'], ['Home', 'måned 0'], ['ArrowLeft', 'måned 0'],
    ['ArrowRight', 'måned 1'], ['End', 'måned 10'], ['ArrowRight', 'måned 10'], ['Escape', ''],
  ]) {
    await page.keyboard.press(key);
    assert.equal(await said(), words, key);
    assert.equal(await page.locator('.chart-current').count(), words ? 1 : 0);
  }
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the hidden layout is passed over');
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map((found) => found.id), []);
  await page.close();
});

test('each width has one layout, and without the script the chart is an image', async () => {
  for (const [width, shown] of [[1280, 'chart-wide'], [320, 'chart-narrow']]) {
    const page = await open(false, width);
    for (const layout of ['chart-wide', 'chart-narrow']) {
      assert.equal(await page.locator(`.${layout}`).isVisible(), layout === shown, `${layout} at ${width}`);
    }
    assert.equal(await page.locator(`.${shown}`).getAttribute('role'), 'img');
    await page.close();
  }
});
