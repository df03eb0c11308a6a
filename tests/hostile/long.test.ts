import { describe, expect, it } from 'vitest';
import { createRead } from '../../src/app/reading/read.js';
import { materialOf } from '../support/material.js';

/** Where a page's own text, its attributes and its styles are searched. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'markup itself': (text) => text,
  'a sentence': (text) => `<title>Views: 3 views</title><h1>Error ID</h1><p>404 not found x${text}\u0001x`,
  'a link': (text) => `<a href=x>x${text}\u0001x</a>`,
  'an href': (text) => `<a href="/x${text}é!">x</a>`,
  'a srcset': (text) => `<img srcset="x${text}!x">`,
  'a refresh': (text) => `<meta http-equiv=refresh content="0${text}">`,
  'a style': (text) => `<style>a{background:url(x${text}\u0001`,
  'a breadcrumb': (text) => `<ul class="x${text} breadcrumb"><li>x${text}</ul>`,
  'a table of updates': (text) => `<table><tr><th>Last updated<th>Topic<tr><td>x${text}<td>x${text}</table>`,
  'a table of tasks': (text) => `<table><tr><th>Task<th>Documents<tr><td>x${text}<td>x${text}</table>`,
};
const repeated = [
  ',',
  '1',
  '1,',
  '1 ',
  ' ',
  '\n',
  '#',
  '?',
  '/',
  '../',
  '%25',
  '(',
  '-',
  '_',
  'a',
  'Aa',
  '.',
].concat(
  ':',
  'a@',
  '=',
  'a=',
  '"',
  '{{',
  'http://',
  'Views: ',
  '日',
  '\u3000',
  'url(',
  '<!--',
  '<',
  '</',
  '&#',
  '<a href=x>',
  '<td>',
);
const length = 150_000;

/** What takes the square of a length takes far longer here than a test may; all else takes milliseconds. */
describe.each(Object.entries(places))('a page that is very long in %s', (_, page) => {
  const read = createRead({ checkFragments: true, rules: {} });

  it.each(repeated)('of nothing but %j is read in time', { timeout: 4000 }, (text) => {
    const { facts } = read(materialOf(page(text.repeat(length / text.length))));
    expect(facts).not.toBeNull();
  });
});
