export { csv } from './csv.js';
export { html } from './html.js';
export { json } from './json.js';
export { markdown } from './markdown.js';
export { other } from './other.js';
export { xlsx } from './xlsx.js';
