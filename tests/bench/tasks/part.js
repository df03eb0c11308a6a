/**
 * One part of holding lists of tasks against a snapshot, carried out alone: records the snapshot, or writes what it cost as JSON.
 */
import { openStore } from '../../../src/store/store.ts';
import { packLinks } from '../../../src/model/links/pack.ts';
import { reconcile } from '../../../src/tasks/reconcile/reconcile.ts';

const linksAPage = 50;
const portals = ['playbook', 'community'];

/** Reads the snapshot from a store, as the program does. */
function measure(folder, taskCount, resourceCount) {
  const rows = makeRows(taskCount, resourceCount);
  const places = portals.map((id) => ({ id, title: id, sources: [id] }));
  const snapshot = openStore(folder).open();
  const started = performance.now();
  const report = reconcile({ rows, snapshot, verdictOf, places });
  const milliseconds = Math.round(performance.now() - started);
  const mistaken = report.tasks.filter(isMistaken).length;
  snapshot.close();
  return { milliseconds, mebibytes: Math.round(process.resourceUsage().maxRSS / 1024), mistaken };
}

const subjects = 'Teams Exchange Intune Viva Purview Defender Copilot SharePoint OneDrive Entra'.split(' ');
const kinds = 'Deployment Adoption Migration Readiness Security Governance Kickoff Planning'.split(' ');
const forms = ['Guide', 'Deck', 'Checklist', 'Workshop', 'ガイド', '資料'];

/** Every name is one document's, and shares its words with thousands. */
function nameOf(number) {
  const subject = subjects[number % subjects.length];
  const kind = kinds[Math.floor(number / 7) % kinds.length];
  return `${subject} ${kind} ${forms[number % forms.length]} Part ${number}`;
}

function addressOf(number) {
  return `https://documents.example/files/${encodeURIComponent(nameOf(number).replaceAll(' ', '-'))}.pptx`;
}

/** Two thirds are found by address or by title; every third names what is nowhere. */
function makeRows(taskCount, resourceCount) {
  return Array.from({ length: taskCount }, (_, index) => {
    const number = (index * 19) % Math.floor(resourceCount * 0.9);
    const isLost = index % 3 === 2;
    const title = isLost ? `Lost ${nameOf(number)} of nobody ${index}` : nameOf(number);
    return {
      id: String(10_000 + index),
      name: title,
      language: 'en',
      documents: [{ title, url: index % 3 === 0 ? addressOf(number) : null, language: null }],
      services: [],
      mandatory: null,
      list: 'list.csv',
      where: { file: 'list.csv', line: index + 2 },
    };
  });
}

function isMistaken({ task, documents }) {
  const isFound = documents.every(({ sightings }) => sightings.length > 0);
  return isFound === task.names.en.startsWith('Lost ');
}

function verdictOf() {
  return null;
}

/** A tenth are pages, and lead to the rest. */
function record(store, resourceCount) {
  const run = {
    id: '20261122T081500Z-0001',
    startedAt: 0,
    endedAt: null,
    complete: false,
    limitsReached: [],
    sources: portals.map((id) => ({ id, title: id, seeds: [], library: true })),
    checkFragments: false,
    version: '0',
    options: {},
  };
  const recorder = store.begin(run);
  const pages = Math.floor(resourceCount / 10);
  for (let id = 0; id < resourceCount; id++) {
    const isPage = id < pages;
    const links = isPage ? linksOf(id, pages, resourceCount) : null;
    recorder.record(resourceOf(id, isPage, pages), links === null ? null : admit(links));
  }
  recorder.end({ endedAt: 1, complete: true, limitsReached: [] });
}

function admit(links) {
  return {
    links: packLinks(links.map(({ link }) => link)),
    targets: Uint32Array.from(new Set(links.map(({ target }) => target))),
  };
}

function linksOf(page, pages, resourceCount) {
  return Array.from({ length: linksAPage }, (_, position) => {
    const target = pages + ((page * linksAPage + position * 7) % (resourceCount - pages));
    const link = {
      url: addressOf(target - pages),
      kind: 'anchor',
      text: nameOf(target - pages),
      headings: ['Resources'],
      fragment: null,
      written: null,
    };
    return { target, link };
  });
}

function resourceOf(id, isPage, pages) {
  const source = isPage ? portals[id % 2] : null;
  return {
    id,
    url: isPage ? `https://${source}.example/page-${id}` : addressOf(id - pages),
    source,
    role: isPage ? 'page' : 'check',
    attempts: [{ at: 0, took: 1, method: 'GET', result: 200 }],
    outcome: {
      kind: 'fetched',
      status: 200,
      location: null,
      contentType: isPage ? 'text/html' : 'application/octet-stream',
      length: null,
      bytes: 1000,
      flaw: null,
      headers: {},
    },
    page: isPage
      ? {
          title: `Page ${id}`,
          heading: '',
          language: 'en',
          charset: 'utf-8',
          breadcrumb: [],
          anchors: null,
          digest: null,
        }
      : null,
    signals: {},
  };
}

const [part, folder, ...counts] = process.argv.slice(2);
const [taskCount, resourceCount] = counts.map(Number);
if (part === 'record') record(openStore(folder), resourceCount);
else process.stdout.write(JSON.stringify(measure(folder, taskCount, resourceCount)));
