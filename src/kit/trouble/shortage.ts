/** What is said where this process has no file left. */
export const noFiles = 'EMFILE';

/** Error codes of a system that lacks files, buffers or memory. Older runs noted `EBUSY` where it could open no file. */
const codes: ReadonlySet<string> = new Set([noFiles, 'ENFILE', 'ENOBUFS', 'ENOMEM', 'EBUSY']);

/** Our own word for an outage in which this machine can look up no name at all. */
export const noResolver = 'NO_RESOLVER';

/** Our own code, for an outage in which this machine knows no way to the network of a host. */
export const noRoute = 'NO_ROUTE';

/** Our own code for a host that has addresses of IPv6 only, to which this machine knows no way, while it does for IPv4. */
export const noIPv6 = 'NO_IPV6';

/** Whether a connection failed because this machine was cut off: no fault of the other side. */
export function isOutage(code: string): boolean {
  return code === noResolver || code === noRoute;
}

/** Whether an error code of a connection says that this machine lacks something: no fault of the other side. */
export function isShortage(code: string): boolean {
  return codes.has(code);
}
