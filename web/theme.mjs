// Rebuilds theme/varde.css (light and dark) from the four colours in designsystemet.config.json.
// The result is committed, so the everyday build needs neither this nor a newer Node.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const tokens = 'node_modules/.cache/design-tokens';
const built = 'node_modules/.cache/theme';
const cli = 'node_modules/@digdir/designsystemet/dist/bin/designsystemet.js';
const run = (...args) => execFileSync(process.execPath, [cli, ...args], { cwd: here, stdio: 'inherit' });

run('tokens', 'create', '--config', 'designsystemet.config.json');
run('tokens', 'build', '--tokens', tokens, '--out-dir', built, '--clean');
mkdirSync(`${here}theme`, { recursive: true });
// Dark is for screens: on paper the light colours hold, whatever the reader has chosen.
const css = readFileSync(`${here}${built}/varde.css`, 'utf8')
  .replace(/^\[data-color-scheme="dark"\] \{[^}]*\}/gm, (block) => `@media screen {\n${block}\n}`)
  .replaceAll('@media (prefers-color-scheme: dark)', '@media screen and (prefers-color-scheme: dark)');
writeFileSync(`${here}theme/varde.css`, css);
rmSync(`${here}${built}`, { recursive: true });
