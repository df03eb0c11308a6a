import type { Level, State } from '../../model/verdict.js';
import { events } from '../nights.js';
import { communityDefects, communityDownDefects } from './community.js';
import type { Defect } from './defect.js';
import { documentDefects } from './documents.js';
import { hubDefects } from './hub.js';
import { thirdPartyDefects } from './third-parties.js';
import { taskDefects } from './tasks.js';
import type { Origins } from '../world.js';

/** Something broken in the demo, and what a walk has to find. */
export interface PlantedDefect {
  /** As a report shows it. */
  readonly url: string;
  /** The id of the rule that has to find it. */
  readonly rule: string;
  readonly state: State;
  readonly level: Level;
  /** How many resources the one finding stands for. */
  readonly affected: number;
}

/** Everything that is broken in the demo on one night: a walk finds exactly this, nothing more and nothing less. */
export function plantedDefects(origins: Origins, night: number): readonly PlantedDefect[] {
  const isDown = night === events.communityDown.night;
  // Of what cannot be seen, nothing is called missing.
  const community = isDown ? communityDownDefects : [...communityDefects, ...taskDefects];
  return [...hubDefects, ...community, ...documentDefects, ...thirdPartyDefects]
    .filter(({ nights: [from, until] = [0, Infinity] }) => night >= from && night < until)
    .map((defect) => locate(defect, origins));
}

function locate({ origin, path, rule, state, level, affected }: Defect, origins: Origins): PlantedDefect {
  return { url: origin === null ? path : origins[origin] + path, rule, state, level, affected };
}
