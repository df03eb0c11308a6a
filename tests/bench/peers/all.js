/** Whoever can be measured: a new one is a new file and one line here. */
export { ours } from './ours.js';
export { wget2 } from './wget2.js';
export { linkinator } from './linkinator.js';
export { muffet } from './muffet.js';
export { lychee } from './lychee.js';
export { linkchecker } from './linkchecker.js';
export { wrk } from './wrk.js';
export { rawClient } from './raw-client.js';
