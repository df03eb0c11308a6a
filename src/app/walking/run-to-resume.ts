import type { RunSummary } from '../../store/runs.js';
import type { Store } from '../../store/store.js';
import { SetupError } from '../../model/problem.js';
import { isSameWalk } from '../runs/same-walk.js';
import type { FullConfig } from '../context/config.js';
import { isNoted } from '../kept/ledger.js';
import { isReadAlike } from '../runs/run-options.js';

/**
 * The id of the run to go on with: the one named, else the last walk of the same sources. Throws a `SetupError` if there is
 * none, if it came to its end and its findings were noted, or if it was walked from other seeds or read in another way than is
 * asked for now.
 */
export function runToResume(store: Store, config: FullConfig, wanted: string | undefined): string {
  const summary = find(store.runs(), config, wanted);
  if (summary === undefined) {
    return refuse(
      store,
      wanted === undefined ? 'no run has walked these seeds' : `there is no run "${wanted}"`,
      'see: playbook-health runs',
    );
  }
  const { id, run, state, problem } = summary;
  if (run === null) return refuse(store, `run ${id} cannot be read: ${problem ?? ''}`, 'begin a new one');
  // Whatever ended it between the walk and its report: nobody was told yet.
  const isDone = isNoted(store, run);
  if (state === 'complete' && isDone) return refuse(store, `run ${id} is complete`, 'leave --resume out');
  if (state === 'unreachable' && isDone)
    return refuse(store, `run ${id} came to its end, though a seed did not open`, 'leave --resume out');
  if (!isSameWalk(run, config))
    return refuse(store, `run ${id} walked other seeds`, 'give the addresses or the configuration it had');
  if (!isReadAlike(run, config))
    return refuse(store, `run ${id} was read by another version or configuration`, 'begin a new one');
  return id;
}

function find(
  runs: readonly RunSummary[],
  config: FullConfig,
  wanted: string | undefined,
): RunSummary | undefined {
  if (wanted !== undefined) return runs.find(({ id }) => id === wanted);
  return runs.find(({ run }) => run !== null && isSameWalk(run, config));
}

function refuse(store: Store, message: string, hint: string): never {
  throw new SetupError([{ place: { file: store.directory }, message, hint }]);
}
