import { expect, test } from 'vitest';
import { keptHeadersOf } from '../../../src/sources/answers/kept-headers.js';

test.each<[policy: string | readonly string[], kept: Record<string, string>]>([
  [
    `frame-ancestors 'self'; Upgrade-Insecure-Requests`,
    { 'content-security-policy': 'upgrade-insecure-requests' },
  ],
  [
    ['default-src *', 'upgrade-insecure-requests'],
    { 'content-security-policy': 'upgrade-insecure-requests' },
  ],
  ['default-src *', {}],
])('of a policy only what changes links is kept: %j', (policy, kept) => {
  expect(keptHeadersOf({ 'content-security-policy': policy as string }, null)).toEqual(kept);
});

test('when the certificate expires is known from the connection alone', () => {
  const claimed = { 'x-certificate-expires': '2026-11-23T09:00:00Z' };
  expect(keptHeadersOf(claimed, null)).toEqual({});
  expect(keptHeadersOf({}, '2026-12-01T00:00:00Z')).toEqual({
    'x-certificate-expires': '2026-12-01T00:00:00Z',
  });
});
