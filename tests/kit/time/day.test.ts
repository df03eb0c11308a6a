import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayIn } from '../../../src/kit/time/day.js';

it.each<[text: string, day: string | null]>([
  ['2026-05-11', '2026-05-11'],
  ['2026-05-11T10:30:00Z', '2026-05-11'],
  ['2026/5/1', '2026-05-01'],
  ['2026.05.11', '2026-05-11'],
  ['２０２６／０５／１１', '2026-05-11'],
  ['2026年5月11日', '2026-05-11'],
  ['2026年5月11日 (月) 更新', '2026-05-11'],
  ['2026 年 5 月 11 日', '2026-05-11'],
  ['May 11, 2026', '2026-05-11'],
  ['Monday, May 11, 2026', '2026-05-11'],
  ['Sept. 3rd, 2026 at 10:30', '2026-09-03'],
  ['11 May 2026', '2026-05-11'],
  ['11-May-2026', '2026-05-11'],
  ['Updated\n05/11/2026 10:30 AM', '2026-05-11'],
  ['31/12/2026', '2026-12-31'],
  ['13/45/2026', null],
  ['2026-02-30', null],
  ['2025/02/29', null],
  ['2024/02/29', '2024-02-29'],
  ['0026-05-11', null],
  ['32 May 2026', null],
  ['11 Mars 2026', null],
  ['Maybe 11, 2026', null],
  ['May 2026', null],
  ['2026', null],
  ['2026年5月', null],
  ['$2,026.05', null],
  ['2026.05.11.3', null],
  ['v1.2026.05.11', null],
  ['120260511', null],
  ['2026-05-01 to 2026-05-11', null],
  ['05/11/26', null],
  [`${'It has been so since '.repeat(4)}2026-05-11`, null],
  ['', null],
])('%j names %s', (text, day) => {
  expect(dayIn(text)).toBe(day);
});

it('any text names a real day or none', () => {
  const likely = fc.array(
    fc.constantFrom('2026', '5', '11', '45', '-', '/', '年', '月', '日', 'May', ' ', ',', 'é'),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        likely.map((parts) => parts.join('')),
      ),
      (text) => {
        const day = dayIn(text);
        if (day !== null) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
      },
    ),
  );
});
