// Charts read without this: each is an image with a description, and a table stands beside it. With
// it the arrow keys walk from point to point, and what is known of each is shown and spoken.
const charts = 'svg[data-chart]';

const points = (chart) =>
  [...chart.querySelectorAll('[data-point]')].sort((a, b) => a.dataset.point - b.dataset.point);

/** The line of words beneath, in the frame of the layout: it shows when its chart does. */
function said(chart) {
  const box = chart.parentElement;
  const found = box.querySelector(':scope > .chart-said');
  if (found) return found;
  const words = document.createElement('p');
  words.className = 'chart-said';
  words.setAttribute('role', 'status');
  box.append(words);
  return words;
}

function make(chart) {
  if (chart.hasAttribute('tabindex') || points(chart).length === 0) return;
  // An image has no parts; from here on the arrow keys belong to the chart.
  chart.setAttribute('role', 'application');
  chart.setAttribute('tabindex', '0');
  said(chart);
}

function leave(chart) {
  for (const point of chart.querySelectorAll('.chart-current')) point.classList.remove('chart-current');
}

function show(chart, point) {
  leave(chart);
  point.classList.add('chart-current');
  said(chart).textContent = point.querySelector('title')?.textContent ?? '';
}

for (const chart of document.querySelectorAll(charts)) make(chart);

document.addEventListener('keydown', (event) => {
  const chart = event.target.closest?.(charts);
  if (!chart || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = points(chart);
  const now = all.findIndex((point) => point.classList.contains('chart-current'));
  const last = all.length - 1;
  // The newest matters most: that is where one begins.
  const next = {
    ArrowLeft: now < 0 ? last : Math.max(now - 1, 0),
    ArrowRight: now < 0 ? last : Math.min(now + 1, last),
    Home: 0,
    End: last,
  }[event.key];
  if (event.key === 'Escape') {
    leave(chart);
    said(chart).textContent = '';
  } else if (next !== undefined && all[next]) {
    event.preventDefault();
    show(chart, all[next]);
  }
});

// `focusout` bubbles; a chart that is left shows no point any more, but keeps its words until then.
document.addEventListener('focusout', (event) => {
  const chart = event.target.closest?.(charts);
  if (chart) leave(chart);
});

document.addEventListener('pointerover', (event) => {
  const point = event.target.closest?.(`${charts} [data-point]`);
  if (point) show(point.closest(charts), point);
});
