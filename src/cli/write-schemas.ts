import { writeFile } from 'node:fs/promises';
import { publishedSchemas } from '../app/schemas.js';

/** `npm run schema`: writes the published schemas anew after a change of the model. */
for (const [name, text] of publishedSchemas()) {
  await writeFile(new URL(`../../config/${name}`, import.meta.url), text);
}
