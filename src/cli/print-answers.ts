import type { FullConfig } from '../app/config.js';
import type { TellRequest, ToldTasks } from '../app/tasks/tell.js';
import type { World } from '../app/world.js';
import type { Invocation } from './command.js';
import { configOption } from './options/presentation.js';
import { openSession } from './session.js';
import { languageOf, styleOf } from './style.js';
import { print } from './write.js';

/** What every request about tasks has in common. */
type Manner = Pick<TellRequest, 'config' | 'language' | 'asWalked' | 'style'>;

/** Asks about tasks and prints the answer, after the status line is cleared. */
export async function printAnswers(
  { given, terminal }: Invocation,
  config: FullConfig,
  tell: (manner: Manner, world: World) => Promise<ToldTasks>,
): Promise<ToldTasks> {
  const language = config.language ?? languageOf(terminal.env);
  const style = styleOf(terminal.stdout, terminal.env);
  const session = await openSession(terminal, given, language);
  try {
    const told = await tell({ config, language, asWalked: !given.has(configOption), style }, session.world);
    session.close();
    await print(terminal.stdout, told.text);
    return told;
  } finally {
    session.close();
  }
}
