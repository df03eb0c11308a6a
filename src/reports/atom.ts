import { headsUpVersion, type HeadsUp } from '../model/change.js';
import type { Report, Reporter } from '../model/report.js';
import { sourceName } from '../model/snapshot.js';
import { allChanges } from './heads-up/all-changes.js';
import { atom as feed } from './heads-up/atom.js';

/** An Atom feed of what changed, night after night. */
export const atom: Reporter = {
  id: 'atom',
  endings: ['.atom'],
  continues: true,
  render: (report, style, earlier) => feed.render(allChanges(report) ?? nothingYet(report), style, earlier),
};

/** The feed of a first run, which has only the portals to name. */
function nothingYet({ tool, language, run: { id, start, complete, sources } }: Report): HeadsUp {
  const run = { id, start, complete };
  return {
    version: headsUpVersion,
    tool,
    language,
    portals: sources.map(sourceName),
    before: run,
    after: run,
    totals: { new: 0, updated: 0, localised: 0, moved: 0, removed: 0, broke: 0, fixed: 0 },
    changes: [],
    untranslated: { total: 0, items: [] },
  };
}
