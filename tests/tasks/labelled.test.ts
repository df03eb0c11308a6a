import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/tasks/matching/matcher.js';
import { asWritten } from './labelled/as-written.js';
import { heldOut } from './labelled/held-out.js';
import { candidateOf, expectedOf, measure } from './labelled/measure.js';
import { train } from './labelled/train.js';

/** Documents that several cases speak of: to find one among the others' is right. */
const checkedByHand: readonly RegExp[] = [
  /compliance[ -]?score[ -]?workshop|コンプライアンス.?スコア.?ワークショップ|ﾌﾟﾗｲｱﾝｽ|Ｓｃｏｒｅ/i,
  /install clients|クライアントをインストール/i,
  /展開準備チェックリスト/,
  /skype to teams transition overview/i,
  /^(microsoft )?teams adoption guide$/i,
  /mip-(ja-jp-)?workshop|^(microsoft information protection|mip) (workshop|ワークショップ)/i,
  /^fy20-partner-enablement-plan/i,
  /^(Ｔａｓｋ３７４７ )?exchange online protection (workshop|ワークショップ)$/i,
  /set up phone system|電話システムをセットアップ/i,
  /^azure ad premium (– )?technical workshop$|Azure AD Premium 技術的な/i,
  /exchange 2016/i,
  /viva learning rollout guide|surface hub 運用ガイド|purview audit retention deck/i,
  /^deploy office 365 proplus$|^Office 365 ProPlus の展開$/i,
];

describe.each([
  ['tuned on', train],
  ['as written', asWritten],
  ['held out', heldOut],
])('labelled documents, %s', (_, cases) => {
  const { pairs, traps, found, suggested, falselyFound, missed } = measure(cases);

  test(`${pairs} pairs and ${traps} traps: ${found} found, ${suggested} suggested, ${falselyFound.length} falsely found`, () => {
    expect(falselyFound).toEqual([]);
    expect((found + suggested) / pairs, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(found / pairs).toBeGreaterThan(0.6);
  });

  test('among the documents of all cases, nothing is found that is not the document', () => {
    const finder = createMatcher().index(cases.map(({ candidate }) => candidateOf(candidate)));
    const others = cases.flatMap((one, at) =>
      finder
        .find(expectedOf(one.expected))
        .filter(({ candidate }) => candidate !== at)
        .map(({ by }) => ({ title: one.expected.title ?? one.expected.url ?? '', by })),
    );
    const strange = others.filter(
      ({ title, by }) => !checkedByHand.some((names) => names.test(title) && names.test(by)),
    );
    expect(strange).toEqual([]);
  });
});

test('there are at least 150 cases, a third of them traps', () => {
  const all = [...train, ...asWritten, ...heldOut];
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(all.filter(({ truth }) => truth !== 'same').length).toBeGreaterThanOrEqual(all.length / 3);
});
