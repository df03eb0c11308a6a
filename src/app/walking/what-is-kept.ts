import { SetupError } from '../../model/problem.js';

const kept = {
  walked: {
    message: 'the walk came to its end and is kept as {run}',
    hint: 'mend this, then give the same command with --resume: it reports without walking again',
    ja: {
      message: '巡回は最後まで完了し、{run} として保存されています',
      hint: '問題を解決してから、同じコマンドに --resume を付けて実行してください。巡回し直さずにレポートを作成します',
    },
  },
  begun: {
    message: 'what was seen until then is kept as {run}',
    hint: 'mend this, then give the same command with --resume: it goes on from there',
    ja: {
      message: 'それまでに確認した内容は {run} として保存されています',
      hint: '問題を解決してから、同じコマンドに --resume を付けて実行してください。続きから再開します',
    },
  },
};

/** An error that came while a run was made, with a word on how to go on: nobody wants to walk for hours again. */
export function withWhatIsKept(error: unknown, state: keyof typeof kept, run: string): unknown {
  if (!(error instanceof SetupError)) return error;
  const { message, hint, ja } = kept[state];
  const name = (text: string): string => text.replace('{run}', run);
  const problem = { place: {}, message: name(message), hint, ja: { ...ja, message: name(ja.message) } };
  return new SetupError([...error.problems, problem]);
}
