import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { csvCell } from '../../../src/kit/escape/csv.js';
import { inertJson } from '../../../src/kit/escape/json.js';
import {
  escapeMarkdown,
  markdownAddress,
  markdownCode,
  markdownLink,
} from '../../../src/kit/escape/markdown.js';
import { escapeMarkup } from '../../../src/kit/escape/markup.js';
import { visible } from '../../../src/kit/escape/visible.js';
import { commandMessage, commandProperty } from '../../../src/kit/escape/workflow-command.js';
import { hostileText } from '../../support/hostile-reports.js';

describe('visible', () => {
  test.each([
    ['plain text and 日本語 stay', 'plain text and 日本語 stay'],
    ['two\r\nlines\tand tabs', 'two lines and tabs'],
    ['\u001b[31mred', '<U+001B>[31mred'],
    ['\u009b2J', '<U+009B>2J'],
    ['abc\u202edcba', 'abc<U+202E>dcba'],
    ['zero\u200bwidth\ufeff', 'zero<U+200B>width<U+FEFF>'],
    ['half \ud83d pair', 'half <U+D83D> pair'],
    ['👩\u200d💻 and क\u094d\u200dष', '👩\u200d💻 and क\u094d\u200dष'],
    ['tag \u{e0041}', 'tag <U+E0041>'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('changes nothing when done again', () => {
    fc.assert(fc.property(hostileText, (text) => visible(visible(text)) === visible(text)));
  });
});

describe('escapeMarkdown', () => {
  test.each([
    ['Compliance Score (v1.2)', 'Compliance Score (v1.2)'],
    ['[text](http://evil.example)', '`[text](http://evil.example)`'],
    ['see https://evil.example/a_b now', 'see `https://evil.example/a_b` now'],
    ['misspells "https://".', 'misspells "`https://`".'],
    ['"https://aka.ms/", or?', '"`https://aka.ms/`", or?'],
    ['mail a@evil.example or @octocat', 'mail `a@evil.example` or `@octocat`'],
    ['fixes #12', 'fixes `#12`'],
    ['<script>', '&lt;script&gt;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['a|b', 'a\\|b'],
    ['- item', '\\- item'],
    ['12. item', '12\\. item'],
    ['127.0.0.1:8080', '127.0.0.1:8080'],
    ['# title', '\\# title'],
    ['$x$', '&#36;x&#36;'],
    ['**bold** ~~gone~~ `code`', '\\*\\*bold\\*\\* \\~\\~gone\\~\\~ \\`code\\`'],
  ])('%j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('markdownCode', () => {
  test.each([
    ['plain', '`plain`'],
    ['a`b``c', '```a`b``c```'],
    ['`edge', '`` `edge ``'],
    [' ', '` `'],
    ['', '` `'],
  ])('%j', (text, code) => {
    expect(markdownCode(text)).toBe(code);
  });
});

describe('markdownAddress', () => {
  test.each([
    ['https://example.com/a%20b?x=1&y=2#c', '<https://example.com/a%20b?x=1&y=2#c>'],
    [
      'https://example.com/?a=1&copy;',
      '[`https://example.com/?a=1&copy;`](<https://example.com/?a=1&amp;copy;>)',
    ],
    ['https://example.com/a`b', '[``https://example.com/a`b``](<https://example.com/a%60b>)'],
    ['javascript:alert(1)', '`javascript:alert(1)`'],
  ])('%j', (url, address) => {
    expect(markdownAddress(url)).toBe(address);
  });
});

describe('markdownLink', () => {
  test.each([
    ['https://example.com/a%20b?x=1&y=2', '[t](<https://example.com/a%20b?x=1&y=2>)'],
    ['https://example.com/?a=1&copy;', '[t](<https://example.com/?a=1&amp;copy;>)'],
    ['https://example.com/>)[x](y)', '[t](<https://example.com/%3E)[x](y)>)'],
    ['https://[::1]/', '[t](<https://[::1]/>)'],
    ['javascript:alert(1)', '`javascript:alert(1)`'],
    ['hhttps://example.com', '`hhttps://example.com`'],
  ])('%j', (url, link) => {
    expect(markdownLink('t', url)).toBe(link);
  });
});

test('escapeMarkup gives text and attribute values a browser reads back as they are', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const [node, ...others] = parseFragment(
        `<p title="${escapeMarkup(text)}">x${escapeMarkup(text)}</p>`,
      ).childNodes;
      expect(others).toEqual([]);
      expect(node).toMatchObject({
        attrs: [{ name: 'title', value: visible(text) }],
        childNodes: [{ nodeName: '#text', value: `x${visible(text)}` }],
      });
    }),
  );
});

test('inertJson is the same value without anything to obey', () => {
  fc.assert(
    fc.property(fc.jsonValue(), hostileText, (value, text) => {
      const shown = inertJson({ value, [text]: text });
      expect(JSON.parse(shown)).toEqual(JSON.parse(JSON.stringify({ value, [text]: text })));
      expect(shown).not.toMatch(/[\p{Cc}<\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

describe('csvCell', () => {
  test.each([
    ['a "quoted", cell', '"a ""quoted"", cell"'],
    ['=cmd()', `"'=cmd()"`],
    ['\t@SUM(A1)', `"' @SUM(A1)"`],
    ['＝1+1', `"'＝1+1"`],
    ['two\r\nlines', '"two lines"'],
    [404, '404'],
  ])('%j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

test('workflow commands keep to their line and their property', () => {
  expect(commandMessage('50 %\n::error::x')).toBe('50 %25 ::error::x');
  expect(commandProperty('a:b,c=100%')).toBe('a%3Ab%2Cc=100%25');
});
