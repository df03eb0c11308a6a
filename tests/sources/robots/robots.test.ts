import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/model/fetch.js';
import { robotsOf } from '../../../src/sources/robots/answer.js';
import { parseRobots } from '../../../src/sources/robots/rules.js';
import { processorTime } from '../../support/processor-time.js';

const origin = 'https://example.com';
const token = 'playbook-health';
const parse = (text: string) => parseRobots(text, token);

describe('robots.txt', () => {
  it.each([
    ['', '/any', true],
    ['User-agent: *\nDisallow: /a', '/a/b', false],
    ['User-agent: *\nDisallow: /a', '/b', true],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /', '/robots.txt', true],
    ['User-agent: *\nDisallow: /\nAllow: /open', '/open/x', true],
    ['User-agent: *\nAllow: /page\nDisallow: /*.htm', '/page.htm', false],
    ['User-agent: *\nAllow: /folder\nDisallow: /folder', '/folder/x', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
    ['User-agent: *\nDisallow: /a*b*c', '/axxbyyc', false],
    ['User-agent: *\nDisallow: /a*b*c', '/axxc', true],
    ['User-agent: *\nDisallow: /*aba$', '/ab/aba', false],
    ['User-agent: *\nDisallow: /$', '/', false],
    ['User-agent: *\nDisallow: /$', '/x', true],
    ['User-agent: *\nDisallow: /search?q=', '/search?q=1', false],
    ['User-agent: *\nDisallow: /日本', '/%E6%97%A5%E6%9C%AC/', false],
    ['User-agent: *\nDisallow: /%e6%97%a5', '/%E6%97%A5', false],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['User-agent: Playbook-Health\nDisallow: /a', '/a', false],
    ['User-agent: playbook-health/1.0\nDisallow: /a', '/a', false],
    ['User-agent: playbook-healthy\nDisallow: /a', '/a', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: playbook-health\nDisallow: /b', '/a', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: playbook-health\nDisallow:', '/a', true],
    ['User-agent: playbook-health\nUser-agent: other\nDisallow: /a', '/a', false],
    [
      'User-agent: playbook-health\nDisallow: /a\nUser-agent: x\nUser-agent: playbook-health\nDisallow: /b',
      '/b',
      false,
    ],
    ['\ufeffUSER-AGENT : *  # all\r\ndisallow : /a # not this', '/a', false],
    ['Disallow: /a', '/a', true],
    ['User-agent: *\nSitemap: https://example.com/s.xml\nDisallow: /a', '/a', false],
    ['<html>User-agent: *\nDisallow: /</html>', '/a', true],
  ])('%j on %s: %s', (text, path, allowed) => expect(parse(text).allows(origin + path)).toBe(allowed));

  it('names delays', () => {
    expect(parse('User-agent: *\nCrawl-delay: 1.5').crawlDelay).toBe(1500);
    expect(parse('User-agent: *\nCrawl-delay: soon').crawlDelay).toBeNull();
  });

  it('stays quick whatever a host writes', () => {
    const long = `/${'a*'.repeat(5000)}`;
    const hostile = [
      `User-agent: *\n${`Disallow: ${long}b\n`.repeat(50)}`,
      `User-agent: *\n${`Disallow: /*${'a'.repeat(500)}b\n`.repeat(2000)}`,
      `${'User-agent: *\n'.repeat(20_000)}${'Disallow: /a\n'.repeat(20_000)}`,
      `User-agent: *\n${' '.repeat(500_000)}Disallow: /`,
    ];
    const url = `${origin}/${'a'.repeat(8000)}`;
    for (const text of hostile) expect(processorTime(() => parse(text).allows(url))).toBeLessThan(3000);
  });

  it('never throws', () => {
    const line = fc.tuple(
      fc.constantFrom('User-agent', 'Disallow', 'Allow', 'Crawl-delay', 'Sitemap', ''),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.array(line.map(([key, value]) => `${key}: ${value}`)).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, fc.webUrl(), (written, url) => typeof parse(written).allows(url) === 'boolean'),
    );
  });

  it.each([
    [200, 'User-agent: *\nDisallow: /', false],
    [404, 'User-agent: *\nDisallow: /', true],
    [403, '', true],
    [302, '', true],
    [500, '', false],
    [503, '', false],
  ])('answered with %i %j: %s', (status, text, allowed) => {
    expect(robotsOf(answerWith(status, text), token).allows(`${origin}/a`)).toBe(allowed);
  });

  it('that cannot be had forbids nothing: the page itself shall tell', () => {
    const failed: Answer = {
      ...answerWith(0, ''),
      outcome: { kind: 'failed', cause: 'dns', detail: 'ENOTFOUND' },
      body: null,
    };
    expect(robotsOf(failed, token).allows(`${origin}/a`)).toBe(true);
  });
});

function answerWith(status: number, text: string): Answer {
  return {
    attempt: { at: 0, took: 0, method: 'GET', result: status },
    outcome: {
      kind: 'fetched',
      status,
      location: null,
      contentType: 'text/plain',
      length: null,
      bytes: text.length,
      flaw: null,
      headers: {},
    },
    location: null,
    charset: null,
    linkHeader: null,
    refreshHeader: null,
    body: { bytes: new TextEncoder().encode(text), complete: true, tail: null },
    retryAfter: null,
  };
}
