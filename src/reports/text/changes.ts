import type { Report } from '../../model/report.js';
import { allChanges } from '../heads-up/all-changes.js';
import { sumUp } from '../heads-up/rows.js';
import { drawTable } from '../heads-up/text.js';
import type { Speech } from '../wording/speech.js';
import type { Canvas } from '../canvas/canvas.js';

const shown = 10;

/** What changed since the last complete run: an unattended run is heard of for it, so it is told by name. */
export function drawChanges(report: Report, speech: Speech, canvas: Canvas): readonly string[] {
  const changes = allChanges(report);
  if (changes === undefined || changes.changes.length === 0) return [];
  const { say, count } = speech;
  const left = changes.changes.length - shown;
  return [
    `${canvas.paint('bold', say('headsUp'))}  ${sumUp(changes, speech)}`,
    '',
    ...drawTable({ ...changes, changes: changes.changes.slice(0, shown) }, speech, canvas),
    ...(left > 0 ? [say('moreChanges', { count: count(left) })] : []),
  ];
}
