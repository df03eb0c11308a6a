import { parentPort } from 'node:worker_threads';
import type { Material } from '../../model/reading.js';
import { createRead, type ReadingOptions } from './read.js';
import { encodeReading } from './codec.js';
import type { Batch } from './thread.js';

/** The other end of `startThread`: told how to read, it reads each batch and sends the readings back in order. */
parentPort?.once('message', (options: ReadingOptions) => {
  const read = createRead(options);
  parentPort?.on('message', (materials: Batch<Material>) => {
    parentPort?.postMessage(materials.map((material) => encodeReading(read(material))));
  });
  // Loading took its time: only now can anything be asked here.
  parentPort?.postMessage([]);
});
