import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { createQueue } from '../../kit/collections/queue.js';
import type { Material, Reading } from '../../model/reading.js';
import { createDecoder, type EncodedReadings } from './codec.js';
import type { FullReadingOptions } from './read.js';

/** A thread that reads. */
export interface ReadingThread {
  /** Tells it how to read; needed once, before anything else. Until then the thread does not keep the process alive. */
  readonly begin: (options: FullReadingOptions) => void;
  /** Settles when it is known whether the thread could be started. */
  readonly started: Promise<void>;
  /** It has started and is alive. */
  readonly isUp: () => boolean;
  /** `null` if it is closed first. */
  readonly read: (material: Material) => Promise<Reading | null>;
  readonly close: () => Promise<void>;
}

/**
 * What is sent to the thread: batches, since a message costs more than its contents. Answers come in order; an empty one before
 * all others says that the thread is ready.
 */
export type Batch = readonly Material[];

interface Waiting {
  readonly resolve: (reading: Reading | null) => void;
  readonly reject: (error: Error) => void;
}

/** Megabytes. The garbage of reading is short-lived: with half of V8's default for such objects, nothing takes longer. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/** Starts a thread that reads, if there is what it runs: that has to be built. */
export function startThread(): ReadingThread {
  const program = new URL('./worker.js', import.meta.url);
  return existsSync(program) ? startWorker(program) : noThread;
}

const noThread: ReadingThread = {
  begin: () => undefined,
  started: Promise.resolve(),
  isUp: () => false,
  read: () => Promise.resolve(null),
  close: () => Promise.resolve(),
};

/** If it dies, what waits for it is rejected. */
function startWorker(program: URL): ReadingThread {
  const worker = new Worker(program, { resourceLimits });
  const waiting = createQueue<Waiting>();
  let batch: Material[] = [];
  let up = false;
  const started = new Promise<void>((settle) => {
    worker.once('message', () => {
      up = true;
      settle();
    });
    worker.once('error', () => settle());
    worker.once('exit', () => settle());
  });

  const decode = createDecoder();
  worker.on('message', (encoded: EncodedReadings) => {
    for (const reading of decode(encoded)) waiting.shift()?.resolve(reading);
  });
  worker.on('error', (error: Error) => {
    up = false;
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) one.reject(error);
  });

  // Only now, since a listener would keep it alive.
  worker.unref();

  const send = (): void => {
    const materials = batch;
    batch = [];
    worker.postMessage(materials, materials.flatMap(transferable));
  };

  return {
    begin: (options) => {
      worker.ref();
      worker.postMessage(options);
    },
    started,
    isUp: () => up,
    read: (material) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        if (batch.push(material) === 1) setImmediate(send);
      }),
    close: async () => {
      up = false;
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) one.resolve(null);
      await worker.terminate();
    },
  };
}

/** Buffers that may be handed over instead of copied: not the shared pool that small bodies are cut from. */
function transferable({ body }: Material): readonly ArrayBuffer[] {
  return [body.bytes, ...(body.tail === null ? [] : [body.tail])]
    .filter((bytes) => bytes.byteLength === bytes.buffer.byteLength)
    .map((bytes) => bytes.buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
}
