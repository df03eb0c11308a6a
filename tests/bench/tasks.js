/**
 * Measures how long lists of tasks take to be held against snapshots, and the memory that takes, with growth:
 * `npm run bench:tasks`. What is measured is bundled as the program is, and has a process of its own, so that none inherits
 * another's memory.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const goal = { tasks: 5000, resources: 100_000, milliseconds: 2000, mebibytes: 500 };
const sizes = [
  [625, 12_500],
  [1250, 25_000],
  [2500, 50_000],
  [goal.tasks, goal.resources],
];
const runs = 3;
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const bundler = fileURLToPath(new URL('bundle.js', import.meta.url));

function compareSizes(program) {
  const [first] = cpus();
  print(`${cpus().length} × ${first?.model}, Node ${process.versions.node}, medians of ${runs}`, '');
  print('| tasks | resources | reconcile | per task | peak memory | unlike what was made |');
  print('| ---: | ---: | ---: | ---: | ---: | ---: |');
  const measured = sizes.map(([taskCount, resourceCount]) => {
    const figures = measureApart(program, taskCount, resourceCount);
    const { milliseconds, mebibytes, mistaken } = figures;
    const each = (milliseconds / taskCount).toFixed(2);
    const cells = [
      taskCount,
      resourceCount,
      `${milliseconds} ms`,
      `${each} ms`,
      `${mebibytes} MiB`,
      mistaken,
    ];
    print(`| ${cells.join(' | ')} |`);
    return figures;
  });
  const { milliseconds, mebibytes } = measured.at(-1);
  print('', `under ${goal.milliseconds} ms: ${verdict(milliseconds, goal.milliseconds)}`);
  print(`under ${goal.mebibytes} MiB: ${verdict(mebibytes, goal.mebibytes)}`);
}

/** One process records, and each run has one of its own: what came before is no part of the figures. */
function measureApart(program, taskCount, resourceCount) {
  const folder = mkdtempSync(join(tmpdir(), 'playbook-health-tasks-'));
  try {
    runNode(program, 'record', folder, taskCount, resourceCount);
    const figures = Array.from({ length: runs }, () =>
      JSON.parse(runNode(program, 'reconcile', folder, taskCount, resourceCount)),
    );
    figures.sort((one, other) => one.milliseconds - other.milliseconds);
    return figures[Math.floor(runs / 2)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runNode(...words) {
  const { stdout, stderr, status } = spawnSync(process.execPath, words.map(String), { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function verdict(value, limit) {
  return `${value <= limit ? 'met' : 'MISSED'} (${value})`;
}

function print(...lines) {
  process.stdout.write(`${lines.join('\n')}\n`);
}

const bundled = mkdtempSync(join(modules, '.tasks-'));
try {
  runNode(bundler, 'tasks/part.js', bundled);
  compareSizes(join(bundled, 'dist', 'part.js'));
} finally {
  rmSync(bundled, { recursive: true, force: true });
}
