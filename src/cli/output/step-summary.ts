import { appendFile, stat } from 'node:fs/promises';
import type { Report } from '../../model/report.js';
import type { Text } from '../../model/text.js';
import type { Terminal } from '../terminal/terminal.js';
import type { UseCases } from '../use-cases.js';

/** GitHub refuses the whole summary of a step that is larger than 1 MiB. */
const mostBytes = 1024 ** 2;
const mostForMore = 300;

const more: Text = { en: 'There is more to it:', ja: '続きがあります:' };

/**
 * Appends the report to the summary of the step of GitHub Actions in which the program runs, if it does, as far as GitHub takes
 * it. Never rejects: the annotations say the same.
 */
export async function appendStepSummary(
  report: Report,
  { env }: Pick<Terminal, 'env'>,
  { reportFormats }: Pick<UseCases, 'reportFormats'>,
): Promise<void> {
  const file = env['GITHUB_STEP_SUMMARY'] ?? '';
  const markdown = (await reportFormats()).byName.get('markdown');
  if (file === '' || markdown === undefined) return;
  try {
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    const text = markdown.render(report, { colour: false, width: null });
    await appendFile(file, fit(text, mostBytes - size, report));
  } catch {
    // See above.
  }
}

/** As many whole blocks of a Markdown text as fit into a number of bytes, and how to get the rest. */
function fit(text: string, room: number, { run, language }: Report): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= room) return text;
  if (room < mostForMore) return '';
  const start = bytes.toString('utf8', 0, room - mostForMore);
  const whole = start.slice(0, Math.max(0, start.lastIndexOf('\n\n')));
  return `${whole}\n\n${more[language]} \`playbook-health report ${run.id} -f markdown\`\n`;
}
