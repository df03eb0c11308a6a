/** The list: what search, state and place leave over, so many at a time. */
export const list = `
const batch = 100;
const chosen = { words: [], state: '', path: [] };
const listed = document.getElementById('list');
const status = document.getElementById('count');
const search = document.getElementById('search');
const chips = [...document.querySelectorAll('.chip')];
const fold = (text) => text.normalize('NFKC').toLowerCase();
let haystacks = null;
let matching = [];
let made = 0;

const makeHaystacks = () => data.findings.map((finding) => fold([
  finding.outcome, finding.name, finding.address, finding.reason, finding.trail, ...finding.remarks, ...finding.tasks,
  ...finding.pages, ...finding.evidence.flatMap(({ values }) => values),
].join(' ')));

const matches = (finding, position) =>
  (chosen.state === '' || finding.state === chosen.state) &&
  chosen.path.every((name, depth) => finding.path[depth] === name) &&
  chosen.words.every((word) => haystacks[position].includes(word));

const more = make('button', { type: 'button', class: 'wide' });
const showMore = (limit = batch) => {
  more.remove();
  listed.append(...matching.slice(made, made + limit).map(makeFinding));
  made = Math.min(matching.length, made + limit);
  if (made === matching.length) return;
  more.textContent = say('showMore', { count: count(matching.length - made) });
  listed.append(more);
};
more.addEventListener('click', () => showMore());

const showAll = () => {
  search.value = '';
  Object.assign(chosen, { words: [], state: '' });
  choosePlace([], everywhere);
};
const show = () => {
  if (chosen.words.length > 0 && haystacks === null) haystacks = makeHaystacks();
  matching = data.findings.filter(matches);
  made = 0;
  listed.replaceChildren();
  for (const chip of chips) chip.setAttribute('aria-pressed', String(chip.dataset.state === chosen.state));
  status.textContent = say('shown', { shown: count(matching.length), all: count(data.findings.length) });
  if (matching.length > 0) return showMore();
  const reset = make('button', { type: 'button', class: 'wide' }, say('reset'));
  reset.addEventListener('click', showAll);
  listed.append(make('div', { class: 'empty' }, make('p', {}, say('noMatch')), reset));
};
const choosePlace = (path, button) => {
  for (const other of document.querySelectorAll('.place .name')) other.setAttribute('aria-pressed', String(other === button));
  chosen.path = path;
  show();
};
`;
