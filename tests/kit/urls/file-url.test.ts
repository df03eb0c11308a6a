import { describe, expect, test } from 'vitest';
import {
  commonFolder,
  identifyFrom,
  isFileUrl,
  isWithin,
  mayLead,
  nameFiles,
  pathOfFile,
  urlOfFile,
} from '../../../src/kit/urls/file-url.js';

test.each([
  ['/srv/site', 'file:///srv/site'],
  ['/srv/site/', 'file:///srv/site'],
  ['/', 'file:///'],
  ['/a b/日本語.html', 'file:///a%20b/%E6%97%A5%E6%9C%AC%E8%AA%9E.html'],
  ['/100%/a#b?c.html', 'file:///100%25/a%23b%3Fc.html'],
  ['/が', 'file:///%E3%81%8C'],
  ['/が'.normalize('NFD'), 'file:///%E3%81%8B%E3%82%99'],
])('%s has one URL, and the way back', (path, url) => {
  expect(urlOfFile(path)).toBe(url);
  expect(isFileUrl(url)).toBe(true);
  expect(pathOfFile(`${url}?v=2#there`)).toBe(path.length > 1 ? path.replace(/\/$/, '') : path);
});

test.each(['file:///a%2Fb', 'file:///%E6%97', 'file://host/share'])('%s has no path', (url) => {
  expect(pathOfFile(url)).toBeNull();
});

test.each([
  ['file:///a/b.html', 'file:///a', true],
  ['file:///a/', 'file:///a', true],
  ['file:///a', 'file:///a', true],
  ['file:///ab', 'file:///a', false],
  ['file:///', 'file:///a', false],
  ['file:///etc/passwd', 'file:///', true],
])('whether %s is within %s: %s', (url, named, expected) => {
  expect(isWithin(url, named)).toBe(expected);
});

test('only a file leads to a file', () => {
  expect(identifyFrom('https://a.example/', 'file:///etc/passwd')).toBeNull();
  expect(identifyFrom('file:///a', 'file:///a/')).toBe('file:///a/');
  expect(identifyFrom('file:///a', 'file://host/a')).toBeNull();
  expect(identifyFrom('file:///a', 'https://a.example')).toBe('https://a.example/');
  expect(mayLead('https://a.example/', 'file:///a')).toBe(false);
  expect(mayLead('file:///a', 'file:///a/')).toBe(true);
});

test.each([
  [['file:///a/b/c', 'file:///a/b/d/e'], 'file:///a/b/'],
  [['file:///a/b', 'file:///ab'], 'file:///'],
  [['file:///a/b'], 'file:///a/'],
])('the folder of %j', (urls, folder) => {
  expect(commonFolder(urls)).toBe(folder);
});

describe.runIf(process.platform === 'win32')('of Windows', () => {
  test.each([
    ['C:\\site\\', 'file:///C:/site', 'C:\\site'],
    ['C:\\', 'file:///C:/', 'C:\\'],
    ['c:\\site\\a.html', 'file:///C:/site/a.html', 'C:\\site\\a.html'],
    ['\\\\server\\share\\a b.html', 'file:////server/share/a%20b.html', '\\\\server\\share\\a b.html'],
  ])('%s has one URL, and the way back', (path, url, back) => {
    expect(urlOfFile(path)).toBe(url);
    expect(pathOfFile(url)).toBe(back);
  });
});

describe('files are named as people know them', () => {
  const named = ['file:///srv/site', 'file:///D:/site', 'file:////server/share'];
  const name = (text: string) => nameFiles({ text: [text] }, 'file:///home/me', named).text[0];

  test.each([
    ['file:///home/me/site/a%20b.html#x', 'site/a b.html#x'],
    ['file:///home/me/', './'],
    ['file:///srv/site/%E6%97%A5.html', '/srv/site/日.html'],
    ['file:///D:/site/a%20b.html', 'D:/site/a b.html'],
    ['file:////server/share/a.html', '//server/share/a.html'],
    ['file:///dev/stdin', 'stdin'],
    ['said "file:///home/me/a" twice', 'said "a" twice'],
    ['file:///C:/Users/x.docx', 'file:///C:/Users/x.docx'],
    ['file:///home/meadow/a', 'file:///home/meadow/a'],
    ['file:///home/me/a%FF', 'a%FF'],
    ['https://a.example/', 'https://a.example/'],
  ])('%s', (url, expected) => {
    expect(name(url)).toBe(expected);
  });

  test('but not by characters that nobody sees, or that a terminal obeys', () => {
    expect(name('file:///home/me/a%1B%5B2Jb')).toBe('a%1B%5B2Jb');
    expect(name('file:///home/me/a%E2%80%AEb')).toBe('a%E2%80%AEb');
  });
});
