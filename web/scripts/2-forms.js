// Forms: focus what went wrong, send filters by themselves, and never lose what was typed.

/** Moves focus to the list of errors, so that it is read first. */
const focusErrors = (root) => root.querySelector?.('[data-error-summary]')?.focus();
focusErrors(document);

document.addEventListener('change', (event) => {
  const field = event.target;
  if (field.matches?.('select[data-autosubmit]')) field.form.requestSubmit();
});

// A draft lives in this tab only, under the page's address and the form's key; passwords,
// hidden fields and files are never kept. It goes when the form has reached the server: a lost
// connection never runs the next page, and going back or reloading finds the draft again.
const sentKey = 'varde-sent';
const signedOut = document.body.hasAttribute('data-signed-out');

function tidyDrafts() {
  const sent = sessionStorage.getItem(sentKey);
  sessionStorage.removeItem(sentKey);
  const how = performance.getEntriesByType('navigation')[0]?.type;
  if (sent && how === 'navigate') sessionStorage.removeItem(sent);
  // On a shared machine nothing of the last person may lie about.
  if (signedOut) {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('varde-draft:')) sessionStorage.removeItem(key);
  }
}
try { tidyDrafts(); } catch { /* storage refused: there are no drafts either */ }

const keyOf = (form) => `varde-draft:${location.pathname}:${form.dataset.draft}`;
const isKept = (field) => field.name && !['password', 'hidden', 'file', 'submit', 'button'].includes(field.type);
const fieldsOf = (form) => [...form.elements].filter(isKept);

function keep(form) {
  const rows = fieldsOf(form).map((field, index) =>
    [index, field.name, field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value]);
  try { sessionStorage.setItem(keyOf(form), JSON.stringify(rows)); } catch { /* full or refused: the form still works */ }
}

function restore(form) {
  let rows;
  try { rows = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? 'null'); } catch { return; }
  if (!rows) return;
  const fields = fieldsOf(form);
  let restored = false;
  for (const [index, name, value] of rows) {
    const field = fields[index];
    if (field?.name !== name) continue;
    const now = typeof value === 'boolean' ? 'checked' : 'value';
    if (field[now] !== value) { field[now] = value; restored = true; }
  }
  const note = form.querySelector('[data-draft-note]');
  if (restored && note) note.hidden = false;
}

function watch(root) {
  for (const form of root.querySelectorAll?.('form[data-draft]') ?? []) {
    // A page with errors already carries what was typed; the server's copy is the newer one.
    if (!document.querySelector('[data-error-summary], [data-conflict]')) restore(form);
    form.addEventListener('input', () => keep(form));
    form.addEventListener('submit', () => {
      try { sessionStorage.setItem(sentKey, keyOf(form)); } catch { /* as above */ }
    });
    form.querySelector('[data-draft-discard]')?.addEventListener('click', () => {
      sessionStorage.removeItem(keyOf(form));
      form.reset();
      form.querySelector('[data-draft-note]').hidden = true;
    });
  }
}
watch(document);

document.addEventListener('htmx:after:swap', (event) => {
  const root = event.target instanceof Element ? event.target : document;
  watch(root);
  focusErrors(root);
});

document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-print]')) window.print();
});
