#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one gets a sentence instead of a syntax error.
import { existsSync } from 'node:fs';
import module from 'node:module';

const needed = [20, 19];
const main = new URL('../dist/main.js', import.meta.url);

if (isOlder(process.versions.node, needed)) {
  refuse(`needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}.`);
} else if (!existsSync(main)) {
  refuse('is not built yet: run "npm run build" first.');
} else {
  if (module.enableCompileCache) module.enableCompileCache();
  import(main.href)
    .then((cli) => cli.main(process.argv.slice(2), process))
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}

function isOlder(version, [major, minor]) {
  const [itsMajor, itsMinor] = version.split('.').map(Number);
  return itsMajor < major || (itsMajor === major && itsMinor < minor);
}

function refuse(reason) {
  process.stderr.write(`playbook-health ${reason}\n`);
  process.exitCode = 2;
}
