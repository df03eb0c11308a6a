import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { linking, type Handler } from '../support/small-site.js';
import { busy, document, failing, nightlySite } from './nightly-site.js';

const { folder, night, origin, pages } = nightlySite();

it('tells of the tasks that were stopped, or go on, while a night could not tell', async () => {
  pages['/b.pdf'] = document;
  pages['/'] = linking('/b.pdf');
  const list = join(folder(), 'tasks.csv');
  writeFileSync(list, `Task ID,Name,Document,URL\n4122,Do it,Guide B,${origin()}/b.pdf\n`);
  const next = (handler: Handler): ReturnType<typeof night> => {
    pages['/b.pdf'] = handler;
    return night({ tasks: [list] });
  };
  await next(document);
  expect(await next(busy)).toEqual([]);
  expect(await next(failing)).toEqual(['broke task 4122', 'broke document /b.pdf']);
  expect(await next(busy)).toEqual([]);
  expect(await next(document)).toEqual(['fixed task 4122', 'fixed document /b.pdf']);
  expect(await next(busy)).toEqual([]);
  expect(await next(document)).toEqual([]);
});

it('tells of the tasks that were stopped, or go on, while their list could not be read', async () => {
  const list = `<h1>Tasks</h1><table><tr><th>Task ID</th><th>Task Name</th><th>Documents</th></tr>
    <tr><td>4122</td><td>Do it</td><td><a href="/b.pdf">Guide B</a></td></tr>
    <tr><td>4123</td><td>Do more</td><td><a href="/c.pdf">Guide C</a></td></tr></table>`;
  Object.assign(pages, { '/': linking('/a', '/b.pdf'), '/b.pdf': document, '/c.pdf': document });
  const next = (page: string | Handler, handler: Handler): ReturnType<typeof night> => {
    Object.assign(pages, { '/a': page, '/b.pdf': handler });
    return night();
  };
  await next(list, document);
  expect(await next(failing, failing)).toEqual(['broke page /a', 'broke document /b.pdf']);
  expect(await next(list, failing)).toEqual(['broke task 4122', 'fixed page /a']);
  expect(await next(list, failing)).toEqual([]);
  expect(await next(busy, document)).toEqual(['fixed document /b.pdf']);
  expect(await next(busy, document)).toEqual([]);
  expect(await next(list, document)).toEqual(['fixed task 4122']);
  expect(await next(list, document)).toEqual([]);
});

it('does not call a task ready whose document may have another name', async () => {
  const list = join(folder(), 'tasks.csv');
  writeFileSync(list, 'Task ID,Name,Document\n4122,Do it,Compliance Score Workshop\n');
  const next = (title: string, handler: Handler): ReturnType<typeof night> => {
    pages['/'] = `<h1>Workshops</h1><a href="/${title.length}.pdf">${title}</a>`;
    pages[`/${title.length}.pdf`] = handler;
    return night({ tasks: [list] });
  };
  await next('Compliance Score Workshop', document);
  expect(await next('Compliance Score Workshop', failing)).toContain('broke task 4122');
  expect(await next('Compliance Manager Workshop', document)).not.toContain('fixed task 4122');
  expect(await next('Compliance Score Workshop', document)).toContain('fixed task 4122');
});
