/**
 * A program to measure. One that walks finds its way from the first page and says what is broken; one that does not is
 * handed the list of addresses, and shows how fast this server can be asked at all.
 *
 * @typedef {object} Peer
 * @property {string} name
 * @property {() => string | null} find The program's file; `null` if it is not here.
 * @property {(task: Task) => readonly string[]} command
 * @property {((task: Task) => readonly string[]) | null} broken The broken URLs it named; `null` if it does not walk.
 *
 * @typedef {object} Task
 * @property {string} program What `find` found.
 * @property {string} url The first page.
 * @property {number} concurrency
 * @property {string} folder An empty one of its own; its output goes into `stdout` there.
 * @property {string} list A file of all addresses, a path a line.
 * @property {string} pageList A file of all pages, a URL a line.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the task's folder, as text. */
export function readOutput({ folder }, name = 'stdout') {
  return readFileSync(join(folder, name), 'utf8');
}
