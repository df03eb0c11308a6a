import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderProgress } from '../../src/cli/terminal/progress.js';
import { columnsOf } from '../../src/kit/text/display-width.js';
import type { CrawlProgress } from '../../src/app/context/world.js';

const progress: CrawlProgress = {
  pages: 1234,
  checked: 56_789,
  waiting: 10,
  broken: 2,
  rate: 244.6,
  slowestHost: { host: 'hub.example', milliseconds: 1240 },
};

test('a walk in one line', () => {
  expect(renderProgress(progress, 'en', 200)).toBe(
    '1,234 pages · 56,789 checked · 10 waiting · 2 broken · 245/s · slowest hub.example 1.2 s',
  );
  expect(renderProgress(progress, 'ja', 200)).toBe(
    '1,234 ページ · 56,789 確認済み · 10 待ち · 2 リンク切れ · 245/秒 · 最も遅い hub.example 1.2 s',
  );
});

test('never takes more columns than there are, and never breaks a part', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 130 }), fc.constantFrom('en', 'ja'), (columns, language) => {
      const line = renderProgress(progress, language, columns);
      expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      expect(renderProgress(progress, language, 1000).startsWith(line)).toBe(true);
    }),
  );
});
