// Menus are <details> and work without this; here they learn to close as people expect.
const menus = 'details[data-menu]';

document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll(`${menus}[open]`)) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const menu = event.target.closest?.(`${menus}[open]`) ?? document.querySelector(`${menus}[open]`);
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

// Opening a menu with a search field puts the cursor there; `toggle` does not bubble.
document.addEventListener('toggle', (event) => {
  if (event.target.matches?.(menus) && event.target.open) {
    event.target.querySelector('input[type=search]')?.focus();
  }
}, true);
