import { families } from '../vocabulary/words.js';

const lemmas = new Map(
  families.flatMap((family) => {
    const forms = family.split(' ');
    return forms.map((form): readonly [string, string] => [form, forms[0] ?? form]);
  }),
);

/** The one form that stands for all forms of an English word. */
export function lemmaOf(word: string): string {
  return lemmas.get(word) ?? (word.length < 4 ? word : regular(word));
}

function regular(word: string): string {
  const one = word.endsWith('s') ? singular(word) : word;
  if (one.endsWith('ally')) return one.slice(0, -2);
  return one.endsWith('isation') ? american(one) : one;
}

/** The American spelling of a British one: "organisation". */
function american(word: string): string {
  const spelling = `${word.slice(0, -7)}ization`;
  return lemmas.get(spelling) ?? spelling;
}

/** `teams` stays: it is a product far more often than several teams. */
function singular(word: string): string {
  if (word === 'teams' || /(ss|us|is|ews)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(ches|shes|sses|xes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
