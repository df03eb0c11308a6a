import { beforeJapanese } from '../../kit/text/before-japanese.js';
import type { Run } from '../../model/snapshot.js';
import type { Text } from '../../model/text.js';
import type { Recheck } from './recheck.js';

/** Where an answer still rests on what the last run saw, and why. */
export async function staleness(
  { silent, busy }: Pick<Recheck, 'silent' | 'busy'>,
  { sources }: Pick<Run, 'sources'>,
): Promise<readonly Text[]> {
  const notices = [...told(silent, noAnswer), ...told(busy, comeBackLater)];
  if (silent.length === 0 || !silent.every((url) => onThisMachine.test(url))) return notices;
  const { isDemo } = await import('../../demo/configuration.js');
  return isDemo(sources) ? [...notices, demoClosed] : notices;
}

interface Words {
  readonly en: (addresses: string) => string;
  /** The addresses come as Japanese text can follow them. */
  readonly ja: (addresses: string) => string;
}

const noAnswer: Words = {
  en: (addresses) => `No answer now from ${addresses}: what the last run saw still stands.`,
  ja: (addresses) => `${addresses}は現在応答がないため、前回の巡回の結果を示します。`,
};
const comeBackLater: Words = {
  en: (addresses) => `Asked now to come back later by ${addresses}: what the last run saw still stands.`,
  ja: (addresses) => `${addresses}は現在アクセスを制限しているため、前回の巡回の結果を示します。`,
};

/** One sentence on addresses of the same kind; none where there are none. */
function told([first, ...others]: readonly string[], words: Words): readonly Text[] {
  if (first === undefined) return [];
  const count = others.length;
  return [
    {
      en: words.en(count > 0 ? `${first} and ${count} more` : first),
      ja: words.ja(count > 0 ? `${first} ほか ${count} 件` : beforeJapanese(first)),
    },
  ];
}

/** The demo serves its portals here, and closes them when it has walked them. */
const onThisMachine = /^https?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])[:/]/;
const demoClosed: Text = {
  en: 'The portals of the demo are open while it runs only: --offline asks nobody.',
  ja: 'デモのポータルは、デモの実行中にだけ開いています。--offline を付けると問い合わせません。',
};
