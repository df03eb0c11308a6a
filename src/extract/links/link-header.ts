/** One entry of a `Link` header. */
export interface HeaderLink {
  readonly href: string;
  readonly rel: string;
  readonly as: string | null;
  readonly title: string;
}

const entryLimit = 100;
const lengthLimit = 16_384;

/** The entries of a `Link` response header (RFC 8288 §3); what cannot be read is left out. */
export function readLinkHeader(header: string): readonly HeaderLink[] {
  const entries: HeaderLink[] = [];
  const text = header.slice(0, lengthLimit);
  // Whatever follows an address may be its parameters, also a quotation mark that is never closed: so nothing is read twice.
  const entry = /<([^<>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*"?)*)/g;
  for (const [, href = '', parameters = ''] of text.matchAll(entry)) {
    if (entries.length === entryLimit) break;
    const values = readParameters(parameters);
    entries.push({
      href,
      rel: values.get('rel') ?? '',
      as: values.get('as') ?? null,
      title: values.get('title') ?? '',
    });
  }
  return entries;
}

function readParameters(parameters: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const parameter = /;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/g;
  for (const [, name = '', quoted, token] of parameters.matchAll(parameter)) {
    const key = name.toLowerCase();
    if (!values.has(key)) values.set(key, quoted?.replace(/\\(.)/g, '$1') ?? token ?? '');
  }
  return values;
}
