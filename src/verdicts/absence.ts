import { isMissing, type Judged } from '../model/judged.js';
import { soft404 } from './rules/soft-404.js';

/** Whether the server says that nothing is there, be it by its status or by the page that it sends instead. */
export function isAbsent(judged: Judged): boolean {
  const [gravest] = judged.verdicts;
  return isMissing(judged) || (gravest?.state === 'broken' && gravest.rule === soft404.id);
}
