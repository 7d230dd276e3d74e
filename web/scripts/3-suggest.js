// The unit picker answers while one types: the server sends a ready list of links.
// Without this script the same field is an ordinary search form.
const wait = 180;

for (const field of document.querySelectorAll('input[data-suggest]')) {
  const list = document.getElementById(field.getAttribute('aria-controls'));
  let timer;
  let request;

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(field.value.trim()), wait);
  });

  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') { event.preventDefault(); list.querySelector('a')?.focus(); }
  });

  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const links = [...list.querySelectorAll('a')];
    const next = links.indexOf(document.activeElement) + step;
    (links[next] ?? (next < 0 ? field : links.at(-1))).focus();
  });

  async function ask(text) {
    request?.abort();
    if (text.length < 2) { list.replaceChildren(); return; }
    request = new AbortController();
    const address = new URL(field.dataset.suggest, location.href);
    address.searchParams.set('q', text);
    try {
      const answer = await fetch(address, { signal: request.signal, headers: { Accept: 'text/html', 'HX-Request': 'true' } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      list.replaceChildren(...page.body.childNodes);
    } catch { /* offline or overtaken by the next letter: the form itself still searches */ }
  }
}
