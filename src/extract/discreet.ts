import { redactUrl } from '../kit/urls/redact.js';
import type { PageFacts } from '../model/page.js';
import type { Json, Signals } from '../model/resource.js';

/** What a page says about itself, without the secrets of addresses it shows: texts are stored, too. */
export function discreetFacts(page: PageFacts): PageFacts {
  return {
    title: redactUrl(page.title),
    heading: redactUrl(page.heading),
    language: page.language,
    charset: page.charset,
    breadcrumb: page.breadcrumb.map(redactUrl),
    anchors: page.anchors,
    digest: page.digest,
  };
}

/** Signals without the secrets in what they quote. */
export function discreetSignals(signals: Signals): Signals {
  return Object.fromEntries(Object.entries(signals).map(([rule, note]) => [rule, discreetNote(note)]));
}

function discreetNote(note: Json): Json {
  if (typeof note === 'string') return redactUrl(note);
  if (typeof note !== 'object' || note === null) return note;
  if (isList(note)) return note.map(discreetNote);
  return Object.fromEntries(Object.entries(note).map(([name, value]) => [name, discreetNote(value)]));
}

/** `Array.isArray` does not narrow to readonly arrays. */
function isList(note: object): note is readonly Json[] {
  return Array.isArray(note);
}
