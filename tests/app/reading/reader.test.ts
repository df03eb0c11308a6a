import { expect, it } from 'vitest';
import { createReader } from '../../../src/app/reading/reader.js';
import type { FullReadingOptions } from '../../../src/app/reading/read.js';
import type { ReadingThread } from '../../../src/app/reading/thread.js';
import { materialOf } from '../../support/material.js';

const options: FullReadingOptions = { checkFragments: false, rules: {} };
const material = materialOf('<title>Guide</title>');

function thread(started: Promise<void>): ReadingThread {
  const nothing = () => Promise.resolve(null);
  return {
    begin: () => undefined,
    started,
    isUp: () => false,
    read: nothing,
    close: () => Promise.resolve(),
  };
}

it('a reader reads here if no thread can be started', async () => {
  const reader = createReader(options, thread(Promise.resolve()));
  expect((await reader.read(material))?.facts?.title).toBe('Guide');
});

it('a reader that is closed reads nothing any more', async () => {
  let start = (): void => undefined;
  const reader = createReader(options, thread(new Promise((resolve) => (start = resolve))));
  const reading = reader.read(material);
  await reader.close();
  start();
  expect(await reading).toBeNull();
  expect(await reader.read(material)).toBeNull();
});
