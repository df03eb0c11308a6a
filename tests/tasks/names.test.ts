import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLexicon } from '../../src/tasks/matching/lexicon.js';
import { readNames } from '../../src/tasks/matching/name.js';
import { defaultGlossary } from '../../src/tasks/vocabulary/glossary.js';

const lexicon = createLexicon(defaultGlossary);
const word = fc.constantFrom(
  'Teams',
  'v2',
  '365',
  'ガイド',
  '展開',
  '資料',
  '版',
  'é',
  'ja',
  'share',
  'point',
);
const space = fc.constantFrom(' ', '-', '_', '  ', ' - ', '.', '・', '');
const pieces = fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 6 });

test('names that are read together are read as each by itself', () => {
  fc.assert(
    fc.property(
      pieces,
      fc.array(fc.constantFrom(' ', '-', '_'), { minLength: 8, maxLength: 8 }),
      (parts, others) => {
        let at = 0;
        const text = parts.flat().join('');
        const respaced = text.replace(/[ _-]/g, (one) => others[at++] ?? one);
        const together = readNames([text, respaced], lexicon);
        expect(together).toEqual([...readNames([text], lexicon), ...readNames([respaced], lexicon)]);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['導入手順書（PDF）', '導入手順書', null],
  ['導入手順書 [Excelファイル]', '導入手順書', 'sheet'],
  ['導入手順書【PowerPoint版】', '導入手順書', 'slides'],
  ['Kickoff Deck (PPTX, 2.5 MB)', 'Kickoff Deck', 'slides'],
  ['Kickoff Deck (.docx)', 'Kickoff Deck', 'text'],
  ['Kickoff Deck（Word形式）', 'Kickoff Deck', 'text'],
  ['Kickoff Deck (PDF: 120KB)', 'Kickoff Deck', null],
  ['導入手順書（PPT）.pptx', '導入手順書', 'slides'],
  ['Kickoff Deck (2.5 MB)', 'Kickoff Deck', null],
  ['導入手順書（120KB）', '導入手順書', null],
  ['Kickoff Deck.pptx (2.5 MB)', 'Kickoff Deck', 'slides'],
  ['導入手順書.xlsx（別紙）', '導入手順書（別紙）', 'sheet'],
] as const)('%s says in brackets what it is worked with', (written, bare, form) => {
  const [name, other] = [written, bare].map((text) => readNames([text], lexicon)[0]);
  expect(name).toMatchObject({ surface: other?.surface, concepts: other?.concepts, form });
});

test.each([
  ['Kickoff Deck.pptx (English)', 'en'],
  ['Kickoff Deck (Japanese only)', 'ja'],
  ['導入手順書（日本語のみ）', 'ja'],
  ['Kickoff Deck【英語のみ】', 'en'],
  ['日本語：導入手順書', 'ja'],
  ['英語版: Kickoff Deck', 'en'],
  ['EN: Kickoff Deck', 'en'],
] as const)('%s says which language it is in', (written, language) => {
  const [name] = readNames([written], lexicon);
  expect(name).toMatchObject({ marked: language });
  expect(['kickoffdeck', '導入手順書']).toContain(name?.surface);
});

test.each(['Mailbox (50 GB)', 'Japanese only keyboards', '日本語入力：設定'])(
  '%s is about what could be a mark',
  (written) => {
    const [name] = readNames([written], lexicon);
    expect(name?.marked).toBeNull();
    expect(name?.surface.length).toBeGreaterThan(6);
  },
);

test.each(['Reading (Word basics)', 'Training (Excel)', 'Schema (JSON)', 'Kickoff (Teams)', '(PDF)', 'PDF'])(
  '%s does not',
  (text) => {
    const [name] = readNames([text], lexicon);
    expect(name?.form).toBeNull();
    expect(name?.surface).toBe(text.replace(/[()]/g, '').replace(/ /g, '').toLowerCase());
  },
);

test.each([
  ['【更新】Kickoff guide', 'en'],
  ['Kickoff guide（必須）', 'en'],
  ['Kickoff guide 第2版', 'ja'],
  ['【更新】導入手順書', 'ja'],
] as const)('a remark in Japanese does not put a name into Japanese: %s', (text, language) => {
  expect(readNames([text], lexicon)[0]?.language).toBe(language);
});
