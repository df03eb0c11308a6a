import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import {
  answer,
  faults,
  makeBombs,
  startFaultServer,
  type Fault,
  type FaultServer,
} from '../support/fault-server.js';
import { measure, type Measured } from '../support/measured-run.js';
import { parseReport } from '../support/reports.js';
import { suiteFolder } from '../support/suite-folder.js';

type FaultName = keyof typeof faults;

/** What the whole program says of each way to fail: the rule that speaks first. What is not here is healthy. */
const told: Readonly<Record<string, readonly FaultName[]>> = {
  connection: ['reset-before-headers', 'close-before-headers', 'reset-in-headers', 'close-in-headers'],
  timeout: [
    'silent',
    'silent-in-headers',
    'silent-after-headers',
    'silent-in-body',
    'drip-headers',
    'drip-body',
    'huge-status-line',
  ],
  protocol: [
    'garbage',
    'no-status-line',
    'two-lengths',
    'impossible-status',
    'large-header',
    'large-headers',
    'informational-flood',
    'informational-drip',
    'switching-protocols',
  ],
  'incomplete-page': [
    'reset-after-headers',
    'reset-in-body',
    'short-body',
    'half-close',
    'boastful-length',
    'cut-chunks',
    'broken-chunks',
    'cut-gzip',
    'cut-br',
    'false-gzip',
    'deflate-wrong-checksum',
    'gzip-bomb',
    'br-bomb',
    'layered-bomb',
    'endless-body',
    'endless-chunks',
  ],
  'server-error': ['error-empty'],
  'empty-document': ['no-content', 'not-modified'],
};
const untrusted = ['expired.pem', 'self-signed.pem', 'wrong-host.pem', 'good.pem'];

const folder = suiteFolder();
const fixture = (name: string): string =>
  readFileSync(new URL(`../sources/fixtures/${name}`, import.meta.url), 'utf8');
const servers: FaultServer[] = [];
let measured: Measured;
let report: Report;
let ruleOf: (url: string) => string;
let plain: FaultServer;
let secured: readonly string[] = [];

beforeAll(async () => {
  makeBombs();
  for (const certificate of untrusted) {
    servers.push(await startFaultServer(faults, { key: fixture('server.key'), cert: fixture(certificate) }));
  }
  secured = [...servers.map(({ origin }) => `${origin}/fine`)];
  const start: Fault = (socket) => answer(socket, 'content-type: text/html\r\n', linksTo(allAddresses()));
  plain = await startFaultServer({ ...faults, start });
  servers.push(plain);
  const config = {
    sources: [{ id: 'faults', seeds: [`${plain.origin}/start`], robots: false }],
    probes: false,
    limits: {
      perHost: 64,
      concurrency: 64,
      retries: 0,
      backoff: 1,
      // No fault here is slow to connect, and a busy machine may be.
      connectTimeout: 10_000,
      headersTimeout: 2000,
      bodyTimeout: 2000,
      wholeTimeout: 4000,
      maxBody: 1_048_576,
    },
  };
  writeFileSync(join(folder(), 'config.json'), JSON.stringify(config));
  measured = await measure(['crawl', '--config', 'config.json', '--all', '-f', 'json'], folder());
  report = parseReport(measured.stdout);
  const rules = new Map(report.findings.map(({ url, rule }) => [url, rule]));
  ruleOf = (url) => rules.get(url) ?? 'healthy';
}, 60_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

describe('the whole program, against every way HTTP fails', () => {
  it('finds the right fault for each', () => {
    const expected = new Map<string, string>(
      Object.entries(told).flatMap(([rule, names]) => names.map((name) => [name, rule])),
    );
    for (const name of Object.keys(faults)) {
      expect(ruleOf(`${plain.origin}/${name}`), name).toBe(expected.get(name) ?? 'healthy');
    }
  });

  it.each([0, 1, 2, 3, 4])('TLS that cannot be trusted, kind %i', (kind) => {
    const address = kind === 4 ? notTls() : secured[kind];
    expect(ruleOf(address ?? '')).toBe('tls');
  });

  it('hosts that are not there', () => {
    expect(ruleOf('http://127.0.0.1:1/')).toBe('connection');
    expect(ruleOf('http://nowhere.invalid/')).toBe('dns');
  });

  it('comes to its end in bounded time and memory, with a verdict each', () => {
    const attempts = report.findings.flatMap(({ evidence }) => evidence.attempts);
    const longest = Math.max(...attempts.map(({ milliseconds }) => milliseconds));
    console.info(
      `${allAddresses().length} faults, ${Math.round(measured.peak)} MiB, ${measured.seconds.toFixed(1)} s, longest answer ${longest} ms`,
    );
    expect(measured.exitCode).toBe(1);
    expect(measured.stderr).toBe('');
    expect(report.run).toMatchObject({ complete: true, limitsReached: [] });
    expect(measured.peak).toBeLessThan(350);
    // A request may take 4 seconds.
    expect(longest).toBeLessThan(20_000);
  });
});

function allAddresses(): readonly string[] {
  const plainly = Object.keys(faults).map((name) => `${plain.origin}/${name}`);
  return [...plainly, ...secured, notTls(), 'http://127.0.0.1:1/', 'http://nowhere.invalid/'];
}

/** Somebody who answers a TLS handshake in plain HTTP. */
function notTls(): string {
  return `${plain.origin.replace('http:', 'https:')}/fine`;
}

function linksTo(addresses: readonly string[]): string {
  return `<title>Faults</title>${addresses.map((address) => `<a href="${address}">x</a>`).join('')}`;
}
