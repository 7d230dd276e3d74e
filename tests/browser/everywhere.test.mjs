// Walks the whole demo as several people: every kind of page there is a link to is opened, held
// against the accessibility rules, read in three languages, and looked at on a small phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openWindow, outOfReach, startDemo, violations } from './house.mjs';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** A page's kind: its path with ids taken out, and the names of its query's fields. */
const kindOf = (href) => {
  const url = new URL(href);
  const keys = [...new Set(url.searchParams.keys())].filter((key) => !['sort', 'dir', 'page', 'unit'].includes(key));
  return url.pathname.replace(ID, '{id}') + keys.sort().map((key) => `?${key}`).join('');
};
const leaves = /\/assets\/|\/api\/|format=|\/export|\.csv|\/sign-out|\/metrics|\/health|\/pdf$|openapi/;

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

const crawl = async (user) => {
  const page = await openWindow(browser, demo, user);
  const queue = [`${demo.address}/`];
  const seen = new Set(queue.map(kindOf));
  const kinds = [];
  while (queue.length > 0 && kinds.length < 140) {
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
  for (const user of ['direktorat', 'admin', 'avdeling']) {
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
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const line of await violations(page)) faults.push(`${kind} (dark): ${line}`);
      await page.setViewportSize({ width: 320, height: 700 });
      for (const line of await outOfReach(page)) faults.push(`${kind} (320 px): ${line}`);
    }
    assert.deepEqual(page.troubles, [], 'the browser console is quiet');
    await page.context().close();
  }
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
