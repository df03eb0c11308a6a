import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.js';

/**
 * Where all programs run the same course.
 *
 * @typedef {object} Course
 * @property {import('./site.js').Site} site
 * @property {Awaited<ReturnType<typeof import('./serve.js').serve>>} server
 * @property {string} folder
 * @property {string} list A file of all addresses, a path a line.
 * @property {string} pageList A file of all pages, a URL a line.
 * @property {number} concurrency
 * @property {number} limit Seconds.
 */

/**
 * One run of one program: what it cost, what it asked for, and how right it was.
 *
 * @typedef {import('./measure.js').Cost & import('./tally.js').Tally & Truth} Trial
 *
 * @typedef {object} Truth
 * @property {number | null} found Broken addresses that are broken; `null` where none were to be named.
 * @property {number | null} missed Broken addresses it did not name.
 * @property {number | null} wrong Addresses it named that are well, or are none of the site's.
 * @property {string | null} trouble Why there is nothing to compare.
 */

/**
 * Runs one program over the course, in a folder of its own that is gone afterwards.
 *
 * @param {import('./peers/peer.js').Peer} peer
 * @param {string} program
 * @param {Course} course
 * @returns {Promise<Trial>}
 */
export async function attempt(peer, program, course) {
  const folder = mkdtempSync(join(course.folder, 'run-'));
  const task = { ...course, program, folder, url: course.server.url };
  try {
    await course.server.takeTally();
    const cost = await measure(peer.command(task), { folder, limit: course.limit });
    const tally = await course.server.takeTally();
    return { ...cost, ...tally, ...truth(peer, task, cost, course.site.broken) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Truth} */
function truth(peer, task, cost, planted) {
  const nothing = { found: null, missed: null, wrong: null, trouble: null };
  if (cost.timedOut) return { ...nothing, trouble: `ended after ${task.limit} s` };
  if (peer.broken === null) return nothing;
  try {
    const named = new Set(peer.broken(task).map(pathOf));
    const found = [...named].filter((path) => planted.has(path)).length;
    return { found, missed: planted.size - found, wrong: named.size - found, trouble: null };
  } catch (error) {
    return { ...nothing, trouble: `exit code ${cost.exitCode}, and no report: ${error.message}` };
  }
}

function pathOf(text) {
  const { pathname, search } = new URL(text);
  return pathname + search;
}
