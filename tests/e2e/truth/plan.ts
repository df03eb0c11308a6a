import { isFileUrl } from '../../../src/kit/urls/file-url.js';
import { identify } from '../../../src/kit/urls/url.js';
import type { ServedAnswer } from '../../support/answers.js';
import type { Row } from '../../verdicts/tables/row.js';
import { tables } from '../../verdicts/tables/all.js';

/** A row whose made-up hosts are its own, so that many rows fit into one walk. */
export interface ServedRow extends Row {
  readonly name: string;
}

/** Rows that do not get into each other's way. */
export interface Round {
  readonly rows: readonly ServedRow[];
  /** What is answered, by URL. */
  readonly answers: ReadonlyMap<string, ServedAnswer>;
  readonly options: Row['options'];
  /** Whether servers keep it waiting until it gives up. */
  readonly isHungUp: boolean;
}

/** Every row once, with why it cannot be served; `null` if it can. */
export function allRows(): readonly { readonly row: ServedRow; readonly unserved: string | null }[] {
  const rules = [...new Map(Object.entries(tables).map(([rule, rows]) => [rows, rule]))];
  return rules
    .flatMap(([rows, rule]) => rows.map((row) => ({ rule, row })))
    .map(({ rule, row }, position) => {
      const named = { ...ownHosts(row, position), name: `${rule}: ${row.when}` };
      return { row: named, unserved: whyUnserved(named) };
    });
}

/**
 * Sorts rows into as few walks as can be: the same address gives one answer in each, and one walk has one set of options. Those
 * that wait in vain are walked apart, so that all others can have all the time they need.
 */
export function planRounds(rows: readonly ServedRow[]): readonly Round[] {
  const rounds: (Round & { readonly rows: ServedRow[]; readonly answers: Map<string, ServedAnswer> })[] = [];
  for (const row of rows) {
    const own = answersOf(row);
    const { options } = row;
    const isHungUp = row.serve.some(waitsInVain);
    let round = rounds.find(({ answers, ...like }) => {
      const isFree = [...own].every(([url, answer]) => {
        const taken = answers.get(url);
        return taken === undefined || JSON.stringify(taken) === JSON.stringify(answer);
      });
      const isAlike = like.isHungUp === isHungUp && JSON.stringify(like.options) === JSON.stringify(options);
      return isAlike && isFree;
    });
    if (round === undefined) rounds.push((round = { rows: [], answers: new Map(), options, isHungUp }));
    round.rows.push(row);
    for (const [url, answer] of own) round.answers.set(url, answer);
  }
  return rounds;
}

/** What a row answers: where it redirects to a place it does not describe, a plain page stands there. */
function answersOf({ serve }: ServedRow): ReadonlyMap<string, ServedAnswer> {
  const answers = new Map<string, ServedAnswer>();
  for (const answer of serve) if (answer.withheld === undefined) answers.set(addressOf(answer.url), answer);
  for (const { url, headers } of serve) {
    const location = headers?.['location'];
    if (location === undefined) continue;
    const target = addressOf(new URL(location, url).href);
    if (/^https?:/.test(target) && !answers.has(target)) answers.set(target, { url: target });
  }
  return answers;
}

/** The address as the walk knows it. */
export function addressOf(url: string): string {
  return identify(new URL(url));
}

function waitsInVain({ failed, earlier = [] }: ServedAnswer): boolean {
  return failed?.cause === 'timeout' || earlier.some(({ result }) => result === 'timeout');
}

const withheld = 'not asked, by a decision of the walk: tests/crawl';

function endsBeforeItsServer({ failed, earlier = [] }: ServedAnswer): boolean {
  const isBefore = (cause: unknown): boolean => cause === 'dns' || cause === 'proxy' || cause === 'tls';
  return isBefore(failed?.cause) || earlier.some(({ result }) => isBefore(result));
}

/** Why no server takes part in any of these answers; `null` if one does. */
function whyServerless(serve: ServedRow['serve']): string | null {
  if (serve.some(({ url }) => isFileUrl(url))) return 'told of a file: tests/e2e/files';
  if (serve.some(({ documentLinks }) => documentLinks !== undefined))
    return 'told where links of documents are wanted: tests/app/documents';
  if (serve.some(endsBeforeItsServer)) return 'no server takes part in it: tests/sources, tests/e2e/faults';
  return serve.some(({ failed }) => failed?.detail === 'ECONNREFUSED')
    ? 'no server takes part in it: tests/e2e/faults'
    : null;
}

function whyUnserved({ serve, says }: ServedRow): string | null {
  const [first] = serve;
  if (first === undefined) return 'nothing to serve';
  if (serve.some(({ withheld }) => withheld !== undefined && withheld.by !== 'malformed')) return withheld;
  const serverless = whyServerless(serve);
  if (serverless !== null) return serverless;
  if (serve.some(({ headers }) => headers?.['x-certificate-expires'] !== undefined))
    return 'told by the TLS handshake: tests/sources/connections/tls';
  if (serve.some(({ headers }) => headers?.['x-http-slips'] !== undefined))
    return 'told by how an answer is written: tests/sources/repair';
  if (serve.some(({ role }) => role === 'search')) return 'asked for the sake of a list only: tests/crawl';
  const isGivenUp = says.includes('too-many-redirects') && serve.length === 5;
  if (isGivenUp || says.includes('unknown-end')) return 'a walk asks where redirects lead';
  if (says.includes('strayed-seed')) return 'nothing lies outside of this walk: tests/e2e/crawl';
  if (first.withheld !== undefined && first.written === undefined) return withheld;
  if (serve.some(({ url }) => url.includes('/Account/'))) return withheld;
  if (serve.some(({ url, method }) => method === 'HEAD' && /\.(?:pptx|pdf)$/.test(url)))
    return 'a walk asks for documents by GET';
  return null;
}

/** Made-up hosts get a label of the row's own: `hub.example` → `hub.r7.example`. */
function ownHosts(row: Row, position: number): Row {
  const rename = (text: string): string => text.replace(/\b([a-z]+)\.example\b/g, `$1.r${position}.example`);
  const serve = row.serve.map((answer) => ({
    ...answer,
    url: rename(answer.url),
    ...(answer.written === undefined ? {} : { written: rename(answer.written) }),
    ...(typeof answer.body === 'string' ? { body: rename(answer.body) } : {}),
    ...(answer.headers === undefined
      ? {}
      : {
          headers: Object.fromEntries(
            Object.entries(answer.headers).map(([name, value]) => [name, rename(value)]),
          ),
        }),
  }));
  return { ...row, serve };
}
