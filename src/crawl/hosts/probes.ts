import { isFileUrl } from '../../kit/urls/file-url.js';
import { originOf } from '../../kit/urls/url.js';

/**
 * The folders whose answer to a name that should not exist is worth knowing: those that served a page. Comparing the two tells
 * a page from a "not found" that answers 200. A folder of this machine needs none.
 */
export interface Probes {
  /** Notes the folder of a page. */
  readonly note: (url: string) => void;
  /** Notes a probe that was asked for before: its folder needs no other. */
  readonly noteAsked: (probe: string) => void;
  /** Addresses to ask for, one for each folder. */
  readonly addresses: (random: () => number) => readonly string[];
}

/** More folders than this on one host tell nothing new, and asking for them would be a burden to it. */
const foldersPerHost = 100;
const nameLength = 16;

/** No folder is known. */
export function createProbes(): Probes {
  const folders = new Map<string, Set<string>>();
  const asked = new Set<string>();
  let last = '';
  return {
    note: (url) => {
      if (isFileUrl(url)) return;
      const folder = folderOf(url);
      if (folder === last) return;
      last = folder;
      const origin = originOf(url);
      const known = folders.get(origin);
      if (known === undefined) folders.set(origin, new Set([folder]));
      else if (known.size < foldersPerHost) known.add(folder);
    },
    noteAsked: (probe) => void asked.add(folderOf(probe)),
    addresses: (random) => {
      const all = [...folders.values()].flatMap((known) => [...known]).filter((folder) => !asked.has(folder));
      return all.map((folder) => folder + randomName(random));
    },
  };
}

function folderOf(url: string): string {
  const query = url.search(/[?#]/);
  const path = query < 0 ? url : url.slice(0, query);
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function randomName(random: () => number): string {
  return Array.from({ length: nameLength }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join(
    '',
  );
}
