// Takes pictures for people to look at: `node tests/browser/look.mjs FOLDER [user=avdeling] [path …]`.
// At 320, 768 and 1280 px, in light and dark. Uses a running demo when VARDE_ADDRESS is set.
import { mkdirSync } from 'node:fs';
import { openBrowser, openWindow, startDemo } from './house.mjs';

const [folder = 'tmp/look', ...rest] = process.argv.slice(2);
const user = rest.find((word) => word.startsWith('user='))?.slice(5) ?? 'avdeling';
const only = rest.find((word) => word.startsWith('only='))?.slice(5);
const paths = rest.filter((word) => word.startsWith('/'));
mkdirSync(folder, { recursive: true });

const demo = process.env.VARDE_ADDRESS
  ? { address: process.env.VARDE_ADDRESS, password: process.env.VARDE_PASSWORD, stop: async () => {} }
  : await startDemo();
const browser = await openBrowser();
for (const [width, height] of [[1280, 900], [768, 1000], [320, 700]]) {
  for (const colorScheme of ['light', 'dark']) {
    if (only && !`${width}-${colorScheme}`.includes(only)) continue;
    const page = await openWindow(browser, demo, user, { width, height, colorScheme });
    for (const path of paths.length > 0 ? paths : ['/']) {
      // `/plans>Handlingsplan` opens /plans and follows the first link with that text.
      const [start, ...links] = path.split('>');
      await page.goto(start);
      for (const link of links) await page.getByRole('link', { name: link }).first().click();
      const name = `${user}${path.replace(/[^\w]+/g, '-')}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: `${folder}/${name}`, fullPage: true });
      console.log(`${folder}/${name}`);
    }
    await page.context().close();
  }
}
await browser.close();
await demo.stop();
