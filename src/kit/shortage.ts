/** What the system says of its own want: of files, buffers or memory. The resolver says `EBUSY` where it can open no file. */
const codes: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM', 'EBUSY']);

/** Our own word for an outage in which this machine can look up no name at all. */
export const noResolver = 'NO_RESOLVER';

/** Whether a connection failed by a code of the system for want of something on this machine: no fault of the other side. */
export function isShortage(code: string): boolean {
  return codes.has(code);
}
