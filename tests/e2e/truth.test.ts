import { describe, expect, it } from 'vitest';
import type { Judged } from '../../src/model/judged.js';
import type { Report } from '../../src/model/report.js';
import { judge } from '../../src/verdicts/judge.js';
import { resolveRules } from '../../src/verdicts/rule-set.js';
import type { ServedAnswer } from '../support/answers.js';
import { serveNamedHosts } from '../support/named-hosts.js';
import { walkHere } from '../support/walk-here.js';
import { actOut, maxBody } from './truth/act.js';
import { addressOf, allRows, planRounds, type Round, type ServedRow } from './truth/plan.js';

const start = 'https://start.example/';
const rows = allRows();
const served = rows.filter(({ unserved }) => unserved === null).map(({ row }) => row);

describe('the tables of the rules, on real sockets', () => {
  it('every row: fetched, read, observed, recorded and judged, it says what the table says', async () => {
    const differences: string[] = [];
    for (const round of planRounds(served)) differences.push(...(await walkRound(round)));
    expect(differences).toEqual([]);
  }, 120_000);

  it('leave out only what no server can act out, and say why', () => {
    const left = rows.filter(({ unserved }) => unserved !== null);
    const reasons = new Map<string, number>();
    for (const { unserved } of left) reasons.set(unserved ?? '', (reasons.get(unserved ?? '') ?? 0) + 1);
    expect(served.length).toBeGreaterThan(300);
    expect(Object.fromEntries(reasons)).toMatchInlineSnapshot(`
      {
        "a walk asks for documents by GET": 7,
        "a walk asks where redirects lead": 5,
        "asked for the sake of a list only: tests/crawl": 1,
        "no server takes part in it: tests/e2e/faults": 1,
        "no server takes part in it: tests/sources, tests/e2e/faults": 17,
        "not asked, by a decision of the walk: tests/crawl": 22,
        "nothing lies outside of this walk: tests/e2e/crawl": 3,
        "told by how an answer is written: tests/sources/repair": 7,
        "told by the TLS handshake: tests/sources/connections/tls": 10,
        "told of a file: tests/e2e/files": 27,
        "told where links of documents are wanted: tests/app/documents": 11,
      }
    `);
  });
});

/** Walks all rows of a round at once; gives what was judged otherwise than the tables say. */
async function walkRound(round: Round): Promise<readonly string[]> {
  const asked = new Map<string, number>();
  const hosts = await serveNamedHosts((request, response) => {
    const url = addressOf(request.url ?? '');
    const times = asked.get(url) ?? 0;
    asked.set(url, times + 1);
    const links = pageOfLinks(round, url);
    const answer = links === null ? answerFor(round, url) : { url, body: links };
    actOut(answer, times, request, response);
  });
  try {
    const { judged, report } = await walkAll(round, hosts.environment);
    return round.rows.flatMap((row) => differences(row, judged, report));
  } finally {
    await hosts.close();
  }
}

async function walkAll(
  { options, rows: all, isHungUp }: Round,
  environment: Readonly<Record<string, string>>,
): Promise<{ judged: readonly Judged[]; report: Report }> {
  const further = all.flatMap(({ serve }) => serve).filter(({ role }) => role === 'seed');
  const seeds = [start, ...further.map(({ url }) => url)];
  const patience = isHungUp ? 500 : 30_000;
  const { config, report, snapshot } = await walkHere(
    {
      sources: [{ id: 'all', seeds, include: ['.*'], robots: false }],
      limits: {
        maxHops: 5,
        maxWait: 0,
        backoff: 1,
        headersTimeout: patience,
        bodyTimeout: patience,
        maxBody,
      },
      insecure: true,
      rules: options,
    },
    environment,
  );
  const judged = [...judge(snapshot, resolveRules(config.rules), { maxHops: 5 })];
  snapshot.close();
  return { judged, report };
}

/** Where the walk starts: links to all addresses of all rows, and to a page for each row with a slip of the pen in it. */
function pageOfLinks({ rows: all }: Round, url: string): string | null {
  const slips = new Map(
    all.flatMap((row, position) =>
      row.serve[0]?.written === undefined ? [] : [[slipPage(row, position), row.serve[0].written]],
    ),
  );
  const written = slips.get(url);
  if (written !== undefined) return `<a href="${written}">A slip</a>`;
  if (url !== start) return null;
  const plain = all
    .flatMap(({ serve }) => serve)
    .filter(
      ({ role, withheld, written: slip }) => role !== 'probe' && withheld === undefined && slip === undefined,
    );
  return [...slips.keys()].map(link).join('') + plain.map(linkTo).join('');
}

function slipPage({ serve }: ServedRow, position: number): string {
  const host = /[a-z]+\.r\d+\.example/.exec(JSON.stringify(serve))?.[0] ?? `hub.s${position}.example`;
  return `https://hub.${host.split('.').slice(1).join('.')}/playbook/links.html`;
}

function link(url: string): string {
  return `<a href="${url.replaceAll('&', '&amp;')}">A link</a>`;
}

function linkTo({ url, method, earlier }: ServedAnswer): string {
  const isHead = method === 'HEAD' || earlier?.some((attempt) => attempt.method === 'HEAD') === true;
  return isHead ? `<img src="${url}">` : link(url);
}

/** A name nobody knows is answered by the probe of its folder, else it is honestly missing. */
function answerFor({ answers }: Round, url: string): ServedAnswer {
  const known = answers.get(url);
  if (known !== undefined) return known;
  for (const probe of answers.values()) {
    const folder = probe.url.slice(0, probe.url.lastIndexOf('/') + 1);
    if (probe.role !== 'probe' || !url.startsWith(folder)) continue;
    const name = probe.url.slice(folder.length);
    const own = url.slice(url.lastIndexOf('/') + 1);
    const body = typeof probe.body === 'string' ? probe.body.replaceAll(name, own) : '';
    return { ...probe, body };
  }
  return { url, status: 404, body: '<title>Not found</title><h1>Not found</h1>' };
}

/** What is said of an address, by itself or together with others of its host. */
function ruleOf({ findings }: Report, url: string): string {
  const found = findings.find((finding) => {
    const { urls } = finding.evidence.facts;
    return finding.url === url || (Array.isArray(urls) && urls.includes(url));
  });
  return found?.rule ?? '';
}

function differences(row: ServedRow, judged: readonly Judged[], report: Report): readonly string[] {
  const [first] = row.serve;
  if (first === undefined) return [];
  const found = judged.find(({ resource }) =>
    first.withheld?.by === 'malformed'
      ? resource.signals['malformed-link'] === first.written
      : resource.url === addressOf(first.url),
  );
  const says = found === undefined ? 'never seen' : found.verdicts.map(({ rule }) => rule).join(' ');
  const wanted = row.says.join(' ');
  const reported = found === undefined ? '' : ruleOf(report, found.resource.url);
  return [
    ...(says === wanted ? [] : [`${row.name}: "${says}" instead of "${wanted}"`]),
    ...(reported === (row.says[0] ?? '') ? [] : [`${row.name}: reported as "${reported}"`]),
  ];
}
