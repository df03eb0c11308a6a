import { build } from 'rolldown';

/** Packages that are loaded as they are: native ones, and those that are needed only now and then. */
const external = /^(node:|@photostructure\/|cheerio|pino|string-width|tough-cookie|undici$|yaml)/;

/** undici's other client: nothing here asks by HTTP/2, and loading Node's own costs every walk some milliseconds. */
const withoutHttp2 = {
  name: 'without-http2',
  load: {
    filter: { id: /undici\/lib\/dispatcher\/client-h2\.js$/ },
    handler: () => 'module.exports = undefined;',
  },
};

/**
 * What several commands load, in few files, each of what is mostly needed together: to find, open and link one costs as
 * much as 30 KB of code that nothing calls. What fits several groups is in the first.
 */
const groups = [
  { name: 'base', tags: ['$initial'] },
  { name: 'model', test: /src\/(model|kit|config|verdicts|app\/context)\b|node_modules\/zod\// },
  { name: 'reports', test: /src\/(reports|app\/formats\/formats)\b/ },
  {
    name: 'judging',
    test: /src\/(store|findings|history|known-issues|changes|tasks|app\/(runs|judging|kept|prune))\b/,
  },
  { name: 'web', test: /src\/(sources|crawl|frontier|app\/web)\b/ },
].map((group) => ({ ...group, minShareCount: 2 }));

const options = { platform: 'node', external: (id) => external.test(id), plugins: [withoutHttp2] };

// One file starts in half the time of four hundred, and most commands take less time than loading them did.
await build({
  ...options,
  input: { main: 'src/cli/main.ts' },
  output: { dir: 'dist', cleanDir: true, chunkFileNames: '[name].js', codeSplitting: { groups } },
});

// These share no memory with the others: each has all it needs in one file of its own.
for (const input of ['src/app/reading/worker.ts', 'src/cli/write-schemas.ts']) {
  await build({ ...options, input, output: { dir: 'dist', codeSplitting: false } });
}
