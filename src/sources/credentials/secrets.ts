import { readFile } from 'node:fs/promises';
import type { CookieJar } from 'tough-cookie';
import type { SourceConfig } from '../../model/config.js';
import { systemErrorReason } from '../../kit/trouble/system-error.js';
import { SetupError, type Problem } from '../../model/problem.js';
import { readNetscapeCookies } from './cookies-netscape.js';
import { readPlaywrightCookies } from './cookies-playwright.js';
import { jarOf, type StoredCookie } from './cookies.js';
import { findExpired, type ExpiredCookies } from './expired-cookies.js';

/** What was read from the files that credentials name, by source id. */
export interface Secrets {
  readonly tokens: ReadonlyMap<string, string>;
  readonly jars: ReadonlyMap<string, CookieJar>;
}

/** The same, with what the user should know of them. */
export interface LoadedSecrets extends Secrets {
  /** One for each source that has some. */
  readonly expired: readonly ExpiredCookies[];
}

/**
 * Reads the files that sources' credentials name. `now` in milliseconds since 1970. Throws a `SetupError` with all problems of
 * all files.
 */
export async function loadSecrets(sources: readonly SourceConfig[], now: number): Promise<LoadedSecrets> {
  const tokens = new Map<string, string>();
  const jars = new Map<string, CookieJar>();
  const expired: ExpiredCookies[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const { headers, bearer, bearerFile, cookies } = source.credentials;
    problems.push(...headerProblems(source.id, headers));
    if (bearer !== undefined && !isToken(bearer)) problems.push(notSendable(source.id, 'bearer token'));
    if (bearerFile !== undefined) {
      await readToken(bearerFile, (token) => tokens.set(source.id, token), problems);
    }
    if (cookies === undefined) continue;
    const stored = await readCookies(cookies, problems);
    jars.set(source.id, jarOf(stored));
    const tooOld = findExpired(cookies, stored, source, now);
    if (tooOld !== null) expired.push(tooOld);
  }
  if (problems.length > 0) throw new SetupError(problems);
  return { tokens, jars, expired };
}

/** Headers that only the connection may set. */
const reserved =
  /^(connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade|proxy-.*)$/i;

/** Their form was checked with the configuration. */
function headerProblems(id: string, headers: Readonly<Record<string, string>>): readonly Problem[] {
  const names = Object.keys(headers).filter((name) => reserved.test(name));
  return names.map((name) => notSendable(id, `header "${name}"`));
}

/** Without the text itself, which is a secret. */
function notSendable(id: string, what: string): Problem {
  return { place: {}, message: `source "${id}": the ${what} cannot be sent` };
}

function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

async function readToken(file: string, keep: (token: string) => void, problems: Problem[]): Promise<void> {
  const text = await read(file, problems);
  if (text === null) return;
  const token = text.trim();
  if (!isToken(token))
    problems.push({ place: { file }, message: 'does not hold a bearer token', hint: 'one line' });
  keep(token);
}

async function readCookies(file: string, problems: Problem[]): Promise<readonly StoredCookie[]> {
  const text = await read(file, problems);
  if (text === null) return [];
  const reader = text.trimStart().startsWith('{') ? readPlaywrightCookies : readNetscapeCookies;
  const found = reader(file, text);
  problems.push(...found.problems);
  if (found.cookies.length === 0 && found.problems.length === 0) {
    problems.push({ place: { file }, message: 'holds no cookie' });
  }
  return found.cookies;
}

/** Without the byte order mark that some editors put before a text. */
async function read(file: string, problems: Problem[]): Promise<string | null> {
  try {
    return new TextDecoder().decode(await readFile(file));
  } catch (error) {
    problems.push({ place: { file }, message: `cannot be read: ${systemErrorReason(error)}` });
    return null;
  }
}
