import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/playbook-health.js', import.meta.url));

/**
 * Checks a site as a user would: a configuration file, the built command line, its JSON report.
 * What is found is whatever is not healthy and more than information.
 */
export default async function check({ start, options, timeoutMs }) {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    const config = join(folder, 'config.json');
    await writeFile(config, JSON.stringify(configOf(start, options, join(folder, 'store'))));
    const { exitCode, stdout, stderr, timedOut } = await run(
      ['crawl', '--config', config, '-f', 'json'],
      timeoutMs,
    );
    if (timedOut) return { findings: [], exitCode, timedOut };
    const report = parse(stdout);
    if (report === null) return { findings: [], exitCode, crashed: stderr.slice(-500) };
    return { findings: report.findings.filter(isIll).map(describe), exitCode };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function configOf(seeds, options, store) {
  return {
    sources: [
      {
        id: 'site',
        seeds,
        external: options.external ?? true,
        robots: options.robots !== 'ignore',
        exclude: options.skip ?? [],
        ...(depthOf(options) === undefined ? {} : { maxDepth: depthOf(options) }),
        ...(options.basicAuth === undefined
          ? {}
          : { credentials: { basic: { user: options.basicAuth.user, password: options.basicAuth.pass } } }),
      },
    ],
    store,
    checkFragments: options.checkFragments ?? false,
    checkStyles: options.checkCss ?? true,
    skipFragments: options.skipFragments ?? [],
    ...(options.userAgent === undefined ? {} : { userAgent: options.userAgent }),
    limits: limitsOf(options),
  };
}

function depthOf({ recurse, maxDepth }) {
  return recurse === false ? 0 : maxDepth;
}

function limitsOf({ concurrency, retry, retries, timeoutSec, maxBodyBytes }) {
  const wait = timeoutSec === undefined ? undefined : timeoutSec * 1000;
  const limits = {
    concurrency,
    perHost: concurrency,
    retries: retries ?? (retry === true ? 2 : undefined),
    backoff: 100,
    headersTimeout: wait,
    bodyTimeout: wait,
    wholeTimeout: wait,
    maxBody: maxBodyBytes,
  };
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

function run(args, timeout) {
  return new Promise((resolve) => {
    const settings = { timeout, maxBuffer: 1 << 28, killSignal: 'SIGKILL' };
    execFile(process.execPath, [command, ...args], settings, (error, stdout, stderr) =>
      resolve({ exitCode: error?.code ?? 0, timedOut: error?.killed === true, stdout, stderr }),
    );
  });
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isIll({ verdict, level }) {
  return (verdict === 'broken' || verdict === 'not-checked') && level !== 'info';
}

function describe({ url, referrers, status }) {
  return { url, from: referrers.map((referrer) => referrer.url), ...(status === null ? {} : { status }) };
}
