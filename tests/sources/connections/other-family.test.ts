import { describe, expect, it } from 'vitest';
import { createPatientLookup } from '../../../src/sources/connections/patient-lookup.js';
import { wholeQuestion, type Lookup } from '../../../src/sources/connections/lookup.js';

const six = { address: '2001:db8::1', family: 6 } as const;
const four = { address: '192.0.2.1', family: 4 } as const;

/** A system of a machine without IPv6, as it answers where only addresses are wanted of kinds that the machine has. */
const lookup: Lookup = (hostname, options, found) => {
  queueMicrotask(() => {
    if (hostname === 'seed.example') found(null, [four]);
    else if (hostname === 'six.example' && options === wholeQuestion) found(null, [six]);
    else found(Object.assign(new Error('lost'), { code: 'ENOTFOUND' }), []);
  });
};

describe('a name that a machine without IPv6 cannot find', () => {
  const { lookupNow } = createPatientLookup(
    lookup,
    () => 0,
    60_000,
    () => Promise.resolve(true),
  );
  const found = (hostname: string): Promise<string> =>
    new Promise((settle) => {
      lookupNow(hostname, (error, [first]) => settle(error?.code ?? first?.address ?? 'nothing'));
    });

  it('is there if it has addresses of IPv6', async () => {
    expect(await found('seed.example')).toBe('192.0.2.1');
    expect(await found('six.example')).toBe('2001:db8::1');
  });

  it('is nowhere if it has none either', async () => {
    expect(await found('gone.example')).toBe('ENOTFOUND');
  });
});
