import { padEndColumns, columnsOf } from '../../kit/text/display-width.js';
import type { Report } from '../../model/report.js';
import { taskName } from '../../model/task.js';
import type { Speech } from '../wording/speech.js';
import { countNeedy, nameState, shownOf, stoppedTasks, type StoppedTask } from '../wording/tasks.js';
import type { Canvas } from '../canvas/canvas.js';

const shownTasks = 20;

/** The tasks that cannot be done today, and what stops each. */
export function drawTasks(report: Report, speech: Speech, canvas: Canvas): readonly string[] {
  const { say, count } = speech;
  const { paint, wrap } = canvas;
  const needy = countNeedy(report);
  if (needy === 0) return [];
  const stopped = stoppedTasks(report);
  const shown = stopped.slice(0, shownTasks);
  const widest = Math.max(0, ...shown.map(({ task }) => columnsOf(task.id)));
  const left = stopped.length - shown.length;
  return [
    ...(stopped.length === 0
      ? []
      : [paint(['bold', 'red'], `${say('stoppedTasks')} (${count(stopped.length)})`), '']),
    ...shown.flatMap((one) => drawTask(one, widest, speech, canvas)),
    ...(left > 0 ? [`  ${say('moreFindings', { count: left })}`] : []),
    ...(stopped.length === 0 ? [] : ['']),
    ...wrap(say('doableTasks', { doable: needy - stopped.length, all: needy }), 2),
  ];
}

function drawTask(
  stopped: StoppedTask,
  widest: number,
  { say, language }: Speech,
  { paint, clean, wrap }: Canvas,
): readonly string[] {
  const { task } = stopped;
  const { shown, left } = shownOf(stopped);
  const margin = widest + 4;
  const [first = '', ...rest] = wrap(clean(taskName(task.names, language)), margin);
  const documents = shown.flatMap(({ title, state }) =>
    wrap(`${clean(title)}: ${nameState(state, language)}`, margin),
  );
  return [
    `  ${paint(['bold', 'red'], padEndColumns(clean(task.id), widest))}  ${paint('bold', first.trimStart())}`,
    ...rest.map((line) => paint('bold', line)),
    ...documents,
    ...(left > 0 ? [`${' '.repeat(margin)}${say('moreFindings', { count: left })}`] : []),
  ];
}
