import { z } from 'zod';
import type { Text } from '../../model/text.js';
import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';
import { claimsOf, expectedKind, kindOfUrl } from '../marks/document-kinds.js';
import { damages, examine } from '../marks/examination.js';
import { welcomeOf } from '../marks/statuses.js';

const signal = z.enum([...damages, 'not-this-kind']);
type Signal = z.infer<typeof signal>;

export const damagedDocument = defineRule({
  id: 'damaged-document',
  summary: 'A document that is cut off or whose bytes are not that kind of document.',
  label: { en: 'damaged', ja: '破損' },
  options: tuning,
  signal,
  yieldsTo: ['sign-in', 'blocked', 'empty-document'],
  observe: (observation) => {
    const examination = examine(observation);
    if (examination === null) return null;
    return examination.container === null ? 'not-this-kind' : examination.damage;
  },
  judge: (subject) => {
    const answer = welcomeOf(subject);
    if (answer === null) return null;
    const kind = kindOfUrl(subject.resource.url) ?? expectedKind(claimsOf(subject.destination, answer));
    if (kind === null) return null;
    const flaw = answer.flaw === 'too-large' ? null : answer.flaw;
    const damage = flaw ?? subject.signal;
    if (damage === null) return null;
    const what = meanings[damage];
    return broken(
      `The file is no readable ${kind.name.en}: ${what.en}.`,
      `${kind.name.ja}として読み取れません。${what.ja}。`,
      { damage, declared: answer.length, received: answer.bytes },
    );
  },
});

const meanings: Readonly<Record<Signal | 'cut' | 'undecodable', Text>> = {
  cut: { en: 'it ends before its declared length', ja: '宣言された長さより前で途切れています' },
  undecodable: { en: 'it cannot be decompressed', ja: '圧縮を展開できません' },
  'no-directory': { en: 'its end is missing', ja: 'ファイルの末尾が欠けています' },
  'no-end': { en: 'its end is missing', ja: 'ファイルの末尾が欠けています' },
  'no-content-types': { en: 'parts that every such file has are missing', ja: '必須の構成要素がありません' },
  'not-this-kind': { en: 'its content is something else', ja: '内容が別の種類のデータです' },
};
