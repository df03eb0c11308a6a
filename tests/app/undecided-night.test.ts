import { expect, it } from 'vitest';
import { linking } from '../support/small-site.js';
import { busy, failing, leadingTo, nightlySite } from './nightly-site.js';

const { night, origin, pages } = nightlySite();

it('tells of what broke and was repaired while a night could not tell', async () => {
  await night();
  pages['/a'] = busy;
  expect(await night()).toEqual([]);
  expect(await night()).toEqual([]);
  pages['/a'] = failing;
  expect(await night()).toEqual(['broke page /a']);
  expect(await night()).toEqual([]);

  pages['/a'] = busy;
  expect(await night()).toEqual([]);
  pages['/a'] = failing;
  expect(await night()).toEqual([]);
  pages['/a'] = busy;
  expect(await night()).toEqual([]);
  pages['/a'] = '<h1>A</h1>';
  expect(await night()).toEqual(['fixed page /a']);
  expect(await night()).toEqual([]);
});

it('tells that something moved while a night could not tell', async () => {
  await night();
  pages['/a'] = busy;
  expect(await night()).toEqual([]);
  pages['/a'] = leadingTo('/new/a');
  pages['/new/a'] = '<h1>A</h1>';
  expect(await night()).toEqual(['moved page /new/a']);
  expect(await night()).toEqual([]);
});

it('tells of a repair that only a run that was cut short had seen', async () => {
  await night();
  pages['/a'] = failing;
  expect(await night()).toEqual(['broke page /a']);
  pages['/a'] = '<h1>A</h1>';
  expect(await night({ sources: [{ id: 'site', seeds: [`${origin()}/`], maxPages: 2 }] })).toEqual([]);
  pages['/a'] = busy;
  expect(await night()).toEqual([]);
  pages['/a'] = '<h1>A</h1>';
  expect(await night()).toEqual(['fixed page /a']);
});

it('tells that what could not be told for a night is no longer linked', async () => {
  pages['/b'] = failing;
  await night();
  Object.assign(pages, { '/a': busy, '/b': busy });
  expect(await night()).toEqual([]);
  pages['/'] = linking('/c');
  pages['/c'] = '<h1>C</h1>';
  expect(await night()).toEqual(['new page /c', 'updated page /', 'removed page /a', 'fixed other /b']);
});
