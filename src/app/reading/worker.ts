import { parentPort } from 'node:worker_threads';
import { createNumbering } from '../../model/links/numbering.js';
import { createEncoder } from './codec.js';
import { createRead, type FullReadingOptions } from './read.js';
import type { Batch } from './thread.js';

/** The other end of `startThread`: once told how to read, it reads each batch and sends the readings back in order. */
parentPort?.once('message', (options: FullReadingOptions) => {
  const numbering = createNumbering(options.urlKey);
  const read = createRead(options, numbering);
  const encode = createEncoder(numbering);
  parentPort?.on('message', (materials: Batch) => parentPort?.postMessage(encode(materials.map(read))));
  // Loading took some time: only now can requests be handled.
  parentPort?.postMessage(encode([]));
});
