/** The tree of places with problems. Branches that do not fork share one line; choosing one filters the list. */
export const tree = `
const newNode = (name, path) => ({ name, path, children: new Map(), states: {}, total: 0 });
const root = newNode(say('everywhere'), []);
const tally = (node, state) => {
  node.states[state] = (node.states[state] || 0) + 1;
  node.total += 1;
};
for (const { path, state } of data.findings) {
  let node = root;
  tally(node, state);
  path.forEach((name, depth) => {
    if (!node.children.has(name)) node.children.set(name, newNode(name, path.slice(0, depth + 1)));
    node = node.children.get(name);
    tally(node, state);
  });
}
const join = (node) => {
  const [only] = node.children.values();
  if (node.children.size !== 1 || only.total !== node.total || node === root) return node;
  return join({ ...only, name: node.name + ' › ' + only.name });
};
const gravity = ({ states }) => (states.broken || 0) * 1e6 + (states['not-checked'] || 0);
const childrenOf = (node) =>
  [...node.children.values()].map(join).sort((a, b) => gravity(b) - gravity(a) || a.name.localeCompare(b.name, data.language));

const makeTally = ({ states, total }) => {
  const state = ['broken', 'not-checked'].find((name) => states[name] > 0) || '';
  return make('span', { class: 'tally ' + state }, count(state === '' ? total : states[state]));
};

const makeNode = (node) => {
  const toggle = make('button', { type: 'button', class: 'toggle', 'aria-expanded': 'false', 'aria-label': say('open') + ': ' + node.name });
  const name = make('button', { type: 'button', class: 'name', 'aria-pressed': 'false' }, make('span', {}, node.name), makeTally(node));
  const item = make('li', {}, make('div', { class: 'place' }, toggle, name));
  const expand = (wanted) => {
    if (wanted && item.childElementCount === 1) item.append(make('ul', {}, childrenOf(node).map(makeNode)));
    toggle.setAttribute('aria-expanded', String(wanted));
    if (item.lastElementChild !== item.firstElementChild) item.lastElementChild.hidden = !wanted;
  };
  toggle.disabled = node.children.size === 0;
  toggle.addEventListener('click', () => expand(toggle.getAttribute('aria-expanded') !== 'true'));
  name.addEventListener('click', () => {
    if (!toggle.disabled) expand(true);
    choosePlace(node.path, name);
  });
  item.addEventListener('keydown', (event) => {
    if (toggle.disabled || (event.target !== toggle && event.target !== name)) return;
    if (event.key === 'ArrowRight') expand(true);
    if (event.key === 'ArrowLeft') expand(false);
  });
  if (node === root) { expand(true); everywhere = name; }
  else if (node.path.length === 1 && root.children.size <= 3) expand(node.children.size > 0);
  return item;
};
let everywhere = null;
const startTree = () => document.getElementById('tree').append(make('ul', {}, makeNode(root)));
`;
