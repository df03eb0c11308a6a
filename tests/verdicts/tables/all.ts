import { documentLinksTables } from './document-links.js';
import { documentTables } from './documents.js';
import { failureTables } from './failures.js';
import { fileTables } from './files.js';
import { linkTables } from './links.js';
import { pageTables } from './pages.js';
import { redirectTables } from './redirects.js';
import type { Tables } from './row.js';
import { signInTables } from './sign-in.js';
import { soft404Tables } from './soft-404.js';
import { statusTables } from './statuses.js';

/** Answers that must and must not move each rule. */
export const tables: Tables = {
  ...statusTables,
  ...failureTables,
  ...fileTables,
  ...redirectTables,
  ...signInTables,
  ...soft404Tables,
  ...documentTables,
  ...documentLinksTables,
  ...pageTables,
  ...linkTables,
};
