import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import { addToGroup } from '../../kit/collections/group-by.js';
import { linkKinds } from '../../model/link.js';
import { unpackLink } from '../../model/links/unpack.js';
import type { Snapshot } from '../../model/snapshot.js';
import { tuning } from '../define.js';
import { remark } from '../judgement.js';
import { isJapaneseUrl, japaneseTwins } from '../marks/locales.js';
import { patternList } from '../patterns.js';
import { defineSurvey } from './define.js';

const switches = patternList(
  ['^\\W*(english|英語)', 'english\\W*$', '\\(en(glish)?\\)', '英語(版|ページ)?\\W*$', '^en(-us)?$'],
  'link texts that say the link leads to English on purpose',
);

const anchor = linkKinds.indexOf('anchor');
const shown = 10;

export const englishLink = defineSurvey({
  id: 'english-link',
  summary: 'A Japanese page links an English one that has a Japanese twin.',
  options: tuning.extend({ switches: switches.option }),
  survey: function* (snapshot, options) {
    const twins = twinsOf(snapshot);
    if (twins.size === 0) return;
    const japanese = japanesePages(snapshot);
    const onPurpose = switches.of(options.switches);
    for (const { from, to, kinds } of snapshot.edges()) {
      if (!japanese.has(from)) continue;
      const found = new Map<number, string>();
      for (let row = 0; row < to.length; row++) {
        const target = to[row] ?? 0;
        const twin = kinds[row] === anchor ? twins.get(target) : undefined;
        // A link to the English version of the page itself is a language switch.
        if (twin === undefined || twin === from || found.has(target)) continue;
        const { url, text } = unpackLink(snapshot.links(from), row);
        if (!onPurpose.test(text)) found.set(target, url);
      }
      if (found.size > 0) yield { resource: from, judgement: judgementOn([...found.values()]) };
    }
  },
});

function judgementOn(links: readonly string[]) {
  return remark(
    'warning',
    `This Japanese page links ${links.length === 1 ? 'an English page' : `${links.length} English pages`} that can be had in Japanese.`,
    `この日本語ページから、日本語版があるにもかかわらず英語ページへのリンクが ${links.length} 件あります。`,
    { links: links.slice(0, shown), count: links.length },
  );
}

/** Ids of English resources, and those of their Japanese twins that open. URLs are kept as fingerprints: there may be many. */
function twinsOf(snapshot: Snapshot): ReadonlyMap<number, number> {
  const wanted = new Map<string, number[]>();
  for (const { id, url } of snapshot.briefs()) {
    for (const twin of japaneseTwins(url)) addToGroup(wanted, fingerprint(twin), id);
  }
  const twins = new Map<number, number>();
  if (wanted.size === 0) return twins;
  for (const { id: twin, url, status } of snapshot.briefs()) {
    if (!isJapaneseUrl(url) || status !== 200) continue;
    for (const id of wanted.get(fingerprint(url)) ?? []) twins.set(id, twin);
  }
  return twins;
}

function japanesePages(snapshot: Snapshot): ReadonlySet<number> {
  const pages = new Set<number>();
  for (const { id, url, page } of snapshot.resources()) {
    if (page === null) continue;
    if (page.language === null ? isJapaneseUrl(url) : /^ja\b/i.test(page.language)) pages.add(id);
  }
  return pages;
}
