import type { Assessment } from '../app/judging/conclude.js';
import type { World } from '../app/context/world.js';
import type { Language } from '../model/text.js';
import type { Invocation } from './command.js';
import { explainExit } from './output/explain-exit.js';
import { nameFilesOf } from './output/name-files.js';
import { nextSteps } from './output/next-steps.js';
import { lastOf, type Given } from './options/option.js';
import { formatOption, quietOption } from './options/presentation.js';
import { present } from './output/present.js';
import { openSession } from './session.js';
import type { Terminal } from './terminal/terminal.js';
import { write } from './terminal/write.js';

const stopping = 'Stopping: what was seen so far is reported. Once more to end at once.\n';

/** Where a report goes, and in which language. */
export interface ReportDelivery {
  readonly output: readonly string[];
  /** Where the run is kept. */
  readonly store: string;
  /** The run that was asked for; left out for the last one. */
  readonly run?: string | undefined;
  readonly language: Language;
  /** Print nothing unless there is news, since cron mails whatever is printed. */
  readonly onlyNews?: boolean;
}

/** Does work that makes a report and presents that, also when a signal cuts the work short. Resolves to the exit code. */
export async function carryOut(
  { given, terminal, useCases }: Invocation,
  { output, store, run, language, onlyNews = false }: ReportDelivery,
  work: (language: Language, world: World) => Promise<Assessment>,
): Promise<number> {
  const silenced = silence(given);
  const session = await openSession(terminal, onlyNews ? silenced : given, language, stopping);
  try {
    const { report: found, exitCode, isNews = true } = await work(language, session.world);
    session.close();
    const report = nameFilesOf(found, terminal.cwd());
    const isHeard = !onlyNews || isNews;
    await present(report, { files: output, store, given: isHeard ? given : silenced, terminal, useCases });
    const isRead = isHeard && terminal.stdout.isTTY === true && showsText(given) && output.length === 0;
    if (isRead) await tell(terminal, nextSteps(report, { store, run }));
    const interrupted = session.interruptedBy();
    if (interrupted === null) await tell(terminal, explainExit(report, exitCode));
    return interrupted ?? exitCode;
  } finally {
    session.close();
  }
}

/** Whether the report is printed in the format for people. */
function showsText(given: Given): boolean {
  const format = lastOf(given, formatOption);
  return format === undefined ? !given.has(quietOption) : format === 'text';
}

/** Never rejects: a terminal that cannot be written to was reported already, or is gone. */
function tell({ stderr }: Terminal, text: string): Promise<void> {
  return write(stderr, text).catch(() => undefined);
}

/** The same options, but for nothing to be printed. */
function silence(given: Given): Given {
  const others = [...given].filter(([option]) => option !== formatOption);
  return new Map([...others, [quietOption, ['']]]);
}
