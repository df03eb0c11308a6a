export { crawl } from './crawl.js';
export { report } from './report.js';
export { changes } from './changes.js';
export { accept } from './accept.js';
export { baseline } from './baseline.js';
export { runs } from './runs.js';
export { demo } from './demo.js';
