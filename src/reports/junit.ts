import { escapeMarkup } from '../kit/escape/markup.js';
import type { Finding, Report, Reporter } from '../model/report.js';
import { describeReferrers, describeTrail, nameFinding } from './wording/describe.js';
import { listGraveDoubts } from './wording/doubts.js';
import { describeExcused, isExcused } from './wording/past.js';
import { speak, type Speech } from './wording/speech.js';

/**
 * JUnit XML, which build servers show as test results: what is broken fails; what was not checked, or must not fail the run, is
 * skipped; the rest passes and is noted in the suite's output. Valid by the schemas of Ant and of Jenkins, which differ.
 */
export const junit: Reporter = {
  id: 'junit',
  endings: ['.xml'],
  render: (report) => {
    const speech = speak(report.language);
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites>',
      `  <testsuite ${attributes(describeSuite(report, speech))}>`,
      `    <properties><property ${attributes({ name: 'run', value: report.run.id })}/></properties>`,
      ...writeWalk(report, speech),
      ...report.findings.flatMap((finding) => writeCase(finding, outcomeOf(finding, report), speech)),
      `    <system-out>${escapeLines(report.findings.filter((finding) => outcomeOf(finding, report) === 'passed').map(({ url, reason }) => `${url}: ${reason}`))}</system-out>`,
      '    <system-err/>',
      '  </testsuite>',
      '</testsuites>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

function describeSuite(report: Report, speech: Speech): Readonly<Record<string, string>> {
  const { tool, run, findings } = report;
  const count = (outcome: CaseOutcome): string =>
    String(findings.filter((finding) => outcomeOf(finding, report) === outcome).length);
  const milliseconds = run.end === null ? 0 : Math.max(0, Date.parse(run.end) - Date.parse(run.start));
  return {
    name: tool.name,
    package: tool.name,
    id: '0',
    hostname: 'localhost',
    timestamp: run.start.slice(0, 19),
    time: toSeconds(milliseconds),
    tests: String(findings.length + 1),
    failures: count('failed'),
    errors: listGraveDoubts(report, speech).length === 0 ? '0' : '1',
    skipped: count('skipped'),
  };
}

/** The walk as a case of its own, so that no report is without cases, and one that did not see everything cannot look well. */
function writeWalk(report: Report, speech: Speech): readonly string[] {
  const name = speech.say('walk');
  const opening = `    <testcase ${attributes({ name, classname: report.tool.name, time: toSeconds(0) })}`;
  const [doubt, ...details] = listGraveDoubts(report, speech);
  if (doubt === undefined) return [`${opening}/>`];
  const cause = attributes({ message: doubt, type: 'incomplete' });
  return [`${opening}>`, `      <error ${cause}>${escapeLines(details)}</error>`, '    </testcase>'];
}

type CaseOutcome = 'failed' | 'skipped' | 'passed';

function outcomeOf(finding: Finding, report: Report): CaseOutcome {
  if (finding.verdict === 'not-checked') return 'skipped';
  if (finding.verdict !== 'broken') return 'passed';
  return isExcused(finding, report) ? 'skipped' : 'failed';
}

function writeCase(finding: Finding, outcome: CaseOutcome, speech: Speech): readonly string[] {
  const name = `${nameFinding(finding, speech)} <${finding.url}>`;
  const time = toSeconds(finding.evidence.attempts.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
  const opening = `    <testcase ${attributes({ name, classname: finding.rule, time })}`;
  if (outcome === 'passed') return [`${opening}/>`];
  const trouble = outcome === 'skipped' ? writeSkipped(finding, speech) : writeFailure(finding, speech);
  return [`${opening}>`, `      ${trouble}`, '    </testcase>'];
}

function writeSkipped(finding: Finding, speech: Speech): string {
  const message = finding.verdict === 'broken' ? describeExcused(finding, speech) : finding.reason;
  return `<skipped ${attributes({ message, type: finding.rule })}/>`;
}

function writeFailure(finding: Finding, speech: Speech): string {
  const cause = attributes({ message: finding.reason, type: finding.rule });
  const { sentence, pages } = describeReferrers(finding, speech);
  const details = [describeTrail(finding, speech, (text) => text), `${sentence} ${pages[0] ?? ''}`.trim()];
  return `<failure ${cause}>${escapeLines(details)}</failure>`;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeMarkup(value)}"`)
    .join(' ');
}

function escapeLines(lines: readonly string[]): string {
  return lines.map(escapeMarkup).join('\n');
}

function toSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
