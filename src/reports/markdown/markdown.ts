import { escapeMarkdown, markdownCode, markdownLink } from '../../kit/escape/markdown.js';
import type { Report, Reporter } from '../../model/report.js';
import { describeRun } from '../describe.js';
import { groupFindings, groupHeadings, tallyStates } from '../groups.js';
import { writeHeadsUp } from '../heads-up/markdown.js';
import { speak, type Speech } from '../speech.js';
import { writeFinding } from './finding.js';
import { writeTasks } from './tasks.js';

type Section = (report: Report, speech: Speech) => readonly string[];

/** The report from top to bottom, as blocks; a section that has nothing to say is left out. */
const sections: readonly Section[] = [
  writeTitle,
  writeDoubts,
  writeGlance,
  writeTasks,
  writeChanges,
  writeFindings,
];

/** What one would send to a colleague: everything found, worst first. Opens on GitHub; nothing from the web is markup. */
export const markdown: Reporter = {
  id: 'markdown',
  endings: ['.md', '.markdown'],
  summary: 'for people, to send or to keep',
  render: (report) => {
    const speech = speak(report.language);
    return `${sections.flatMap((section) => section(report, speech)).join('\n\n')}\n`;
  },
};

function writeTitle({ run, totals, tool }: Report, speech: Speech): readonly string[] {
  const { say, count } = speech;
  const portals = run.sources.map(({ title, id, seeds }) => {
    const name = escapeMarkdown(title === '' ? id : title);
    return seeds[0] === undefined ? name : markdownLink(name, seeds[0]);
  });
  const seen = { resources: count(totals.resources), pages: count(totals.pages), links: count(totals.links) };
  return [
    `# ${say('title')}`,
    [
      `${describeRun(run, speech)} · ${escapeMarkdown(`${tool.name} ${tool.version}`)}`,
      `${say('walked')}: ${portals.join(', ')}`,
      say('seen', seen),
    ].join('  \n'),
  ];
}

function writeDoubts({ run, totals, notices = [] }: Report, { say, share }: Speech): readonly string[] {
  const doubts: string[] = [];
  if (!run.complete) {
    const limits = run.limitsReached.map(escapeMarkdown).join(', ');
    doubts.push(`**${say('incomplete')}**${limits === '' ? '' : ` ${say('limits', { limits })}`}`);
  }
  if (run.unreachable.length > 0) {
    const seeds = run.unreachable.map(markdownCode).join(', ');
    doubts.push(`**${say('unreachable', { seeds })}**`);
  }
  if (totals.hiddenBySignIn > 0) doubts.push(`**${say('hidden', { share: share(totals.hiddenBySignIn) })}**`);
  doubts.push(...notices.map(escapeMarkdown));
  return doubts.map((doubt) => `> ${doubt}`);
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

function writeChanges({ changes }: Report, speech: Speech): readonly string[] {
  if (changes === undefined) return [];
  const untranslated = { total: 0, items: [] };
  return [`## ${speech.say('headsUp')}`, ...writeHeadsUp({ ...changes, untranslated }, speech).slice(1)];
}

function writeFindings(report: Report, speech: Speech): readonly string[] {
  const groups = groupFindings(report);
  if (groups.length === 0) return [speech.say('nothingFound')];
  return groups.flatMap(({ state, findings }) => [
    `## ${speech.say(groupHeadings[state])} (${speech.count(findings.length)})`,
    ...findings.map((finding) => writeFinding(finding, speech)),
  ]);
}
