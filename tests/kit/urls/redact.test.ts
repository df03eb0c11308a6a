import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRedacted, redactUrl } from '../../../src/kit/urls/redact.js';
import { processorTime } from '../../support/processor-time.js';

const secret = 'kYp3-tQ9zW.7';
const at = 'https://portal.example/a/b';

describe('secrets are masked', () => {
  it.each([
    [`${at}?sig=${secret}`, `${at}?sig=REDACTED`],
    [
      `${at}?sv=2024-11-04&se=2026-11-23&sr=b&sig=${secret}`,
      `${at}?sv=REDACTED&se=REDACTED&sr=REDACTED&sig=REDACTED`,
    ],
    [`${at}?access_token=x`, `${at}?access_token=REDACTED`],
    [`${at}?Token=x&page=2`, `${at}?Token=REDACTED&page=2`],
    [`${at}?csrf_token=x`, `${at}?csrf_token=REDACTED`],
    [`${at}?__RequestVerificationToken=x`, `${at}?__RequestVerificationToken=REDACTED`],
    [`${at}?apikey=x`, `${at}?apikey=REDACTED`],
    [`${at}?subscription-key=x`, `${at}?subscription-key=REDACTED`],
    [`${at}?user_password=hunter2`, `${at}?user_password=REDACTED`],
    [`${at}?X-Amz-Signature=0f&X-Amz-Date=2026`, `${at}?X-Amz-Signature=REDACTED&X-Amz-Date=2026`],
    [`${at}?SAMLRequest=fZJ&RelayState=x`, `${at}?SAMLRequest=REDACTED&RelayState=x`],
    [`${at}?tempauth=v1.eyJ`, `${at}?tempauth=REDACTED`],
    [`${at}?code=0.AXkAdeadbeef_-x&state=${secret}`, `${at}?code=REDACTED&state=REDACTED`],
    [`${at}?code=s3cr3t`, `${at}?code=REDACTED`],
    [`${at}?key=AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY`, `${at}?key=REDACTED`],
    [`${at}?code=SECRETCODE`, `${at}?code=REDACTED`],
    [`${at};jsessionid=0A1B2C?x=1`, `${at};jsessionid=REDACTED?x=1`],
    [`${at}#access_token=x&token_type=bearer`, `${at}#access_token=REDACTED&token_type=bearer`],
    ['access_token=x', 'access_token=REDACTED'],
    [
      `see https://a:b@c.example, or "${at}?sig=${secret}".`,
      `see https://a:REDACTED@c.example, or "${at}?sig=REDACTED".`,
    ],
    [`${at}#id_token=x`, `${at}#id_token=REDACTED`],
    [`https://user:${secret}@portal.example/`, 'https://user:REDACTED@portal.example/'],
    [
      `${at}?ReturnUrl=%2Ffile%3Fsv%3D1%26sig%3D${secret}%26x%3D1&y=2`,
      `${at}?ReturnUrl=%2Ffile%3Fsv%3DREDACTED%26sig%3DREDACTED%26x%3D1&y=2`,
    ],
    [`${at}?u=a%253Fsig%253D${secret}%2526b%253D1`, `${at}?u=a%253Fsig%253DREDACTED%2526b%253D1`],
  ])('%s', (url, masked) => {
    expect(redactUrl(url)).toBe(masked);
    expect(isRedacted(redactUrl(url))).toBe(true);
  });
});

describe('names of pages stay', () => {
  it.each([
    `${at}?key=page1`,
    `${at}?code=JP`,
    `${at}?code=404&state=open`,
    `${at}?state=ja-jp`,
    `${at}?st=guide&sp=2&sr=5&se=x`,
    `${at}?id=KB-01528&design=dark&signed=no&keyword=sig`,
    `${at}?q=access_token`,
    `${at}?tokens=3&passwords=no`,
    `${at}?file=My%20deck.pptx&sid=12`,
    `${at}?url=https%3A%2F%2Fa.example%2F%3Fkey%3Dpage2`,
    `${at}#key=page1`,
    `${at}/@contoso/profile`,
    `${at};v=1.2`,
  ])('%s', (url) => {
    expect(redactUrl(url)).toBe(url);
    expect(isRedacted(url)).toBe(false);
  });
});

describe('redacting', () => {
  it('changes nothing when done again', () => {
    const part = fc.constantFrom(
      '?',
      '&',
      '#',
      ';',
      '=',
      '%3F',
      '%26',
      '%3D',
      '%25',
      'sig',
      'code',
      'a',
      'B9',
      '@',
      ':',
      '/',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const once = redactUrl(`https://a.example/${parts.join('')}`);
        expect(redactUrl(once)).toBe(once);
      }),
    );
  });

  it('takes linear time', () => {
    for (const piece of ['?a', '&sig=', '%25', '%26sig%3D', ';a=', '25', '%3Fa', '://a:', '://']) {
      const url = `https://a.example/?${piece.repeat(100_000)}`;
      expect(
        processorTime(() => redactUrl(url)),
        piece,
      ).toBeLessThan(2000);
    }
  });
});
