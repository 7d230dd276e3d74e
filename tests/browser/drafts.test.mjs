// What is typed survives a closed window, for the one who typed it and for nobody else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openWindow, startDemo } from './house.mjs';

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

const FORM = '/findings/new';
const TYPED = 'Listen manglet ved overflytting';
const kept = (page) => page.evaluate(() =>
  Object.keys(localStorage).filter((name) => name.startsWith('varde-draft:')).map((name) => localStorage.getItem(name)));

async function type(page) {
  await page.goto(FORM);
  await page.fill('#title', TYPED);
  await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.startsWith('varde-draft:')));
}

async function signIn(page, user) {
  await page.goto('/sign-in');
  await page.fill('[name=username]', user);
  await page.fill('[name=password]', demo.password);
  await Promise.all([page.waitForURL((url) => url.pathname === '/'), page.click('main button[type=submit]')]);
}

test('a draft survives a closed window, unreadable in the browser\'s store', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'avdeling');
  await type(page);
  const stored = await kept(page);
  assert.equal(stored.length, 1);
  assert.ok(!stored[0].includes('overflytting'), 'it is enciphered');
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto(FORM);
  await again.waitForFunction((typed) => document.querySelector('#title').value === typed, TYPED);
  assert.ok(await again.locator('[data-draft-note]').isVisible(), 'it says what was brought back');
  await again.locator('[data-draft-discard]').click();
  assert.equal(await again.inputValue('#title'), '');
  assert.deepEqual(await kept(again), []);
  await context.close();
});

test('a draft goes when the form has reached the server, and is too old after a day', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'avdeling');
  await type(page);
  await Promise.all([page.waitForURL((url) => url.pathname !== FORM), page.click('main form.form button[type=submit]')]);
  assert.deepEqual(await kept(page), []);
  await type(page);
  await page.evaluate(() => {
    for (const name of Object.keys(localStorage)) {
      const draft = JSON.parse(localStorage.getItem(name));
      localStorage.setItem(name, JSON.stringify({ ...draft, at: draft.at - 25 * 60 * 60 * 1000 }));
    }
  });
  await page.goto(FORM);
  assert.equal(await page.inputValue('#title'), '');
  assert.deepEqual(await kept(page), []);
  await page.context().close();
});

test('the next person on the same machine sees nothing of it', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'avdeling');
  await type(page);
  // The window was closed and the session is over, but nobody signed out.
  await page.context().clearCookies();
  await signIn(page, 'direktor');
  await page.goto(FORM);
  await page.waitForTimeout(300);
  assert.equal(await page.inputValue('#title'), '');
  assert.deepEqual(await kept(page), []);
  // Signing out leaves nothing either.
  await type(page);
  await page.locator('details.user summary').click();
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await page.waitForURL((url) => url.pathname === '/sign-in');
  assert.deepEqual(await kept(page), []);
  await page.context().close();
});

test('whoever does not want drafts has none', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'radgiver');
  await type(page);
  await page.goto('/me');
  await page.uncheck('#keeps_drafts');
  await page.locator('main form.form button[type=submit]').first().click();
  await page.waitForLoadState();
  assert.equal(await page.isChecked('#keeps_drafts'), false);
  assert.deepEqual(await kept(page), [], 'what was there is gone at once');
  await page.goto(FORM);
  await page.fill('#title', TYPED);
  await page.waitForTimeout(300);
  assert.deepEqual(await kept(page), []);
  await page.context().close();
});
