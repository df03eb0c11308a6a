import { visible } from './visible.js';

/** Text after the `::` of a GitHub workflow command. */
export function commandMessage(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

/** The value of a property of a GitHub workflow command, as in `title=…`. */
export function commandProperty(text: string): string {
  return commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
