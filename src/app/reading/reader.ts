import type { Material, Reader, Reading } from '../../model/reading.js';
import type { FullReadingOptions } from './read.js';
import { startThread, type ReadingThread } from './thread.js';

/**
 * Reads bodies in a thread of its own, so that reading and asking go on in parallel and the readers need not be loaded here; it
 * reads here only if no thread can be started. Bodies are given away: they must not be touched afterwards.
 */
export function createReader(options: FullReadingOptions, thread: ReadingThread = startThread()): Reader {
  let isClosed = false;
  let loading: Promise<(material: Material) => Reading> | null = null;
  thread.begin(options);

  const readOnceStarted = async (material: Material): Promise<Reading | null> => {
    await thread.started;
    if (isClosed) return null;
    if (thread.isUp()) return thread.read(material);
    const readHere = await (loading ??= import('./read.js').then(({ createRead }) => createRead(options)));
    return readHere(material);
  };

  return {
    read: (material) => (thread.isUp() ? thread.read(material) : readOnceStarted(material)),
    close: () => {
      isClosed = true;
      return thread.close();
    },
  };
}
