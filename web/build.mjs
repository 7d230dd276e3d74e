// Collects what the browser needs into dist/: one style sheet, one script, fonts, icons.
// Plain Node, no bundler: the pieces are small enough to be read as they are served.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = `${here}dist/`;
const read = (path) => readFileSync(`${here}${path}`, 'utf8');
const sources = (folder, ending) =>
  readdirSync(`${here}${folder}`).filter((name) => name.endsWith(ending)).sort()
    .map((name) => read(`${folder}/${name}`));

/** Drops comments and the white space between rules; strings with `/*` do not occur in ours. */
const squeeze = (css) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n').replace(/\n+/g, '\n');

/** The two Latin subsets of Inter; latin-ext holds the letters of the Sámi languages. */
function fonts() {
  const css = read('node_modules/@fontsource-variable/inter/wght.css');
  const faces = css.match(/@font-face \{[^}]*\}/g) ?? [];
  return faces.filter((face) => /inter-latin(-ext)?-wght-normal/.test(face)).map((face) => {
    const file = /files\/([\w-]+\.woff2)/.exec(face)[1];
    copyFileSync(`${here}node_modules/@fontsource-variable/inter/files/${file}`, `${dist}${file}`);
    return face.replace("'Inter Variable'", "'Inter'").replace(`./files/${file}`, file);
  }).join('\n');
}

/** A WOFF file as the plain font within it, which is what the typesetter of documents reads. */
function plainFont(woff) {
  const n = woff.readUInt16BE(12);
  const highest = 2 ** Math.floor(Math.log2(n));
  const head = Buffer.alloc(12 + 16 * n);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  [n, 16 * highest, Math.log2(highest), 16 * (n - highest)].forEach((value, place) => head.writeUInt16BE(value, 4 + 2 * place));
  const pieces = [head];
  let end = head.length;
  for (let place = 0; place < n; place += 1) {
    const at = 44 + 20 * place;
    const [from, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
    const data = woff.subarray(from, from + packed);
    const table = packed < length ? inflateSync(data) : data;
    woff.copy(head, 12 + 16 * place, at, at + 4);
    woff.copy(head, 16 + 16 * place, at + 16, at + 20);
    head.writeUInt32BE(end, 20 + 16 * place);
    head.writeUInt32BE(length, 24 + 16 * place);
    pieces.push(table, Buffer.alloc(-length & 3));
    end += length + (-length & 3);
  }
  return Buffer.concat(pieces);
}

/** The same typeface for documents: those take no variable fonts out of WOFF2. */
function printFonts() {
  mkdirSync(`${dist}print`);
  for (const part of ['latin-400', 'latin-600', 'latin-ext-400', 'latin-ext-600']) {
    const woff = readFileSync(`${here}node_modules/@fontsource/inter/files/inter-${part}-normal.woff`);
    writeFileSync(`${dist}print/inter-${part}.ttf`, plainFont(woff));
  }
}

/** Icons as masks: they take the colour of the text and need no request and no inline SVG. */
function icons() {
  const names = JSON.parse(read('icons.json'));
  const rules = [];
  for (const [name, file] of Object.entries(names)) {
    const svg = read(`node_modules/@navikt/aksel-icons/dist/svg/${file}.svg`).replace(/\s*\n\s*/g, '');
    // Two decimals are a four-hundredth of the icon: enough for the eye, a third less to send.
    const inner = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '')
      .replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
    const mask = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>${inner.replaceAll('"', "'")
      .replaceAll('currentColor', 'black')}</svg>`;
    const url = encodeURIComponent(mask).replace(/%(20|3D|3A|2F|2C|27)/g, (code) => decodeURIComponent(code));
    rules.push(`[data-icon="${name}"]{--icon:url("data:image/svg+xml,${url}")}`);
  }
  return rules.join('\n');
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
printFonts();

// The order of the layers is set by Designsystemet's first line; ours lies outside them and wins.
writeFileSync(`${dist}varde.css`, [
  read('node_modules/@digdir/designsystemet-css/dist/src/index.css'),
  fonts(),
  squeeze(read('theme/varde.css').replace(/^@charset[^;]*;/, '')),
  icons(),
  squeeze(sources('styles', '.css').join('\n')),
].join('\n'));

writeFileSync(`${dist}varde.js`,
  sources('scripts', '.js').map((script) => `(() => {\n'use strict';\n${script}})();\n`).join('\n'));
for (const name of ['favicon.svg', 'logo.svg']) copyFileSync(`${here}brand/${name}`, `${dist}${name}`);
