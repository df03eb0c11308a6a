import type { Material, Reader, Reading } from '../../model/reading.js';
import { createRead, type ReadingOptions } from './read.js';
import { startThread, type ReadingThread } from './thread.js';

/** A walk of this many bodies is long enough to repay a thread of its own. */
const bodiesBeforeThread = 100;

/**
 * Reads bodies: the first ones here, and in a thread of its own once there are enough of them, so that reading and asking
 * go on side by side. A body is given away: it must not be touched afterwards.
 */
export function createReader(options: ReadingOptions): Reader {
  const readHere = createRead(options);
  let bodies = 0;
  let thread: ReadingThread | null = null;
  return {
    read: (material: Material): Promise<Reading> => {
      bodies++;
      if (bodies === bodiesBeforeThread) thread = startThread(options);
      return thread?.isUp() === true ? thread.read(material) : Promise.resolve(readHere(material));
    },
    close: async () => {
      await thread?.close();
    },
  };
}
