import type { Option } from './option.js';

const setUp = 'Configuration:';
const result = 'What comes out:';
const terminal = 'In the terminal:';

export const configOption: Option = {
  flags: '-c, --config <file>',
  summary: 'YAML or JSON; see config/example.yaml',
  group: setUp,
};

export const formatOption: Option = {
  flags: '-f, --format <name>',
  summary:
    'of the report on stdout: text, json, markdown, html, csv, junit, sarif, github, atom; default text',
  group: result,
};

export const allOption: Option = {
  flags: '--all',
  summary: 'report every resource, not only what was found',
  group: result,
};

export const quietOption: Option = {
  flags: '-q, --quiet',
  summary: 'print mistakes, warnings, why a check is incomplete, and what -f asks for',
  group: terminal,
};

export const verboseOption: Option = {
  flags: '-v, --verbose',
  summary: 'log redirects, retries and waits to stderr; twice for every request',
  group: terminal,
};

export const noProgressOption: Option = {
  flags: '--no-progress',
  summary: 'no status line',
  group: terminal,
};

export const logFileOption: Option = {
  flags: '--log-file <file>',
  summary: 'log there, as JSON lines',
  group: terminal,
};

/** The options of every command that works for a while and prints a report. */
export const presentationOptions: readonly Option[] = [
  formatOption,
  allOption,
  quietOption,
  verboseOption,
  noProgressOption,
  logFileOption,
];
