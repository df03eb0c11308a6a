export { crawl } from './crawl.js';
export { report } from './report.js';
export { changes } from './changes.js';
export { runs } from './runs.js';
export { demo } from './demo.js';
