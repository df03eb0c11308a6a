/** A file or folder of this machine that a walk starts from. A folder is walked as if it were a site. */
export interface FileSeed {
  /** As `urlOfFile` spells it. */
  readonly url: string;
  /** The address of what lies there once it is served, with a slash at its end; `null` if nobody said. */
  readonly servedAt: string | null;
}
