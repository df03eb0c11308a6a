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
