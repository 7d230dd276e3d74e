// Walks the whole demo as several people: every kind of page there is a link to is opened, held
// against the accessibility rules, read in three languages, and looked at on a small phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cutHeadings, openBrowser, openWindow, outOfReach, overrun, startDemo, violations } from './house.mjs';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** A page's kind: its path with ids taken out, and the names of its query's fields. */
const kindOf = (href) => {
  const url = new URL(href);
  const keys = [...new Set(url.searchParams.keys())].filter((key) => !['sort', 'dir', 'page', 'unit'].includes(key));
  return url.pathname.replace(ID, '{id}') + keys.sort().map((key) => `?${key}`).join('');
};
const leaves = /\/assets\/|\/measures\/[^/]+\/activities$|\/api\/|format=|\/export|\.csv|\/sign-out|\/metrics|\/health|\/pdf$|openapi/;

let demo;
let browser;
/** One address for each kind of page, by person. */
const found = new Map();

before(async () => {
  demo = await startDemo();
  browser = await openBrowser();
}, { timeout: 180_000 });
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Pages that no link on another page leads to at once. */
const doors = ['/', '/me/password'];
const crawl = async (user) => {
  const page = await openWindow(browser, demo, user);
  const queue = doors.map((path) => demo.address + path);
  const seen = new Set(queue.map(kindOf));
  const kinds = [];
  while (queue.length > 0) {
    assert.ok(kinds.length < 600, `${user}: the kinds of page come to an end`);
    const href = queue.shift();
    const answer = await page.goto(href);
    assert.equal(answer.status(), 200, `${user}: ${href}`);
    kinds.push(href);
    const links = await page.$$eval('a[href]', (all) => all.map((link) => new URL(link.getAttribute('href'), location.href).href));
    for (const link of links.map((text) => text.split('#')[0])) {
      if (!link.startsWith(demo.address) || leaves.test(link) || seen.has(kindOf(link))) continue;
      seen.add(kindOf(link));
      queue.push(link);
    }
  }
  await page.context().close();
  return kinds;
};

test('every link leads to a page', { timeout: 300_000 }, async () => {
  for (const user of ['direktorat', 'admin', 'avdeling', 'styret', 'personvern']) {
    const kinds = await crawl(user);
    assert.ok(kinds.length > 8, `${user} reaches only ${kinds.length} kinds of page`);
    for (const href of kinds) if (!found.has(kindOf(href))) found.set(kindOf(href), { href, user });
  }
});

test('every kind of page is accessible in light and dark, and nothing is out of reach on a phone', { timeout: 900_000 }, async () => {
  const faults = [];
  for (const user of new Set([...found.values()].map((place) => place.user))) {
    const page = await openWindow(browser, demo, user);
    for (const [kind, place] of found) {
      if (place.user !== user) continue;
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(place.href);
      for (const line of await violations(page)) faults.push(`${kind}: ${line}`);
      for (const line of await cutHeadings(page)) faults.push(`${kind} (1280 px): ${line}`);
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const line of await violations(page)) faults.push(`${kind} (dark): ${line}`);
      await page.setViewportSize({ width: 320, height: 700 });
      for (const line of [...await outOfReach(page), ...await overrun(page)]) faults.push(`${kind} (320 px): ${line}`);
    }
    assert.deepEqual(page.troubles, [], 'the browser console is quiet');
    await page.context().close();
  }
  assert.deepEqual(faults, []);
});

test('the four phases of a unit stand beside each other, each in a card of its own', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'avdeling');
  await page.goto(found.get('/units/{id}/cycle').href);
  const tops = await page.$$eval('main .grid > *', (all) => all.map((card) => `${card.tagName} ${Math.round(card.getBoundingClientRect().top)}`));
  assert.equal(tops.length, 4);
  assert.equal(new Set(tops).size, 1, tops.join(', '));
  assert.match(tops[0], /^SECTION/);
  assert.equal(await page.locator('main .tabs [aria-current=page]').count(), 1, 'the unit has its tabs here too');
  await page.context().close();
});

test('alternatives stand beside each other with their whole names', { timeout: 60_000 }, async () => {
  const page = await openWindow(browser, demo, 'direktorat');
  await page.goto('/plans?q=Diagnostiske');
  const plan = await page.locator('main table a[href^="/plans/"]').first().getAttribute('href');
  await page.goto(`${plan.split('?')[0]}/alternatives`);
  assert.ok(await page.locator('main thead th').count() > 2);
  assert.deepEqual(await cutHeadings(page), []);
  await page.context().close();
});

test('pages that answer a form are accessible too', { timeout: 180_000 }, async () => {
  const faults = [];
  const look = async (page, name) => {
    for (const scheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const line of await violations(page)) faults.push(`${name} (${scheme}): ${line}`);
    }
  };
  const send = (page) => Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')]);
  const stranger = await openWindow(browser, demo, null);
  await stranger.goto('/sign-in');
  await look(stranger, 'sign-in');
  await stranger.fill('[name=username]', 'ingen');
  await stranger.fill('[name=password]', 'feil passord');
  await send(stranger);
  await look(stranger, 'a sign-in that failed');
  await stranger.context().close();

  const page = await openWindow(browser, demo, 'admin');
  for (const [name, text] of [
    ['a table of units that fits', 'code;name;kind;parent;valid_from\nny.post;Ny post;ward;syn.hf0;2027-01-01\n'],
    ['a table of units with faults', 'code;name;kind;parent;valid_from\nny.post;;ukjent;ingen;31.02.2027\n'],
  ]) {
    await page.goto('/units/import');
    await page.setInputFiles('[name=file]', { name: 'enheter.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await send(page);
    await look(page, name);
  }
  const leader = await openWindow(browser, demo, 'radgiver');
  await leader.goto('/indicators/import');
  await leader.setInputFiles('[name=file]', { name: 'verdier.csv', mimeType: 'text/csv', buffer: Buffer.from('indikator;enhet;periode;verdi\nukjent;ingen;2026-13;mye\n') });
  await send(leader);
  await look(leader, 'a file of values with faults');
  assert.deepEqual([...page.troubles, ...leader.troubles].filter((line) => !/422/.test(line)), []);
  await page.context().close();
  await leader.context().close();
  assert.deepEqual(faults, []);
});

test('every kind of page is written in bokmål, nynorsk and English', { timeout: 300_000 }, async () => {
  const faults = [];
  const key = /(?<![\w/.-])(?:web|app|people|indicators|measures|plans|governance|knowledge)-[a-z]+(?:-[a-z0-9]+)+(?![\w/.-])/g;
  for (const language of ['nn', 'en', 'nb']) {
    for (const user of new Set([...found.values()].map((place) => place.user))) {
      const page = await openWindow(browser, demo, user);
      await page.evaluate(async (language) => {
        const form = document.querySelector('form[action="/language"]');
        await fetch('/language', {
          method: 'POST',
          body: new URLSearchParams({ _csrf: form.querySelector('[name=_csrf]').value, back: '/', language }),
        });
      }, language);
      for (const [kind, place] of found) {
        if (place.user !== user) continue;
        const answer = await page.request.get(place.href);
        const text = (await answer.text()).replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
        const html = await answer.text();
        assert.ok(html.includes(`lang="${language}"`), `${kind} is in ${language}`);
        for (const match of text.match(key) ?? []) faults.push(`${kind} (${language}): ${match}`);
      }
      await page.context().close();
    }
  }
  assert.deepEqual(faults, []);
});
