// One job from each room, done by the person it is for, through the pages as they are.
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
const send = (page) => Promise.all([
  page.waitForNavigation(),
  page.locator('main form[method=post] button[type=submit], main form[method=post] button:not([type])').last().click(),
]);
/** Presses Tab until what has the focus matches; nothing is touched with a pointer. */
const tabTo = async (page, selector) => {
  for (let n = 0; n < 120; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  assert.fail(`${selector} is not reached with the keyboard`);
};

test('measures: a ward leader answers a finding with a measure', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'avdeling');
  await page.goto('/findings');
  await page.getByRole('link', { name: /Legemiddellisten/ }).click();
  const finding = new URL(page.url()).pathname;
  await page.goto(`/measures/new?finding=${finding.split('/').pop()}`);
  await page.fill('[name=title]', 'Listen leses høyt ved overflytting');
  await page.selectOption('[name=owner_person]', { index: 1 });
  assert.match(await page.inputValue('[name=problem]'), /Legemiddellisten/, 'the finding is the problem');
  await send(page);
  assert.match(page.url(), /\/measures\/[0-9a-f-]{36}/);
  const words = await text(page);
  assert.match(words, /Listen leses høyt ved overflytting/);
  assert.match(words, /Formulert/);
  await page.goto(finding);
  assert.match(await text(page), /Listen leses høyt/, 'the finding tells of its measure');
  await page.goto('/measures?q=leses');
  assert.equal(await page.locator('main table tbody tr').count(), 1, 'it is found again');
  await page.context().close();
});

test('governance: a director says who decides, and everyone can see it', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'direktor');
  await page.goto('/responsibility');
  await page.getByRole('link', { name: 'Godkjenne pasientsikkerhetsplanen' }).click();
  const task = new URL(page.url()).pathname;
  await page.goto(`${task}/assign`);
  await page.selectOption('[name=authority]', 'advises');
  await page.selectOption('[name=role]', 'quality_adviser');
  await send(page);
  assert.match(await text(page), /Kvalitetsrådgiver/i);
  await page.context().close();
  const nurse = await openWindow(browser, demo, 'sykepleier');
  await nurse.goto(task);
  assert.match(await text(nurse), /Kvalitetsrådgiver/i);
  await nurse.context().close();
});

test('knowledge: a nurse finds a document and asks for its revision', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'sykepleier');
  await page.goto('/documents');
  await page.fill('main [name=q]', 'pasientsikkerhet');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=pasientsikkerhet/);
  await page.locator('main table a[href^="/documents/"]').first().click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}/);
  const document = new URL(page.url()).pathname;
  await page.goto(`${document}/revision`);
  await send(page);
  assert.match(await text(page), /Fyll ut dette feltet/, 'an empty wish comes back');
  assert.deepEqual(await violations(page), [], 'with problems that everyone can read');
  await page.fill('[name=text]', 'Rådet er eldre enn forskriften.');
  await send(page);
  assert.equal(new URL(page.url()).pathname, document);
  assert.match(await text(page), /Rådet er eldre enn forskriften/);
  await page.context().close();
});

test('indicators: a ward leader reports the month on a phone, with the keyboard alone', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'avdeling', { width: 320, height: 640 });
  await page.goto('/work');
  const entry = await page.locator('a[href$="/entry"]').first().getAttribute('href');
  await page.goto(entry);
  assert.deepEqual(await outOfReach(page), []);
  assert.deepEqual(await violations(page), []);
  const before = await page.locator('main [name^="numerator."]').count();
  assert.ok(before > 0, 'something is due');
  const form = page.locator('main form', { hasText: 'Fall per 1000' });
  const field = await form.locator('[name^="numerator."]').evaluateAll((all) => all.at(-1).name);
  const series = field.split('.')[1];
  await tabTo(page, `[name="numerator.${series}"]`);
  await page.keyboard.type('7');
  await tabTo(page, `[name="denominator.${series}"]`);
  await page.keyboard.type('700');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await page.locator('main [name^="numerator."]').count(), before - 1, 'it is not asked for again');
  // The indicator has it at once, on the same phone.
  await page.goto('/indicators?q=Fall%20per%201000');
  await page.locator('main a[href^="/indicators/"]', { hasText: 'Fall per 1000' }).first().click();
  await page.waitForURL(/\/indicators\/[0-9a-f-]{36}/);
  const indicator = new URL(page.url()).pathname;
  const unit = entry.split('/')[2];
  await page.goto(`${indicator}/units/${unit}`);
  const words = await text(page);
  assert.match(words, /10/, 'seven falls in 700 days are ten in a thousand');
  assert.match(words, /oktober 2026|okt\. 2026/);
  assert.deepEqual(await outOfReach(page), []);
  await page.context().close();
});

test('people: an administrator gives a role, and it stands on the person', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'admin');
  await page.goto('/people');
  await page.locator('main table a[href^="/people/"]').first().click();
  await page.waitForURL(/\/people\/[0-9a-f-]{36}/);
  const person = new URL(page.url()).pathname;
  await page.goto(`${person}/roles`);
  await send(page);
  assert.match(await text(page), /Fyll ut dette feltet/);
  assert.deepEqual(await violations(page), []);
  await page.check('[name=role][value=quality_adviser]');
  await page.selectOption('[name=unit]', { index: 3 });
  await page.fill('[name=grounds]', 'Vikar i vinter');
  await send(page);
  assert.equal(new URL(page.url()).pathname, person);
  assert.match(await text(page), /Kvalitetsrådgiver/i);
  await page.context().close();
});

test('plans: a step that someone else changed meanwhile is not lost', { timeout: 60_000 }, async () => {
  const [one, other] = [await openWindow(browser, demo, 'avdeling'), await openWindow(browser, demo, 'avdeling')];
  await one.goto('/work');
  const unit = (await one.locator('a[href$="/entry"]').first().getAttribute('href')).split('/')[2];
  await one.goto(`/units/${unit}/wheel`);
  const step = await one.locator('main a[href^="/wheel/"][href$="/edit"]').first().getAttribute('href');
  await one.goto(step);
  await other.goto(step);
  await one.fill('[name=title]', 'Slik jeg ville ha det');
  await send(one);
  await other.fill('[name=title]', 'Slik den andre ville ha det');
  const [answer] = await send(other);
  assert.equal(answer.status(), 409, 'stale');
  assert.match(await text(other), /Slik jeg ville ha det/);
  assert.equal(await other.inputValue('[name=title]'), 'Slik den andre ville ha det');
  assert.deepEqual(await violations(other), []);
  await one.context().close();
  await other.context().close();
});
