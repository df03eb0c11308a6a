/** What was read is not what was written: the file was changed or damaged. */
export class Damage extends Error {}
