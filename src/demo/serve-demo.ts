import type { RequestListener } from 'node:http';
import { actingPaths } from './community/portal.js';
import { demoConfig, demoRules, demoTaskLists, type DemoConfig } from './configuration.js';
import { portals } from './hosts.js';
import { nightlyChanges, type NightlyChange } from './nights.js';
import { plantedDefects, type PlantedDefect } from './planted/planted-defects.js';
import { taskRows, type DemoTaskRow } from './tasks/task-rows.js';
import { hostNames, type HostName, type Origins, type DemoWorld } from './world.js';
import { answerWith } from './wire/answer.js';
import { listen, listenExpired, listenNoMore } from './wire/listen.js';

/** The demo while it is served. */
export interface DemoPortals {
  readonly origins: Origins;
  /** The configuration of a run that walks them. */
  readonly config: DemoConfig;
  /** The part `rules` of that configuration. */
  readonly rules: Readonly<Record<string, object>>;
  /** Addresses of the Task Reference List: CSV, XLSX and a page that say the same. */
  readonly taskLists: readonly string[];
  readonly tasks: readonly DemoTaskRow[];
  readonly planted: readonly PlantedDefect[];
  /** What is different from the night before. */
  readonly changes: readonly NightlyChange[];
  /** How often each was asked for so far, as `GET http://…`. */
  readonly asked: ReadonlyMap<string, number>;
  /** Addresses that do something: whoever asks for one of them did damage. */
  readonly acting: readonly string[];
  /** Shows another night from now on, at the same addresses. Everything else here stays that of the first night it was served. */
  readonly turnTo: (night: number) => void;
  readonly close: () => Promise<void>;
}

interface DemoOptions {
  /** Nights since the first, 0 or more: content changes from one to the next. */
  readonly night?: number;
  /** Milliseconds since 1970-01-01T00:00:00Z, for the time stamps of dynamic pages. */
  readonly now?: () => number;
  /** An address of this machine. */
  readonly host?: string;
}

/** Serves the demo's portals on free ports until closed. The same night always shows the same pages. */
export async function serveDemo({
  night = 0,
  now = Date.now,
  host = '127.0.0.1',
}: DemoOptions = {}): Promise<DemoPortals> {
  const servers = new Map(
    await Promise.all(hostNames.map(async (name) => [name, await listen(host)] as const)),
  );
  const expired = await listenExpired(host);
  const origins = originsOf(
    (name) => servers.get(name)?.origin ?? '',
    expired.origin,
    await listenNoMore(host),
  );
  const asked = new Map<string, number>();
  const shown = new Map<HostName, RequestListener>();
  const turnTo = (another: number): void => {
    const world: DemoWorld = { origins, night: another, now };
    for (const name of hostNames) shown.set(name, answerWith(portals[name](world), asked));
  };
  turnTo(night);
  for (const [name, { serve }] of servers) serve((request, response) => shown.get(name)?.(request, response));
  return {
    ...describe({ origins, night, now }),
    asked,
    turnTo,
    close: async () => {
      await Promise.all([...servers.values(), expired].map((server) => server.close()));
    },
  };
}

function describe(world: DemoWorld): Omit<DemoPortals, 'asked' | 'turnTo' | 'close'> {
  const { origins, night } = world;
  return {
    origins,
    config: demoConfig(origins),
    rules: demoRules(origins),
    taskLists: demoTaskLists(origins),
    tasks: taskRows(world),
    planted: plantedDefects(origins, night),
    changes: nightlyChanges.filter((change) => change.night === night),
    acting: actingPaths.map((path) => origins.community + path),
  };
}

function originsOf(at: (name: HostName) => string, expired: string, unplugged: string): Origins {
  return {
    hub: at('hub'),
    community: at('community'),
    documents: at('documents'),
    documentsByName: at('documents').replace(/\/\/[^:]+/, '//localhost'),
    sharePoint: at('sharePoint'),
    shortLinks: at('shortLinks'),
    searchHome: at('searchHome'),
    signIn: at('signIn'),
    learn: at('learn'),
    events: at('events'),
    busy: at('busy'),
    firewall: at('firewall'),
    attic: at('attic'),
    expired,
    unplugged,
    // RFC 6761 §6.4 promises that no such name will ever resolve.
    vanished: 'http://fasttrack-cdn.invalid',
  };
}
