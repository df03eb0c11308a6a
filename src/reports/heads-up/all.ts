export { atom } from './atom.js';
export { csv } from './csv.js';
export { json } from './json.js';
export { markdown } from './markdown.js';
export { text } from './text.js';
