import { scatter, sections, title } from './prose.js';

/**
 * A site of any number of pages that is the same each time, is never held in memory, and knows what is ill in it.
 *
 * @typedef {object} Site
 * @property {number} pages
 * @property {readonly string[]} paths Every address that some page links to, the broken ones too; the first page first.
 * @property {ReadonlySet<string>} broken Those of them that answer 404.
 * @property {(position: number) => Answer} answer What the address at a position of `paths` gives.
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {string} type
 * @property {string} body One character a byte.
 */

const linksFromBody = 28;
const children = 8;
const figures = 10;
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
).toString('latin1');

/** Pages of 10 to 20 KiB with about 40 links each, of which 0.5 % are broken; broken addresses are 0.5 % of the pages' number. */
export function createSite(pages) {
  const printCount = Math.ceil(pages / 100);
  const goneCount = Math.ceil(pages / 200);
  const gone = numbers(goneCount).map(gonePath);
  const about = { pages, printCount, gone, navigation: mainNavigation() };
  /** @type {readonly { paths: readonly string[], answer: (number: number) => Answer }[]} */
  const families = [
    { paths: numbers(pages).map(pagePath), answer: (number) => html(page(number, about)) },
    { paths: numbers(printCount).map(printPath), answer: (number) => html(printPage(number)) },
    { paths: gone, answer: () => ({ ...html('<title>Not found</title>'), status: 404 }) },
    {
      paths: numbers(figures).map(figurePath),
      answer: () => ({ status: 200, type: 'image/png', body: pixel }),
    },
    { paths: ['/style.css'], answer: () => ({ status: 200, type: 'text/css', body: 'body { margin: 0 }' }) },
    { paths: ['/script.js'], answer: () => ({ status: 200, type: 'text/javascript', body: 'void 0;' }) },
  ];
  return {
    pages,
    paths: families.flatMap(({ paths }) => paths),
    broken: new Set(gone),
    /** @param {number} position */
    answer: (position) => {
      let number = position;
      for (const { paths, answer } of families) {
        if (number < paths.length) return answer(number);
        number -= paths.length;
      }
      throw new RangeError(`There is no address ${position}.`);
    },
  };
}

function page(number, { pages, printCount, gone, navigation }) {
  const name = title(number);
  const sectionCount = 7 + (scatter(number, 0) % 7);
  let text = head(name) + navigation;
  for (let at = 0; at < sectionCount; at++) {
    text += sections[(number + at) % sections.length];
    text += links(number, pages, share(at, sectionCount), share(at + 1, sectionCount));
  }
  text += `<p><a class="print" href="${printPath(number % printCount).replace('&', '&amp;')}">Print &amp; keep</a></p>\n`;
  text += `<img src="${figurePath(number % figures)}" alt="Figure ${number % figures}" width="1" height="1">\n`;
  if (number % 5 === 0) text += linkToGone(gone[(number / 5) % gone.length]);
  return `${text}</main>\n<footer>&copy; Example &middot; all rights reserved</footer>\n</body>\n</html>\n`;
}

/** Where the links of a section start among those of its page. */
function share(section, sectionCount) {
  return Math.floor((section * linksFromBody) / sectionCount);
}

/** Some of a page's links: first to its children in a tree, so that every page is reached, then across to any other. */
function links(number, pages, start, end) {
  let text = '<ul>\n';
  for (let at = start; at < end; at++) {
    const child = number * children + at + 1;
    const isChild = at < children && child < pages;
    const other = isChild ? child : scatter(number, at) % pages;
    text += link(isChild || other === 0 ? pagePath(other) : `..${pagePath(other)}`, other);
  }
  return `${text}</ul>\n`;
}

function link(href, number) {
  return `<li class="item"><a href="${href}" title="${title(number + 1)}">${title(number)} ${number}</a></li>\n`;
}

function linkToGone(path) {
  return path.endsWith('.png')
    ? `<img alt="" src="${path}">\n`
    : `<p>See <a href='${path}'>what was here</a>.</p>\n`;
}

function head(name) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/style.css">
<script src="/script.js" defer></script>
</head>
<body>
<main>
<h1>${name}</h1>
`;
}

function mainNavigation() {
  const entries = numbers(children).map((number) => link(pagePath(number), number));
  return `<nav aria-label="Main"><ul>\n${entries.join('')}</ul></nav>\n`;
}

function printPage(number) {
  return `${head(`Print ${number}`)}<p><a href="/">Home</a></p></main></body></html>`;
}

function html(body) {
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

function pagePath(number) {
  return number === 0 ? '/' : `/topic-${number % 100}/page-${number}.html`;
}

function printPath(number) {
  return `/print?page=${number}&mode=full`;
}

function gonePath(number) {
  return number % 2 === 0 ? `/topic-${number % 100}/gone-${number}.html` : `/images/gone-${number}.png`;
}

function figurePath(number) {
  return `/images/figure-${number}.png`;
}

function numbers(count) {
  return Array.from({ length: count }, (_, number) => number);
}
