// Forms: focus what went wrong, send filters by themselves, and never lose what was typed.

/** Moves focus to the list of errors, so that it is read first. */
const focusErrors = (root) => root.querySelector?.('[data-error-summary]')?.focus();
focusErrors(document);

document.addEventListener('change', (event) => {
  const field = event.target;
  if (field.matches?.('select[data-autosubmit]')) field.form.requestSubmit();
});

// A draft survives a closed window: it lies in this browser, enciphered under a key that only the
// pages of the same sign-in carry, for a day at most. Signed out, or signed in as someone else,
// nobody can read it, and what is left of it is thrown away. Passwords, hidden fields and files are
// never kept. It goes when the form has reached the server: a lost connection never runs the next
// page, and going back or reloading finds the draft again (docs/adr/0012-drafts.md).
const prefix = 'varde-draft:';
const sentKey = 'varde-sent';
const lifetime = 24 * 60 * 60 * 1000;
const signedOut = document.body.hasAttribute('data-signed-out');
const [owner, secret] = (document.body.dataset.drafts ?? '').split(':');
const wanted = document.body.dataset.drafts !== 'no';
// Without a secure connection browsers offer no cipher; then a draft lives in this tab only.
const cipher = secret && globalThis.crypto?.subtle;
const shelf = cipher ? localStorage : sessionStorage;
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''));
const raw = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
const key = cipher && cipher.importKey('raw', raw(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);

const isOld = (value) => {
  try { return !(Date.now() - JSON.parse(value).at < lifetime); } catch { return true; }
};

function tidyDrafts() {
  const sent = sessionStorage.getItem(sentKey);
  sessionStorage.removeItem(sentKey);
  const how = performance.getEntriesByType('navigation')[0]?.type;
  if (sent && how === 'navigate') shelf.removeItem(sent);
  for (const store of [localStorage, sessionStorage]) {
    for (const name of Object.keys(store).filter((name) => name.startsWith(prefix))) {
      // On a shared machine nothing of the last person may lie about.
      const mine = wanted && !signedOut && name.startsWith(`${prefix}${owner}:`);
      if (!mine || isOld(store.getItem(name))) store.removeItem(name);
    }
  }
}
// A bare page of someone who is signed in (a problem, a notice) says nothing of drafts: it tidies nothing.
const knows = signedOut || document.body.hasAttribute('data-drafts');
try { if (knows) tidyDrafts(); } catch { /* storage refused: there are no drafts either */ }

// With the query: a new measure for one finding is another thing than a new measure for another.
const keyOf = (form) => `${prefix}${owner}:${location.pathname}${location.search}:${form.dataset.draft}`;
const isKept = (field) => field.name && !['password', 'hidden', 'file', 'submit', 'button'].includes(field.type);
const fieldsOf = (form) => [...form.elements].filter(isKept);

async function seal(rows) {
  if (!cipher) return { rows };
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await cipher.encrypt({ name: 'AES-GCM', iv }, await key, new TextEncoder().encode(JSON.stringify(rows)));
  return { iv: text(iv), sealed: text(sealed) };
}

async function unseal(kept) {
  if (!cipher) return kept.rows;
  const open = await cipher.decrypt({ name: 'AES-GCM', iv: bytes(kept.iv) }, await key, bytes(kept.sealed));
  return JSON.parse(new TextDecoder().decode(open));
}

// One after the other, so that the last letter typed is the last one kept.
let keeping = Promise.resolve();

function keep(form) {
  const rows = fieldsOf(form).map((field, index) =>
    [index, field.name, field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value]);
  const turn = (form.draftTurn = (form.draftTurn ?? 0) + 1);
  keeping = keeping.then(async () => {
    if (turn !== form.draftTurn) return;
    const kept = JSON.stringify({ at: Date.now(), ...await seal(rows) });
    if (turn === form.draftTurn) shelf.setItem(keyOf(form), kept);
  }).catch(() => { /* full or refused: the form still works */ });
}

async function restore(form) {
  let rows;
  try {
    const kept = JSON.parse(shelf.getItem(keyOf(form)) ?? 'null');
    rows = kept && await unseal(kept);
  } catch { return; }
  // Whoever has begun to type in the meantime goes on undisturbed.
  if (!rows || form.draftTurn) return;
  const fields = fieldsOf(form);
  let restored = false;
  for (const [index, name, value] of rows) {
    const field = fields[index];
    if (field?.name !== name) continue;
    const now = typeof value === 'boolean' ? 'checked' : 'value';
    if (field[now] !== value) {
      field[now] = value;
      restored = true;
      const fold = field.closest('details');
      if (fold) fold.open = true;
    }
  }
  const note = form.querySelector('[data-draft-note]');
  if (restored && note) note.hidden = false;
}

function forget(form) {
  form.draftTurn = (form.draftTurn ?? 0) + 1;
  shelf.removeItem(keyOf(form));
}

function watch(root) {
  if (!wanted) return;
  for (const form of root.querySelectorAll?.('form[data-draft]') ?? []) {
    // A page with errors already carries what was typed; the server's copy is the newer one, and it is
    // kept at once, since the draft behind it went when the form was sent.
    if (document.querySelector('[data-error-summary], [data-conflict]')) keep(form);
    else restore(form);
    form.addEventListener('input', () => keep(form));
    form.addEventListener('submit', () => {
      try { sessionStorage.setItem(sentKey, keyOf(form)); } catch { /* as above */ }
    });
    form.querySelector('[data-draft-discard]')?.addEventListener('click', () => {
      forget(form);
      form.reset();
      form.querySelector('[data-draft-note]').hidden = true;
    });
  }
}
watch(document);

document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-print]')) window.print();
});
