import { latin1 } from '../text/latin1.js';

/** 0x80 to 0x9F in windows-1252. Node 20's own decoder takes them for control characters. */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Decodes what Windows writes in Western languages. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (character) => upper.charAt(character.charCodeAt(0) - 0x80));
}
