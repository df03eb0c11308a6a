import { packLinks } from '../../../src/model/links/pack.ts';

const hub = 'https://hub.example/en-us';
const cdn = 'https://cdn.example/files';
const oneDay = 86_400_000;
const linksAPage = 25;
/** Of so many documents, one meets each fate. */
const cycle = 2000;
const fates = { updated: 1, removed: 2, broke: 3, fixed: 4, new: 5, moved: 6 };
/** Of so many, one is broken both nights. */
const illEvery = 100;

/** Records two nights of one portal with this many resources, a fifth of them pages that lead to the rest. */
export function recordNights(store, size, startedAt) {
  for (const night of [0, 1]) recordNight(store, size, night, startedAt + night * oneDay);
}

/** How a heads-up of the second night differs from what was planted. */
export function mistakesIn({ totals }, size) {
  const { pages, documents } = countsOf(size);
  const planted = Object.fromEntries(
    Object.entries(fates).map(([fate, rest]) => [fate, Math.floor((documents - 1 - rest) / cycle) + 1]),
  );
  planted.updated += Math.floor((pages - 1 - fates.updated) / cycle) + 1;
  return Object.entries({ ...planted, localised: 0 })
    .filter(([kind, count]) => totals[kind] !== count)
    .map(([kind, count]) => `${size}: ${totals[kind]} ${kind} instead of ${count}`);
}

function countsOf(size) {
  const pages = Math.floor(size / 5);
  return { pages, documents: size - pages };
}

function recordNight(store, size, night, startedAt) {
  const { pages, documents } = countsOf(size);
  const recorder = store.begin(describeRun(startedAt));
  const ids = new Uint32Array(documents);
  let next = pages;
  for (let index = 0; index < documents; index++) if (isThere(index, night)) ids[index] = next++;
  for (let page = 0; page < pages; page++) {
    const linked = targetsOf(page, pages, documents).filter((index) => ids[index] > 0);
    const links = packLinks(linked.map((index) => linkTo(index, night)));
    const targets = Uint32Array.from(linked, (index) => ids[index]);
    recorder.record(pageOf(page, night, startedAt), { links, targets });
  }
  for (let index = 0; index < documents; index++)
    if (ids[index] > 0) recorder.record(documentOf(ids[index], index, night, startedAt));
  recorder.end({ endedAt: startedAt + 1, complete: true, limitsReached: [] });
}

function describeRun(startedAt) {
  const id = new Date(startedAt).toISOString().replace(/[-:.]/g, '');
  return {
    id: `${id}-0001`,
    startedAt,
    endedAt: null,
    complete: false,
    limitsReached: [],
    sources: [{ id: 'hub', title: 'Hub', seeds: [`${hub}/page-0.html`], library: true }],
    checkFragments: false,
    version: '0',
    options: {},
  };
}

function fateOf(index) {
  return index % cycle;
}

function isThere(index, night) {
  return fateOf(index) !== (night === 0 ? fates.new : fates.removed);
}

function isIll(index, night) {
  if (index % illEvery === illEvery / 2) return true;
  return fateOf(index) === (night === 0 ? fates.fixed : fates.broke);
}

/** Every document is linked, some from several pages. */
function targetsOf(page, pages, documents) {
  const share = Math.ceil(documents / pages);
  return Array.from(
    new Set(
      Array.from({ length: linksAPage }, (_, position) =>
        position < share ? (page + position * pages) % documents : (page * 31 + position * 977) % documents,
      ),
    ),
  );
}

function urlOf(index, night) {
  const folder = night === 1 && fateOf(index) === fates.moved ? 'archive' : 'current';
  return `${cdn}/${folder}/${index % 100}/Adoption-Guide-Part-${index}.pptx`;
}

function linkTo(index, night) {
  return {
    url: urlOf(index, night),
    kind: 'anchor',
    text: `Adoption Guide, Part ${index}`,
    headings: ['Resources', `Chapter ${index % 10}`],
    fragment: null,
    written: null,
  };
}

function pageOf(index, night, startedAt) {
  const version = night === 1 && fateOf(index) === fates.updated ? 2 : 1;
  return {
    ...answered(index, `${hub}/page-${index}.html`, startedAt, 200, 'text/html', 20_000, {
      etag: `"${index}"`,
    }),
    source: 'hub',
    role: index === 0 ? 'seed' : 'page',
    page: {
      title: `Page ${index} of the Playbook`,
      heading: `Page ${index}`,
      language: 'en',
      charset: 'utf-8',
      breadcrumb: [],
      anchors: null,
      digest: `${version}${String(index).padStart(15, '0')}`,
    },
  };
}

function documentOf(id, index, night, startedAt) {
  const version = night === 1 && fateOf(index) === fates.updated ? 2 : 1;
  const headers = { etag: `"${index}-${version}"`, 'last-modified': 'Sun, 01 Nov 2026 18:00:00 GMT' };
  const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  const url = urlOf(index, night);
  if (isIll(index, night)) return answered(id, url, startedAt, 404, 'text/html', 300, {});
  return answered(id, url, startedAt, 200, type, 1_000_000 + index, headers);
}

function answered(id, url, at, status, contentType, length, headers) {
  return {
    id,
    url,
    source: null,
    role: 'check',
    attempts: [{ at, took: 5, method: 'GET', result: status }],
    outcome: {
      kind: 'fetched',
      status,
      location: null,
      contentType,
      length,
      bytes: 512,
      flaw: null,
      headers,
    },
    page: null,
    signals: {},
  };
}
