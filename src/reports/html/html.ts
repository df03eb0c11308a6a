import { createHash } from 'node:crypto';
import { inertJson } from '../../kit/escape/json.js';
import { escapeMarkup } from '../../kit/escape/markup.js';
import type { Report, Reporter } from '../../model/report.js';
import { speak, type Speech } from '../wording/speech.js';
import { writeChanges } from './changes.js';
import { collectPageData } from './data.js';
import { writeFindings } from './findings.js';
import { writeFixed } from './fixed.js';
import { writeLists } from './lists.js';
import { writeDoubts, writeGlance, writeHeader } from './overview.js';
import { script } from './script/script.js';
import { style } from './style.js';
import { writeTasks } from './tasks.js';
import { writeTrend } from './trend/trend.js';

type Section = (report: Report, speech: Speech) => string;

/** The sections between header and footer, from top to bottom; one that has nothing to say is empty. */
const sections: readonly Section[] = [
  writeDoubts,
  writeGlance,
  writeTrend,
  writeTasks,
  writeLists,
  writeChanges,
  writeFixed,
  writeFindings,
];

/** A page in one file, which loads nothing and runs no script but its own. */
export const html: Reporter = {
  id: 'html',
  endings: ['.html', '.htm'],
  render: (report) => {
    const speech = speak(report.language);
    const body = sections.map((section) => section(report, speech)).filter((markup) => markup !== '');
    return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeMarkup(`${speech.say('title')} · ${speech.time(report.run.start)}`)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${writeHeader(report, speech)}
<main>
${body.join('\n')}
</main>
${writeFooter(report, speech)}
<script type="application/json" id="data">${inertJson(collectPageData(report, speech))}</script>
<script>${script}</script>
</body>
</html>
`;
  },
};

/** A second line of defence: even unescaped text could run, load or send nothing. */
const policy = [
  "default-src 'none'",
  `style-src '${digest(style)}'`,
  `script-src '${digest(script)}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function writeFooter({ tool, run }: Report, { say }: Speech): string {
  const version = escapeMarkup(`${tool.name} ${tool.version} · ${run.id}`);
  return `<footer><p>${version}</p><p class="keys">${escapeMarkup(say('keys'))}</p></footer>`;
}
