import { escapeMarkup } from '../../kit/escape/markup.js';
import type { Speech } from '../wording/speech.js';

/** A list that is folded under its heading, with how many items there are in `all`, and how many of them are not shown. */
export function writeFolded(
  heading: string,
  items: readonly string[],
  all: number,
  { say, count }: Speech,
): string {
  const left = all - items.length;
  const more = left > 0 ? `<p>${escapeMarkup(say('moreFindings', { count: count(left) }))}</p>` : '';
  return `<details class="changes repaired">
<summary><b>${escapeMarkup(heading)}</b> <span>${escapeMarkup(count(all))}</span></summary>
<ul>
${items.map((item) => `<li>${item}</li>`).join('\n')}
</ul>
${more}
</details>`;
}
