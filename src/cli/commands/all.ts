export { crawl } from './crawl.js';
export { report } from './report.js';
export { runs } from './runs.js';
export { demo } from './demo.js';
