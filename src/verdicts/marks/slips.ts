import type { Text } from '../../model/text.js';
import { trimHref } from '../../kit/urls/url.js';
import { decodePercent, pathOf } from '../../kit/urls/url-path.js';

/** A mistake in how a link was written, and what was probably meant. */
export interface Slip {
  readonly name: string;
  readonly what: Text;
  /** `null` if nobody can tell. */
  readonly meant: string | null;
}

interface SlipKind {
  readonly name: string;
  readonly what: Text;
  readonly find: RegExp;
  readonly mend: (match: RegExpExecArray, href: string) => string | null;
}

/** Blanks beyond ASCII are invisible at an end, where browsers leave them in the address. */
const invisible =
  /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|%E2%80%8[B-F]|%EF%BB%BF|%C2%AD|^[\u00a0\u3000]+|[\u00a0\u3000]+$|(?:%C2%A0|%E3%80%80)+$/giu;

const invisibleCharacter: SlipKind = {
  name: 'invisible-character',
  what: { en: 'holds an invisible character', ja: '見えない文字が混ざっています' },
  find: new RegExp(invisible.source, 'iu'),
  mend: (_, address) => address.replace(invisible, ''),
};

const mailAddress = {
  name: 'mail-address',
  what: { en: 'is a mail address without "mailto:"', ja: 'メール アドレスに「mailto:」が付いていません' },
};

/** Slips that show in the `href` as written. The first that fits is the one. */
const writtenSlips: readonly SlipKind[] = [
  invisibleCharacter,
  {
    name: 'placeholder',
    what: {
      en: 'holds a placeholder that nobody filled in',
      ja: '置き換えられていないプレースホルダーが残っています',
    },
    find: /\{\{|\$\{|%7B%7B|<[a-z ]+>/i,
    mend: () => null,
  },
  {
    name: 'local-file',
    what: {
      en: "points to a file on its author's own computer",
      ja: '作成者のパソコン内のファイルを指しています',
    },
    find: /^(?:file:|[a-z]:[\\/]|\\\\)/i,
    mend: () => null,
  },
  {
    name: 'two-schemes',
    what: { en: 'starts twice', ja: '「https://」が重複しています' },
    find: /^https?:\/{0,2}(https?)[:;]?\/{1,2}(?=[^/])/i,
    mend: ([all, scheme], href) => `${(scheme ?? 'https').toLowerCase()}://${href.slice(all.length)}`,
  },
  {
    name: 'lost-slash',
    what: { en: 'lost a slash after its scheme', ja: '「https://」のスラッシュが 1 つ足りません' },
    find: /^(https?):[/\\](?=[^/\\])/i,
    mend: ([all, scheme = ''], href) => `${scheme.toLowerCase()}://${href.slice(all.length)}`,
  },
  {
    name: 'misspelt-scheme',
    what: { en: 'misspells "https://"', ja: '「https://」の綴りに誤りがあります' },
    find: /^(?!https?:\/\/[^/])(?:h{1,3}t{1,3}p{0,3}(s{0,2})|t{1,2}p(s?))\s*(?:[:;]\s*[/\\]{1,4}|[:;]?[/\\]{2,4})(?=[^/\\])/i,
    mend: ([all, one = '', other = ''], href) =>
      `http${one + other === '' ? '' : 's'}://${href.slice(all.length)}`,
  },
  {
    ...mailAddress,
    find: /^[^\s@/:?#]+@[^\s@/:?#]+\.[a-z]{2,}$/i,
    mend: (_, href) => `mailto:${href}`,
  },
  {
    name: 'lost-scheme',
    what: { en: 'lacks "https://" before the host', ja: 'ホスト名の前に「https://」がありません' },
    find: /^\/{0,1}(?:www\.|aka\.ms\/|(?:[a-z0-9-]+\.)+(?:com|net|org|ms|jp|io|gov|edu)(?:\/|$))/i,
    mend: (_, href) => `https://${href.replace(/^\/+/, '')}`,
  },
  {
    name: 'trailing-dot',
    what: { en: 'has a dot after the host', ja: 'ホスト名の末尾に余分なドットがあります' },
    find: /^(https?:\/\/[^/?#:]*)\.(?=[/?#:]|$)/i,
    mend: ([all, host = ''], href) => host + href.slice(all.length),
  },
  {
    name: 'lost-short-link',
    what: {
      en: 'probably lost its "https://aka.ms/"',
      ja: '「https://aka.ms/」が抜けている可能性があります',
    },
    // Several capitals, as short links have them: any other word may be a page that is gone.
    find: /^\/?[A-Z](?=\w*[a-z])[a-z0-9]*[A-Z][A-Za-z0-9]{1,60}$/,
    mend: (_, href) => `https://aka.ms/${href.replace(/^\//, '')}`,
  },
];

/** Slips that still show in the URL of something missing. */
const urlSlips: readonly SlipKind[] = [
  invisibleCharacter,
  {
    name: 'host-as-path',
    what: { en: 'has a host glued on as a path', ja: 'ホスト名がパスとして連結されています' },
    find: /^https?:\/\/[^/]+\/(?:[^?#]*\/)?((?:www\.[a-z0-9-]+|aka|(?:docs|learn|support|partner|admin|portal|login|azure|go)\.microsoft|(?:[a-z0-9-]+\.){2}(?=com|net|org|ms))\.?(?:com|ms|net|org|co\.jp)(?:\/[^?#]*)?(?:\?.*)?)$/i,
    mend: ([, glued = '']) => `https://${glued}`,
  },
  {
    name: 'double-encoding',
    what: { en: 'was percent-encoded twice', ja: 'パーセント エンコードが二重になっています' },
    find: /%25[0-9a-f]{2}/i,
    mend: (_, url) => url.replace(/%25([0-9a-f]{2})/gi, '%$1'),
  },
  {
    name: 'unconverted-source',
    what: {
      en: 'names the Markdown source, which is never published',
      ja: '公開されない Markdown ソース（.md）を指しています',
    },
    find: /\.md(?=$|[?#])/i,
    mend: (_, url) => url.replace(/\.md(?=$|[?#])/i, '.html'),
  },
  {
    ...mailAddress,
    find: /\/([^\s@/:?#]+@[^\s@/:?#]+\.[a-z]{2,})$/i,
    mend: ([, address = '']) => `mailto:${address}`,
  },
];

/** What is wrong with an `href` as written; `null` if it looks right. */
export function slipInHref(href: string): Slip | null {
  return findSlip(writtenSlips, trimHref(href).slice(0, 2048));
}

/** What is wrong with the URL of something that is missing; `null` if it looks right. */
export function slipInUrl(url: string): Slip | null {
  // Archives and proxies carry whole URLs in their paths, and that is right.
  if (/https?:\/{1,2}/i.test(decodePercent(pathOf(url)))) return null;
  return findSlip(urlSlips, url.slice(0, 2048));
}

function findSlip(kinds: readonly SlipKind[], text: string): Slip | null {
  for (const { name, what, find, mend } of kinds) {
    const match = find.exec(text);
    if (match !== null) return { name, what, meant: mend(match, text) };
  }
  return null;
}
