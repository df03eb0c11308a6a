import { readFile } from 'node:fs/promises';
import { onDemand } from '../../kit/on-demand.js';
import { systemErrorReason } from '../../kit/trouble/system-error.js';
import { glossarySchema, type GlossaryConfig } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';

const yaml = onDemand('yaml');

interface GlossaryReading {
  readonly words: GlossaryConfig;
  readonly problems: readonly Problem[];
}

/** The user's own words: from the configuration itself, or from the YAML or JSON file it names. */
export async function readGlossary(named: string | GlossaryConfig | undefined): Promise<GlossaryReading> {
  if (named === undefined) return { words: {}, problems: [] };
  if (typeof named !== 'string') return { words: named, problems: [] };
  const refuse = (message: string): GlossaryReading => ({
    words: {},
    problems: [{ place: { file: named }, message, hint: 'see "glossary" in config/example.yaml' }],
  });
  let content: unknown;
  try {
    // Without the byte order mark that some editors put before a text.
    content = yaml().parse(new TextDecoder().decode(await readFile(named)));
  } catch (error) {
    return refuse(`the glossary cannot be read: ${reasonOf(error)}`);
  }
  const parsed = glossarySchema.safeParse(content ?? {});
  if (parsed.success) return { words: parsed.data, problems: [] };
  const [issue] = parsed.error.issues;
  return refuse(`is no glossary: ${[...(issue?.path ?? []), issue?.message ?? ''].map(String).join(': ')}`);
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.name === 'YAMLParseError')
    return error.message.split('\n', 1)[0] ?? '';
  return systemErrorReason(error);
}
