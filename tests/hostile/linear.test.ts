import { expect, it } from 'vitest';
import { createRead } from '../../src/app/reading/read.js';
import { languageOfAddress, withoutLanguage } from '../../src/changes/intake/addresses.js';
import { readLinkHeader } from '../../src/extract/links/link-header.js';
import { sitemapText } from '../../src/extract/readers/sitemap-text.js';
import { foldTitle } from '../../src/tasks/list/header.js';
import { cellOf } from '../../src/tasks/readers/cell.js';
import { readDateStyles } from '../../src/tasks/readers/xlsx/styles.js';
import { versionedName } from '../../src/verdicts/surveys/version-marks.js';
import { materialOf } from '../support/material.js';
import { processorTime } from '../support/processor-time.js';

const times = (count: number, run: () => void): (() => void) => {
  return () => {
    for (let done = 0; done < count; done++) run();
  };
};

it.each<[string, readonly string[], (text: string) => unknown]>([
  ['the title of a column', ['-', ' ', '_', ':', '日-'], foldTitle],
  ['the language of an address', ['-en', '_ja', '.en.'], (text) => languageOfAddress(`https://a/${text}/x`)],
  ['an address without its language', ['-en', '_ja', '.en.'], (text) => withoutLanguage(`https://a/${text}/x`)],
  ['the version of a file', ['-', '_', '.', '(', '-v'], (text) => versionedName(`${text}x.pdf`)],
  ['the name of a sitemap', ['sitemap', 'sitemap.txt'], (text) =>
    sitemapText.accepts({ contentType: 'text/plain', isFile: false, isNamed: false, fileName: text, head: '' })],
  ['how a sheet writes numbers', ['[', '"', '_'], (text) =>
    readDateStyles(`<numFmt numFmtId="1" formatCode="${text.replaceAll('"', '&quot;')}"/><cellXfs><xf numFmtId="1"/></cellXfs>`)],
])('%s is found in linear time', (_, pieces, find) => {
  for (const piece of pieces)
    expect(processorTime(() => find(piece.repeat(100_000 / piece.length))), piece).toBeLessThan(1000);
}); // prettier-ignore

it.each<[string, readonly string[], (text: string) => unknown]>([
  ['a Link header', ['<', '<>', '<a>;x="', '<>"\\"', ','], readLinkHeader],
  ['a cell of a task list', ['http://a/,', ',', '.'], (text) => cellOf(`http://a/${text}x`)],
])('%s, whose length is bounded, is read in no time to speak of', (_, pieces, read) => {
  for (const piece of pieces)
    expect(processorTime(times(50, () => read(piece.repeat(16_384 / piece.length)))), piece).toBeLessThan(
      500,
    );
});

it.each([' ', '#', ' #'])('a Markdown file of long headings of nothing but %j is read in time', (piece) => {
  const read = createRead({ checkFragments: true, rules: {} });
  const markdown = `# a${piece.repeat(980 / piece.length)}a\n`.repeat(1000);
  const file = materialOf(markdown, { url: 'file:///folder/page.md', contentType: 'text/markdown' });
  expect(processorTime(() => read(file))).toBeLessThan(700);
});

it('a page that moves on is read in linear time however many elements lie beside one another', () => {
  const read = createRead({ checkFragments: false, rules: {} });
  const page = `<meta http-equiv=refresh content="1;url=/a">${'<br>'.repeat(80_000)}`;
  expect(processorTime(() => read(materialOf(page)))).toBeLessThan(2000);
});
