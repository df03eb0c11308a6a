import { dirname, resolve } from 'node:path';
import { addressTrouble } from '../kit/urls/address.js';
import { pathOfFile, urlOfFile } from '../kit/urls/file-url.js';
import { expandPath, valueAt, withValue, type Path } from './path.js';

/** A seed that is to be a file or folder, as it was written. */
export interface SeedFile {
  readonly written: string;
  readonly url: string;
}

/**
 * The URL of a seed that can be no address: that of a file or folder, from a folder on; `null` for what is meant to be asked for.
 */
export function seedFile(written: string, folder: string): string | null {
  if (written.trim() === '' || written.startsWith('//')) return null;
  if (/^file:/i.test(written)) {
    const path = pathOfFile(written);
    return path === null ? null : urlOfFile(path);
  }
  // A single letter is a drive.
  return /^[a-z][a-z0-9+.-]+:/i.test(written) ? null : urlOfFile(resolve(folder, written));
}

/** The same plain data with the seeds in it that are files made URLs, from the folder of the configuration file; and those. */
export function resolveSeeds(
  value: unknown,
  configFile: string,
): { readonly value: unknown; readonly files: readonly (SeedFile & { readonly path: Path })[] } {
  const files: (SeedFile & { readonly path: Path })[] = [];
  const resolved = expandPath(value, ['sources', '*', 'seeds']).reduce((whole, list) => {
    const seeds = valueAt(whole, list);
    if (!Array.isArray(seeds)) return whole;
    const read = (written: unknown, index: number): unknown => {
      const url = typeof written === 'string' ? seedFile(written, dirname(configFile)) : null;
      if (typeof written !== 'string' || url === null) return written;
      files.push({ path: [...list, index], written, url });
      return url;
    };
    return withValue(whole, list, seeds.map(read));
  }, value);
  return { value: resolved, files };
}

const endsAsFile = /\.(?:html?|md|txt|csv|pdf|docx?|pptx?|xlsx?)$/i;
const orAddress = 'give the path of a file or folder, or an address such as "https://example.com/"';

/** What is wrong with a seed at whose path nothing is, as the end of a sentence: it may have been meant as an address. */
export function absenceOf(written: string): { readonly message: string; readonly hint: string } {
  if (written === '-')
    return { message: 'is no file that is there', hint: 'what is piped in is named on the command line' };
  const trouble = endsAsFile.test(written) ? null : addressTrouble(written);
  const hint = trouble?.hint?.startsWith('did you mean') === true ? trouble.hint : orAddress;
  return { message: 'is neither a file or folder that is there nor a complete http or https address', hint };
}
