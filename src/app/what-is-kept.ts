import { SetupError } from '../model/problem.js';

const kept = {
  walked: {
    message: 'the walk came to its end and is kept as {run}',
    hint: 'mend this, then give the same command with --resume: it reports without walking again',
  },
  begun: {
    message: 'what was seen until then is kept as {run}',
    hint: 'mend this, then give the same command with --resume: it goes on from there',
  },
};

/** An error that came while a run was made, with a word on how to go on: nobody wants to walk for hours again. */
export function withWhatIsKept(error: unknown, state: keyof typeof kept, run: string): unknown {
  if (!(error instanceof SetupError)) return error;
  const { message, hint } = kept[state];
  return new SetupError([...error.problems, { place: {}, message: message.replace('{run}', run), hint }]);
}
