/** What the reader does: typing, choosing, moving by keys, scrolling, printing. Then the page is shown. */
export const keys = `
const start = () => {
  let waiting = 0;
  search.addEventListener('input', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      chosen.words = fold(search.value).split(/\\s+/).filter(Boolean);
      show();
    });
  });
  for (const chip of chips) chip.addEventListener('click', () => {
    chosen.state = chip.dataset.state;
    show();
  });
  new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && showMore(), { rootMargin: '800px' }).observe(more);
  addEventListener('keydown', pressKey);
  startTree();
  choosePlace([], everywhere);
};

const step = (by) => {
  const lines = [...listed.querySelectorAll('summary')];
  const now = lines.indexOf(document.activeElement);
  const next = lines[now < 0 ? 0 : Math.max(0, now + by)];
  if (next === undefined) return;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
};
const pressKey = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') return showAll();
  if (event.target === search) return;
  if (event.key === '/') { event.preventDefault(); search.focus(); search.select(); }
  if (event.key === 'j') step(1);
  if (event.key === 'k') step(-1);
};

/** Paper cannot be opened: everything that matches is printed, opened while it is not a book. */
const spreadForPrint = () => {
  for (const changes of document.querySelectorAll('.changes')) changes.open = true;
  if (search === null) return;
  showMore(Infinity);
  if (matching.length > 300) return;
  for (const element of listed.querySelectorAll('details')) {
    element.dispatchEvent(new Event('fill'));
    element.open = true;
  }
};
addEventListener('beforeprint', spreadForPrint);
if (search !== null) start();
`;
