import { createRequire } from 'node:module';

/** How the tool calls itself in reports and user agents. */
export const toolName = 'playbook-health';

/** The version of the package. */
export const version: string = readVersion();

function readVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../../package.json');
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('package.json names no version');
}
