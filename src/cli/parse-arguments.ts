import { Command as Parser, CommanderError, Option as ParserOption } from 'commander';
import { didYouMean, nearest } from '../kit/text/nearest.js';
import type { Problem } from '../model/problem.js';
import type { Command } from './command.js';
import { helpLayout } from './help-layout.js';
import { hintForNewcomers } from './options/elsewhere.js';
import { longName, type Given, type Option } from './options/option.js';

/** What a command line asks for: a command, or a text (help, version) to show, or nothing that makes sense. */
export type Request =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly operands: readonly string[];
      readonly given: Given;
      readonly mistakes: readonly Problem[];
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mistake'; readonly problems: readonly Problem[] };

/** How help is laid out. */
export interface HelpStyle {
  readonly version: string;
  readonly width: number | null;
}

/** Reads a command line (without the program's own name). Prints nothing and never ends the process. */
export function parseArguments(
  words: readonly string[],
  commands: readonly Command[],
  { version, width }: HelpStyle,
): Request {
  let text = '';
  const parsed: Request[] = [];
  const program = new Parser('playbook-health')
    .description('Finds what does not open on the portals you name, and says where people meet it.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp(helpLayout)
    .addHelpText('after', ({ command }) => listExitCodes(command, width))
    .enablePositionalOptions()
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (part) => (text += part),
      writeErr: () => undefined,
      getOutHelpWidth: () => width ?? pipeWidth,
    });
  for (const command of commands) {
    addCommand(program, command, (request) => parsed.push(request));
  }
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'text', text };
    return { kind: 'mistake', problems: [explain(error, words[0], commands)] };
  }
  return parsed[0] ?? { kind: 'text', text };
}

/** The width of help that is not printed to a terminal. */
const pipeWidth = 100;

const exitCodes = {
  0: 'nothing at or above --fail-on',
  1: 'there is',
  2: 'a mistake in the arguments or the configuration, and nothing was fetched; or the store, or a report, cannot be read or written',
  3: 'the check was not possible: a seed did not open, or a sign-in is in the way',
  4: 'nothing was found, but the walk is incomplete',
  130: 'stopped by Ctrl-C (143 by SIGTERM, 129 by a closed terminal); what was seen until then is reported',
};

function listExitCodes(program: Parser, width: number | null): string {
  const helper = program.createHelp();
  helper.helpWidth = width ?? pipeWidth;
  const items = Object.entries(exitCodes).map(([code, meaning]) =>
    helper.formatItem(code, 3, meaning, helper),
  );
  return ['', 'Exit codes:', ...items, ''].join('\n');
}

function addCommand(program: Parser, command: Command, done: (request: Request) => unknown): void {
  const given = new Map<Option, string[]>();
  const parser = program
    .command(command.name)
    .summary(command.summary)
    .description(`${capitalise(command.summary)}.`)
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText('after', `\nExamples:\n${command.examples.map((example) => `  ${example}\n`).join('')}`);
  if (command.operands !== '') parser.argument(command.operands, command.operandSummary);
  for (const option of command.options) {
    const parserOption = new ParserOption(option.flags, option.summary).helpGroup(option.group);
    parser.addOption(parserOption);
    parser.on(`option:${parserOption.name()}`, (value: unknown) => {
      const values = given.get(option) ?? [];
      given.set(option, [...values, typeof value === 'string' ? value : '']);
    });
  }
  parser.action(() => {
    const { operands, mistakes } = sortOut(parser.args, command);
    done({ kind: 'command', command, operands, given, mistakes });
  });
}

/** Sorts what follows a command into operands and mistakes. A word after an unknown option is taken for its value. */
function sortOut(
  rest: readonly string[],
  command: Command,
): { readonly operands: readonly string[]; readonly mistakes: readonly Problem[] } {
  const isOption = (word: string | undefined): boolean => word !== undefined && /^-./.test(word);
  const known = [...command.options.map(longName), '--help'];
  const unknown = rest.filter(isOption).map((word) => unknownOption(word, known));
  const operands = rest.filter((word, index) => !isOption(word) && !isOption(rest[index - 1]));
  const surplus = operands.slice(
    command.operands.includes('...') ? Infinity : command.operands === '' ? 0 : 1,
  );
  const tooMany = surplus.map((word) => problem(`"${word}" is one word too many for "${command.name}"`));
  return { operands, mistakes: [...unknown, ...tooMany] };
}

function explain(error: CommanderError, first: string | undefined, commands: readonly Command[]): Problem {
  const names = commands.map(({ name }) => name);
  if (error.code === 'commander.unknownCommand' && first !== undefined) {
    const similar = nearest(first, [...names, '--help'])[0];
    const isAddress = /[:/.]/.test(first);
    const meant = isAddress ? `playbook-health crawl ${first}` : similar;
    const hint = meant === undefined ? `one of ${names.join(', ')}` : `did you mean "${meant}"?`;
    return problem(`there is no command "${first}"`, hint);
  }
  if (error.code === 'commander.unknownOption' && first !== undefined)
    return unknownOption(first, ['--help', '--version']);
  const option = /option '(.*)' argument missing/.exec(error.message)?.[1];
  if (option !== undefined)
    return problem(`a value is missing after ${/--[a-z-]+/.exec(option)?.[0] ?? option}`, option);
  return problem(error.message.replace(/^error: /, '').replace(/'/g, '"'));
}

function unknownOption(word: string, known: readonly string[]): Problem {
  const name = word.split('=')[0] ?? word;
  if (known.includes(name)) return problem(`${name} takes no value`);
  const hint = hintForNewcomers(name, known) ?? didYouMean(name, known, 'see --help');
  return problem(`there is no option "${name}"`, hint);
}

function problem(message: string, hint?: string): Problem {
  return hint === undefined ? { place: {}, message } : { place: {}, message, hint };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
