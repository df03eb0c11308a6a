import { expect, it } from 'vitest';
import { walkSite } from '../support/fake-web.js';
import { at, one, origin } from './one-portal.js';

const elsewhere = 'https://elsewhere.example';
const site = {
  [`${origin}/`]: { links: ['/a.pptx', `${elsewhere}/b.pptx`, '/go'] },
  [at('/a.pptx')]: { isDocument: true, links: ['/page'] },
  [at('/go')]: { location: '/d?id=1' },
  [at('/d?id=1')]: { isDocument: true, links: ['/behind-short-link'] },
  [`${elsewhere}/b.pptx`]: { isDocument: true, links: [at('/of-a-foreign-document')] },
  [at('/page')]: {},
  [at('/behind-short-link')]: {},
};

it('documents in scope are wanted whole and walked on, foreign ones are only checked', async () => {
  const { asked, resources } = await walkSite(site, one({}, { deep: true }));
  const wanted = asked.filter(({ wholeDocuments }) => wholeDocuments).map(({ url }) => url);
  expect(wanted).toContain(at('/a.pptx'));
  expect(wanted).not.toContain(`${elsewhere}/b.pptx`);
  expect([...resources.keys()].sort()).toEqual(
    [...Object.keys(site)].filter((url) => !url.includes('foreign')).sort(),
  );
});

it('no document is wanted whole unless asked for', async () => {
  const { asked, resources } = await walkSite(site, one());
  expect(asked.filter(({ wholeDocuments }) => wholeDocuments)).toEqual([]);
  expect(resources.has(at('/page'))).toBe(false);
});

it('of a document that is too deep only whether it opens is checked', async () => {
  const { resources } = await walkSite(site, one({ maxDepth: 0 }, { deep: true }));
  expect(resources.has(at('/a.pptx'))).toBe(true);
  expect(resources.has(at('/page'))).toBe(false);
});
