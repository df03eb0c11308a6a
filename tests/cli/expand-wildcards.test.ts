import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { expandWildcards } from '../../src/cli/expand-wildcards.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const files = [
  'b.pptx',
  'A.PPTX',
  'a (1)+[x].pptx',
  '.hidden.pptx',
  'c.docx',
  'one/x.html',
  'two/y.html',
  '資料1.csv',
];

function folderOf(): string {
  const folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

test.each([
  ['*.pptx', ['A.PPTX', 'a (1)+[x].pptx', 'b.pptx']],
  ['.*.pptx', ['.hidden.pptx']],
  ['?.docx', ['c.docx']],
  ['資料?.csv', ['資料1.csv']],
  ['a (1)+[x].*', ['a (1)+[x].pptx']],
  ['*/*.html', ['one/x.html', 'two/y.html']],
  ['*/x.html', ['one/x.html']],
  ['*.pdf', ['*.pdf']],
  ['none/*.pdf', ['none/*.pdf']],
  ['c.docx/*', ['c.docx/*']],
  ['c.docx', ['c.docx']],
  ['not there', ['not there']],
])('%s stands for %j', async (operand, expected) => {
  const folder = folderOf();
  const inFolder = (name: string): string => join(folder, name);
  expect(await expandWildcards(inFolder(operand))).toEqual(expected.map(inFolder));
});

test.each(['https://a.example/?page=*', 'a.example/?page=1', '-'])(
  '%s is no pattern of files',
  async (operand) => {
    expect(await expandWildcards(operand)).toEqual([operand]);
  },
);
