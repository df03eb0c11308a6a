import { redactUrl } from '../../kit/urls/redact.js';
import type { Run } from '../../model/snapshot.js';
import type { FullConfig } from '../context/config.js';
import { nameRun } from '../runs/run-id.js';
import { optionsOf } from '../runs/run-options.js';
import { version } from '../context/version.js';
import type { World } from '../context/world.js';

/** A run that begins now; its name sorts behind that of the last one. */
export function beginRun(config: FullConfig, world: Pick<World, 'now' | 'random'>, last: string | null): Run {
  const startedAt = world.now();
  return {
    id: nameRun(startedAt, world.random, last),
    startedAt,
    endedAt: null,
    complete: false,
    limitsReached: [],
    sources: config.sources.map(({ id, title, seeds, library }) => ({
      id,
      title: title ?? '',
      seeds: seeds.map(redactUrl),
      library,
    })),
    checkFragments: config.checkFragments,
    version,
    options: optionsOf(config),
  };
}
