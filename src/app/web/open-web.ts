import { isFileUrl } from '../../kit/urls/file-url.js';
import { identify } from '../../kit/urls/url.js';
import type { FileSeed } from '../../model/file-seed.js';
import type { LoadedSecrets } from '../../sources/credentials/secrets.js';
import { createFiles } from '../../sources/files/files.js';
import { defaultUserAgent } from '../../sources/user-agent.js';
import { createWeb, type Web } from '../../sources/web.js';
import type { FullConfig } from '../context/config.js';
import { version } from '../context/version.js';
import type { World } from '../context/world.js';

/**
 * Opens the web as a configuration wants it, with the files that it names. Throws a `SetupError` if the environment names an
 * impossible proxy.
 */
export function openWeb(config: FullConfig, secrets: LoadedSecrets, world: World): Web {
  const { environment, now, readInput = null } = world;
  const { sources, limits, cleanUrls, insecure, allowPrivate, deep } = config;
  const userAgent = config.userAgent ?? defaultUserAgent(version);
  const web = createWeb({
    sources,
    secrets,
    limits,
    userAgent,
    insecure,
    allowPrivate,
    deep,
    environment,
    now,
  });
  const named = fileSeedsOf(config).map(({ url }) => url);
  if (named.length === 0) return web;
  const fetchFile = createFiles({ named, maxBody: limits.maxBody, cleanUrls, input: readInput, now });
  return {
    ...web,
    fetch: (request, signal, begun) =>
      (isFileUrl(request.url) ? fetchFile : web.fetch)(request, signal, begun),
  };
}

/** The files and folders that a configuration starts from. */
export function fileSeedsOf({ sources }: Pick<FullConfig, 'sources'>): readonly FileSeed[] {
  return sources.flatMap(({ seeds, servedAt }) =>
    seeds
      .filter(isFileUrl)
      .map((url) => ({ url, servedAt: servedAt === undefined ? null : folderAt(servedAt) })),
  );
}

/** The address of a folder, whether or not it was written with the slash at its end. */
function folderAt(address: string): string {
  const url = identify(new URL(address));
  return url.endsWith('/') ? url : `${url}/`;
}
