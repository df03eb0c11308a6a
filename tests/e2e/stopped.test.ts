import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, connect } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run, start } from '../support/command-line.js';
import { linking, serveSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const listen = `
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => process.stdout.write(String(server.address().port)));
`;

/** A port that lets nobody in: whoever listens there sleeps, and his queue is full. Linux drops what comes then. */
async function fullPort(): Promise<{ port: number; close: () => void }> {
  const sleeper = spawn(process.execPath, ['-e', listen], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [said] = (await once(sleeper.stdout, 'data')) as [Buffer];
  const port = Number(said.toString());
  sleeper.kill('SIGSTOP');
  const waiting = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  return {
    port,
    close: () => {
      for (const socket of waiting) socket.destroy();
      sleeper.kill('SIGKILL');
    },
  };
}

it.runIf(process.platform === 'linux')(
  'a walk that was stopped waits for no host that lets nobody in',
  async () => {
    const folder = temporaryFolder();
    const full = await fullPort();
    const site = createServer((socket) => {
      const body = `<title>Links</title><a href="http://127.0.0.1:${full.port}/">in vain</a>`;
      socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n${body}`));
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    const seed = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
    const config = {
      sources: [{ id: 'links', seeds: [seed], robots: false }],
      limits: { connectTimeout: 600_000, maxTime: 2 },
      probes: false,
    };
    await writeFile(join(folder, 'portals.json'), JSON.stringify(config));
    try {
      const { exitCode, stdout } = await start(['crawl', '--config', 'portals.json'], folder).ended;
      expect(exitCode).toBe(4);
      expect(stdout).toContain('--max-time');
    } finally {
      full.close();
      site.close();
    }
  },
);

/** A process that never seems to get a name looked up. */
const lookingUp = "process.getActiveResourcesInfo = () => ['GetAddrInfoReqWrap'];";

it.skipIf(process.platform === 'win32').each([
  ['left to the signal if names are being looked up, which Node would wait for', lookingUp, null, 'SIGINT'],
  ['told by the exit code if not', '', 130, null],
] as const)('the end of an interrupted walk is %s', async (_, preloaded, exitCode, signal) => {
  const folder = temporaryFolder();
  await writeFile(join(folder, 'preloaded.cjs'), preloaded);
  const site = await serveSite({ '/': linking('/hanging'), '/hanging': () => undefined });
  const environment = { NODE_OPTIONS: `--require ${join(folder, 'preloaded.cjs')}` };
  const walk = start(['crawl', site.origin, '--no-robots', '--no-probes'], folder, environment);
  await site.untilAsked(2);
  walk.process.kill('SIGINT');
  const ended = await walk.ended;
  expect(ended.exitCode).toBe(exitCode);
  expect(walk.process.signalCode).toBe(signal);
  expect(ended.stdout).toContain('1 page read');
  expect((await run(['runs'], folder)).stdout).toContain('incomplete');
});
