/** Bundles one part as the program is, into a folder where it finds its packages and its version. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const [part, folder] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
await build({
  input: fileURLToPath(new URL(part, import.meta.url)),
  platform: 'node',
  external: /^(node:|@photostructure\/|cheerio|pino|tough-cookie|undici)/,
  output: { dir: join(folder, 'dist') },
});
copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
