import { describe, expect, test } from 'vitest';
import { createTarget } from '../../src/crawl/targets/create-target.js';
import { visitUntilQuiet } from '../../src/crawl/visits/visit-until-quiet.js';
import { createFrontier } from '../../src/frontier/frontier.js';

const megabyte = 1_048_576;

/** Visits a hundred targets, two at a time, whose answers are taken in only once nothing more is asked for. */
async function mostInHand(weight: number): Promise<number> {
  const frontier = createFrontier({ perHost: 100, minGap: 0 });
  for (let id = 0; id < 100; id++) {
    const url = `https://a.example/${id}`;
    frontier.add(createTarget({ id, url, source: null, role: 'page', appetite: 'whole' }));
  }
  const held: (() => void)[] = [];
  let most = 0;
  let taken = 0;
  const release = (): void => {
    most = Math.max(most, held.length);
    for (const letGo of held.splice(0)) letGo();
    if (taken < 100) setImmediate(release);
  };
  setImmediate(release);
  await visitUntilQuiet(
    { frontier, now: () => 0, after: () => () => undefined, signal: new AbortController().signal },
    2,
    {
      ask: (target) => {
        frontier.done(target, 0);
        return Promise.resolve(weight);
      },
      take: () =>
        new Promise((resolve) => {
          held.push(() => {
            taken++;
            resolve();
          });
        }),
      weigh: (answer) => answer,
    },
  );
  expect(taken).toBe(100);
  return most;
}

describe('while answers are taken in, others are asked for', () => {
  test('a few for each that may be asked for at once', async () => {
    const most = await mostInHand(1);
    expect(most).toBeGreaterThan(4);
    expect(most).toBeLessThanOrEqual(10);
  });

  test('none while much is held already, yet all in the end', async () => {
    expect(await mostInHand(40 * megabyte)).toBeLessThanOrEqual(2);
  });
});
