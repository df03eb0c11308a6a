import { commandMessage, commandProperty } from '../kit/escape/workflow-command.js';
import { shorten } from '../kit/text/shorten.js';
import type { Finding, Report, Reporter } from '../model/report.js';
import type { Level } from '../model/verdict.js';
import { listGraveDoubts } from './wording/doubts.js';
import { describeTrail, nameFinding, shortOutcome } from './wording/describe.js';
import { describeExcused, isExcused } from './wording/past.js';
import { placesOf, type LinkPlace } from './places-in-files.js';
import { speak, type Speech } from './wording/speech.js';

/**
 * GitHub shows ten annotations of each level for a step: one is kept for an incomplete walk, and the last says how many are left
 * out.
 */
const mostOfLevel = 9;
const longestTitle = 120;
const longestMessage = 800;

/** The gravest first: what is cut off matters least. */
const commands = ['error', 'warning', 'notice'] as const;
type Command = (typeof commands)[number];

const commandOf = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Level,
  Command
>;

/** Annotations of a GitHub Actions run, by workflow commands; the step summary is the Markdown report. */
export const github: Reporter = {
  id: 'github',
  endings: [],
  render: (report) => {
    const speech = speak(report.language);
    const lines = [
      ...annotateDoubts(report, speech),
      ...commands.flatMap((command) => annotate(report, command, speech)),
    ];
    return lines.map((line) => `${line}\n`).join('');
  },
};

function annotateDoubts(report: Report, speech: Speech): readonly string[] {
  const grave = listGraveDoubts(report, speech);
  return grave.length === 0 ? [] : [write('error', speech.say('title'), grave.join(' '))];
}

function annotate(report: Report, command: Command, speech: Speech): readonly string[] {
  const chosen = report.findings.filter(
    (finding) => (isExcused(finding, report) ? 'notice' : commandOf[finding.level]) === command,
  );
  if (chosen.length <= mostOfLevel) return chosen.map((finding) => annotateFinding(command, finding, speech));
  const shown = chosen.slice(0, mostOfLevel - 1);
  const left = speech.say('moreFindings', { count: chosen.length - shown.length });
  return [
    ...shown.map((finding) => annotateFinding(command, finding, speech)),
    write(command, left, `${speech.say('showAll')}: playbook-health report ${report.run.id} -f markdown`),
  ];
}

function annotateFinding(command: Command, finding: Finding, speech: Speech): string {
  const outcome = [speech.say(finding.verdict), shortOutcome(finding)].join(' ').trim();
  const trail = describeTrail(finding, speech, (text) => text);
  const reason = command === 'notice' ? describeExcused(finding, speech) : finding.reason;
  return write(
    command,
    `${outcome}: ${nameFinding(finding, speech)}`,
    [reason, finding.url, `(${trail})`].join(' '),
    placesOf(finding)[0],
  );
}

/** With a place in a file it is shown beside the line, in the changes of a pull request. */
function write(command: Command, title: string, message: string, place?: LinkPlace): string {
  const { path = null, line = null } = place ?? {};
  const properties = [
    `title=${commandProperty(shorten(title, longestTitle))}`,
    ...(path === null ? [] : [`file=${commandProperty(path)}`]),
    ...(line === null ? [] : [`line=${line}`]),
  ];
  return `::${command} ${properties.join(',')}::${commandMessage(shorten(message, longestMessage))}`;
}
