import { writeFile } from 'node:fs/promises';
import { publishedSchemas } from '../app/schemas.js';

/** `npm run schema`, in the project's folder: rewrites the published schemas after a change of the model. */
for (const [name, text] of publishedSchemas()) {
  await writeFile(`config/${name}`, text);
}
