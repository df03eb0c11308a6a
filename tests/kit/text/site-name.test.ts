import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutSiteName } from '../../../src/kit/text/site-name.js';

describe('the title of a page without the name of its site', () => {
  it.each([
    ['Kickoff | Example Portal', 'Example Portal', 'Kickoff'],
    ['Kickoff · example portal ', 'Example Portal', 'Kickoff'],
    ['Kickoff - Example Portal', 'Example Portal', 'Kickoff'],
    ['移行ガイド – パートナー ポータル', 'パートナー ポータル', '移行ガイド'],
    ['Kickoff | Guides | Example Portal', 'Example Portal', 'Kickoff | Guides'],
    ['Example Portal | Example Portal', 'Example Portal', 'Example Portal'],
    ['Kickoff | Example Portal | Example Portal', 'Example Portal', 'Kickoff'],
    ['Kickoff | A | B', 'A | B', 'Kickoff'],
  ])('%s at %s is %s', (title, site, own) => expect(withoutSiteName(title, site)).toBe(own));

  it.each([
    ['Example Portal', 'Example Portal'],
    ['| Example Portal', 'Example Portal'],
    ['Welcome to Example Portal', 'Example Portal'],
    ['Non-Example Portal', 'Example Portal'],
    ['Kickoff | Another Portal', 'Example Portal'],
    ['Kickoff | ', ''],
  ])('%s at %s stays', (title, site) => expect(withoutSiteName(title, site)).toBe(title));

  it('leaves something of any title that says something', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (title, site) => {
        expect(title.startsWith(withoutSiteName(title, site))).toBe(true);
        expect(withoutSiteName(title, site)).not.toBe('');
      }),
    );
  });
});
