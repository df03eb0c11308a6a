/** Names of query values that open a door: signatures, tokens, codes. */
const secretNames =
  /^(sig|sv|se|sp|st|sr|skoid|sktid|skt|ske|sks|skv|code|state|nonce|token|access_token|id_token|refresh_token|client_secret|api_?key|key|password|passwd|pwd|secret|signature|x-amz-signature|x-amz-credential|x-amz-security-token|hdnts|ticket|samlrequest|samlresponse|sessionid|sid|jwt|auth)$/i;

const mask = 'REDACTED';

/** Whether a URL has lost something to `redactUrl`, so that it cannot be asked for. */
export function isRedacted(url: string): boolean {
  return url.includes(`=${mask}`) || url.includes(`:${mask}@`);
}

/** The URL with every secret-like query value and password masked. Idempotent; equal secrets or not, the result is the same. */
export function redactUrl(url: string): string {
  if (!url.includes('?') && !url.includes('@')) return url;
  return maskPassword(url).replace(/([?&])([^=&#]+)=([^&#]+)/g, (pair, separator: string, name: string) =>
    secretNames.test(name) ? `${separator}${name}=${mask}` : pair,
  );
}

function maskPassword(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/[^:/?#@]*):[^/?#]*@/i, `$1:${mask}@`);
}
