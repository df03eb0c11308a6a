import { addToGroup } from '../../kit/collections/group-by.js';
import { originOf } from '../../kit/urls/url.js';
import type { Snapshot } from '../../model/snapshot.js';
import { tuning } from '../define.js';
import { remark } from '../judgement.js';
import { folderOf } from '../marks/folders.js';
import { defineSurvey } from './define.js';
import { fileNameOfUrl, healthyDocuments } from './documents.js';
import { versionedName } from './version-marks.js';

interface Version {
  readonly id: number;
  readonly url: string;
  readonly version: number;
}

export const olderVersion = defineSurvey({
  id: 'older-version',
  summary: 'Several versions of one document are linked; this is not the newest.',
  options: tuning,
  survey: function* (snapshot) {
    for (const versions of groupsOf(snapshot)) {
      const newest = versions.reduce((best, one) => (one.version > best.version ? one : best));
      const count = new Set(versions.map(({ version }) => version)).size;
      for (const { id, version } of versions) {
        if (version === newest.version) continue;
        yield { resource: id, judgement: judgementOn(newest.url, count) };
      }
    }
  },
});

function judgementOn(newest: string, versions: number) {
  return remark(
    'warning',
    `Links lead to ${versions} versions of this document, and this is not the newest.`,
    `この文書には ${versions} つの版へのリンクがあり、これは最新版ではありません。`,
    { newest },
  );
}

function groupsOf(snapshot: Snapshot): Iterable<readonly Version[]> {
  const groups = new Map<string, Version[]>();
  for (const { resource } of healthyDocuments(snapshot)) {
    const { id, url } = resource;
    const name = versionedName(fileNameOfUrl(url));
    if (name === null) continue;
    const key = `${placeOf(url, name.stem)} ${name.scheme} ${name.stem}`;
    addToGroup(groups, key, { id, url, version: name.version });
  }
  return groups.values();
}

/**
 * A name that tells what it is about stands for the same document wherever it lies on a host; a "guide" is another one in every
 * folder.
 */
function placeOf(url: string, stem: string): string {
  return stem.split(' ').length > 2 && stem.length >= 16 ? originOf(url) : folderOf(url);
}
