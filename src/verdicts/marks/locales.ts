/** Where a URL says it is English: `/en-us/`, `/en/`, a final `/en-us`, or a file name with `-en` or `-en-us`. */
const english = /(?<=\/)en(-[a-z]{2})?(?=\/|$|\?)|(?<=[-_.])en(-[a-z]{2})?(?=\.\w{2,5}($|\?))/i;
const japanese = /(?<=\/)ja(-jp)?(?=\/|$|\?)|(?<=[-_.])(ja(-jp)?|jp)(?=\.\w{2,5}($|\?))/i;

/** Whether a URL says it is Japanese. */
export function isJapaneseUrl(url: string): boolean {
  return japanese.test(url);
}

/** What the Japanese twin of an English URL may be called; empty if the URL does not say it is English. */
export function japaneseTwins(url: string): readonly string[] {
  const mark = english.exec(url);
  if (mark === null) return [];
  const forms = mark[0].length > 2 ? ['ja-jp', 'ja-JP'] : ['ja', 'jp'];
  return forms.map((form) => url.slice(0, mark.index) + form + url.slice(mark.index + mark[0].length));
}
