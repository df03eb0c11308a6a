import type { CookieFile, StoredCookie } from './cookies.js';
import type { Problem } from '../../model/problem.js';

const httpOnlyMark = '#HttpOnly_';

/** Reads the `cookies.txt` that browser extensions and curl write: seven fields a line, separated by tabs. */
export function readNetscapeCookies(file: string, text: string): CookieFile {
  const cookies: StoredCookie[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '' || (line.startsWith('#') && !line.startsWith(httpOnlyMark))) continue;
    const cookie = readLine(line);
    if (cookie === null) problems.push(badLine(file, index + 1));
    else cookies.push({ ...cookie, line: index + 1 });
  }
  return { cookies, problems };
}

function readLine(line: string): StoredCookie | null {
  const httpOnly = line.startsWith(httpOnlyMark);
  const fields = (httpOnly ? line.slice(httpOnlyMark.length) : line).split('\t');
  const [domain = '', wide = '', path = '', secure = '', expires = '', name = '', value] = fields;
  if (domain === '' || name === '' || value === undefined || fields.length > 7) return null;
  if (!isPlausible(wide, path, secure, expires)) return null;
  return {
    name,
    value,
    domain,
    wide: isTrue(wide),
    path,
    secure: isTrue(secure),
    httpOnly,
    expires: Number(expires) === 0 ? null : Number(expires),
  };
}

/** Some browser extensions write fractions of a second, too. */
function isPlausible(wide: string, path: string, secure: string, expires: string): boolean {
  return isFlag(wide) && path.startsWith('/') && isFlag(secure) && /^\d{1,12}(\.\d+)?$/.test(expires);
}

function isFlag(text: string): boolean {
  return /^(true|false)$/i.test(text);
}

function isTrue(text: string): boolean {
  return text.toLowerCase() === 'true';
}

function badLine(file: string, line: number): Problem {
  return {
    place: { file, line },
    message: 'is not a cookie',
    hint: 'seven fields with tabs between: domain, subdomains, path, secure, expires, name, value',
  };
}
