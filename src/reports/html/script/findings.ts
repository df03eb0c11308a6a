/** One finding: its line, and what it opens to, made when it is first opened. */
export const findings = `
const makeTerm = (name, ...values) => [make('dt', {}, name), make('dd', {}, ...values)];
const makeItems = (items) => make('ul', {}, items.map((item) => make('li', {}, item)));

const makeDetails = (finding) => {
  const pages = finding.pages.map(makeAddress);
  if (finding.morePages > 0) pages.push(say('andMore', { count: count(finding.morePages) }));
  return make('div', { class: 'more' }, make('dl', {},
    makeTerm(say('address'), makeAddress(finding.address)),
    pages.length > 0 ? makeTerm(say('linkedFrom'), makeItems(pages)) : null,
    finding.tasks.length > 0 ? makeTerm(say('tasks'), finding.tasks.join(', ')) : null,
    finding.evidence.map(({ name, values }) => makeTerm(name, makeItems(values.map((value) => make('code', {}, value))))),
  ));
};

const makeFinding = (finding) => {
  const tasks = finding.tasks.slice(0, 3).map((id) => [' ', make('span', { class: 'tag' }, say('task', { id }))]);
  const summary = make('summary', {},
    make('span', { class: 'outcome' }, finding.outcome || '–'),
    make('span', { class: 'name-of' }, finding.name, tasks),
    make('span', { class: 'links' }, finding.links),
    make('span', { class: 'trail' }, finding.trail),
    make('span', { class: 'reason' }, [finding.reason, ...finding.remarks].join(data.words.sentenceJoin)),
  );
  const element = make('details', { class: 'finding ' + finding.state }, summary);
  const open = () => element.childElementCount === 1 && element.append(makeDetails(finding));
  element.addEventListener('toggle', open);
  element.addEventListener('fill', open);
  return element;
};
`;
