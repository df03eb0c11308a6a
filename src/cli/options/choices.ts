import { nearest } from '../../kit/text/nearest.js';
import type { Problem } from '../../model/problem.js';
import type { Language } from '../../model/text.js';
import { lastOf, longName, type Given, type Option } from './option.js';

/** Why an option cannot have the value it is given: it is not one of its choices. */
export function choiceProblems(
  given: Given,
  option: Option,
  choices: readonly string[],
  language: Language,
): readonly Problem[] {
  const value = lastOf(given, option);
  if (value === undefined || choices.includes(value)) return [];
  const name = longName(option);
  const [similar] = nearest(value, choices);
  const all = choices.join(', ');
  const meant = { en: `did you mean "${similar}"?`, ja: `「${similar}」ではありませんか` };
  const known = { en: `one of ${all}`, ja: `指定できる値: ${all}` };
  const message = { en: `${name} cannot be "${value}"`, ja: `${name} に「${value}」は指定できません` };
  return [{ place: {}, message: message[language], hint: (similar === undefined ? known : meant)[language] }];
}
