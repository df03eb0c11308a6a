import { describe, expect, it } from 'vitest';
import { judgeFirst } from '../support/answers.js';

const url = 'https://partner.example/guide.html';

function judgeFailure(detail: string) {
  return judgeFirst([{ url, failed: { cause: 'tls', detail } }]).verdicts[0];
}

describe('without a safe connection', () => {
  it.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'EPROTO',
  ])('a page is broken if browsers cannot do better: %s', (detail) => {
    expect(judgeFailure(detail)).toMatchObject({ rule: 'tls', state: 'broken', level: 'error' });
  });

  it.each([
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'does not send'],
    ['ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL', 'HTTP/2'],
  ])('it is not checked if browsers may: %s', (detail, words) => {
    const verdict = judgeFailure(detail);
    expect(verdict).toMatchObject({ rule: 'tls', state: 'not-checked', level: 'warning' });
    expect(verdict?.reason.en).toContain(words);
    expect(verdict?.reason.en).toContain('partner.example');
  });
});
