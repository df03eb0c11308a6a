import { columnsOf } from '../../kit/text/display-width.js';
import type { Finding, Report } from '../../model/report.js';
import { describeReferrers, describeTrail, nameFinding, shortOutcome } from '../wording/describe.js';
import { describePast } from '../wording/past.js';
import { describeGroup, type Group } from '../wording/groups.js';
import type { Speech } from '../wording/speech.js';
import type { Canvas } from '../canvas/canvas.js';
import { looks } from '../canvas/paint.js';

/** The column where everything but the mark begins. */
const margin = 4;
const shownPages = 2;
const shownTasks = 20;
const shownRemarks = 5;

/** What drawing a finding takes. */
interface Drawing {
  readonly report: Report;
  readonly speech: Speech;
  readonly canvas: Canvas;
}

/** The findings of one state under their heading, the first `limit` of them. */
export function drawGroup(
  group: Group,
  limit: number,
  { report, speech, canvas }: Drawing,
): readonly string[] {
  const { state, findings } = group;
  const { format } = looks[state];
  const shown = findings.slice(0, limit);
  const heading = canvas.wrap(describeGroup(group, report, speech), 0);
  const lines = [...heading.map((line) => canvas.paint(['bold', format], line)), ''];
  for (const finding of shown) lines.push(...drawFinding(finding, speech, canvas), '');
  const left = findings.length - shown.length;
  return left === 0 ? lines : [...lines, `  ${speech.say('moreFindings', { count: left })}`, ''];
}

function drawFinding(finding: Finding, speech: Speech, canvas: Canvas): readonly string[] {
  const { paint, clean, address, wrap } = canvas;
  const { format, mark } = looks[finding.verdict];
  const outcome = clean(shortOutcome(finding));
  const label = `${mark} ${outcome}${outcome === '' ? '' : '  '}`;
  const hanging = margin - 2 + columnsOf(label);
  const [first = '', ...rest] = wrap(clean(nameFinding(finding, speech)), hanging);
  const dim = (lines: readonly string[]): readonly string[] => lines.map((line) => paint('dim', line));
  return [
    `  ${paint(format, label)}${paint('bold', first.trimStart())}`,
    ...rest.map((line) => paint('bold', line)),
    `${' '.repeat(margin)}${paint('underline', address(finding.url))}`,
    ...wrap(describeTrail(finding, speech, clean), margin),
    ...wrap(clean(finding.reason), margin),
    ...describePast(finding, speech).flatMap((sentence) => wrap(clean(sentence), margin)),
    ...finding.also
      .slice(0, shownRemarks)
      .flatMap(({ reason }) => wrap(`${speech.say('also')}: ${clean(reason)}`, margin)),
    ...(finding.tasks.length > 0 ? wrap(drawTasks(finding, speech, clean), margin) : []),
    ...dim(drawReferrers(finding, speech, canvas)),
  ];
}

function drawTasks({ tasks }: Finding, { say }: Speech, clean: (text: string) => string): string {
  const left = tasks.length - shownTasks;
  const more = left > 0 ? [say('andMore', { count: left })] : [];
  return `${say('tasks')}: ${[...tasks.slice(0, shownTasks).map(clean), ...more].join(', ')}`;
}

function drawReferrers(finding: Finding, speech: Speech, canvas: Canvas): readonly string[] {
  const { sentence, pages } = describeReferrers(finding, speech);
  const addresses = pages.slice(0, shownPages).map((url) => ' '.repeat(margin + 2) + canvas.address(url));
  const left = pages.length - addresses.length;
  const more = left > 0 ? [' '.repeat(margin + 2) + speech.say('andMore', { count: left })] : [];
  return [...canvas.wrap(sentence, margin), ...addresses, ...more];
}
