import { readFileSync } from 'node:fs';

/** How the tool calls itself in reports and user agents. */
export const toolName = 'playbook-health';

/** The version of the package. */
export const version: string = readVersion();

/** The manifest is in the folder above ours, whether this runs from its sources or from what is built of them. */
function readVersion(): string {
  const home = import.meta.url.replace(/\/(?:dist|src)\/.*$/, '/');
  const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', home), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('package.json names no version');
}
