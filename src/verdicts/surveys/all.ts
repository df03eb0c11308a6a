/** The rules that judge whole snapshots: a new one is one new file and one line here. */
export { englishLink } from './english-link.js';
export { forwardingSeed } from './forwarding-seed.js';
export { olderVersion } from './older-version.js';
export { sameDocument } from './same-document.js';
