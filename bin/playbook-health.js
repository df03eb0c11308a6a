#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one gets a sentence instead of a syntax error.
const { closeSync, existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const needed = [20, 19];
const hungUp = 129;
/** By exit code. */
const interruptedBy = { 130: 'SIGINT', 143: 'SIGTERM' };
const main = join(__dirname, '../dist/main.js');

// The system looks up names in half of these threads; of four, two names whose servers do not answer would hold up all others.
// Said here, and not in an ES module, since loading one starts the threads.
process.env.UV_THREADPOOL_SIZE = process.env.UV_THREADPOOL_SIZE || '64';

// What Node warns of in itself is nothing to users, and cron would mail it.
process.removeAllListeners('warning');

// Windows keeps the language of its user elsewhere.
if (process.platform === 'win32' && !process.env.LANG) {
  process.env.LANG = new Intl.DateTimeFormat().resolvedOptions().locale;
}

if (isOlder(process.versions.node, needed)) {
  refuse(`needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}.`);
} else if (!existsSync(main)) {
  refuse('is not built yet: run "npm run build" first.');
} else {
  if (enableCompileCache) enableCompileCache();
  import(pathToFileURL(main))
    .then((cli) => cli.main(process.argv.slice(2), process))
    .then((exitCode) => {
      process.exitCode = exitCode;
      if (exitCode === hungUp) process.once('exit', letGoOfTerminal);
      exitWhenWritten();
    });
}

/** Connections that a stopped walk leaves half made cannot be called off, and would keep the process until they time out. */
function exitWhenWritten() {
  process.stdout.write('', () => process.stderr.write('', exit));
}

/**
 * At its end Node waits for names that are being looked up, ten seconds and more where their servers do not answer. Whoever
 * interrupted does not: the signal that asked to stop ends the process at once if it is left to the system, and a shell sees the
 * same code.
 */
function exit() {
  const signal = interruptedBy[process.exitCode];
  const isLookingUp = process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap');
  if (signal && isLookingUp && process.platform !== 'win32') {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  process.exit();
}

function isOlder(version, [major, minor]) {
  const [itsMajor, itsMinor] = version.split('.').map(Number);
  return itsMajor < major || (itsMajor === major && itsMinor < minor);
}

/** At its end Node sets a terminal back as it found it, and aborts where there is none any more. */
function letGoOfTerminal() {
  for (const descriptor of [0, 1, 2]) {
    try {
      closeSync(descriptor);
    } catch {
      // It was closed already.
    }
  }
}

function refuse(reason) {
  process.stderr.write(`playbook-health ${reason}\n`);
  process.exitCode = 2;
}
