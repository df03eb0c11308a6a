import type { WalkPlan, WalkPorts } from '../../model/walk.js';
import type { PackedLinks } from '../../model/links/packed-links.js';
import type { Resource } from '../../model/resource.js';
import type { Target } from '../../model/target.js';
import { createDepths, noDepths, type Depths } from './depths.js';
import { createBusyHosts, type BusyHosts } from '../hosts/busy-hosts.js';
import { createDownHosts, type DownHosts } from '../hosts/down-hosts.js';
import { createKnownUrls, type KnownUrls } from './known-urls.js';
import { createProbes, type Probes } from '../hosts/probes.js';
import { createRefusals, type Refusals } from '../scope/refusals.js';
import { createRobotsGate, type RobotsGate } from '../hosts/robots-gate.js';
import { createSessions, type Sessions } from '../hosts/sessions.js';
import { createThrottledHosts, type ThrottledHosts } from '../hosts/throttled-hosts.js';
import { createTraps, noTraps, type Traps } from '../scope/traps.js';
import { createScope, type Scope } from '../scope/scope.js';

/** A page that was read but is too deep to be walked, in case it comes nearer. */
export interface DeepPage {
  readonly target: Target;
  readonly resource: Resource;
  readonly links: PackedLinks;
}

/** A target that answered with a redirect. */
export interface Redirect {
  readonly target: Target;
  readonly to: number;
}

/** The state of a walk. */
export interface WalkState {
  readonly plan: WalkPlan;
  readonly ports: WalkPorts;
  readonly scope: Scope;
  readonly known: KnownUrls;
  readonly refusals: Refusals;
  readonly depths: Depths;
  readonly robots: RobotsGate;
  readonly downHosts: DownHosts;
  readonly busyHosts: BusyHosts;
  readonly throttledHosts: ThrottledHosts;
  readonly sessions: Sessions;
  readonly probes: Probes;
  readonly traps: Traps;
  /** Pages asked for so far, by source. */
  readonly pagesAsked: Map<string, number>;
  /** Addresses left out by the limit of their source, by source. */
  readonly leftOut: Map<string, number>;
  readonly deepPages: Map<number, DeepPage>;
  /** Targets that redirect, by id, with the id of where they lead. */
  readonly redirects: Map<number, Redirect>;
  /** Redirects that are followed with cookies from now on, by id, with what they seemed to lead to. */
  readonly retraced: Map<number, 'loop' | 'wall'>;
  /** Pages that ask for cookies, by id. */
  readonly walls: Set<number>;
  /** What failed and is asked for a last time at the end. */
  readonly toConfirm: Set<Target>;
  /** Targets under way when the walk was stopped. */
  readonly interrupted: Target[];
  readonly limitsReached: Set<string>;
  readonly counts: { pages: number; checked: number; failing: number };
  /** Milliseconds an answer takes, by origin: a moving average. */
  readonly latency: Map<string, number>;
}

/** A walk that has not begun. */
export function createWalkState(plan: WalkPlan, ports: WalkPorts): WalkState {
  const { perHost, concurrency, headersTimeout } = plan.limits;
  return {
    plan,
    ports,
    scope: createScope(plan.sources),
    known: createKnownUrls(ports.random),
    refusals: createRefusals(),
    depths: plan.sources.some(({ maxDepth }) => maxDepth !== undefined) ? createDepths() : noDepths,
    robots: createRobotsGate(),
    downHosts: createDownHosts(),
    busyHosts: createBusyHosts(Math.min(perHost, concurrency), headersTimeout),
    throttledHosts: createThrottledHosts(),
    sessions: createSessions(plan.sources),
    probes: createProbes(),
    traps: plan.limits.maxAlike === 0 ? noTraps : createTraps(plan.limits.maxAlike),
    pagesAsked: new Map(),
    leftOut: new Map(),
    deepPages: new Map(),
    redirects: new Map(),
    retraced: new Map(),
    walls: new Set(),
    toConfirm: new Set(),
    interrupted: [],
    limitsReached: new Set(),
    counts: { pages: 0, checked: 0, failing: 0 },
    latency: new Map(),
  };
}
