// How fast are the pages at a nation's size? Prepares the national demo, starts it, asks each page
// many times, one at a time, and prints the time at the client (which holds the server's), memory
// and start. `node bench/pages.mjs [BINARY]`
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = process.argv[2] ?? 'target/release/varde';
const folder = process.env.VARDE_BENCH_DATA ?? mkdtempSync(join(tmpdir(), 'varde-bench-'));
const run = (args) => spawn(binary, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, VARDE_LOG: 'error', VARDE_SIGN_IN_TRIES: '1000' } });
const until = (program, pattern) => new Promise((resolve, reject) => {
  let said = '';
  program.stdout.on('data', (bytes) => {
    said += bytes;
    const found = pattern.exec(said);
    if (found) resolve([found[1], said]);
  });
  program.on('exit', (code) => (code === 0 ? resolve(['', said]) : reject(new Error(`stopped with ${code}: ${said}`))));
});

const prepareBegan = performance.now();
await until(run(['demo', '--national', '--prepare', '--data', folder]), /never said/);
console.log(`prepared in ${((performance.now() - prepareBegan) / 1000).toFixed(1)} s`);

const began = performance.now();
const program = run(['demo', '--national', '--data', folder, '--listen', '127.0.0.1:0']);
const [address] = await until(program, /(http:\/\/127\.0\.0\.1:\d+)[^]*Ctrl/);
console.log(`started in ${(performance.now() - began).toFixed(0)} ms on an existing database`);

let cookies = {};
const ask = async (path, options = {}) => {
  const answer = await fetch(address + path, {
    redirect: 'manual', ...options,
    headers: { cookie: Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join('; '), ...options.headers },
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    cookies[name] = value;
  }
  return [answer, await answer.text()];
};
const signIn = async (username) => {
  cookies = {};
  const [, form] = await ask('/sign-in');
  const guard = /name="_csrf" value="([^"]*)"/.exec(form)[1];
  const body = new URLSearchParams({ _csrf: guard, username, password: 'varde-demo-2026' });
  const [answer] = await ask('/sign-in', { method: 'POST', body });
  if (answer.status !== 303) throw new Error(`sign-in of ${username}: ${answer.status}`);
};
// A service that has just been set up has a night's work to do (which values may be shown, looking at every series); pages
// that write wait for it. What is promised is promised of a service that has done it.
const busy = performance.now();
for (let waiting = 1; waiting > 0;) {
  const [, metrics] = await ask('/metrics');
  waiting = Number(/varde_jobs_waiting (\d+)/.exec(metrics)[1]);
  if (waiting > 0) await new Promise((resolve) => setTimeout(resolve, 500));
}
console.log(`the first night's work took ${((performance.now() - busy) / 1000).toFixed(0)} s more`);
// What the program has taken for itself, and the parts of its own file that the system keeps in memory beside it and lets go
// of when somebody else needs the room.
const resident = (what) => Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))[1]) / 1024;
const memory = () => `${resident('RssAnon').toFixed(0)} MB of its own and ${resident('RssFile').toFixed(0)} MB of its file`;
console.log(`memory before the first page: ${memory()}`);
let most = 0;

const links = (html, pattern) => [...html.matchAll(pattern)].map((match) => match[1]);

const rows = [];
for (const user of ['avdeling', 'direktor', 'direktorat', 'admin']) {
  await signIn(user);
  const [, home] = await ask('/');
  const menu = links(home, /href="(\/[a-z-]+)"/g).filter((href) => !href.includes('assets'));
  const pages = new Set(['/', '/work', '/search?q=pasient', '/units', '/plans', '/goals', '/measures', ...menu]);
  for (const href of [...pages]) {
    const [, html] = await ask(href);
    const deeper = links(html, /href="(\/(?:plans|goals|measures|units|indicators|rounds|bodies|documents|people)\/[0-9a-f-]{36}(?:\/[a-z]+)?)"/g);
    for (const link of deeper.slice(0, 2)) pages.add(link);
  }
  for (const path of pages) {
    const times = [];
    let status;
    for (let n = 0; n < 30; n += 1) {
      const start = performance.now();
      const [answer] = await ask(path);
      times.push(performance.now() - start);
      status = answer.status;
    }
    most = Math.max(most, resident('RssAnon'));
    times.sort((a, b) => a - b);
    rows.push({ user, path: path.replace(/[0-9a-f-]{36}/, '{id}'), status, median: times[15], p95: times[28] });
  }
}
rows.sort((a, b) => b.p95 - a.p95);
for (const row of rows.slice(0, 40)) {
  console.log(`${row.p95.toFixed(1).padStart(7)} ms p95 ${row.median.toFixed(1).padStart(7)} ms median  ${row.status} ${row.user} ${row.path}`);
}
console.log(`${rows.length} pages; of its own at most ${most.toFixed(0)} MB; at the end ${memory()}`);
program.kill('SIGTERM');
if (!process.env.VARDE_BENCH_DATA) rmSync(folder, { recursive: true, force: true });
