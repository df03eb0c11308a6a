import { escapeMarkdown, markdownAddress, markdownCode } from '../../kit/escape/markdown.js';
import { shorten } from '../../kit/text/shorten.js';
import type { Finding } from '../../model/report.js';
import { describeReferrers, describeTrail, nameFinding, shortOutcome } from '../wording/describe.js';
import { describePast } from '../wording/past.js';
import type { Speech } from '../wording/speech.js';
import { listEvidence } from '../wording/evidence.js';

const shownPages = 10;
const longestText = 400;
const longestAddress = 2000;

/** One finding under a heading of its own: the way to it, what happened, how often linked, the evidence. */
export function writeFinding(finding: Finding, speech: Speech): string {
  const { say } = speech;
  const outcome = shortOutcome(finding);
  const name = clean(nameFinding(finding, speech));
  const lines = [
    `### ${outcome === '' ? '' : `${markdownCode(outcome)} `}${name}`,
    '',
    writeAddress(finding.url),
    '',
    `> ${describeTrail(finding, speech, clean)}`,
    '',
    clean(finding.reason),
    '',
    ...describePast(finding, speech).map((sentence) => `- ${clean(sentence)}`),
    ...finding.also.map(({ reason }) => `- ${say('also')}: ${clean(reason)}`),
    ...(finding.tasks.length > 0 ? [`- ${say('tasks')}: ${finding.tasks.map(clean).join(', ')}`] : []),
    ...writeReferrers(finding, speech),
    ...listEvidence(finding, speech).map(
      ({ name, values }) => `- ${name}: ${values.map(writeCode).join(' ')}`,
    ),
  ];
  return lines.join('\n');
}

function writeReferrers(finding: Finding, speech: Speech): readonly string[] {
  const { sentence, pages } = describeReferrers(finding, speech);
  const left = pages.length - shownPages;
  const more = left > 0 ? [`  - ${speech.say('andMore', { count: left })}`] : [];
  return [`- ${sentence}`, ...pages.slice(0, shownPages).map((url) => `  - ${writeAddress(url)}`), ...more];
}

/** An address that can be clicked, unless it is too long for anybody to read. */
export function writeAddress(url: string): string {
  return url.length > longestAddress ? writeCode(url) : markdownAddress(url);
}

function writeCode(text: string): string {
  return markdownCode(shorten(text, longestText));
}

function clean(text: string): string {
  return escapeMarkdown(shorten(text, longestText));
}
