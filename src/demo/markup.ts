/** Functions that write HTML. Parameters named `text` or in attributes are escaped; contents are markup already. */

/** An element that holds others. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...contents: readonly string[]
): string {
  return `<${name}${renderAttributes(attributes)}>${contents.join('')}</${name}>`;
}

/** An element that holds nothing (`meta`, `link`, `img`, `input`). */
export function empty(name: string, attributes: Readonly<Record<string, string>>): string {
  return `<${name}${renderAttributes(attributes)}>`;
}

export function link(href: string, text: string): string {
  return element('a', { href }, escape(text));
}

export function heading(level: 1 | 2 | 3 | 4, text: string, id?: string): string {
  return element(`h${level}`, id === undefined ? {} : { id }, escape(text));
}

export function paragraph(...contents: readonly string[]): string {
  return element('p', {}, contents.join(' '));
}

export function list(...items: readonly string[]): string {
  return element('ul', {}, ...items.map((item) => element('li', {}, item)));
}

/** Rows may be shorter or longer than the headings: real ones are. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return element(
    'table',
    {},
    element('thead', {}, row('th', headings)),
    element('tbody', {}, ...rows.map((cells) => row('td', cells))),
  );
}

function row(cell: 'th' | 'td', contents: readonly string[]): string {
  return `${element('tr', {}, ...contents.map((content) => element(cell, {}, content)))}\n`;
}

/** A whole page. */
interface Sheet {
  readonly language: string;
  readonly title: string;
  readonly charset?: string;
  readonly head?: readonly string[];
  readonly bodyAttributes?: Readonly<Record<string, string>>;
  readonly body: readonly string[];
}

export function sheet({ language, title, charset, head, bodyAttributes, body }: Sheet): string {
  const start = [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    empty('meta', { charset: charset ?? 'utf-8' }),
  ];
  const titled = element('title', {}, escape(title));
  const opened = `<body${renderAttributes(bodyAttributes ?? {})}>`;
  return [...start, titled, ...(head ?? []), '</head>', opened, ...body, '</body>', '</html>', ''].join('\n');
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function renderAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('');
}
