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

// One file starts in half the time of four hundred, and most commands take less time than loading them did.
await build({
  input: {
    main: 'src/cli/main.ts',
    worker: 'src/app/reading/worker.ts',
    'write-schemas': 'src/cli/write-schemas.ts',
  },
  platform: 'node',
  external: (id) => external.test(id),
  plugins: [withoutHttp2],
  output: { dir: 'dist', cleanDir: true, chunkFileNames: '[name].js' },
});
