const inConfiguration = 'it goes into a configuration, as "credentials" of a source: see config/example.yaml';

/** What options of other link checkers come to here: an option, or what to do instead. */
const counterparts: Readonly<Record<string, string>> = {
  '--offline': '--no-external',
  '--skip': '--exclude',
  '--ignore': '--exclude',
  '--ignore-url': '--exclude',
  '--exclude-path': '--exclude',
  '--fallback-extensions': '--clean-urls',
  '--assume-extension': '--clean-urls',
  '--base-url': '--served-at',
  '--base': '--served-at',
  '--remap': '--served-at',
  '--threads': '--concurrency',
  '--max-connections': '--concurrency',
  '--host-concurrency': '--per-host',
  '--max-connections-per-host': '--per-host',
  '--rate-limit': '--min-gap',
  '--host-request-interval': '--min-gap',
  '--recursion-level': '--max-depth',
  '--allow-insecure-certs': '--insecure',
  '--skip-tls-verification': '--insecure',
  '--no-check-certificate': '--insecure',
  '--header': inConfiguration,
  '--basic-auth': inConfiguration,
  '--user': inConfiguration,
  '--password': inConfiguration,
  '--cookie-jar': inConfiguration,
  '--cookiefile': inConfiguration,
  '--load-cookies': inConfiguration,
};

/** The hint for an option that other link checkers have; `null` if the command has nothing like it. */
export function hintForNewcomers(name: string, known: readonly string[]): string | null {
  const counterpart = Object.hasOwn(counterparts, name) ? counterparts[name] : undefined;
  if (counterpart === undefined) return null;
  if (known.includes(counterpart)) return `did you mean "${counterpart}"?`;
  return counterpart === inConfiguration && known.includes('--config') ? counterpart : null;
}
