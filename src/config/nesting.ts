import { onDemand } from '../kit/on-demand.js';

const yaml = onDemand('yaml');

const deepest = 200;
const zeroWidth: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * Where a YAML text starts to nest deeper than anybody writes by hand; `null` if it never does. Asked before parsing:
 * the parser is recursive, and an exhausted stack can end the process beyond any `catch`.
 */
export function tooDeepAt(text: string): number | null {
  let offset = 0;
  let brackets = 0;
  let indentation = 0;
  let indicators = 0;
  let lineStart = true;
  const { Lexer } = yaml();
  for (const token of new Lexer().lex(text)) {
    if (zeroWidth.has(token)) continue;
    if (token === '[' || token === '{') brackets++;
    if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1);
    if (lineStart) indentation = /^ *$/.test(token) ? token.length : 0;
    lineStart = token.endsWith('\n');
    if (token === '-' || token === '?' || token === ':') indicators++;
    else if (lineStart ? brackets === 0 : token === ',') indicators = 0;
    if (brackets + indentation + indicators > deepest) return offset;
    offset += token.length;
  }
  return null;
}
