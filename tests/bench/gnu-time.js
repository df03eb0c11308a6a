import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const program = '/usr/bin/time';

/** Whether GNU time is here: it knows exactly what a program and all its children cost. */
export const canTime = spawnSync(program, ['-f', '%e', '-o', '/dev/null', 'true']).status === 0;

/** The command that runs another and writes down what it cost. */
export function timed(command, file) {
  return [program, '-f', '%U %S %M', '-o', file, ...command];
}

/** What it wrote down: seconds of processor time, MiB at the peak. */
export function readTime(text) {
  const [user, system, kibibytes] = (text.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { cpu: user + system, memory: kibibytes / 1024 };
}

/** The process that `time` waits for; `null` where the system does not tell. */
export function childOf(pid) {
  try {
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    return child ? Number(child) : null;
  } catch {
    return null;
  }
}
