import { escapeMarkup } from '../../kit/escape/markup.js';
import { shorten } from '../../kit/text/shorten.js';
import type { Report } from '../../model/report.js';
import { taskName } from '../../model/task.js';
import type { Speech } from '../wording/speech.js';
import { countNeedy, nameState, shownOf, stoppedTasks } from '../wording/tasks.js';

const longest = 400;
const mostTasks = 200;

/** The tasks that cannot be done today, and what stops each; unfolded if there are few. */
export function writeTasks(report: Report, { say, count, language }: Speech): string {
  const needy = countNeedy(report);
  if (needy === 0) return '';
  const stopped = stoppedTasks(report);
  const rows = stopped.slice(0, mostTasks).map((one) => {
    const { task } = one;
    const { shown, left } = shownOf(one);
    const documents = shown.map(
      ({ title, state }) => `${clean(title)} <i>${clean(nameState(state, language))}</i>`,
    );
    if (left > 0) documents.push(clean(say('moreFindings', { count: count(left) })));
    return `<tr><th scope="row">${clean(task.id)}</th><td>${clean(taskName(task.names, language))}</td><td>${documents.join('<br>')}</td></tr>`;
  });
  const left = stopped.length - rows.length;
  const more = left > 0 ? `<p>${clean(say('moreFindings', { count: count(left) }))}</p>` : '';
  const summary = say('doableTasks', { doable: count(needy - stopped.length), all: count(needy) });
  const table = rows.length === 0 ? '' : `<table><tbody>\n${rows.join('\n')}\n</tbody></table>${more}`;
  return `<section class="tasks">
<h2>${clean(say('stoppedTasks'))} <b>${clean(count(stopped.length))}</b></h2>
<p>${clean(summary)}</p>
${table}
</section>`;
}

function clean(text: string): string {
  return escapeMarkup(shorten(text, longest));
}
