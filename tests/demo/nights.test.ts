import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nightlyChanges } from '../../src/demo/nights.js';
import { serveDemo, type DemoPortals } from '../../src/demo/serve-demo.js';
import { ask, bytesOf } from './support.js';

let nights: readonly DemoPortals[];
beforeAll(async () => {
  nights = await Promise.all(Array.from({ length: 7 }, (_, night) => serveDemo({ night })));
});
afterAll(() => Promise.all(nights.map((demo) => demo.close())));

describe.each(nightlyChanges)('night $night: $kind $path', ({ night, kind, origin, path, looksEqual }) => {
  const asked = (when: number): Promise<Response> => ask((nights[when]?.origins[origin] ?? '') + path);

  it('shows in what the servers answer', async () => {
    const [before, after] = [await asked(night - 1), await asked(night)];
    const opened = [before.status === 200, after.status === 200];
    switch (kind) {
      case 'new':
      case 'localised':
      case 'moved':
      case 'fixed':
        expect(opened).toEqual([false, true]);
        break;
      case 'removed':
      case 'broke':
      case 'down':
        expect(opened).toEqual([true, false]);
        break;
      case 'updated':
        expect(opened).toEqual([true, true]);
        expect((await after.text()) === (await before.text())).toBe(looksEqual === true);
        for (const name of ['etag', 'last-modified'])
          if (after.headers.has(name))
            expect(after.headers.get(name) === before.headers.get(name)).toBe(looksEqual === true);
    }
  });
});

describe('seven nights', () => {
  it('list the changes of each', () => {
    expect(nights.map(({ changes }) => changes.length)).toEqual([0, 4, 3, 1, 3, 1, 3]);
  });

  it('count the kick-off deck as broken for one night, and Skype to Teams until the last', () => {
    const isIll = (part: string): readonly boolean[] =>
      nights.map(({ planted }) => planted.some(({ url }) => url.includes(part)));
    expect(isIll('Kickoff-Deck-v2.pptx')).toEqual([false, true, false, false, false, false, false]);
    expect(isIll('skype-to-teams-transition')).toEqual([true, true, true, true, true, true, false]);
  });

  it('bring the Community back after its night down', async () => {
    const statuses = nights.map(async ({ origins }) => (await ask(`${origins.community}/en-us/`)).status);
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 503, 200, 200, 200]);
  });

  it('keep everything else as it was', async () => {
    const path = '/guides/Windows-365-Overview.pdf';
    const contents = await Promise.all(nights.map(({ origins }) => bytesOf(origins.documents + path)));
    expect(new Set(contents.map((bytes) => bytes.toString('base64'))).size).toBe(1);
  });
});
