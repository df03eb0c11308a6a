import type { Cause, Failed } from '../../model/resource.js';
import { errors } from '../connections/undici.js';

const causeByCode: ReadonlyMap<string, Cause> = new Map([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['EAI_FAIL', 'dns'],
  ['EAI_NODATA', 'dns'],
  ['EAI_NONAME', 'dns'],
  ['ENODATA', 'dns'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['UND_ERR_HEADERS_OVERFLOW', 'protocol'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'protocol'],
  ['UND_ERR_INVALID_ARG', 'protocol'],
  ['ERR_INVALID_URL', 'protocol'],
  ['UND_ERR_PRX_TLS', 'proxy'],
  ['EPROTO', 'tls'],
]);

const tlsCode =
  /^(ERR_SSL_|ERR_TLS_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH)/;

/** What an error of a socket, the resolver or undici means; `detail` is its code. Unknown ones are connection errors. */
export function failureOf(error: Error): Failed {
  const code = codeOf(error);
  if (error.message.startsWith('Proxy ')) return failed('proxy', /\d{3}/.exec(error.message)?.[0] ?? code);
  if (error instanceof errors.HTTPParserError) return failed('protocol', reasonOf(error));
  if (error instanceof errors.SocketError && error.message.startsWith('bad ')) {
    return failed('protocol', error.message.replace(' ', '_').toUpperCase());
  }
  const cause = causeByCode.get(code) ?? (tlsCode.test(code) ? 'tls' : 'connection');
  return failed(cause, cause === 'timeout' ? 'connect' : code);
}

/** Whether an answer ended because it breaks HTTP, not because its connection did. */
export function isGarbled(error: Error): boolean {
  return error instanceof errors.HTTPParserError && codeOf(error) !== 'HPE_INVALID_EOF_STATE';
}

/** The same before a connection through a proxy is established: then it is the proxy that cannot be found or reached. */
export function proxyFailureOf(error: Error): Failed {
  const failure = failureOf(error);
  return failure.cause === 'dns' || failure.cause === 'connection'
    ? failed('proxy', failure.detail)
    : failure;
}

/** A failure of a known cause. */
export function failed(cause: Cause, detail: string): Failed {
  return { kind: 'failed', cause, detail };
}

/** The parser has codes, but undici does not always know them: then the words of the parser, such as `Expected HTTP/`. */
function reasonOf(error: InstanceType<typeof errors.HTTPParserError>): string {
  const code = codeOf(error);
  return code.startsWith('HPE_') ? code : (/\((.+)\)/.exec(error.message)?.[1] ?? code);
}

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.cause instanceof Error) return codeOf(error.cause);
  return error.name;
}
