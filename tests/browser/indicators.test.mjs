// Numbers that can be trusted, as people meet them: a chart from its points to its table, a whole field at a glance,
// a signal and the measure that answers it, all series at once, and a file with mistakes in it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openWindow, outOfReach, startDemo, violations } from './house.mjs';

let demo;
let browser;
before(async () => {
  demo = await startDemo();
  browser = await openBrowser();
}, { timeout: 180_000 });
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const text = (page) => page.locator('main').innerText();
const submit = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole('button', { name }).first().click()]);
/** Presses Tab until what has the focus matches; nothing is touched with a pointer. */
const tabTo = async (page, selector) => {
  for (let n = 0; n < 150; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  assert.fail(`${selector} is not reached with the keyboard`);
};
/** The unit that the person leads, from what they are asked to report. */
const ownUnit = async (page) => {
  await page.goto('/work');
  const entry = await page.locator('a[href$="/entry"]').first().getAttribute('href');
  return entry.split('/')[2];
};

test('a ward leader reads her field, a chart point by point, and a signal', { timeout: 120_000 }, async () => {
  const page = await openWindow(browser, demo, 'avdeling');
  const unit = await ownUnit(page);

  // The whole field at a glance: sign, newest value, line; and the key to the signs.
  await page.goto(`/units/${unit}/indicators`);
  const row = page.locator('main table tbody tr', { hasText: 'Fall per 1000' });
  assert.ok((await row.locator('.cell svg').count()) >= 2, 'a sign and a line');
  assert.deepEqual(await violations(page), []);
  await page.locator('main summary', { hasText: /tegnene/i }).first().click();

  // Her own falls, as a chart that the keyboard walks.
  await row.locator(`a[href$="/units/${unit}"]`).first().click();
  await page.waitForURL(new RegExp(`/units/${unit}$`));
  await tabTo(page, '.picture-wide svg[data-chart="spc"]');
  const said = () => page.textContent('.picture-wide .chart-said');
  await page.keyboard.press('ArrowLeft');
  const newest = await said();
  assert.match(newest, /20\d\d: /, 'the newest point says its month and its value');
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await said(), newest);
  await page.keyboard.press('Home');
  const first = await said();
  await page.keyboard.press('End');
  assert.equal(await said(), newest);
  assert.notEqual(first, newest);
  assert.equal(await page.locator('.picture-wide .chart-current').count(), 1);

  // The table says the same as the point.
  const fold = page.locator('details', { has: page.locator('summary', { hasText: 'Vis tallene som tabell' }) }).first();
  const table = fold.locator('table');
  assert.ok(!(await table.isVisible()), 'folded away until one asks');
  await fold.locator('summary').click();
  await table.waitFor({ state: 'visible', timeout: 10_000 });
  assert.match(newest, new RegExp((await table.locator('tbody tr').first().locator('th, td').first().innerText()).trim()));
  assert.deepEqual(await violations(page), []);

  // The signal: how the chart looked then, and who must say which measure answers it.
  await page.goto(`/signals?unit=${unit}`);
  await page.locator('main table a[href^="/signals/"]').first().click();
  await page.waitForURL(/\/signals\/[0-9a-f-]{36}/);
  const signal = new URL(page.url()).pathname;
  assert.equal(await page.locator('.picture-wide svg[data-chart="spc"]').count(), 1);
  await page.check('[name=state][value=measure]');
  await page.fill('[name=comment]', 'For få på vakt om natten');
  await submit(page, 'Lagre');
  assert.match(await text(page), /Velg hvilket tiltak som svarer på signalet/);
  assert.equal(await page.inputValue('[name=comment]'), 'For få på vakt om natten', 'what was typed stays');
  assert.deepEqual(await violations(page), [], 'with problems that everyone can read');

  // A finding, then a measure that answers it, and the signal is answered too.
  await page.getByRole('link', { name: 'Lag et funn av dette' }).click();
  await submit(page, 'Lagre');
  assert.match(page.url(), /\/findings\/[0-9a-f-]{36}/);
  await page.goto(signal);
  await page.getByRole('link', { name: 'Lag et tiltak som svarer på funnet' }).click();
  await page.fill('[name=title]', 'To på vakt om natten');
  await submit(page, 'Lagre');
  const measure = new URL(page.url()).pathname;
  assert.match(await text(page), /Signaler det svarer på/);
  await page.goto(signal);
  assert.match(await text(page), /To på vakt om natten/);
  assert.equal(await page.locator(`main a[href="${measure}"]`).count(), 1);
  await page.context().close();
});

test('a measure stands on the chart, and its page leads there', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'direktor', { width: 320, height: 640 });
  await page.goto('/measures?q=madrasser');
  await page.getByRole('link', { name: /Ny rutine for snuing og madrasser/ }).first().click();
  await page.waitForURL(/\/measures\/[0-9a-f-]{36}/);
  await page.locator('main a[href*="/units/"][href^="/indicators/"]').first().click();
  await page.waitForURL(/\/indicators\/.*\/units\//);
  assert.ok((await page.locator('.picture-narrow .chart-event').count()) > 0, 'the measure is marked');
  assert.match(await text(page), /Ny\s+rutine\s+for\s+snuing\s+og\s+madrasser/, 'told on as many lines as it takes');
  assert.deepEqual(await outOfReach(page), []);
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test('a director has all series looked at, and reads what was found', { timeout: 120_000 }, async () => {
  const page = await openWindow(browser, demo, 'direktor');
  await page.goto('/scans');
  await submit(page, /Se på alle serier i/);
  // It is done in the background: the page says when.
  for (let n = 0; n < 60 && !/serier i /.test(await text(page)); n += 1) {
    await page.waitForTimeout(1_000);
    await page.reload();
  }
  const found = await text(page);
  assert.match(found, /Har endret seg/);
  assert.match(found, /\d+ serier i /);
  assert.ok((await page.locator('main table tbody a[href*="/units/"]').count()) > 0, 'what was planted is found');
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test('a file with mistakes is refused as a whole, each with its line', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'avdeling', { width: 320, height: 640 });
  await page.goto('/indicators/import');
  const rows = [
    'indicator;unit;period;numerator;denominator',
    'syn.ind.falls;syn.hf0.s0.k0.a1.p0;2026-10;900;700',
    'syn.ind.ulcers;syn.hf0.s0.k0.a1.p0;2026-10;-3;50',
    'syn.ind.moon;syn.hf0.s0.k0.a1.p0;2026-10;3;50',
    'syn.ind.hands;syn.hf0.s0.k0.a1.p0;i fjor;30;50',
  ];
  await page.setInputFiles('input[type=file]', { name: 'feil.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await Promise.all([page.waitForNavigation(), page.locator('main form button[type=submit]').last().click()]);
  const told = await text(page);
  assert.match(told, /Filen har \d+ feil/);
  for (const line of [3, 4, 5]) assert.match(told, new RegExp(`\\b${line}\\b`), `line ${line} is named`);
  assert.ok(!/Lagre \d+ verdi/.test(told), 'there is nothing to say yes to');
  assert.deepEqual(await outOfReach(page), []);
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});
