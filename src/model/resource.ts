import type { PageFacts } from './page.js';

/** What one run noted about one URL. Small, plain, stored. */
export interface Resource {
  /** Unique within the snapshot only. */
  readonly id: number;
  /** Normalised, without fragment, secrets redacted. */
  readonly url: string;
  /** The source in whose scope it lies; `null` for a foreign URL. */
  readonly source: string | null;
  readonly role: Role;
  /** Every try, oldest first. Empty if it was never asked. */
  readonly attempts: readonly Attempt[];
  /** How the last try ended. */
  readonly outcome: Outcome;
  /** `null` unless it was read as a page. */
  readonly page: PageFacts | null;
  readonly signals: Signals;
}

/**
 * Why the run asked for it: a `seed` of a source, a `page` to walk, a foreign or non-page URL to `check`,
 * a random name that ought not to exist (`probe`), or a portal's `search`.
 */
export const roles = ['seed', 'page', 'check', 'probe', 'search'] as const;
export type Role = (typeof roles)[number];

/** Under this name a reader notes of a document on the web whose links were wanted that they were read, or why they were not. */
export const documentLinks = 'document-links';
export const documentLinksNotes = ['read', 'too-large', 'unreadable'] as const;
export type DocumentLinksNote = (typeof documentLinksNotes)[number];

/** Under this name it is noted of a page that it asks for a password, denies access, or sends on to a sign-in. */
export const signInNote = 'sign-in';

/** Under this name it is noted of a page that it asks for cookies. */
export const cookieWallNote = 'cookie-wall';

/** Under this name the walk notes of an address how a link to it was written, where that looked like a slip of the pen. */
export const malformedLinkNote = 'malformed-link';

/** Under this name the walk notes of a page that is so many clicks away that what it links to was left out. */
export const tooDeepNote = 'too-deep';

/** Whether its links were read, be it a page or a document. */
export function isReadForLinks({ page, signals }: Pick<Resource, 'page' | 'signals'>): boolean {
  return page !== null || signals[documentLinks] === 'read';
}

/** Whether what it links to was walked as well: foreign pages are read to see whether they open, and no more. */
export function isFollowed({
  source,
  page,
  signals,
}: Pick<Resource, 'source' | 'page' | 'signals'>): boolean {
  return source !== null && isReadForLinks({ page, signals }) && signals[tooDeepNote] === undefined;
}

/** Facts that rules noted while the body was in hand, by rule id. Plain JSON. */
export type Signals = Readonly<Record<string, Json>>;
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const methods = ['GET', 'HEAD'] as const;
export type Method = (typeof methods)[number];

/** One request and how it ended. */
export interface Attempt {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  /** Milliseconds. */
  readonly took: number;
  readonly method: Method;
  /** HTTP status, or the cause of a failure. A file that was read answers as a server would: 200, or 304 if it is unchanged. */
  readonly result: number | Cause;
  /**
   * The host asked us to come back later (429, or 503 with `Retry-After`), or seemed to be asked for too much: no fault of the
   * resource.
   */
  readonly throttled?: true;
}

export type Outcome = Fetched | Failed | Withheld;

/** The server answered. A redirect is an answer too: its end is another resource. */
export interface Fetched {
  readonly kind: 'fetched';
  readonly status: number;
  /** Absolute target of a redirect, secrets redacted; `null` if this is none. */
  readonly location: string | null;
  /** Media type in lower case, without parameters; empty if not declared. */
  readonly contentType: string;
  /** `Content-Length`, or the total of a `Content-Range`; `null` if not declared. */
  readonly length: number | null;
  /** Bytes read, after decompression. */
  readonly bytes: number;
  /** What was wrong with the body as a message; `null` if nothing, or if it was not read to its end. */
  readonly flaw: Flaw | null;
  /** Headers worth keeping (see `keptHeaders`), lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** `cut`: ended before its declared end. `undecodable`: not what `Content-Encoding` says. `too-large`: over a limit. */
export const flaws = ['cut', 'undecodable', 'too-large'] as const;
export type Flaw = (typeof flaws)[number];

/** Whether the server gave what was asked for: 200 to 299. */
export function isWelcome(outcome: Outcome): boolean {
  return outcome.kind === 'fetched' && outcome.status >= 200 && outcome.status < 300;
}

/** Whether it is a page. An error page does not count as one, however well it reads. */
export function isPage({ page, outcome }: Pick<Resource, 'page' | 'outcome'>): boolean {
  return page !== null && isWelcome(outcome);
}

/** No answer came. */
export interface Failed {
  readonly kind: 'failed';
  readonly cause: Cause;
  /** The system's own word for it (`ENOTFOUND`, `CERT_HAS_EXPIRED`), for support and search engines. */
  readonly detail: string;
}

/** `protocol`: what came was not HTTP, or broke its limits. `file`: the system could not open a file. */
export const causes = ['dns', 'connection', 'tls', 'timeout', 'protocol', 'proxy', 'file'] as const;
export type Cause = (typeof causes)[number];

/** We did not ask, and why. */
export interface Withheld {
  readonly kind: 'withheld';
  readonly by: Withholding;
  /** The pattern, rule or number that decided. */
  readonly detail: string;
}

/**
 * `acting`: a link that does something (sign-out, delete, vote). `private`: an address inside the network that a public
 * page named. `outside`: a file that lies in no folder of what the user named. `malformed`: no URL to ask. `unreached`: the run
 * ended first. `throttled`: the host kept asking us to wait.
 */
export const withholdings = [
  'robots',
  'excluded',
  'external',
  'limit',
  'acting',
  'private',
  'outside',
  'malformed',
  'unreached',
  'throttled',
  'session',
] as const;
export type Withholding = (typeof withholdings)[number];

/** Headers in which the portals' servers name a request; support asks for them. */
export const correlationHeaders = [
  'x-ms-request-id',
  'x-azure-ref',
  'sprequestguid',
  'request-id',
  'x-ms-correlation-request-id',
] as const;

/** Says when the certificate of the host expires, RFC 3339. */
export const certificateHeader = 'x-certificate-expires';

/** Says how an answer breaks HTTP in ways that browsers tolerate. */
export const slipsHeader = 'x-http-slips';

/** Headers that no server sent: they hold what else we know about an answer. */
export const ownHeaders = [certificateHeader, slipsHeader] as const;

/** May have browsers fetch by https what a page names by http:; of it no more than that is kept, since it may be long. */
export const policyHeader = 'content-security-policy';

/** The response headers a snapshot keeps. */
export const keptHeaders: readonly string[] = [
  ...correlationHeaders,
  ...ownHeaders,
  policyHeader,
  'cf-mitigated',
  'content-disposition',
  'content-encoding',
  'content-language',
  'etag',
  'last-modified',
  'link',
  'refresh',
  'retry-after',
  'server',
  'www-authenticate',
  'x-amzn-waf-action',
  'x-ms-error-code',
  'x-msdavext_error',
  'x-robots-tag',
];
