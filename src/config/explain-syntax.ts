import type { YAMLError } from 'yaml';
import type { Trouble } from './convert.js';

/** An error of the parser, in words for somebody who does not know YAML's grammar. */
export function explainSyntax({ code, message, pos }: YAMLError): Trouble {
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return { at: pos[0], ...openBracket };
  if (code === 'MISSING_CHAR' && message.includes('quote')) return { at: pos[0], ...openQuote };
  // What follows a colon is quoted from the file, and may be a secret.
  return {
    at: pos[0],
    ...(words[code] ?? { message: `this is not YAML: ${message.replace(/: .*$/s, '')}` }),
  };
}

type Words = Omit<Trouble, 'at'>;

const openBracket: Words = {
  message: 'a bracket opened above is not closed here',
  hint: 'close it, or indent this line more',
};

const openQuote: Words = { message: 'a quotation mark opened above is not closed' };

const words: Partial<Record<YAMLError['code'], Words>> = {
  TAB_AS_INDENT: { message: 'a tab cannot indent', hint: 'use spaces' },
  BAD_INDENT: {
    message: 'the indentation does not fit',
    hint: 'keys that belong together start in the same column',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'there is a second ":" in this line, or the next is indented too far',
    hint: 'put a value that has ": " in it in quotes',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a ":" is missing, or the indentation does not fit',
    hint: 'write "key: value"',
  },
  MULTIPLE_DOCS: {
    message: 'a second document starts here',
    hint: 'a configuration is one document: remove "---"',
  },
  BAD_SCALAR_START: { message: 'a text cannot start with this character', hint: 'put it in quotes' },
  BAD_DQ_ESCAPE: {
    message: 'this backslash means nothing inside "…"',
    hint: "write it twice, or use '…' instead",
  },
  TAG_RESOLVE_FAILED: {
    message: 'tags have no meaning here',
    hint: 'remove what starts with "!", or put it in quotes',
  },
};
