import { inertJson } from '../kit/escape/json.js';
import { visible } from '../kit/escape/visible.js';
import { toUri } from '../kit/urls/uri.js';
import type { Finding, Report, Reporter } from '../model/report.js';
import type { Level } from '../model/verdict.js';
import { describeTrail, nameFinding } from './wording/describe.js';
import { listGraveDoubts } from './wording/doubts.js';
import { describeAcceptance } from './wording/past.js';
import { placesOf, type LinkPlace } from './places-in-files.js';
import { speak, type Speech } from './wording/speech.js';

const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Level,
  string
>;
const mostLocations = 20;

/** SARIF 2.1.0, for code scanning. A result is placed where the link stands, since that is where it is mended. */
export const sarif: Reporter = {
  id: 'sarif',
  endings: ['.sarif', '.sarif.json'],
  render: (report) => {
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [describeSarifRun(report, speak(report.language))],
    };
    return `${inertJson(log, 2)}\n`;
  },
};

function describeSarifRun(report: Report, speech: Speech): object {
  const { tool, run, findings, language } = report;
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  // Either all results of a run say whether they are suppressed, or none does (SARIF 2.1.0 §3.27.23).
  const areAccepted = findings.some(({ accepted }) => accepted !== undefined);
  const positions = new Map(rules.map((rule, position) => [rule, position]));
  return {
    tool: { driver: { name: tool.name, version: tool.version, rules: rules.map((id) => ({ id })) } },
    language,
    automationDetails: { id: run.id },
    invocations: [describeInvocation(run, listGraveDoubts(report, speech))],
    results: findings.map((finding) => ({
      ...describeResult(finding, positions.get(finding.rule) ?? -1, speech),
      ...(areAccepted ? { suppressions: suppress(finding, speech) } : {}),
    })),
  };
}

function describeInvocation({ start, end }: Report['run'], doubts: readonly string[]): object {
  return {
    executionSuccessful: doubts.length === 0,
    startTimeUtc: start,
    ...(end === null ? {} : { endTimeUtc: end }),
    toolExecutionNotifications: doubts.map((text) => ({ level: 'error', message: { text: plain(text) } })),
  };
}

function describeResult(finding: Finding, ruleIndex: number, speech: Speech): object {
  const trail = describeTrail(finding, speech, (text) => text);
  const message = `${nameFinding(finding, speech)}: ${finding.reason} ${finding.url} (${trail})`;
  const [first, ...others] = placesOf(finding);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: sarifLevels[finding.level],
    message: { text: plain(message) },
    locations: first === undefined ? [] : locate(first, trail),
    relatedLocations: others.slice(0, mostLocations).flatMap((place) => locate(place, null)),
    ...(finding.isNew === undefined ? {} : { baselineState: finding.isNew ? 'new' : 'unchanged' }),
    partialFingerprints: { 'finding/v1': finding.id },
    properties: { url: finding.url, verdict: finding.verdict, status: finding.status, tasks: finding.tasks },
  };
}

function suppress(finding: Finding, speech: Speech): readonly object[] {
  if (finding.accepted === undefined) return [];
  return [{ kind: 'external', justification: visible(describeAcceptance(finding, speech)) }];
}

function locate({ url, path, line }: LinkPlace, trail: string | null): readonly object[] {
  const uri = path === null ? toUri(url) : pathUri(path);
  if (uri === null) return [];
  const named = trail === null ? {} : { logicalLocations: [{ fullyQualifiedName: visible(trail) }] };
  const region = line === null ? {} : { region: { startLine: line } };
  return [{ physicalLocation: { artifactLocation: { uri }, ...region }, ...named }];
}

/** The path of a file as a relative reference (RFC 3986 §4.2). */
function pathUri(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** Plain text of a message, in which brackets would make links (SARIF 2.1.0 §3.11.6). */
function plain(text: string): string {
  return visible(text).replace(/[\\[\]]/g, '\\$&');
}
