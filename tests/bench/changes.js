/**
 * Measures what a second night costs after its walk – comparing it with the first, reporting it in every format, pruning –
 * and the memory that takes, with growth: `node tests/bench/changes.js [resources …]`. Every figure is from a process of its
 * own, and counts processor time, so that neither memory nor other work is in it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const usual = [10_000, 100_000, 1_000_000];
const parts = ['changes', 'json', 'text', 'markdown', 'html', 'csv', 'junit', 'sarif', 'github', 'prune'];
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const bundler = fileURLToPath(new URL('bundle.js', import.meta.url));

function compareSizes(sizes, program) {
  const columns = sizes.map((size) => measureSize(size, program));
  const [first] = cpus();
  print(`${cpus().length} × ${first?.model}, Node ${process.versions.node}`, '');
  print(`| resources | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`);
  print(`| --- | ${sizes.map(() => '---:').join(' | ')} |`);
  parts.forEach((part, row) => {
    const cells = columns.map(
      (column) => `${column[row].seconds.toFixed(1)} s, ${column[row].mebibytes} MiB`,
    );
    const name = part === 'changes' || part === 'prune' ? part : `report -f ${part}`;
    print(`| ${name} | ${cells.join(' | ')} |`);
  });
  const mistakes = columns.flat().flatMap((figures) => figures.mistakes);
  print(
    '',
    mistakes.length === 0 ? 'Every planted change was found, and nothing else.' : mistakes.join('\n'),
  );
  return mistakes.length === 0 ? 0 : 1;
}

function measureSize(size, program) {
  const store = mkdtempSync(join(tmpdir(), 'playbook-health-nights-'));
  try {
    runApart(program, 'record', store, size);
    return parts.map((part) => runApart(program, part, store, size));
  } finally {
    rmSync(store, { recursive: true, force: true });
  }
}

function runApart(program, ...words) {
  return JSON.parse(runNode(program, ...words));
}

/** Whatever a process used that starts another counts as the other's peak, so this one stays small. */
function runNode(...words) {
  const { stdout, stderr, status } = spawnSync(process.execPath, words.map(String), { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function print(...lines) {
  process.stdout.write(`${lines.join('\n')}\n`);
}

const folder = mkdtempSync(join(modules, '.nights-'));
try {
  runNode(bundler, 'nights/part.js', folder);
  const sizes = process.argv.slice(2).map(Number);
  process.exitCode = compareSizes(sizes.length > 0 ? sizes : usual, join(folder, 'dist', 'part.js'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
