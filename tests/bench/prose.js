/**
 * What the pages of the benchmark's site are filled with: the same on every machine and at every run. ASCII only,
 * so that a character is a byte.
 */

const sectionCount = 32;
const words =
  'adoption assessment baseline checklist compliance deployment device domain endpoint governance guidance identity licence mailbox meeting migration network onboarding partner pilot policy readiness recovery resource retention rollout security service session tenant training transition upgrade usage workload workshop'.split(
    ' ',
  );
const titles = words.map(
  (word, at) => `${word[0].toUpperCase()}${word.slice(1)} ${words[(at * 7 + 3) % words.length]}`,
);

/**
 * Sections of about a kilobyte each with the things real pages have in them: headings, attributes, entities, comments, scripts.
 */
export const sections = Array.from({ length: sectionCount }, (_, number) => section(number));

/** A number that looks random and is always the same for the same two numbers, from 0 up to, not including, 2³². */
export function scatter(one, other) {
  let mixed = Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** A few words, as a title or the text of a link. */
export function title(seed) {
  return titles[seed % titles.length];
}

function section(number) {
  const extras = [
    `<!-- reviewed: <a href="/never/${number}.html">not a link</a> -->`,
    `<script>var later = '<a href="/never/' + ${number} + '.html">';</script>`,
    `<pre><code>Get-Item &lt;a href="/never"&gt; &amp;&amp; exit</code></pre>`,
    `<table class="grid"><tr><th scope="col">Role<th scope="col">Task</tr><tr><td>Partner<td>${title(number)}</tr></table>`,
  ];
  return [
    `<section class="level-2" id="section-${number}" data-order='${number}'>\n<h2>${title(number)} &ndash; ${title(number + 5)}</h2>\n`,
    paragraph(number, 1),
    `${extras[number % extras.length]}\n`,
    paragraph(number, 2),
    '</section>\n',
  ].join('');
}

function paragraph(number, part) {
  const count = 36 + (scatter(number, part) % 20);
  const text = Array.from(
    { length: count },
    (_, at) => words[scatter(number * 64 + at, part) % words.length],
  );
  return `<p class="text" title="a &gt; b">${text.join(' ')}, <em>caf&eacute;</em> &amp; more.</p>\n`;
}
