import type { Report, Reporter } from '../../model/report.js';
import { sayNothing } from '../wording/doubts.js';
import { groupFindings } from '../wording/groups.js';
import { speak, type Speech } from '../wording/speech.js';
import { createCanvas, type Canvas } from '../canvas/canvas.js';
import { drawChanges } from './changes.js';
import { drawGroup } from './finding.js';
import { drawFixed } from './fixed.js';
import { drawDoubts, drawGlance, drawTitle } from './head.js';
import { drawTasks } from './tasks.js';

/** How many findings of the worst state a terminal shows; of the other states it shows fewer, files show all. */
const shownOfWorst = 50;
const shownOfOthers = 10;

type Section = (report: Report, speech: Speech, canvas: Canvas) => readonly string[];

/** The report from top to bottom; a section that has nothing to say is left out. */
const sections: readonly Section[] = [
  drawTitle,
  drawDoubts,
  drawGlance,
  drawChanges,
  drawFixed,
  drawFindings,
  drawTasks,
];

/** The report for a terminal: health at a glance, then what is wrong, worst first. */
export const text: Reporter = {
  id: 'text',
  endings: ['.txt'],
  render: (report, style) => {
    const speech = speak(report.language);
    const canvas = createCanvas(style);
    const parts = sections.map((section) => section(report, speech, canvas).join('\n').trimEnd());
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  },
};

function drawFindings(report: Report, speech: Speech, canvas: Canvas): readonly string[] {
  const groups = groupFindings(report);
  if (groups.length === 0) return [canvas.paint('green', sayNothing(report, speech))];
  return groups.flatMap((group, position) =>
    drawGroup(group, position === 0 ? shownOfWorst : shownOfOthers, { report, speech, canvas }),
  );
}
