import type { Report } from '../../model/report.js';
import type { Speech } from '../wording/speech.js';
import type { Canvas } from '../canvas/canvas.js';
import { looks } from '../canvas/paint.js';

const shown = 10;

/** What the run before found and this one did not. */
export function drawFixed(
  { fixed = [] }: Report,
  { say, count, date }: Speech,
  { paint, address }: Canvas,
): readonly string[] {
  if (fixed.length === 0) return [];
  const { format, mark } = looks.healthy;
  const lines = fixed.slice(0, shown).map(({ url, firstSeen }) => {
    const since = paint('dim', say('fixedSince', { since: date(firstSeen) }));
    return `  ${paint(format, mark)} ${address(url)}  ${since}`;
  });
  const left = fixed.length - lines.length;
  return [
    paint(['bold', format], `${say('fixedFindings')} (${count(fixed.length)})`),
    '',
    ...lines,
    ...(left > 0 ? [`  ${say('moreFindings', { count: left })}`] : []),
  ];
}
