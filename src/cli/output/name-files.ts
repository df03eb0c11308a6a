import { isFileUrl, nameFiles, urlOfFile } from '../../kit/urls/file-url.js';
import type { HeadsUp } from '../../model/change.js';
import type { Report } from '../../model/report.js';

type Source = Report['run']['sources'][number];

/** A report with its files as people know them: by their paths from the folder in which the tool runs. */
export function nameFilesOf(report: Report, cwd: string): Report {
  const named = report.run.sources.flatMap(({ seeds }) => seeds.filter(isFileUrl));
  if (named.length === 0) return report;
  const found = report.findings.map(({ url }) => url).filter(isFileUrl);
  const renamed = nameFiles(report, urlOfFile(cwd), [...named, ...found]);
  // Written out in a link, such an address is the mistake itself.
  const findings = report.findings.map((finding, index) => {
    const shown = renamed.findings[index] ?? finding;
    const { url, title, evidence } = finding;
    return evidence.facts['slip'] === 'local-file' ? { ...shown, url, title, evidence } : shown;
  });
  return { ...renamed, findings, run: { ...renamed.run, sources: renamed.run.sources.map(nameSource) } };
}

const shownFiles = 3;

/** Several files that were given together are called by their names. */
function nameSource(source: Source): Source {
  const { title, seeds } = source;
  if (title !== '' || seeds.length < 2) return source;
  const more = seeds.length > shownFiles ? [`… (${seeds.length})`] : [];
  return { ...source, title: [...seeds.slice(0, shownFiles), ...more].join(', ') };
}

/** The same of a heads-up. */
export function nameChangedFiles(headsUp: HeadsUp, cwd: string): HeadsUp {
  const hasFiles = headsUp.changes.some(({ url }) => isFileUrl(url));
  return hasFiles ? nameFiles(headsUp, urlOfFile(cwd), []) : headsUp;
}
