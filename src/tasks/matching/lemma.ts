import { families } from '../vocabulary/words.js';

const lemmas = new Map(
  families.flatMap((family) => {
    const forms = family.split(' ');
    return forms.map((form): readonly [string, string] => [form, forms[0] ?? form]);
  }),
);

/** The one form that stands for all forms of an English word. */
export function lemmaOf(word: string): string {
  return lemmas.get(word) ?? regular(word);
}

/** British endings as American ones. */
function regular(word: string): string {
  const one = word.endsWith('s') ? singular(word) : word;
  if (!one.includes('isation')) return one;
  const american = one.replace('isation', 'ization');
  return lemmas.get(american) ?? american;
}

/** `teams` stays: it is a product far more often than several teams. */
function singular(word: string): string {
  if (word.length < 4 || word === 'teams' || /(ss|us|is|ews)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(ches|shes|sses|xes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
