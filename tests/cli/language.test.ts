import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { useCases, type UseCases } from '../../src/cli/use-cases.js';
import { fakeTerminal } from '../support/fake-terminal.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function run(words: readonly string[], fakes: Partial<UseCases> = {}) {
  const terminal = fakeTerminal();
  const exitCode = await main(words, terminal, { ...useCases, ...fakes });
  return { exitCode, said: terminal.stdout.text() + terminal.stderr.text() };
}

function japaneseConfig(): string {
  const file = join(temporaryFolder(), 'portals.yaml');
  writeFileSync(file, 'language: ja\n');
  return file;
}

describe.each([
  ['asked for', () => ['--lang', 'ja']],
  ['configured', () => ['--config', japaneseConfig()]],
])('Japanese, if it is %s, is the language', (_, wish) => {
  test('of errors of the store', async () => {
    const { exitCode, said } = await run(['report', '--store', temporaryFolder(), ...wish()]);
    expect(exitCode).toBe(2);
    expect(said).toContain('この保存先にはまだ巡回がありません');
  });

  test('of what prune did', async () => {
    const prune = () => Promise.resolve({ removed: [], kept: [] });
    const { said } = await run(['prune', '--keep', '30', ...wish()], { prune });
    expect(said).toBe('巡回 0 件 (0.0 MiB) を削除し、0 件 (0.0 MiB) を残しました。\n');
  });

  test('of what a baseline lets pass', async () => {
    const notices = [{ en: 'Older.', ja: '古い。' }];
    const keeping = (sawAll: boolean) => () =>
      Promise.resolve({ count: 3, sawAll, notices: sawAll ? [] : notices });
    const words = ['baseline', 'b.json', ...wish()];
    const { said } = await run(words, { keepBaseline: keeping(true) });
    expect(said).toBe('b.json に、許容するリンク切れ 3 件を記録しました。\n');
    const { said: doubted } = await run(words, { keepBaseline: keeping(false) });
    expect(doubted).toMatch(/確認できなかった範囲.*\n古い。\n$/);
  });

  test('of what became of an accepted finding', async () => {
    const words = ['accept', 'a1b2', '--reason', 'known', ...wish()];
    const issue = { pattern: 'a', reason: 'known', owner: 'hub-team' };
    const accept = (before: typeof issue | null) => () =>
      Promise.resolve({ file: 'known-issues.yaml', issue, before, notices: [] });
    expect((await run(words, { accept: accept(null) })).said).toMatch(
      /^known-issues\.yaml に記録しました。設定ファイルに「known: .*known-issues\.yaml」と記載してください。\n$/,
    );
    expect((await run(words, { accept: accept({ ...issue, reason: 'moved' }) })).said).toContain(
      'known-issues.yaml の記録を更新しました。置き換え: reason「moved」。変更なし: owner「hub-team」。',
    );
  });
});
