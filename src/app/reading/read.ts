import { readMaterial, type ReadingOptions } from '../../extract/read-material.js';
import { createNumbering, type GrowingNumbering } from '../../model/links/numbering.js';
import type { Material, Reading } from '../../model/reading.js';
import { observe } from '../../verdicts/observe.js';
import type { RuleOptions } from '../../verdicts/define.js';
import { resolveRules } from '../../verdicts/rule-set.js';
import { taskTables } from './task-tables.js';
import { inflate } from './inflate.js';
import { withNotes, type PageObserver } from './page-observer.js';
import { updateTables } from './update-tables.js';

/** What reading depends on, observing included. Plain data, since it is sent to another thread. */
export interface FullReadingOptions extends ReadingOptions {
  readonly rules: RuleOptions;
  /** 32 random bits, without which nobody can craft URLs that are taken for one another. */
  readonly urlKey?: number;
}

const observers: readonly PageObserver[] = [taskTables, updateTables];

/** Reads bodies in this thread, one after another. */
export function createRead(
  options: FullReadingOptions,
  numbering: GrowingNumbering = createNumbering(options.urlKey),
): (material: Material) => Reading {
  const rules = resolveRules(options.rules);
  return (material) =>
    readMaterial(
      inflate(material),
      options,
      (observation) => withNotes(observe(observation, rules), observation, observers),
      numbering,
    );
}
