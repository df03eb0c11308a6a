import { isFileUrl, nameFiles, urlOfFile } from '../kit/file-url.js';
import type { HeadsUp } from '../model/change.js';
import type { Report } from '../model/report.js';

/** A report with its files as people know them: by their paths, from the folder in which the tool runs on. */
export function nameFilesOf(report: Report, cwd: string): Report {
  const named = report.run.sources.flatMap(({ seeds }) => seeds.filter(isFileUrl));
  return named.length === 0 ? report : nameFiles(report, urlOfFile(cwd), named);
}

/** The same of a heads-up. */
export function nameChangedFiles(headsUp: HeadsUp, cwd: string): HeadsUp {
  const hasFiles = headsUp.changes.some(({ url }) => isFileUrl(url));
  return hasFiles ? nameFiles(headsUp, urlOfFile(cwd), []) : headsUp;
}
