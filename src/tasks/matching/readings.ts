import { lemmaOf } from './lemma.js';

/** Words that mean the same to somebody who looks for a likely document. */
const likely: readonly string[] = [
  'overview introduction',
  'guide guidance handbook manual procedure instruction howto',
  'deck slide presentation present material document doc',
  'questionnaire survey',
  'assess investigate evaluate',
  'conduct deliver perform execute provide run',
  'remediate readiness repair address',
  'staged phased',
  'configure setup setting',
  'product:teams teams team',
  'product:booking booking',
  'product:windows-autopilot autopilot',
  'product:windows-autopatch autopatch',
  'product:skype-business product:skype product:skype-business-online',
  'product:entra-id product:entra',
  'protect secure',
  'enable activate',
];

/** Returns a function that gives what a concept may stand for: most stand for themselves only. */
export function createReadings(
  renames: ReadonlyMap<string, string>,
  terms: ReadonlyMap<string, string>,
): (concept: string) => readonly string[] {
  const classes = new Map<string, string>();
  for (const group of likely) {
    const members = group.split(' ').map(conceptOf);
    for (const member of members) classes.set(member, members[0] ?? member);
  }
  const joined = (concept: string): string => {
    const now = followRenames(renames, concept);
    return classes.get(now) ?? now;
  };
  const others = new Map<string, readonly string[]>();
  for (const concept of [...renames.keys(), ...classes.keys()]) others.set(concept, [joined(concept)]);
  for (const [term, meaning] of terms) {
    if (!meaning.includes('|')) continue;
    const readings = meaning.split('|').flatMap((part) => (part === '' ? [] : [joined(lemmaOf(part))]));
    others.set(`${term}|`, [...new Set(readings)]);
  }
  return (concept) => others.get(concept) ?? [concept];
}

/** A word, or a product by its words. */
function conceptOf(member: string): string {
  const [word = '', product] = member.split(':');
  return product === undefined ? lemmaOf(word) : `${word}:${product.split('-').map(lemmaOf).join('-')}`;
}

function followRenames(renames: ReadonlyMap<string, string>, concept: string): string {
  let now = concept;
  for (let step = 0; step < 4; step++) now = renames.get(now) ?? now;
  return now;
}
