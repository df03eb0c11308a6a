/** Makes the error of a name that is not asked for, or whose own error says nothing of it. */
export function lookupError(code: string, message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}

/** Whether name servers said that no host has a name. Without any network, Windows and macOS say so, too. */
export function isNoSuchName({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ENOTFOUND' || code === 'ENODATA';
}

/**
 * Whether it was the system that failed, most likely for want of a file or of memory: it has codes of its own for what name
 * servers say, and gives any other (`EBUSY`, `EINVAL`) where it could not even ask them (`EAI_SYSTEM` of RFC 3493 §6.1).
 */
export function isOfSystem(error: NodeJS.ErrnoException): boolean {
  const { code = '' } = error;
  return code === 'EAI_MEMORY' || !(code.startsWith('EAI_') || isNoSuchName(error));
}
