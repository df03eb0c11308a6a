import { visible } from '../../kit/escape/visible.js';
import { shorten } from '../../kit/text/shorten.js';
import type { Finding, Report } from '../../model/report.js';
import type { State } from '../../model/verdict.js';
import { describeTrail, nameFinding, shortOutcome } from '../wording/describe.js';
import { groupFindings } from '../wording/groups.js';
import { listEvidence, type EvidenceLine } from '../wording/evidence.js';
import { describePast } from '../wording/past.js';
import type { Speech } from '../wording/speech.js';
import type { Word } from '../wording/words.js';

const shownPages = 20;
const longestText = 600;

const pageWords = [
  'everywhere',
  'open',
  'shown',
  'noMatch',
  'reset',
  'showMore',
  'linkedFrom',
  'task',
  'sentenceJoin',
  'andMore',
  'tasks',
  'address',
] as const satisfies readonly Word[];

/** The data of the page's script. All words and numbers are written out already, so that it only has to show them. */
interface PageData {
  readonly language: string;
  readonly words: Readonly<Record<string, string>>;
  readonly findings: readonly PageFinding[];
}

interface PageFinding {
  readonly state: State;
  readonly outcome: string;
  readonly name: string;
  readonly address: string;
  readonly reason: string;
  readonly trail: string;
  /** The branch of the tree that it belongs to, outermost first. */
  readonly path: readonly string[];
  readonly remarks: readonly string[];
  readonly tasks: readonly string[];
  /** How often it is linked; empty if it is not. */
  readonly links: string;
  /** The first pages that link to it. */
  readonly pages: readonly string[];
  readonly morePages: number;
  readonly evidence: readonly EvidenceLine[];
}

/** Collects what the page shows. Every text is escaped by `visible` and bounded. */
export function collectPageData(report: Report, speech: Speech): PageData {
  return {
    language: report.language,
    words: Object.fromEntries(pageWords.map((word) => [word, speech.say(word)])),
    findings: groupFindings(report).flatMap(({ findings }) =>
      findings.map((finding) => describeFinding(finding, speech)),
    ),
  };
}

function describeFinding(finding: Finding, speech: Speech): PageFinding {
  const pages = [...new Set(finding.referrers.map(({ url }) => url))];
  return {
    state: finding.verdict,
    outcome: clean(shortOutcome(finding)),
    name: clean(nameFinding(finding, speech)),
    address: visible(finding.url),
    reason: clean(finding.reason),
    trail: describeTrail(finding, speech, clean),
    path: findBranch(finding, speech),
    remarks: [
      ...describePast(finding, speech).map(clean),
      ...finding.also.map(({ reason }) => `${speech.say('also')}: ${clean(reason)}`),
    ],
    tasks: finding.tasks.map(clean),
    links: finding.referrers.length === 0 ? '' : speech.say('linksOf', { count: finding.referrers.length }),
    pages: pages.slice(0, shownPages).map(visible),
    morePages: Math.max(0, pages.length - shownPages),
    evidence: listEvidence(finding, speech).map(({ name, values }) => ({ name, values: values.map(clean) })),
  };
}

function findBranch({ trail }: Finding, speech: Speech): readonly string[] {
  const last = trail.at(-1);
  if (last === undefined) return [speech.say('start')];
  const path = [...last.place, ...last.headings].filter((name) => name.trim() !== '').map(clean);
  return path.length > 0 ? path : [clean(last.url)];
}

function clean(text: string): string {
  return shorten(text, longestText);
}
