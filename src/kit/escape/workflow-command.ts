import { visible } from './visible.js';

/** Escapes text for the message after the `::` of a GitHub workflow command. */
export function commandMessage(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

/** Escapes text for a property of a GitHub workflow command, as in `title=…`. */
export function commandProperty(text: string): string {
  return commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
