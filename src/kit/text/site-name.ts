/** What pages put between their own name and that of their site; a hyphen only with a space before it. */
const separator = /(?:[|·•»—–]|::|\s-)$/u;

/**
 * The title of a page without the name of its site at the end ("Kickoff | Example Portal" at "Example Portal" is "Kickoff"): who
 * reads it beside the name of the site would read it twice. A title of nothing but that name stays.
 */
export function withoutSiteName(title: string, site: string): string {
  const text = title.trimEnd();
  const start = text.length - site.length;
  if (site === '' || start <= 0 || text.slice(start).toLowerCase() !== site.toLowerCase()) return title;
  const before = text.slice(0, start).trimEnd();
  const own = before.replace(separator, '').trimEnd();
  return own === '' || own === before ? title : withoutSiteName(own, site);
}
