import { ADDRCONFIG, type LookupAddress } from 'node:dns';

/**
 * As Node itself asks, which differs on Windows: not for kinds of addresses that this machine has none of. If there is a second
 * address, even one that cannot be reached, the first is given less time.
 */
export const question = { all: true, hints: process.platform === 'win32' ? 0 : ADDRCONFIG } as const;

/** For addresses of all kinds, whatever this machine has. */
export const wholeQuestion = { all: true, hints: 0 } as const;

/** Asks the system for all addresses of a name, as `dns.lookup` does. */
export type Lookup = (
  hostname: string,
  options: typeof question | typeof wholeQuestion,
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;
