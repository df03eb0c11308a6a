/** What a demo portal answers: plain data, turned into bytes by `send`. */
export interface Reply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly manner: Manner;
}

/** How a reply is sent: as it should be, cut half way, never, or by resetting the connection. */
export type Manner = 'whole' | 'cut' | 'silent' | 'reset';

/** A reply with a body of one media type. */
export function reply(
  status: number,
  contentType: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { status, headers: { 'content-type': contentType, ...headers }, body: bytes, manner: 'whole' };
}

/** A reply that is only a status line and headers. */
export function bare(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: new Uint8Array(0), manner: 'whole' };
}

/** A page in UTF-8. */
export function html(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return reply(status, 'text/html; charset=utf-8', body, headers);
}

/** A plain text in UTF-8. */
export function plain(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return reply(status, 'text/plain; charset=utf-8', body, headers);
}

/** A redirect; `location` as it will stand in the header. */
export function redirect(status: 301 | 302 | 307 | 308, location: string): Reply {
  return bare(status, { location });
}

/** The same reply, sent in another way. */
export function misbehave(behaved: Reply, manner: Manner): Reply {
  return { ...behaved, manner };
}
