import { isFileUrl } from '../kit/urls/file-url.js';
import { findingId } from '../model/finding-id.js';
import type { Judged, JudgedFragment } from '../model/judged.js';
import type { Finding } from '../model/report.js';
import type { Resource } from '../model/resource.js';
import type { Language, Text } from '../model/text.js';
import type { Trail } from '../model/trail.js';
import { opens, type Verdict } from '../model/verdict.js';
import type { Case } from './cases.js';
import { evidenceOf, latestAttempt, statusOf } from './evidence.js';
import { addressName, ownName } from './trails/names.js';
import { commonText, type Referrer } from './referrers.js';

/** What the links of a snapshot say about a case. */
interface Surroundings {
  readonly referrers: readonly Referrer[];
  readonly trail: Trail;
}

/** The most URLs that a finding on a host names; `total` says how many there are. */
const namedUrls = 100;

/** The finding on a resource, or on a host with all that does not open because of it. */
export function describeCase(found: Case, around: Surroundings, language: Language): Finding {
  const { url, blamed, verdict, example, judged } = found;
  const evidence = evidenceOf(example, verdict);
  const many = judged.length > 1;
  return {
    ...describeVerdict(url, verdict, around, language),
    id: findingId(verdict.rule, blamed),
    title: many ? nameHosts(found)[language] : nameResource(example, verdict, around.referrers),
    status: statusOf(example),
    reason: many ? verdict.reason[language] + sameForAll(found)[language] : verdict.reason[language],
    evidence: many ? { ...evidence, ...evidenceOfMany(judged, evidence) } : evidence,
    also: many ? [] : example.verdicts.slice(1).map((other) => describeRemark(other, language)),
    affected: judged.length,
  };
}

/** The finding on a place that a page does not have. */
export function describeFragment(
  { url, verdict }: JudgedFragment,
  page: Resource,
  around: Surroundings,
  language: Language,
): Finding {
  const judged: Judged = { resource: page, hops: [], end: page, verdicts: [verdict] };
  return {
    ...describeVerdict(url, verdict, around, language),
    title: ownName(page) ?? addressName(page.url),
    status: statusOf(judged),
    reason: verdict.reason[language],
    evidence: evidenceOf(judged, verdict),
    also: [],
    affected: 1,
  };
}

function describeVerdict(
  url: string,
  { rule, state, level, label }: Verdict,
  { referrers, trail }: Surroundings,
  language: Language,
): Pick<Finding, 'id' | 'url' | 'verdict' | 'level' | 'rule' | 'label' | 'trail' | 'referrers' | 'tasks'> {
  return {
    id: findingId(rule, url),
    url,
    verdict: state,
    level,
    rule,
    ...(label === undefined ? {} : { label: label[language] }),
    trail: describeTrail(trail),
    referrers: [...referrers],
    tasks: [],
  };
}

/** A trail as reports have it. */
export function describeTrail(trail: Trail): Finding['trail'] {
  return trail.map((step) => ({ ...step, place: [...step.place], headings: [...step.headings] }));
}

function describeRemark({ rule, level, reason }: Verdict, language: Language): Finding['also'][number] {
  return { rule, level, reason: reason[language] };
}

/** The title of a resource. What does not open shows some other page, so the links to it name it rather than that page. */
function nameResource({ resource, end }: Judged, verdict: Verdict, referrers: readonly Referrer[]): string {
  const own = ownName(end ?? resource);
  const text = commonText(referrers);
  const names = opens(verdict) ? [own, text] : [text];
  return names.find((name) => name !== null && name !== '') ?? addressName(resource.url);
}

/** What to call everything that fails because of one host, or of one decision of ours. */
function nameHosts({ url, judged, hosts }: Case): Text {
  if (hosts === 1 && isFileUrl(url))
    return { en: `${count(judged.length)} files`, ja: `${count(judged.length)} 個のファイル` };
  const host = url.slice(url.indexOf('//') + 2);
  if (hosts === 1) return { en: host, ja: host };
  return {
    en: `${count(judged.length)} addresses on ${count(hosts)} hosts`,
    ja: `${count(hosts)} ホストの ${count(judged.length)} 件`,
  };
}

function sameForAll({ url, judged, hosts }: Case): Text {
  const all = count(judged.length);
  return hosts === 1 && !isFileUrl(url)
    ? {
        en: ` The same holds for ${all} addresses there that links lead to.`,
        ja: `同じホストのリンク先 ${all} 件が同じ状態です。`,
      }
    : {
        en: ` The same holds for all ${all} such addresses that links lead to.`,
        ja: `このようなリンク先は全部で ${all} 件あります。`,
      };
}

/** `1,284`, as both languages write it. */
function count(value: number): string {
  return value.toLocaleString('en');
}

function evidenceOfMany(
  judged: readonly Judged[],
  { facts }: Finding['evidence'],
): Pick<Finding['evidence'], 'attempts' | 'facts'> {
  const urls = judged.slice(0, namedUrls).map(({ resource }) => resource.url);
  return { attempts: latestAttempt(judged), facts: { ...facts, urls, total: judged.length } };
}
