import { nearest } from '../text/nearest.js';
import { parseUrl } from './url.js';

/** Why an address cannot be requested, as the end of a sentence whose subject is the address. */
export interface AddressTrouble {
  readonly message: string;
  readonly hint?: string;
  /** The same without quoting the address, which may be a secret; left out where nothing of it is quoted anyway. */
  readonly discreet?: Pick<AddressTrouble, 'message' | 'hint'>;
}

const onlyWeb = 'only http and https can be asked';

/** What is wrong with a text that ought to be a complete http(s) address; `null` if nothing is. */
export function addressTrouble(text: string): AddressTrouble | null {
  if (text.trim() === '') return { message: 'is empty' };
  const invisible = /[\s\p{Cc}\p{Cf}]/u.exec(text);
  if (invisible !== null)
    return { message: `has ${nameCharacter(invisible[0])} in it, at character ${invisible.index + 1}` };
  if (/^[“”„‘’‚«»「『]/.test(text))
    return { message: 'stands in curly quotation marks', hint: 'use straight ones: "…"' };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== 'http' && scheme !== 'https') return withoutScheme(text, scheme);
  if (!/^https?:\/\/[^/]/i.test(text))
    return incomplete(`${scheme}://${text.slice(scheme.length + 1).replace(/^[/\\]+/, '')}`);
  const url = parseUrl(text);
  if (url === null) return { message: 'cannot be read as an address', hint: 'look at its host and port' };
  if (url.username !== '' || url.password !== '')
    return {
      message: 'has a user name or password in it',
      hint: 'put them into "credentials" of a configuration',
    };
  return null;
}

/** The same of what may be a file as well, if it names none of this machine. */
export function seedTrouble(text: string): AddressTrouble | null {
  return /^file:/i.test(text)
    ? { message: 'is a file of another machine', hint: 'give the path by which this machine reaches it' }
    : addressTrouble(text);
}

function withoutScheme(text: string, scheme: string | undefined): AddressTrouble {
  const separated = /^([a-z]{3,7})(?::?\/\/|:\/|;\/\/)(.+)$/i.exec(text);
  const meant = separated?.[1] === undefined ? undefined : nearest(separated[1], ['https', 'http'])[0];
  if (meant !== undefined) return incomplete(`${meant}://${separated?.[2] ?? ''}`);
  if (/^[a-z]:[\\/]/i.test(text) || /^(file:|\.{0,2}[\\/](?!\/))/i.test(text))
    return { message: 'is a file, not an address', hint: 'serve its folder over http first' };
  const looksLikePort = /^[^/?#]+:\d{1,5}(?:[/?#]|$)/.test(text);
  if (scheme !== undefined && !looksLikePort)
    return {
      message: `is a "${scheme}:" address`,
      hint: onlyWeb,
      discreet: { message: 'is an address of another kind', hint: onlyWeb },
    };
  const rest = text.replace(/^\/\//, '');
  return incomplete(`${isLocal(rest) ? 'http' : 'https'}://${rest}`);
}

function incomplete(suggestion: string): AddressTrouble {
  const message = 'is not a complete http or https address';
  const discreet = { message, hint: 'it should look like "https://example.com/"' };
  const meant = parseUrl(suggestion);
  return meant === null || meant.hostname === '' || meant.username !== ''
    ? discreet
    : { message, hint: `did you mean "${suggestion}"?`, discreet };
}

function isLocal(text: string): boolean {
  return /^(localhost|\[|\d+\.\d+\.\d+\.\d+)/i.test(text);
}

function nameCharacter(character: string): string {
  if (character === ' ') return 'a space';
  const code = character.codePointAt(0) ?? 0;
  return `the invisible character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
