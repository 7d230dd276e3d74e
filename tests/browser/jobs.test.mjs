// The first main job, done by the people it is for: see where the plans stand, what is owed, and why.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openWindow, startDemo, violations } from './house.mjs';

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

for (const [user, who] of [['avdeling', 'a ward leader'], ['direktor', 'a trust director'], ['direktorat', 'the directorate']]) {
  for (const options of [{ width: 1280 }, { width: 320 }, { width: 1280, javaScript: false }]) {
    const how = `${options.width} px${options.javaScript === false ? ', no JavaScript' : ''}`;
    test(`${who} sees own work, duties and goals (${how})`, { timeout: 60_000 }, async () => {
      const page = await openWindow(browser, demo, user, options);
      const home = await text(page);
      assert.match(home, /Mine oppgaver/);
      assert.match(home, /plikter/i);
      assert.match(home, /mål/i);
      await page.goto('/work');
      assert.ok((await page.locator('main table tbody tr').count()) > 0, 'something is asked of them');
      await page.context().close();
    });
  }
}

test('what is over its day stands first, and is marked with words', { timeout: 60_000 }, async () => {
  // What is late on every day of a month: numbers are late in its second half alone.
  for (const [user, asked] of [['avdeling', /Følg opp aktiviteten/], ['direktor', /Følg opp det som er forsinket/]]) {
    const page = await openWindow(browser, demo, user);
    await page.goto('/work');
    const rows = await page.locator('main table tbody tr').allInnerTexts();
    const late = rows.map((row) => /Over fristen/.test(row));
    const n = late.filter(Boolean).length;
    assert.ok(n > 0, `${user} has something over its day`);
    assert.ok(late.slice(0, n).every(Boolean), `${user}: what is late stands before what is not: ${late}`);
    assert.match(rows.slice(0, n).join('\n'), asked);
    assert.ok(rows.slice(0, n).every((row) => /\d\d\.\d\d\.\d{4}/.test(row)), 'each with its day');
    await page.locator('main table tbody tr a').first().click();
    assert.notEqual(new URL(page.url()).pathname, '/work', 'and leads to where it is done');
    await page.context().close();
  }
});

test('the directorate sees all 13 numeric targets with their honest state', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'direktorat');
  await page.goto('/plans');
  await page.getByRole('link', { name: /Handlingsplan for pasientsikkerhet/ }).first().click();
  const table = page.locator('main table', { has: page.locator('caption', { hasText: 'Mål' }) }).first();
  const rows = await table.locator('tbody tr').allInnerTexts();
  assert.equal(rows.length, 13);
  const of = (state) => rows.filter((row) => row.split('\n').some((line) => line.trim() === state)).length;
  assert.deepEqual(
    [of('Uten sluttverdi'), of('Kan ikke vurderes'), of('Venter på verdi'), of('Nådd')],
    [1, 7, 5, 0],
    'each has one state, and none is green',
  );
  assert.match(await text(page), /13 tallfestede mål: 1 kan vurderes, 7 kan ikke, 5 venter på en verdi/);
  await page.context().close();
});

test('a goal tells where it stands, how far is left, and shows it as a picture', { timeout: 60_000 }, async () => {
  for (const [locale, word] of [['nb-NO', /13,7/], ['en-GB', /13\.7/]]) {
    const page = await openWindow(browser, demo, 'direktorat', { locale });
    if (locale === 'en-GB') {
      await page.locator('details.user summary').click();
      await page.getByRole('button', { name: 'English' }).click();
    }
    await page.goto('/search?q=pasientskade');
    await page.goto('/plans');
    await page.getByRole('link', { name: /2019.2023/ }).first().click();
    await page.locator('main table a[href^="/goals/"]').first().click();
    assert.match(await text(page), word);
    assert.ok((await page.locator('main svg').count()) > 0, 'there is a picture');
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  }
});

test('one can sign in and reach the plans with the keyboard alone', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, null);
  await page.goto('/plans');
  assert.match(page.url(), /sign-in/);
  await page.locator('[name=username]').focus();
  await page.keyboard.type('avdeling');
  await page.keyboard.press('Tab');
  await page.keyboard.type(demo.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/plans');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), '#main', 'the skip link comes first');
  await page.keyboard.press('Enter');
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('main a[href^="/plans/"]'))) break;
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}/);
  await page.context().close();
});

test('someone who may not see a page is told so in plain words', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'sykepleier');
  for (const [path, status, words] of [
    ['/units/import', 403, /ikke (lov|tilgang|anledning)|får ikke/i],
    ['/plans/00000000-0000-7000-8000-000000000000', 404, /finnes ikke|finner ikke/i],
    ['/plans?as_of=x', 200, /Planer/],
  ]) {
    const answer = await page.goto(path);
    assert.equal(answer.status(), status, path);
    assert.match(await text(page), words, path);
    assert.deepEqual(await violations(page), [], path);
  }
  await page.context().close();
});
