import { escapeMarkdown, markdownLink } from '../../kit/escape/markdown.js';
import { toUri } from '../../kit/urls/uri.js';
import type { Report, Reporter } from '../../model/report.js';
import { sourceName } from '../../model/snapshot.js';
import { describeExtent, describeRun } from '../wording/describe.js';
import { listDoubts, sayNothing } from '../wording/doubts.js';
import { describeGroup, groupFindings, tallyStates } from '../wording/groups.js';
import { allChanges } from '../heads-up/all-changes.js';
import { writeHeadsUp } from '../heads-up/markdown.js';
import { speak, type Speech } from '../wording/speech.js';
import { writeAddress, writeFinding } from './finding.js';
import { writeFixed } from './fixed.js';
import { writeTasks } from './tasks.js';

type Section = (report: Report, speech: Speech) => readonly string[];

/** The report from top to bottom, as blocks; a section that has nothing to say is left out. */
const sections: readonly Section[] = [
  writeTitle,
  writeDoubts,
  writeGlance,
  writeTasks,
  writeChanges,
  writeFixed,
  writeFindings,
];

/** A report to send to a colleague: everything found, worst first. For GitHub; nothing from the web becomes markup. */
export const markdown: Reporter = {
  id: 'markdown',
  endings: ['.md', '.markdown'],
  render: (report) => {
    const speech = speak(report.language);
    return `${sections.flatMap((section) => section(report, speech)).join('\n\n')}\n`;
  },
};

function writeTitle(report: Report, speech: Speech): readonly string[] {
  const { run, tool } = report;
  const { say } = speech;
  const portals = run.sources.map((source) => {
    const name = escapeMarkdown(sourceName(source));
    const [seed] = source.seeds;
    // A file has no address that leads there from wherever this is read.
    return seed !== undefined && toUri(seed) !== null ? markdownLink(name, seed) : name;
  });
  return [
    `# ${say('title')}`,
    [
      `${describeRun(run, speech)} · ${escapeMarkdown(`${tool.name} ${tool.version}`)}`,
      `${say('walked')}: ${portals.join(say('listJoin'))}`,
      describeExtent(report, speech),
    ].join('  \n'),
  ];
}

function writeDoubts(report: Report, speech: Speech): readonly string[] {
  return listDoubts(report, speech, escapeMarkdown).map(({ kind, sentence, reasons }) => {
    const told = `> ${kind === 'notice' ? sentence : `**${sentence}**`}`;
    if (reasons.length === 0) return told;
    return [told, '>', ...reasons.map(({ url, reason }) => `> - ${writeAddress(url)}: ${reason}`)].join('\n');
  });
}

function writeGlance(report: Report, { say, count, share }: Speech): readonly string[] {
  const rows = tallyStates(report).map(
    (tally) => `| ${say(tally.state)} | ${count(tally.count)} | ${share(tally.share)} |`,
  );
  return [
    [`| ${say('state')} | ${say('resources')} | ${say('share')} |`, '| --- | ---: | ---: |', ...rows].join(
      '\n',
    ),
  ];
}

function writeChanges(report: Report, speech: Speech): readonly string[] {
  const changes = allChanges(report);
  if (changes === undefined) return [];
  const untranslated = { total: 0, items: [] };
  return [`## ${speech.say('headsUp')}`, ...writeHeadsUp({ ...changes, untranslated }, speech).slice(1)];
}

function writeFindings(report: Report, speech: Speech): readonly string[] {
  const groups = groupFindings(report);
  if (groups.length === 0) return [sayNothing(report, speech)];
  return groups.flatMap((group) => [
    `## ${describeGroup(group, report, speech)}`,
    ...group.findings.map((finding) => writeFinding(finding, speech)),
  ]);
}
