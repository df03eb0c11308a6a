/** The URL up to and with the last slash of its path: `https://a.example/b/` for `https://a.example/b/c?d`. */
export function folderOf(url: string): string {
  const query = url.indexOf('?');
  const end = url.lastIndexOf('/', query < 0 ? url.length : query);
  return end < schemeEnd(url) ? `${url}/` : url.slice(0, end + 1);
}

/** The folder of a URL and those above it, nearest first. */
export function* foldersAbove(url: string): Generator<string> {
  const start = schemeEnd(url);
  let folder = folderOf(url);
  while (folder.length > start) {
    yield folder;
    const above = folder.lastIndexOf('/', folder.length - 2);
    if (above < start) return;
    folder = folder.slice(0, above + 1);
  }
}

function schemeEnd(url: string): number {
  return url.indexOf('//') + 2;
}
