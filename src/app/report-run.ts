import { openStore } from '../store/store.js';
import type { Language, Text } from '../model/text.js';
import { assessOptions } from './judging/assess.js';
import { conclude, type Assessment } from './judging/conclude.js';
import type { FullConfig } from './context/config.js';
import { passedOver } from './runs/passed-over.js';
import { withRulesOf } from './runs/run-options.js';
import type { World } from './context/world.js';

export interface ReportRequest {
  readonly config: FullConfig;
  /** The id of a run; `undefined` for the newest that ended. */
  readonly run: string | undefined;
  /** For a configuration that names none. */
  readonly language: Language;
  /** Report every resource, not only what was found. */
  readonly all: boolean;
  /** Judge it by the rules it was walked with, where it noted them, rather than by those of the configuration. */
  readonly asWalked: boolean;
}

/** Judges an old run again, without the network. Throws a `SetupError` if the store has no such run. */
export function reportRun(
  { config, run, language, all, asWalked }: ReportRequest,
  { now }: Pick<World, 'now'>,
): Assessment {
  const store = openStore(config.store);
  const snapshot = store.open(run);
  try {
    const configured = assessOptions(config, language, all);
    const options = asWalked ? withRulesOf(snapshot.run, configured) : configured;
    const assessment = conclude(store, snapshot, { config, options, isTonight: false, now: now() });
    return run === undefined ? withNotices(assessment, passedOver(store, snapshot.run.id)) : assessment;
  } finally {
    snapshot.close();
  }
}

function withNotices(assessment: Assessment, added: readonly Text[]): Assessment {
  if (added.length === 0) return assessment;
  const { report } = assessment;
  const notices = [...added.map((notice) => notice[report.language]), ...(report.notices ?? [])];
  return { ...assessment, report: { ...report, notices } };
}
