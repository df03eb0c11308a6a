import fc from 'fast-check';
import { changeKinds, headsUpVersion, type Change, type HeadsUp } from '../../src/model/change.js';

/** A change as the heads-up tells them: a guide that can be had in Japanese now, unless told otherwise. */
export function buildChange(different: Partial<Change> = {}): Change {
  return {
    id: 'a1b2c3d4e5f60718',
    kind: 'localised',
    subject: 'document',
    url: 'https://cdn.example/Migration-Guide_JPN.docx',
    previousUrl: null,
    title: { en: 'Migration Guide', ja: '移行ガイド' },
    language: 'ja',
    date: '2026-11-21T18:00:00.000Z',
    reason: { en: 'It can be had in Japanese now.', ja: '日本語版が公開されました。' },
    evidence: [],
    counterpart: 'https://cdn.example/Migration-Guide.docx',
    affected: 1,
    ...different,
  };
}

/** A heads-up of changes, its totals counted from them. */
export function buildHeadsUp(changes: readonly Change[], different: Partial<HeadsUp> = {}): HeadsUp {
  const totals = { new: 0, updated: 0, localised: 0, moved: 0, removed: 0, broke: 0, fixed: 0 };
  for (const { kind } of changes) totals[kind]++;
  return {
    version: headsUpVersion,
    tool: { name: 'playbook-health', version: '0.1.0' },
    language: 'en',
    portals: ['FastTrack Ready Partner Hub'],
    before: { id: '20261121T180000Z-0001', start: '2026-11-21T18:00:00.000Z', complete: true },
    after: { id: '20261122T180000Z-0002', start: '2026-11-22T18:00:00.000Z', complete: true },
    totals,
    changes: [...changes],
    untranslated: { total: 0, items: [] },
    ...different,
  };
}

const hostileText = fc
  .string({ unit: 'binary', maxLength: 60 })
  .map((raw) => `${raw}<b>|\u001b[31m\u202e&amp;]](javascript:x)`);
/** A heads-up in which everything that could come from the web is hostile. */
export const hostileHeadsUp: fc.Arbitrary<HeadsUp> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...changeKinds),
      title: hostileText,
      url: hostileText,
      previous: fc.option(hostileText),
    }),
    { maxLength: 5 },
  )
  .map((all) =>
    buildHeadsUp(
      all.map(({ kind, title, url, previous }, at) =>
        buildChange({
          id: `${at}`,
          kind,
          title: { en: title },
          url: `https://x.example/${url}`,
          previousUrl: previous,
          reason: { en: title, ja: title },
        }),
      ),
      { portals: ['<hub>'] },
    ),
  );
