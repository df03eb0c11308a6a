import { isFileUrl } from '../../kit/urls/file-url.js';
import { redactUrl } from '../../kit/urls/redact.js';
import { identifyHref } from '../../kit/urls/url.js';
import { malformedLinkNote, type Resource } from '../../model/resource.js';
import type { Judgement, Subject } from '../../model/verdict.js';
import { defineRule, noteOf, tuning } from '../define.js';
import { broken, remark } from '../judgement.js';
import { failureOf } from '../marks/failures.js';
import { slipInHref, slipInUrl, type Slip } from '../marks/slips.js';
import { answeredWith, welcomeOf } from '../marks/statuses.js';
import { withheldBy } from '../marks/withholdings.js';

/** Judges the link rather than what it leads to: the crawl notes the `href` as written under this rule's id. */
export const malformedLink = defineRule({
  id: malformedLinkNote,
  summary: 'A slip of the pen: the address was probably meant to be another one.',
  label: { en: 'typo', ja: '誤記' },
  options: tuning,
  judge: (subject) => {
    const { resource } = subject;
    const written = writtenOf(subject);
    if (withheldBy(subject, 'malformed') !== null) {
      return cannotOpen(written ?? resource.url, slipInHref(written ?? resource.url));
    }
    const slip = written === null ? null : slipInHref(written);
    if (isMissing(subject)) {
      const found = slip ?? (isFileUrl(resource.url) ? null : slipInUrl(resource.url));
      return found === null || isHarmless(found, resource)
        ? null
        : cannotOpen(written ?? resource.url, found);
    }
    if (written === null || slip === null || welcomeOf(subject) === null) return null;
    return goodIfItOpens.has(slip.name) ? null : opensAnyway(written, slip);
  },
});

/**
 * A word, a folder that is named like a host, or a file that is named like a mail address: these are good relative links if they
 * open.
 */
const goodIfItOpens: ReadonlySet<string> = new Set(['lost-short-link', 'lost-scheme', 'mail-address']);

function writtenOf({ resource }: Subject<never>): string | null {
  const note = noteOf(resource, malformedLinkNote);
  return typeof note === 'string' ? redactUrl(note) : null;
}

/** Browsers, and we, read some slips as they were meant: the slip is not why such a link does not open. */
function isHarmless({ meant }: Slip, { url }: Resource): boolean {
  return meant !== null && identifyHref(meant) === url;
}

function isMissing(subject: Subject<never>): boolean {
  return (
    answeredWith(subject, 404) !== null ||
    answeredWith(subject, 410) !== null ||
    answeredWith(subject, 400) !== null ||
    failureOf(subject, 'dns') !== null ||
    failureOf(subject, 'file') !== null ||
    withheldBy(subject, 'outside') !== null
  );
}

function cannotOpen(written: string, slip: Slip | null): Judgement {
  if (slip === null) {
    return broken(
      'No address can be made of what the link says.',
      'リンクの記述が正しいアドレスになっていません。',
      { written },
    );
  }
  const meant = slip.meant === null ? { en: '', ja: '' } : likely(slip.meant);
  return broken(
    `The link ${slip.what.en}.${meant.en}`,
    `リンクに問題があります: ${slip.what.ja}。${meant.ja}`,
    {
      written,
      slip: slip.name,
      meant: slip.meant,
    },
  );
}

function opensAnyway(written: string, slip: Slip): Judgement {
  return remark(
    'warning',
    `The link ${slip.what.en}. It opens all the same, but not everywhere.`,
    `リンクに問題があります: ${slip.what.ja}。現在は開けますが、環境によっては開けない可能性があります。`,
    { written, slip: slip.name, meant: slip.meant },
  );
}

function likely(meant: string): { readonly en: string; readonly ja: string } {
  return { en: ` Probably ${meant} was meant.`, ja: `正しくは ${meant} と思われます。` };
}
