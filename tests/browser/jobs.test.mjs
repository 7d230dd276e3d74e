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

test('the directorate sees all 13 numeric targets with their honest state', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'direktorat');
  await page.goto('/plans');
  await page.getByRole('link', { name: /Handlingsplan for pasientsikkerhet/ }).first().click();
  const words = await text(page);
  assert.match(words, /13/);
  assert.match(words, /kan ikke vurderes/i);
  assert.match(words, /venter på (en )?verdi/i);
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
  const answer = await page.goto('/people');
  assert.ok([403, 404].includes(answer.status()), String(answer.status()));
  assert.deepEqual(await violations(page), []);
  const missing = await page.goto('/plans/00000000-0000-7000-8000-000000000000');
  assert.equal(missing.status(), 404);
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});
