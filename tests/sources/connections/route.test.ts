import { describe, expect, it } from 'vitest';
import { blame, hasRoute } from '../../../src/sources/connections/route.js';

const failure = (code: string, address: string): Error =>
  Object.assign(new Error(`connect ${code}`), { code, address });
const codeOf = (error: Error): unknown => ('code' in error ? error.code : null);
const routed =
  (...addresses: readonly string[]) =>
  (address: string): Promise<boolean> =>
    Promise.resolve(addresses.includes(address));

describe('a network that is unreachable', () => {
  it('is out of reach for this machine where it knows no way there', async () => {
    const error = failure('ENETUNREACH', '192.0.2.1');
    expect(codeOf(await blame(error, routed()))).toBe('NO_ROUTE');
    const both = new AggregateError([error, failure('ENETUNREACH', '2001:db8::1')]);
    expect(codeOf(await blame(both, routed()))).toBe('NO_ROUTE');
  });

  it.each(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'])(
    'is no outage where this machine has no IPv6, but IPv4: %s',
    async (code) => {
      const error = failure(code, '2001:db8::1');
      expect(codeOf(await blame(error, routed('198.41.0.4')))).toBe('NO_IPV6');
      expect(codeOf(await blame(error, routed()))).toBe('NO_ROUTE');
      const both = new AggregateError([error, failure('ENETUNREACH', '192.0.2.1')]);
      expect(codeOf(await blame(both, routed('198.41.0.4')))).toBe('NO_ROUTE');
    },
  );

  it('is the trouble of others where this machine knows the way', async () => {
    const error = failure('ENETUNREACH', '192.0.2.1');
    expect(await blame(error, routed('192.0.2.1'))).toBe(error);
  });

  it('is not what fails where another address answers, or where the failure is another', async () => {
    const refused = failure('ECONNREFUSED', '192.0.2.1');
    expect(await blame(refused, routed())).toBe(refused);
    const both = new AggregateError([failure('ENETUNREACH', '2001:db8::1'), refused]);
    expect(await blame(both, routed())).toBe(both);
  });
});

it('this machine knows the way to itself', async () => {
  expect(await hasRoute('127.0.0.1')).toBe(true);
});
