import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/extract/charset/decode.js';
import { createOutline } from '../../src/extract/html/outline.js';
import { createPageSink } from '../../src/extract/html/page-sink.js';
import { scan } from '../../src/extract/markup/scan.js';
import { extractByTree } from '../support/reference-extraction.js';

/** What matters of a page, as the scanner and as the tree see it. */
function bothOf(markup: string) {
  const decoded = decode(new TextEncoder().encode(markup), { charset: 'utf-8', markup: true });
  const sink = createPageSink(
    {
      ...decoded,
      url: '',
      markup: decoded.text,
      bytes: null,
      contentType: 'text/html',
      checkFragments: true,
    },
    createOutline(),
  );
  scan(decoded.text, sink, decoded);
  const { links, title, heading, base, anchors } = sink.finish();
  const tree = extractByTree(markup);
  return {
    scanned: { links, title, heading, base, ids: new Set(anchors) },
    expected: {
      links: tree.links,
      title: tree.title,
      heading: tree.heading,
      base: tree.base,
      ids: new Set(tree.ids),
    },
  };
}

const hostile: readonly string[] = [
  // comments
  '<!--><a href=1>x</a>-->',
  '<!---><a href=1>x</a>',
  '<!----><a href=1>x</a>',
  '<!-- a --!><a href=1>x</a> -->',
  '<!-- a --!--><a href=1>x</a>',
  '<!-- <!-- --><a href=1>x</a> -->',
  '<!-----><a href=1>x</a>',
  '<!-- -- > <a href=1>x</a> -->',
  '<!-- never closed <a href=1>x</a>',
  '<!- bogus ><a href=1>x</a>',
  '<!><a href=1>x</a>',
  '<?php echo "<a href=0>" ?><a href=1>x</a>',
  '</><a href=1>x</a>',
  '</ a><a href=1>x</a>',
  '<!doctype html SYSTEM "a>b"><a href=1>x</a>',
  '<![CDATA[<a href=1>x</a>]]>',
  '<svg><![CDATA[<a href=1>x</a>]]></svg><a href=2>y</a>',
  '<svg><desc><![CDATA[<a href=1>x</a>]]></desc></svg>',
  // raw text
  '<script>"<a href=1>"</script><a href=2>y</a>',
  '<script><!-- <script> </script> <a href=1> --></script><a href=2>y</a>',
  '<script><!-- <script> </script> </script><a href=2>y</a>',
  '<script><!--> <script> </script><a href=2>y</a>',
  '<script><!-- </script><a href=2>y</a>',
  '<script></scriptx></script x=">"><a href=2>y</a>',
  '<SCRIPT></sCrIpT\n><a href=2>y</a>',
  '<script>never closed <a href=2>y</a>',
  '<style>a{b:"</styl><a href=1>"}</style><a href=2>y</a>',
  '<title>a </titl> <a href=1>&amp;</title><a href=2>y</a>',
  '<textarea></text><a href=1></textarea><a href=2>y</a>',
  '<xmp><a href=1></xmp><iframe><a href=1></iframe><noembed><a href=1></noembed><noframes><a href=1></noframes>',
  '<noscript><a href=1>x</a></noscript>',
  '<head><noscript><link rel=stylesheet href=1></noscript></head>',
  '<plaintext><a href=1>x</a>',
  '<template><a href=1 id=i>x</a><template></template><img src=2></template><a href=3>y</a>',
  '<svg><title><a href=1>x</a></title><style><a href=2>y</a></style><script><a href=3>z</a></script></svg>',
  '<math><mi><a href=1>x</a></mi><title><a href=2>y</a></title></math>',
  '<math><annotation-xml encoding="text/html"><img src=1></annotation-xml></math>',
  '<svg><foreignObject><textarea><a href=1></textarea></foreignObject></svg>',
  '<svg><p><title><a href=1></title></svg>',
  '<svg/><title><a href=1></title>',
  '<div><svg></div><form action=1></form>',
  '<svg><image xlink:href=1 /><use href="#a"/></svg>',
  '<image src=1>',
  // attributes
  '<a href=1 href=2>x</a>',
  '<a href=a/b/>x</a>',
  '<a/href=1/>x</a>',
  '<a / / href = 1 / >x</a>',
  '<a href=">">x</a>',
  "<a title='>' href='a\"b'>x</a>",
  '<a HREF="1"title="t"class=c>x</a>',
  '<a href>x</a>',
  '<a href= >x</a>',
  '<a href=""">x</a>',
  '<a =href=1>x</a>',
  '<a href=1"2\'3<4=5`6>x</a>',
  '<a\thref\n=\f"1"\r>x</a>',
  '<a href="1" <b>x</a>',
  '<a href="un\0do" id="\0">x</a>',
  '<a hre\0f=1 href=2>x</a>',
  '<a href="never closed>x</a><a href=2>y</a>',
  '<a href=1>x</a><a href=2',
  '<a href=1>x</a title="><a href=0>"><a href=2>y</a>',
  // character references
  '<a href="?a&copy=1&copyx&copy;&amp&amp=1&ampx">x</a>',
  '<a href="?&notit;&not;&not=&notin;&#x41;&#65&#0;&#x110000;&#xD800;&#128;&#;&#x;">x</a>',
  '<a href=1>&lt;b&gt; &copy2 &notit; &NotEqualTilde; &bogus; &amp;amp; &#x1F600; &#150;</a>',
  '<title>&eacute;&eacute &lt;/title&gt;</title>',
  // trees
  '<a href=1>x<a href=2>y</a>z</a>',
  '<p><a href=1>x <p>y</a>z',
  '<div><a href=1>x </div>y</a>z',
  '<b><a href=1>x</b>y</a>',
  '<table><tr><td><a href=1>x<td>y</table>z',
  '<table><tr><td><a href=1>x</td></tr></table>z',
  '<a href=1>x<table><tr><td>y</td></tr></table>z</a>',
  '<a href=1><div>x</div><div>y</div></a>',
  '<a href=1>x<br>y&nbsp;\u3000 z</a>',
  '<a href=1><img src=2 alt=" picture ">\n</a>',
  '<a href=1 title=t aria-label=l></a><a href=2 title=t></a><a href=3 title=t>x</a>',
  '<h1>one<h2>two</h2><a href=1>x</a>',
  '<h1>one</h2><a href=1>x</a><h3>three</h3><a href=2>y</a><h2>two</h2><a href=3>z</a>',
  '<h2>a <a href=1>b</a> c</h2><a href=2>d</a>',
  '<div><h2>open</div><a href=1>x</a>',
  '<table><td><h2>open</td><td><a href=1>x</a></td></table>',
  '<h1><img src=1 alt=x></h1><h2></h2><a href=1>x</a>',
  '<frameset><frame src=1><noframes><a href=2></noframes></frameset>',
  '<base href=1><base href=2><a href=3>x</a>',
  '<map name=m><area href=1 alt=a></map><a name=n></a><i id="x y">',
  'a < b <c <3 <<a href=1>x</a>',
  '<a href=1>\0x\0y</a>',
  '<' + 'a'.repeat(70_000) + ' href=1><a href=2>y</a>',
  '',
  '<',
  '</',
  '<a',
  '<!',
  '<!--',
  '<a href',
  '<a href=',
  "<a href='",
];

describe('the scanner sees what parse5 sees', () => {
  test.each(hostile)('%j', (markup) => {
    const { scanned, expected } = bothOf(markup);
    expect(scanned).toEqual(expected);
  });

  test('in any soup of tags', () => {
    // Left out: what only the place in a tree decides, like a second `body` or a `form` in a `form`.
    const pieces = (
      '<a href=1>|<a href="2">|</a>|<a href=\'3\' title=t>|<p>|</p>|<div>|</div>|<h1>|</h1>|<h2>|<b>|</b>|<i>|</i>|text| |\n|' +
      '<img src=4>|<img src=5 alt="pic">|<!--|-->|<!-- x -->|--!>|<!-->|<!--->|<script>|</script>|<style>|</style>|<title>|' +
      '</title>|<textarea>|</textarea>|<xmp>|</xmp>|<iframe src=6>|</iframe>|<noscript>|</noscript>|<template>|</template>|' +
      '<![CDATA[|]]>|<?php ?>|<!doctype html>|</>|</ x>|<|>|"|\'|=|/|&amp;|&copy|&copy=|&lt;a href=8&gt;|<link href=9>|' +
      '<base href=10>|<meta http-equiv=refresh content="1;url=11">|<input type=image src=14>|<a href=15 href=16>|<a href=17/>|' +
      '<a/href=18/>|<a href=">">|<A HREF=19>|<span>|</span>|<li>|<ul>|</ul>|\0|<br>|<q cite=21>|<a href="&#x41;&notit;&amp=1">|' +
      '<a href="22|<a =href=23>|<video poster=24 src=25>|<object data=26>|</object>|<table>|</table>|<tr>|<td>|</td>'
    ).split('|');
    const hrefs = (links: readonly { readonly kind: string; readonly href: string }[]): readonly string[] =>
      links.map(({ kind, href }) => `${kind} ${href}`).sort();
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, (markup) => {
        const { scanned, expected } = bothOf(markup);
        expect(hrefs(scanned.links)).toEqual(hrefs(expected.links));
        expect(scanned.ids).toEqual(expected.ids);
      }),
      { numRuns: 1500 },
    );
  });

  test('texts and headings of any well-nested page', () => {
    const word = fc.constantFrom('one', 'two ', ' three', '&amp;', 'ｆｏｕｒ', '五', '\n');
    const { block } = fc.letrec<{ readonly inline: string; readonly block: string }>((tie) => ({
      inline: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        word,
        fc.constantFrom('<br>', '<img src=i alt=picture>', '<!-- c -->', '<script>"</a>"</script>'),
        fc.array(tie('inline'), { maxLength: 3 }).map((parts) => `<b>${parts.join('')}</b>`),
      ),
      block: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        tie('inline'),
        fc
          .tuple(fc.nat(9), fc.array(tie('inline'), { maxLength: 3 }))
          .map(([n, parts]) => `<a href=${n}>${parts.join('')}</a>`),
        fc
          .tuple(fc.integer({ min: 1, max: 6 }), fc.array(tie('inline'), { maxLength: 3 }))
          .map(([level, parts]) => `<h${level} id=h${level}>${parts.join('')}</h${level}>`),
        fc.array(tie('block'), { maxLength: 4 }).map((parts) => `<div>${parts.join('')}</div>`),
        fc.array(tie('block'), { maxLength: 3 }).map((parts) => `<ul><li>${parts.join('<li>')}</ul>`),
        fc
          .array(tie('block'), { maxLength: 3 })
          .map((parts) => `<table><tr><td>${parts.join('<td>')}</table>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (parts) => {
        const { scanned, expected } = bothOf(`<title>${parts.length}</title>${parts.join('')}`);
        expect(scanned).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});
