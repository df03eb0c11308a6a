const home = process.cwd();
let workers = 0;

/** Does work in a folder, as a program that was started there would. A process has only one: others wait for their turn elsewhere. */
export async function workIn<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  if (workers > 0 && process.cwd() !== folder) throw new Error(`others work in ${process.cwd()}`);
  process.chdir(folder);
  workers += 1;
  try {
    return await work();
  } finally {
    workers -= 1;
    if (workers === 0) process.chdir(home);
  }
}
