import { expect, it } from 'vitest';
import { createForwardClock } from '../../../src/kit/time/forward-clock.js';

it.each([
  ['goes with the one it reads', [0, 5, 5, 9], [0, 5, 5, 9]],
  ['goes on from where it was when that is set back', [100, 40, 45, 60], [100, 100, 105, 120]],
  ['when that is set back again', [100, 40, 50, 10, 12], [100, 100, 110, 110, 112]],
  ['leaps ahead with it', [100, 5000, 5001], [100, 5000, 5001]],
])('a clock that never goes back %s', (_, times, told) => {
  const left = [...times];
  const now = createForwardClock(() => left.shift() ?? 0);
  expect(times.map(now)).toEqual(told);
});
