import { columnsOf, padEndColumns } from '../../kit/display-width.js';
import type { Finding } from '../../model/report.js';
import { describeReferrers, describeTrail, nameFinding, shortOutcome } from '../describe.js';
import { describePast } from '../past.js';
import { groupHeadings, type Group } from '../groups.js';
import type { Speech } from '../speech.js';
import type { Canvas } from './canvas.js';
import { looks } from './paint.js';

const shownPages = 2;
const shownTasks = 20;
const shownRemarks = 5;

/** The findings of one state under their heading, the first `limit` of them. */
export function drawGroup(
  { state, findings }: Group,
  limit: number,
  speech: Speech,
  canvas: Canvas,
): readonly string[] {
  const { format } = looks[state];
  const shown = findings.slice(0, limit);
  const outcomeColumns = Math.max(
    0,
    ...shown.map((finding) => columnsOf(canvas.clean(shortOutcome(finding)))),
  );
  const heading = `${speech.say(groupHeadings[state])} (${speech.count(findings.length)})`;
  const lines = [canvas.paint(['bold', format], heading), ''];
  for (const finding of shown) lines.push(...drawFinding(finding, outcomeColumns, speech, canvas), '');
  const left = findings.length - shown.length;
  return left === 0
    ? lines
    : [...lines, `  ${speech.say('moreFindings', { count: speech.count(left) })}`, ''];
}

function drawFinding(
  finding: Finding,
  outcomeColumns: number,
  speech: Speech,
  canvas: Canvas,
): readonly string[] {
  const { paint, clean, address, wrap } = canvas;
  const look = looks[finding.verdict];
  const margin = 4 + (outcomeColumns > 0 ? outcomeColumns + 2 : 0);
  const indent = ' '.repeat(margin);
  const outcome = padEndColumns(clean(shortOutcome(finding)), outcomeColumns);
  const label = outcomeColumns > 0 ? `${look.mark} ${outcome}  ` : `${look.mark} `;
  const [first = '', ...rest] = wrap(clean(nameFinding(finding, speech)), margin);
  const dim = (lines: readonly string[]): readonly string[] => lines.map((line) => paint('dim', line));
  return [
    `  ${paint(look.format, label)}${paint('bold', first.trimStart())}`,
    ...rest.map((line) => paint('bold', line)),
    `${indent}${paint('underline', address(finding.url))}`,
    ...wrap(describeTrail(finding, speech, clean), margin),
    ...wrap(clean(finding.reason), margin),
    ...describePast(finding, speech).flatMap((sentence) => wrap(clean(sentence), margin)),
    ...finding.also
      .slice(0, shownRemarks)
      .flatMap(({ reason }) => wrap(`${speech.say('also')}: ${clean(reason)}`, margin)),
    ...(finding.affected > 1
      ? wrap(speech.say('affected', { count: speech.count(finding.affected) }), margin)
      : []),
    ...(finding.tasks.length > 0 ? wrap(drawTasks(finding, speech, clean), margin) : []),
    ...dim(drawReferrers(finding, speech, canvas, margin)),
  ];
}

function drawTasks({ tasks }: Finding, { say, count }: Speech, clean: (text: string) => string): string {
  const left = tasks.length - shownTasks;
  const more = left > 0 ? [say('andMore', { count: count(left) })] : [];
  return `${say('tasks')}: ${[...tasks.slice(0, shownTasks).map(clean), ...more].join(', ')}`;
}

function drawReferrers(finding: Finding, speech: Speech, canvas: Canvas, margin: number): readonly string[] {
  const { sentence, pages } = describeReferrers(finding, speech);
  const addresses = pages.slice(0, shownPages).map((url) => ' '.repeat(margin + 2) + canvas.address(url));
  const left = pages.length - addresses.length;
  const more =
    left > 0 ? [' '.repeat(margin + 2) + speech.say('andMore', { count: speech.count(left) })] : [];
  return [...canvas.wrap(sentence, margin), ...addresses, ...more];
}
