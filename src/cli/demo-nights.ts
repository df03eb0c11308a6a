import { fillIn } from '../kit/text/fill-in.js';
import type { HeadsUp } from '../model/change.js';
import type { Report } from '../model/report.js';
import type { Text } from '../model/text.js';
import { SetupError, type Problem } from '../model/problem.js';
import type { Invocation } from './command.js';
import { lastOf, type Given, type Option } from './options/option.js';
import { allOption, formatOption, quietOption } from './options/presentation.js';
import { writeFiles } from './output/present.js';
import type { Prepared } from './prepare.js';
import { openSession } from './session.js';
import { styleOf } from './terminal/style.js';
import { print } from './terminal/write.js';

export const nightsOption: Option = {
  flags: '--nights <count>',
  summary: 'walk them so many nights in a row, 2 to 7, and list what changed each night',
  group: 'What it does:',
};

const words = {
  night: { en: 'Night {night} of {nights}', ja: '{night} 夜目（全 {nights} 夜）' },
  first: {
    en: 'The first walk: there is nothing to compare it with.',
    ja: '最初の巡回です。比較の対象はまだありません。',
  },
  planned: { en: 'What happens:', ja: '起きること:' },
} satisfies Record<string, Text>;

/** Why there cannot be so many nights: no more are planned. */
export function nightsProblems(given: Given): readonly Problem[] {
  const count = lastOf(given, nightsOption);
  if (count === undefined || /^[2-7]$/.test(count)) return [];
  return [{ place: {}, message: `--nights must be a number from 2 to 7, not "${count}"` }];
}

const stopping = 'Stopping after this night.\n';

/**
 * Walks the demo night after night, prints each night's heads-up when it is over, and writes the report of the last one.
 * Resolves to the exit code.
 */
export async function showNights(invocation: Invocation, config: Prepared, nights: number): Promise<number> {
  const { given, terminal, useCases } = invocation;
  const { language } = config;
  const render = await chooseRendering(invocation);
  const session = await openSession(terminal, given, language, stopping);
  try {
    let last: Report | null = null;
    let lastCode = 0;
    for await (const { night, stories, report, exitCode } of useCases.walkNights(
      { settings: config, language, all: given.has(allOption), nights },
      session.world,
    )) {
      last = report;
      lastCode = exitCode;
      if (render === null) continue;
      const heading = [
        `== ${fillIn(words.night[language], { night: night + 1, nights })} ==`,
        ...(stories.length === 0 ? [] : [words.planned[language], ...stories.map((story) => `- ${story}`)]),
      ];
      const told = report.changes === undefined ? `${words.first[language]}\n` : render(report.changes);
      session.makeRoom();
      await print(terminal.stdout, `${[...heading, '', told].join('\n')}\n`);
    }
    const problems =
      last === null ? [] : await writeFiles(last, { ...config, files: config.output, useCases });
    if (problems.length > 0) throw new SetupError(problems);
    return session.interruptedBy() ?? lastCode;
  } finally {
    session.close();
  }
}

/** How the changes of a night are rendered; `null` if nothing is to be printed. */
async function chooseRendering({
  given,
  terminal: { stdout, env },
  useCases,
}: Invocation): Promise<((changes: HeadsUp) => string) | null> {
  const format = lastOf(given, formatOption) ?? (given.has(quietOption) ? null : 'text');
  if (format === null) return null;
  const { byName } = await useCases.headsUpFormats();
  const reporter = byName.get(format);
  if (reporter !== undefined) return (changes) => reporter.render(changes, styleOf(stdout, env));
  const hint = [...byName.keys()].join(', ');
  throw new SetupError([{ place: {}, message: `a night cannot be told as "${format}"`, hint }]);
}
