import { describe, expect, test } from 'vitest';
import { findAddresses } from '../../src/extract/text/addresses.js';
import { cellsOf } from '../../src/extract/text/cells.js';
import { findMarkedLinks } from '../../src/extract/text/markdown.js';
import { withoutCode } from '../../src/extract/text/markdown-lines.js';
import { readBody } from '../support/material.js';
import { processorTime } from '../support/processor-time.js';

describe('addresses in a text', () => {
  test.each<[string, ...string[]]>([
    ['https://a.example/x', 'https://a.example/x'],
    ['See https://a.example/x. Or (http://b.example/y).', 'https://a.example/x', 'http://b.example/y'],
    [
      'https://a.example/x_(y) and https://a.example/x?a=b,c;d!',
      'https://a.example/x_(y)',
      'https://a.example/x?a=b,c;d',
    ],
    ['"https://a.example/x", \'https://b.example\'', 'https://a.example/x', 'https://b.example'],
    ['<https://a.example/資料>', 'https://a.example/資料'],
    ['https://a.example/資料.html', 'https://a.example/資料.html'],
    ['  https://a.example/資料.html\t', 'https://a.example/資料.html'],
    ['詳細はhttps://a.example/xを参照', 'https://a.example/x'],
    ['詳細は https://a.example/x を参照。', 'https://a.example/x'],
    ['「https://a.example/x」（https://b.example/y）', 'https://a.example/x', 'https://b.example/y'],
    ['https://例え.jp/ですか', 'https://例え.jp/ですか'],
    ['www.a.example/x, www.', 'https://www.a.example/x'],
    ['HTTPS://A.EXAMPLE/X', 'HTTPS://A.EXAMPLE/X'],
    ['htps://a.example/x hhttp://b.example', 'htps://a.example/x', 'hhttp://b.example'],
    ['ftp://a.example ssh://b mailto:a@b.example file:///etc/passwd cfg://x'],
    ['me@www.a.example nothttps://… https:// http://'],
    ['**https://a.example/x**', 'https://a.example/x'],
    ['https://a.example/x#y%20z&amp;', 'https://a.example/x#y%20z&amp'],
    [
      '(https://a.example/x_(y)).) https://a.example/[1]]:',
      'https://a.example/x_(y)',
      'https://a.example/[1]',
    ],
    ['[https://a.example/x] {https://b.example/y}|', 'https://a.example/x', 'https://b.example/y'],
    ['https://a.example/https://b.example/', 'https://a.example/https://b.example/'],
  ])('%j', (text, ...expected) => {
    expect(findAddresses(text).map(({ href }) => href)).toEqual(expected);
  });

  test('are found in no time to speak of', () => {
    for (const part of ['https://', 'https://a.example/(((', 'www.a.', 'https://a,,,,'])
      expect(processorTime(() => findAddresses(part.repeat(60_000)))).toBeLessThan(1000);
    const brackets = `https://a${')'.repeat(4000)} `.repeat(300);
    expect(processorTime(() => findAddresses(brackets))).toBeLessThan(2000);
  });
});

describe('links of Markdown', () => {
  test.each<[string, ...[string, string][]]>([
    ['[a](b.md) and [c](<d e.md> "title")', ['b.md', 'a'], ['d e.md', 'c']],
    ['[a_(b)](https://a.example/x_(y))', ['https://a.example/x_(y)', 'a_(b)']],
    ['![pic](a.png)', ['a.png', 'pic']],
    ['[![pic](a.png)](b.html)', ['a.png', 'pic'], ['b.html', 'pic']],
    ['[`code` *b*](c)', ['c', 'code b']],
    ['[a]: https://a.example/x "title"', ['https://a.example/x', 'a']],
    ['[a]: <b c>', ['b c', 'a']],
    ['[^1]: a note', ...([] as [string, string][])],
    ['<a class="x" href="a?b=1&amp;c=2">x</a> <img src=\'p.png\'>', ['a?b=1&c=2', ''], ['p.png', '']],
    ['a [b] (c) ]( d', ...([] as [string, string][])],
    ['[esc\\]aped](a\\)b)', ['a)b', 'esc\\]aped']],
  ])('%j', (line, ...expected) => {
    expect(findMarkedLinks(line).map(({ href, text }) => [href, text])).toEqual(expected);
  });

  test('code has none', () => {
    const lines = [
      'a `b` ``c ` d``',
      '```sh',
      '[x](y)',
      '``',
      '```',
      'z',
      '- ~~~',
      'q',
      '~~~~',
      'end',
      '``` `no fence`',
    ];
    expect(withoutCode(lines).map((line) => line.trimEnd())).toEqual([
      'a',
      '',
      '',
      '',
      '',
      'z',
      '',
      '',
      '',
      'end',
      '```',
    ]);
  });

  test('are found in no time to speak of', () => {
    const find = (text: string) => withoutCode([text]).map(findMarkedLinks);
    for (const part of ['[', '](', '[a](', '`', '``a', '<a ', '<a href="', '](a(', '![', '](\\'])
      expect(processorTime(() => find(part.repeat(60_000)))).toBeLessThan(1000);
  });
});

test.each([
  ['a,b', ',', ['a', 'b']],
  ['"a, ""b""";c', ';', ['a, "b"', 'c']],
  ['a\tb,c\t', '\t', ['a', 'b,c', '']],
])('the cells of %j', (line, delimiter, cells) => {
  expect(cellsOf(line, delimiter)).toEqual(cells);
});

describe('a file of text', () => {
  const read = (body: string | Uint8Array, name = 'links.txt', contentType = 'text/plain') =>
    readBody(body, { url: `file:///docs/${name}`, contentType }).links.map(
      ({ url, text, headings, kind, written }) =>
        [
          url,
          text,
          headings.join(' > '),
          ...(kind === 'anchor' ? [] : [kind]),
          ...(written === null ? [] : [`written ${written}`]),
        ].join(' | '),
    );

  test('has each address under the number of its line', () => {
    expect(read('one\r\nhttps://a.example\n[x](https://b.example/) [y](z.html)')).toEqual([
      'https://a.example/ |  | L2',
      'https://b.example/ | x | L3',
    ]);
  });

  test('may be UTF-16, Shift_JIS or of no known kind, but not binary', () => {
    expect(read(Buffer.from('\ufeffhttps://a.example/', 'utf16le'))).toHaveLength(1);
    expect(
      read(new Uint8Array([0x8e, 0x91, 0x97, 0xbf, 0x20, ...Buffer.from('https://a.example/x')])),
    ).toHaveLength(1);
    const unknown = {
      url: 'file:///a/LINKS',
      contentType: '',
      fileSeeds: [{ url: 'file:///a/LINKS', servedAt: null }],
    };
    expect(readBody('https://a.example/', unknown).links).toHaveLength(1);
    expect(readBody('\0\x01https://a.example/', unknown).facts).toBeNull();
  });

  test('that nobody knows by its name is read if it was named, and is no text if a page leads there', () => {
    const program = {
      url: 'file:///a/run.py',
      contentType: '',
      fileSeeds: [{ url: 'file:///a', servedAt: null }],
    };
    expect(readBody('# https://a.example/', program).facts).toBeNull();
    expect(readBody('<html><a href=x>x</a>', program).links).toHaveLength(1);
  });

  test('is read of files only', () => {
    expect(
      readBody('https://a.example/', { url: 'https://b.example/a.txt', contentType: 'text/plain' }).facts,
    ).toBeNull();
  });

  test('that is Markdown has headings and relative links', () => {
    const body =
      '# Guide [x](x.md)\n## Sub ##\n[next](../b.md#c) ![p](p.png) [top](#guide)\n# Other\n<https://a.example/>';
    expect(read(body, 'README.md', 'text/markdown')).toEqual([
      'file:///docs/x.md | x | Guide x > L1',
      'file:///b.md | next | Guide x > Sub > L3',
      'file:///docs/p.png | p | Guide x > Sub > L3 | image',
      'file:///docs/README.md | top | Guide x > Sub > L3',
      'https://a.example/ |  | Other > L5',
    ]);
  });

  test('that is Markdown has comments, which nobody sees', () => {
    const body =
      '<!-- [a](a.md) --> [b](b.md)\n<!--\n# No heading\n[c](c.md)\n-->\n`<!--` [d](d.md) <!--> [e](e.md)\n<!-- [f](f.md)\n';
    expect(read(body, 'README.md', 'text/markdown')).toEqual([
      'file:///docs/b.md | b | L1',
      'file:///docs/d.md | d | L6',
      'file:///docs/e.md | e | L6',
      'file:///docs/f.md | f | L7',
    ]);
    const open = '<!--'.repeat(200_000);
    expect(processorTime(() => read(open, 'README.md', 'text/markdown'))).toBeLessThan(3000);
  });

  test('that is Markdown has links that go on over lines', () => {
    const body =
      'See [the long\nguide](a.md), <img\n  src="b.png"> and\n[x](c.md\n"title") https://d.example/資料\n\n[no\n\nlink](e.md)\n';
    expect(read(body, 'README.md', 'text/markdown')).toEqual([
      'file:///docs/a.md | the long guide | L1',
      'file:///docs/b.png |  | L2 | image',
      'file:///docs/c.md | x | L4',
      'https://d.example/ |  | L5',
    ]);
  });

  test('that is Markdown defines links one below the other, and has links in footnotes', () => {
    const body =
      '[a]: a.md\n[b]: <b c.md>\n  [c]: https://c.example/ "title"\n[d]:\n[^e]: Note [e](e.md)\n[`f`]: f.md\n';
    expect(read(body, 'README.md', 'text/markdown')).toEqual([
      'file:///docs/a.md | a | L1',
      'file:///docs/b%20c.md | b | L2',
      'https://c.example/ | c | L3',
      'file:///docs/e.md | e | L5',
      'file:///docs/f.md |  | L6',
    ]);
  });

  test.each([
    ['below a paragraph', 'Like so:\n\n    [a](a.md)\n\n\t[b](b.md)\n', 0],
    ['below a heading', 'Usage\n-----\n\n    [a](a.md)\n', 0],
    ['right below a heading', '# Usage\n    [a](a.md)\nUsage\n-----\n    [b](b.md)\n', 0],
    ['right below a rule', 'End\n\n***\n    [a](a.md)\n', 0],
    ['below what only begins like a heading', '#usage\n    [a](a.md)\n', 1],
    ['below what follows a list', '- item\n\nEnd\n\n    [a](a.md)\n', 0],
    ['below code that begins a line', 'Like so:\n\n`code` [a](a.md)\n', 1],
    ['in the same paragraph', 'Like so:\n    [a](a.md)\n', 1],
    ['in a list', '- item\nmore\n\n    [a](a.md)\n\n    [b](b.md)\n', 2],
    ['in a numbered list', '10. item\n\n    [a](a.md)\n', 1],
    ['in a box', '!!! note\n\n    [a](a.md)\n', 1],
    ['in a tab', '=== "Linux"\n\n    [a](a.md)\n', 1],
    ['in an element', '<Tabs>\n\n    [a](a.md)\n', 1],
    ['in a footnote', '[^1]: Note\n\n    [a](a.md)\n', 1],
  ])('that is Markdown has code four blanks in: %s', (_, body, links) => {
    expect(read(body, 'README.md', 'text/markdown')).toHaveLength(links);
  });

  describe('that is Markdown has places', () => {
    const placesOf = (body: string) =>
      new Set(readBody(body, { url: 'file:///docs/a.md', contentType: 'text/markdown' }).facts?.anchors);

    test.each([
      ['# Maximum Likelihood Estimator (MLE)', 'maximum-likelihood-estimator-mle'],
      ['## 日本語の見出し（一覧） ##', '日本語の見出し一覧'],
      ['## 🚀 Usage', '-usage', 'usage'],
      ['## ⚠️ Disclaimer', '️-disclaimer', '-disclaimer', 'disclaimer'],
      ['### Migrating from `<= v1.18.0`', 'migrating-from--v1180', 'migrating-from-v1180'],
      ['## Has  two blanks', 'has--two-blanks', 'has-two-blanks'],
      ['## [Linked](a.md) and ![image](b.png) _emphasised_ snake_case', 'linked-and--emphasised-snake_case'],
      ['## Tom &amp; Jerry', 'tom--jerry', 'tom-jerry'],
      ['## 1. Überblick 2.0', '1-überblick-20', '1-uberblick-20', '_1-überblick-2-0', 'überblick-2.0'],
      ['## Custom {#my-id}', 'my-id', 'custom'],
      ['## Kramdown\n{: #kram .b}', 'kram'],
      ['# [Windows](#tab/windows)', 'tab/windows'],
      ['## Dup\n## Dup\n## Dup', 'dup', 'dup-1', 'dup-2', 'dup_1'],
      ['Setext\n=====\n\nSecond\n---', 'setext', 'second'],
      ['> ## Quoted', 'quoted'],
      ['- ## Item', 'item'],
      ['<a id="html"></a> <a name=\'old\'></a>', 'html', 'old'],
      ['## Installation Guide', 'Installation-Guide', 'user-content-installation-guide'],
      ['', 'readme', 'start-of-content'],
      ['### `net.connect(path[, options][, listener])`', 'netconnectpath-options-listener'],
      ['### `Map<K, V>` and [`a<b>`](b.md)', 'mapk-v-and-ab'],
      ['## 2. \\<nodejs.org> access \\[x](y)', '2-nodejsorg-access-xy'],
      ['<a id=opt-a></a>\n<a\tname=b>', 'opt-a', 'b'],
      ['<h3>Technology <b>Sponsors</b></h3>', 'technology-sponsors'],
      ['<h1 align="center">\n  <img src="a.png">\n  My Tool\n</h1>', 'my-tool', '----my-tool'],
      ['# ![](logo.png) Tool [![Status](a.png)](b)', 'tool', '-tool-'],
    ])('%j', (body, ...names) => {
      const places = placesOf(body);
      expect(names.filter((name) => !places.has(name))).toEqual([]);
    });

    test('but not in code, nor if parts are in other files, and other texts have none', () => {
      expect(placesOf('```\n# Code\n```\n\nText\n\n    # Code\n')).toEqual(placesOf(''));
      for (const line of [
        '[!INCLUDE [x](../includes/x.md)]',
        '--8<-- "x.md"',
        '{{% x %}}',
        '{% include x.md %}',
        "import X from './x.mdx'",
      ])
        expect(placesOf(`# A\n${line}\n`).size).toBe(0);
      const other = { url: 'file:///docs/a.txt', contentType: 'text/plain' };
      expect(readBody('# A', other).facts?.anchors).toBeNull();
    });

    test('in no time to speak of, and not too many', () => {
      for (const part of [
        '# a\n',
        '# [',
        '# ](',
        '{#',
        '# <',
        '#',
        '# \ufe0f ',
        'a\n-\n',
        '# _a_ [b](c) *\n',
        '# `',
        '# \\<',
        '<h1>',
        '<h1>\n',
        '<h1 ',
      ])
        expect(
          processorTime(() => placesOf(part.repeat(60_000))),
          part,
        ).toBeLessThan(1000);
      expect(placesOf('# a\n'.repeat(60_000)).size).toBe(0);
    });
  });

  test('of one paragraph is read in no time to speak of', () => {
    for (const part of ['[a](b\n', '[\n', '[a]: b\n', '    a\n', '<a\n', 'https://a.example/ [b](c.md)\n'])
      expect(
        processorTime(() => read(part.repeat(30_000), 'a.md', 'text/markdown')),
        part,
      ).toBeLessThan(1000);
  });

  test('that is CSV calls an address what stands beside it', () => {
    expect(read('title;url\n"A; B";https://a.example/x,y\nhttps://b.example/;', 'a.csv', 'text/csv')).toEqual(
      ['https://a.example/x,y | A; B | L2', 'https://b.example/ |  | L3'],
    );
  });

  test.each([
    ['shift_jis', [0x8e, 0x91, 0x97, 0xbf, 0x2c, 0x20, 0x88, 0xea, 0x97, 0x97], '資料, 一覧'],
    ['euc-jp', [0xbb, 0xf1, 0xce, 0xc1], '資料'],
    ['windows-1252', [0x47, 0x72, 0xfc, 0xdf, 0x65], 'Grüße'],
    ['windows-1252', [0x47, 0x52, 0xdc, 0xdf, 0x45, 0x92, 0x73, 0x20, 0xc4, 0xd6], 'GRÜßE’s ÄÖ'],
  ])('that is as short as a sheet is read as %s', (_, name, expected) => {
    const body = new Uint8Array([...Buffer.from('"'), ...name, ...Buffer.from('",https://a.example/\r\n')]);
    expect(read(body, 'a.csv', 'text/csv')).toEqual([`https://a.example/ | ${expected} | L1`]);
  });

  test('keeps slips of the pen', () => {
    expect(read('htps://a.example/')).toEqual(['htps://a.example/ |  | L1 | written htps://a.example/']);
  });
});
