// Starts the demo on a port of its own, opens browsers on it, and signs people in.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
export const axeSource = require('axe-core').source;

const binary = process.env.VARDE_BIN ?? new URL('../../target/debug/varde', import.meta.url).pathname;
const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The demo as a running program: its address, its sign-ins, and a way to stop it. */
export async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'varde-browser-'));
  const program = spawn(binary, ['demo', '--data', folder, '--listen', '127.0.0.1:0'], {
    env: { ...process.env, VARDE_LOG: 'warn', VARDE_SIGN_IN_TRIES: '1000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`the demo did not start:\n${said}`)), 120_000);
    program.stdout.on('data', (bytes) => {
      said += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found && said.includes('\n\n')) {
        clearTimeout(patience);
        resolve(found[0]);
      }
    });
    program.on('exit', (code) => reject(new Error(`the demo stopped with ${code}:\n${said}`)));
  });
  const password = /varde-demo-[a-z0-9-]+/.exec(said)?.[0];
  return {
    address,
    password,
    async stop() {
      program.removeAllListeners('exit');
      const gone = new Promise((resolve) => program.on('exit', resolve));
      program.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const openBrowser = () =>
  chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'] });

/** A window as `user` (by the form, as a person would), or as nobody. */
export async function openWindow(browser, demo, user, options = {}) {
  const { width = 1280, height = 900, javaScript = true, locale = 'nb-NO', colorScheme = 'light' } = options;
  const context = await browser.newContext({
    baseURL: demo.address, viewport: { width, height }, javaScriptEnabled: javaScript, locale, colorScheme,
  });
  const page = await context.newPage();
  page.troubles = [];
  page.on('console', (message) => { if (message.type() === 'error') page.troubles.push(message.text()); });
  page.on('pageerror', (error) => page.troubles.push(String(error)));
  if (user) {
    await page.goto('/sign-in');
    await page.fill('[name=username]', user);
    await page.fill('[name=password]', demo.password);
    await Promise.all([page.waitForURL((url) => url.pathname === '/'), page.click('main button[type=submit]')]);
  }
  return page;
}

/** axe's violations under the WCAG 2.0–2.2 A and AA tags, as one line each. */
export async function violations(page) {
  const found = await page.evaluate(async (source) => {
    if (!window.axe) (0, eval)(source);
    const result = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return result.violations.map((violation) => ({
      id: violation.id, help: violation.help,
      nodes: violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)),
    }));
  }, axeSource);
  return found.map(({ id, help, nodes }) => `${id}: ${help} ← ${nodes.join(' | ')}`);
}

/** What a person at 320 px cannot reach: focusable things outside the window. */
export async function outOfReach(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const hidden = (element) => {
      for (let here = element; here; here = here.parentElement) {
        const style = getComputedStyle(here);
        if (style.display === 'none' || style.visibility === 'hidden') return true;
        // Things inside a region that scrolls sideways on purpose can be scrolled to.
        if (['auto', 'scroll'].includes(style.overflowX) && here.scrollWidth > here.clientWidth) return true;
      }
      return false;
    };
    const focusable = document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]');
    const lost = [...focusable].filter((element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || hidden(element)) return false;
      if (element.closest('.ds-skip-link, [class*=sr-only]')) return false;
      return box.left < -1 || box.right > width + 1;
    }).map((element) => element.outerHTML.slice(0, 120));
    if (document.documentElement.scrollWidth > width + 1) lost.push(`the page itself is ${document.documentElement.scrollWidth} wide`);
    return lost;
  });
}

/** At 320 px, where tables are cards: labels and values that run over each other. */
export async function overrun(page) {
  return page.evaluate(() => [...document.querySelectorAll('.stack > tbody > tr > :is(td, th)')].flatMap((cell) => {
    const label = getComputedStyle(cell, '::before');
    const style = getComputedStyle(cell);
    if (style.display !== 'grid' || label.content === 'none' || cell.getClientRects().length === 0) return [];
    const [room] = style.gridTemplateColumns.split(' ');
    const lost = [];
    if (parseFloat(label.width) > parseFloat(room) + 1) lost.push(`“${cell.dataset.label}” runs over its value`);
    if (cell.scrollWidth > cell.clientWidth + 1) lost.push(`the value of “${cell.dataset.label}” runs out of its card`);
    return lost;
  }));
}

/** At 1280 px: headings of tables outside their frame. */
export async function cutHeadings(page) {
  return page.evaluate(() => [...document.querySelectorAll('.scroll thead th')].flatMap((heading) => {
    const [box, frame] = [heading, heading.closest('.scroll')].map((element) => element.getBoundingClientRect());
    if (box.width === 0 || getComputedStyle(heading.closest('thead')).position === 'absolute') return [];
    const isCut = box.right > frame.right + 1 || heading.scrollWidth > heading.clientWidth + 1;
    return isCut ? [`the heading “${heading.textContent.trim()}” is cut`] : [];
  }));
}

export const usersOf = ['avdeling', 'direktor', 'direktorat', 'sykepleier', 'radgiver', 'kommune', 'styret', 'personvern', 'admin'];
