/** What is said where this process has no file left. */
export const noFiles = 'EMFILE';

/** What the system says of its own want: of files, buffers or memory. Older runs noted `EBUSY` where it could open no file. */
const codes: ReadonlySet<string> = new Set([noFiles, 'ENFILE', 'ENOBUFS', 'ENOMEM', 'EBUSY']);

/** Our own word for an outage in which this machine can look up no name at all. */
export const noResolver = 'NO_RESOLVER';

/** Our own word for an outage in which this machine knows no way to the network of a host. */
export const noRoute = 'NO_ROUTE';

/** Whether a connection failed because this machine was cut off: no fault of the other side. */
export function isOutage(code: string): boolean {
  return code === noResolver || code === noRoute;
}

/** Whether a connection failed by a code of the system for want of something on this machine: no fault of the other side. */
export function isShortage(code: string): boolean {
  return codes.has(code);
}
