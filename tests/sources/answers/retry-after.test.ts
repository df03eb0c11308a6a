import { describe, expect, it } from 'vitest';
import { retryAfterOf } from '../../../src/sources/answers/retry-after.js';

const now = Date.UTC(2026, 10, 22, 8, 0, 0);
const day = 86_400_000;
type Row = readonly [status: number, headers: Record<string, string>, wait: number | null];

describe('how long to stay away', () => {
  it.each<Row>([
    [429, {}, null],
    [429, { 'retry-after': '2' }, 2000],
    [503, { 'retry-after': ' 120 ' }, 120_000],
    [429, { 'retry-after': '3s' }, 3000],
    [429, { 'retry-after': '1.5' }, 1500],
    [429, { 'retry-after': '0' }, 0],
    [429, { 'retry-after': '999999999' }, day],
    [429, { 'retry-after': '-5' }, null],
    [429, { 'retry-after': 'soon' }, null],
    [429, { 'retry-after': '' }, null],
    [429, { 'retry-after': 'Sun, 22 Nov 2026 08:00:30 GMT' }, 30_000],
    [429, { 'retry-after': 'Sunday, 22-Nov-26 08:00:30 GMT' }, 30_000],
    [429, { 'retry-after': 'Sun Nov 22 08:00:30 2026 GMT' }, 30_000],
    [429, { 'retry-after': 'Sun, 22 Nov 2026 07:00:00 GMT' }, 0],
    [429, { 'retry-after': 'Sun, 22 Nov 2026 09:00:30 GMT', date: 'Sun, 22 Nov 2026 09:00:00 GMT' }, 30_000],
    [200, { 'retry-after': '5' }, null],
    [404, { 'retry-after': '5' }, 5000],
    [429, { 'ratelimit-reset': '7' }, 7000],
    [200, { 'ratelimit-remaining': '0', 'ratelimit-reset': '7' }, 7000],
    [200, { 'ratelimit-remaining': '3', 'ratelimit-reset': '7' }, null],
    [200, { ratelimit: 'limit=100, remaining=0, reset=50' }, 50_000],
    [200, { ratelimit: '"default";r=0;t=50' }, 50_000],
    [200, { ratelimit: '"default";r=9;t=50' }, null],
    [429, { 'x-ratelimit-reset': String(now / 1000 + 60) }, 60_000],
    [429, { 'x-ratelimit-reset': String(now / 1000 + 3630), date: 'Sun, 22 Nov 2026 09:00:00 GMT' }, 30_000],
    [429, { 'x-ratelimit-reset': '60' }, 60_000],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 60) }, 60_000],
    [429, { 'retry-after': 'soon', 'ratelimit-reset': '7' }, 7000],
    [429, { 'x-ratelimit-reset': 'never' }, null],
  ])('%i %j: %s', (status, headers, wait) => expect(retryAfterOf(status, headers, now)).toBe(wait));
});
