import type { AnswerRequest, WrittenAnswer } from '../app/tasks.js';
import type { World } from '../app/context/world.js';
import type { Invocation } from './command.js';
import { configOption } from './options/presentation.js';
import type { Prepared } from './prepare.js';
import { openSession } from './session.js';
import { styleOf } from './terminal/style.js';
import { print } from './terminal/write.js';

/** What every request about tasks has in common. */
type Manner = Pick<AnswerRequest, 'config' | 'language' | 'asWalked' | 'style'>;

/** Asks about tasks and prints the answer, after the status line is cleared. */
export async function printAnswers(
  { given, terminal }: Invocation,
  config: Prepared,
  ask: (manner: Manner, world: World) => Promise<WrittenAnswer>,
): Promise<WrittenAnswer> {
  const { language } = config;
  const style = styleOf(terminal.stdout, terminal.env);
  const session = await openSession(terminal, given, language);
  try {
    const answer = await ask({ config, language, asWalked: !given.has(configOption), style }, session.world);
    session.close();
    await print(terminal.stdout, answer.text);
    return answer;
  } finally {
    session.close();
  }
}
