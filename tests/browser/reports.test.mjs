// Reporting as those do it who are tired, afraid or only passing by: on a phone, in a few presses, with or without a name.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openWindow, outOfReach, overrun, startDemo, violations } from './house.mjs';

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

const phone = { width: 320, height: 700 };
const text = (page) => page.locator('main').innerText();
/** Everything that is wrong with how a page looks and reads here. */
const faults = async (page) => [...await violations(page), ...await outOfReach(page), ...await overrun(page)];

test('a nurse reports in four answers on a phone, in a few presses and a few seconds', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'sykepleier', phone);
  const began = Date.now();
  let presses = 0;
  const press = async (step) => { presses += 1; await step(); };
  await page.goto('/report');
  assert.notEqual(await page.inputValue('[name=unit]'), '', 'where is filled in');
  assert.notEqual(await page.inputValue('[name=on]'), '', 'when is filled in');
  await press(() => page.fill('[name=what]', 'Bryteren på sengen var ødelagt, og pasienten fikk ikke tilkalt noen.'));
  await press(() => page.check('[name=sort][value=unsafe]'));
  await press(() => Promise.all([page.waitForURL(/\/my-reports\//), page.getByRole('button', { name: 'Send meldingen' }).click()]));
  const took = Date.now() - began;
  assert.ok(presses <= 6 && took < 10_000, `${presses} presses, ${took} ms`);
  assert.match(await text(page), /Mottatt[\s\S]*Bryteren på sengen/);
  assert.deepEqual(await faults(page), []);
  await page.goto('/my-reports');
  assert.match(await text(page), /Bryteren på sengen/);
  await page.context().close();
});

test('the same works without scripts', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'sykepleier', { ...phone, javaScript: false });
  await page.goto('/report');
  await page.fill('[name=what]', 'Alarmen var av.');
  await page.check('[name=sort][value=nearly]');
  await Promise.all([page.waitForURL(/\/my-reports\//), page.getByRole('button', { name: 'Send meldingen' }).click()]);
  assert.match(await text(page), /Alarmen var av/);
  await page.context().close();
});

test('without a name, one keeps nothing but a receipt and reads the answer with it', { timeout: 90_000 }, async () => {
  const leader = await openWindow(browser, demo, 'avdeling');
  await leader.goto('/report');
  const ward = await leader.inputValue('[name=unit]');

  const stranger = await openWindow(browser, demo, null, phone);
  await stranger.goto(`/anonymous?unit=${ward}`);
  assert.deepEqual(await faults(stranger), []);
  assert.equal(await stranger.inputValue('[name=unit]'), ward, 'what hangs on the wall of the ward says where');
  await stranger.fill('[name=what]', 'Mor fikk feil mat tre ganger.');
  await stranger.check('[name=sort][value=worried]');
  await stranger.getByRole('button', { name: 'Send meldingen' }).click();
  const receipt = await stranger.locator('[data-receipt]').innerText();
  assert.match(receipt, /^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  assert.deepEqual(await faults(stranger), []);
  assert.ok(!stranger.url().includes(receipt), 'the receipt stands in no address');

  await leader.goto('/incidents?state=received');
  await leader.getByRole('link', { name: /Mor fikk feil mat/ }).first().click();
  await leader.locator('form[action$="/reply"] [name=text]').first().fill('Hvilken dag var det?');
  await leader.locator('form[action$="/reply"] button').first().click();
  await stranger.goto('/anonymous/follow');
  await stranger.fill('[name=receipt]', receipt.toLowerCase());
  await stranger.getByRole('button', { name: 'Se hva som har skjedd' }).click();
  assert.match(await text(stranger), /Hvilken dag var det\?/);
  assert.deepEqual(await faults(stranger), []);
  await stranger.fill('[name=text]', 'Lørdag.');
  await stranger.getByRole('button', { name: 'Send', exact: true }).click();
  assert.match(await text(stranger), /Lørdag\./);
  for (const page of [stranger, leader]) await page.context().close();
});

test('someone who is signed in is nobody on the page without a name', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'sykepleier', phone);
  await page.goto('/report');
  await page.getByRole('link', { name: 'Meld uten navn' }).click();
  assert.doesNotMatch(await page.content(), /Nils Testnes/);
  await page.fill('[name=what]', 'Ingen vasket hendene.');
  await page.check('[name=sort][value=unsafe]');
  await page.selectOption('[name=unit]', { index: 1 });
  await page.getByRole('button', { name: 'Send meldingen' }).click();
  assert.match(await page.locator('[data-receipt]').innerText(), /-/);
  await page.goto('/my-reports');
  assert.doesNotMatch(await text(page), /Ingen vasket hendene/);
  await page.context().close();
});

test('a leader carries an incident on, and each page says what it waits for', { timeout: 90_000 }, async () => {
  const page = await openWindow(browser, demo, 'avdeling');
  await page.goto('/incidents?state=open&sort=due');
  assert.deepEqual(await violations(page), []);
  await page.getByRole('link', { name: /Feil styrke ble gjort i stand/ }).first().click();
  assert.match(await text(page), /Ingen har begynt på den ennå/);
  await page.getByRole('link', { name: 'Begynn på den' }).click();
  await Promise.all([page.waitForURL(/\/incidents\/[0-9a-f-]+$/), page.getByRole('button', { name: 'Begynn på den' }).click()]);
  await page.getByRole('link', { name: 'Vurder alvor' }).click();
  await page.check('[name=harm][value=none]');
  await page.check('[name=potential][value=moderate]');
  await page.check('[name=level][value=huddle]');
  await Promise.all([page.waitForURL(/\/incidents\/[0-9a-f-]+$/), page.getByRole('button', { name: 'Vurder alvor' }).click()]);
  await page.getByRole('link', { name: 'Meldeplikter' }).first().click();
  await page.getByRole('button', { name: 'Lagre, og svar nei på resten' }).click();
  assert.match(await text(page), /Ingen plikter venter på avgjørelse/);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});
