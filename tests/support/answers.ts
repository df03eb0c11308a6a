import { load } from 'cheerio/slim';
import { urlOfRefresh } from '../../src/extract/links/refresh.js';
import { fingerprint } from '../../src/kit/fingerprints/fingerprint.js';
import { identify } from '../../src/kit/urls/url.js';
import type { Judged } from '../../src/model/judged.js';
import type { Link, LinkKind } from '../../src/model/link.js';
import type { Page } from '../../src/model/page.js';
import {
  documentLinks,
  keptHeaders,
  type Attempt,
  type DocumentLinksNote,
  type Failed,
  type Fetched,
  type Flaw,
  type Method,
  type Outcome,
  type Role,
  type Withheld,
} from '../../src/model/resource.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { judge } from '../../src/verdicts/judge.js';
import { observe } from '../../src/verdicts/observe.js';
import type { RuleOptions } from '../../src/verdicts/define.js';
import { resolveRules } from '../../src/verdicts/rule-set.js';
import { sketchedTime, snapshotOf, type ResourceSketch } from './snapshots.js';

/** An answer as a server could give it, or why none came. The rest is that of a plain healthy page. */
export interface ServedAnswer {
  readonly url: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly method?: Method;
  readonly flaw?: Flaw;
  /** Only this many bytes at each end were read. */
  readonly sampled?: number;
  readonly failed?: Omit<Failed, 'kind'>;
  readonly withheld?: Omit<Withheld, 'kind'>;
  /** How earlier tries ended. */
  readonly earlier?: readonly Partial<Attempt>[];
  readonly role?: Role;
  /** The `href` that led here, where it looked like a slip of the pen. */
  readonly written?: string;
  /** What was noted of its links, where they were wanted of a document. */
  readonly documentLinks?: DocumentLinksNote;
}

/** A page nobody could complain about. */
export const plainBody = `<!doctype html><html lang="en"><head><title>Deploy Teams - Playbook</title></head>
<body><h1>Deploy Teams</h1><p>${'How to plan, pilot and roll out Microsoft Teams. '.repeat(40)}</p></body></html>`;

/** What a run would have noted of these answers. */
export function snapshotOfAnswers(answers: readonly ServedAnswer[], options: RuleOptions = {}): Snapshot {
  const rules = resolveRules(options);
  return snapshotOf({ resources: answers.map((answer) => sketch(answer, rules)) });
}

/** The verdicts on the first of these answers, the gravest first. */
export function judgeFirst(answers: readonly ServedAnswer[], options: RuleOptions = {}): Judged {
  const [first] = judge(snapshotOfAnswers(answers, options), resolveRules(options), { maxHops: 5 });
  if (first === undefined) throw new Error('nothing was judged');
  return first;
}

function sketch(served: ServedAnswer, rules: ReturnType<typeof resolveRules>): ResourceSketch {
  const url = identify(new URL(served.url));
  const outcome = outcomeOf(served);
  const written = served.written === undefined ? {} : { 'malformed-link': served.written };
  const base = { url, outcome, attempts: attemptsOf(served, outcome), role: served.role ?? 'page' } as const;
  if (outcome.kind !== 'fetched' || served.method === 'HEAD') {
    return { ...base, page: null, signals: written };
  }
  const bytes = bytesOf(served);
  const isPage = outcome.contentType === 'text/html';
  const markup = isPage ? Buffer.from(bytes).toString('utf8') : '';
  const page = isPage ? readPage(`${refreshOf(served)}${markup}`, url) : null;
  const { sampled } = served;
  const body =
    sampled === undefined || sampled * 2 >= bytes.length
      ? { bytes, complete: served.flaw === undefined, tail: null }
      : { bytes: bytes.subarray(0, sampled), complete: false, tail: bytes.subarray(-sampled) };
  const signals = observe({ url, answer: outcome, body, page, markup, tree: () => load(markup) }, rules);
  const noted = served.documentLinks === undefined ? {} : { [documentLinks]: served.documentLinks };
  return { ...base, page, links: page?.links ?? [], signals: { ...signals, ...noted, ...written } };
}

function outcomeOf(served: ServedAnswer): Outcome {
  if (served.failed !== undefined) return { kind: 'failed', ...served.failed };
  if (served.withheld !== undefined) return { kind: 'withheld', ...served.withheld };
  const headers: Record<string, string> = { 'content-type': 'text/html', ...served.headers };
  const { location } = headers;
  const bytes = bytesOf(served);
  const answer: Fetched = {
    kind: 'fetched',
    status: served.status ?? (location === undefined ? 200 : 302),
    location: location === undefined ? null : new URL(location, served.url).href,
    contentType: headers['content-type']!.split(';')[0]!.trim().toLowerCase(),
    length: headers['content-length'] === undefined ? null : Number(headers['content-length']),
    bytes: served.method === 'HEAD' ? 0 : bytes.length,
    flaw: served.flaw ?? null,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => keptHeaders.includes(name))),
  };
  return answer;
}

function bytesOf(served: ServedAnswer): Uint8Array {
  const body = served.body ?? (served.headers?.['location'] === undefined ? plainBody : '');
  return typeof body === 'string' ? Buffer.from(body) : body;
}

function attemptsOf({ earlier = [], method = 'GET' }: ServedAnswer, outcome: Outcome): readonly Attempt[] {
  if (outcome.kind === 'withheld') return [];
  const result = outcome.kind === 'fetched' ? outcome.status : outcome.cause;
  const tries = [...earlier, { method, result }];
  return tries.map((attempt, at) => ({
    at: sketchedTime + at * 1000,
    took: 5,
    method: 'GET',
    result: 500,
    ...attempt,
  }));
}

const kinds: Readonly<Record<string, LinkKind>> = {
  meta: 'refresh',
  a: 'anchor',
  form: 'form',
  img: 'image',
  script: 'script',
  iframe: 'frame',
  link: 'style',
};

/** A refresh in a header leads where one in the page does. */
function refreshOf({ headers }: ServedAnswer): string {
  const content = headers?.['refresh'];
  return content === undefined ? '' : `<meta http-equiv=refresh content="${content}">`;
}

function readPage(markup: string, url: string): Page {
  const $ = load(markup);
  const links = $(
    'a[href], form, img[src], script[src], iframe[src], link[rel=stylesheet][href], meta[http-equiv=refresh]',
  )
    .get()
    .map((element): Link => {
      const { href, src, action, content } = element.attribs;
      const target = new URL(href ?? src ?? action ?? urlOfRefresh(content ?? '') ?? '', url);
      return {
        url: identify(target),
        kind: kinds[element.name]!,
        text: $(element).text().trim(),
        headings: [],
        fragment: target.hash === '' ? null : decodeURIComponent(target.hash.slice(1)),
        written: null,
      };
    });
  return {
    title: $('title').first().text().replace(/\s+/g, ' ').trim(),
    heading: $('h1').first().text().replace(/\s+/g, ' ').trim(),
    language: $('html').attr('lang') ?? null,
    charset: 'utf-8',
    breadcrumb: [],
    anchors: $('[id]')
      .get()
      .map((element) => element.attribs['id']!),
    digest: fingerprint($('body').text().replace(/\s+/g, ' ')),
    links,
  };
}
