/** Names of query parameters that are secret whatever their value looks like. */
const secretName =
  /^(?:sig|sv|signature|[\w-]*(?:token|secret|password|passwd|passphrase|pwd)|(?:[\w-]*[_-])?api_?key|(?:ocp-apim-)?subscription-key|x-functions-key|x-(?:amz|goog)-(?:signature|credential|security-token)|hdn(?:ts|ea)|saml(?:request|response|art)|assertion|id_token_hint|tempauth|code_verifier|(?:j|php|asp)?sess(?:ion)?_?id|jwt|authorization|credentials?)$/i;

/** The other fields of a shared access signature of Azure Storage: secret only beside a `sig`, since the names are common. */
const signedField = /^(?:se|sp|st|sr|spr|sip|srt|ss|ses|skoid|sktid|skt|ske|sks|skv)$/i;
const signed = /(?:[?&]|%3F|%26)sig(?:=|%3D)/i;

/** Names that carry tokens on one site and page names on another: the value decides. */
const doubtfulName = /^(?:code|state|nonce|key|ticket|sid|session|auth|otp)$/i;
/** A short word (`page1`), a small number, a country or a locale: too easy to guess to be a secret. */
const plainValue = /^(?:[a-z]{1,8}\d{0,3}|\d{1,5}|[A-Z]{2,4}|[a-z]{2}-[a-z]{2})$/i;

const mask = 'REDACTED';

const pairs = /(^|[?&#])([\w.~$-]{1,64})=([^&#\s"<>]+)/g;
/** Parameters of a path's segment (RFC 3986 §3.3), where some servers put session ids. */
const pathPairs = /(;)([\w.~$-]{1,64})=([^/?#;\s"<>]+)/g;
/** The same within an address that is itself the value of a query: `ReturnUrl=%2Ffile%3Fsig%3D…`. */
const nestedPairs =
  /(%(?:25)*(?:3F|26|23))([\w.~$-]{1,64})(%(?:25)*3D)((?:(?!%(?:25)*(?:26|23))[^&#\s"<>])+)/gi;

/** Whether `redactUrl` took something out of a URL, so that it cannot be requested. */
export function isRedacted(url: string): boolean {
  return url.includes(mask) && redactUrl(url) === url;
}

/**
 * Masks every password and every value that looks like a secret, in a URL, a fragment, or a text with URLs in it. Idempotent; the
 * result does not depend on what the secrets are.
 */
export function redactUrl(url: string): string {
  if (!/[=@]|%(?:25)*3d/i.test(url)) return url;
  const isSigned = signed.test(url);
  const isSecret = (name: string, value: string): boolean =>
    secretName.test(name) ||
    (doubtfulName.test(name) && !plainValue.test(value)) ||
    (isSigned && signedField.test(name));
  const maskPair = (pair: string, before: string, name: string, value: string): string =>
    isSecret(name, value) ? `${before}${name}=${mask}` : pair;
  const maskNested = (pair: string, before: string, name: string, equals: string, value: string): string =>
    isSecret(name, value) ? before + name + equals + mask : pair;
  return maskPassword(url)
    .replace(pairs, maskPair)
    .replace(pathPairs, maskPair)
    .replace(nestedPairs, maskNested);
}

function maskPassword(url: string): string {
  return url.replace(/(:\/\/[^:/?#@\s]*):[^/?#\s]*@/g, `$1:${mask}@`);
}
