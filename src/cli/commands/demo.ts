import type { Problem } from '../../model/problem.js';
import type { Language } from '../../model/text.js';
import { carryOut } from '../carry-out.js';
import type { Command, Invocation } from '../command.js';
import { nightsOption, nightsProblems, showNights } from '../demo-nights.js';
import { lastOf, type Option } from '../options/option.js';
import { allOption, presentationOptions, quietOption } from '../options/presentation.js';
import { reportSettings } from '../options/settings.js';
import { prepare } from '../prepare.js';
import { openSession } from '../session.js';
import { print, write } from '../terminal/write.js';

const serveOption: Option = {
  flags: '--serve',
  summary: 'only serve the portals, until Ctrl-C',
  group: 'What it does:',
};

/** The demo is broken on purpose, so what it finds is no failure. */
const planted = { failOn: 'never' };
/** One walk writes reports to look at; many nights write one only if it is asked for. */
const defaults = { ...planted, output: ['report.json', 'report.md'] };

/** Shows what the tool does, on two small portals that are broken on purpose. */
export const demo: Command = {
  name: 'demo',
  operands: '',
  summary: 'walk two small portals, broken on purpose, on this machine',
  examples: [
    'playbook-health demo',
    'playbook-health demo --serve',
    'playbook-health demo --nights 7 -o nights.html',
    'playbook-health demo --lang ja -o demo.md',
  ],
  options: [serveOption, nightsOption, ...reportSettings, ...presentationOptions],
  run: async (invocation) => {
    const nights = lastOf(invocation.given, nightsOption);
    const text = JSON.stringify(nights === undefined ? defaults : planted);
    const mistakes = [...invocation.mistakes, ...exclusions(invocation), ...nightsProblems(invocation.given)];
    const config = await prepare({ ...invocation, mistakes }, { settings: reportSettings, text });
    if (invocation.given.has(serveOption)) return serve(invocation);
    if (nights !== undefined) return showNights(invocation, config, Number(nights));
    const all = invocation.given.has(allOption);
    const exitCode = await carryOut(invocation, config, (language, world) =>
      invocation.useCases.runDemo({ settings: config, language, all }, world),
    );
    const { language, output } = config;
    if (!invocation.given.has(quietOption))
      await write(invocation.terminal.stderr, whatNext[language](listFiles(output, language)));
    return exitCode;
  },
};

function exclusions({ given }: Invocation): readonly Problem[] {
  if (!given.has(serveOption) || !given.has(nightsOption)) return [];
  return [{ place: {}, message: '--serve and --nights exclude each other' }];
}

/** What to do next, once the reports are in `files`. */
const whatNext: Readonly<Record<Language, (files: string) => string>> = {
  en: (files) => `
These portals are broken on purpose. ${files === '' ? '' : `The report is in ${files}.`}
Next:  npx playbook-health report --lang ja   the same run in Japanese
       npx playbook-health demo --serve       look at the portals in a browser
       npx playbook-health crawl https://…    walk a site of your own
`,
  ja: (files) => `
デモのポータルには、わざと不具合を入れてあります。${files === '' ? '' : `\nレポート: ${files}`}
次の操作:  npx playbook-health report --lang en   同じ巡回の結果を英語で表示
           npx playbook-health demo --serve       ポータルをブラウザーで閲覧
           npx playbook-health crawl https://…    自分のサイトを巡回
`,
};

/** `a, b and c`, as the language has it. */
function listFiles(files: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(files);
}

async function serve({ terminal, given, useCases }: Invocation): Promise<number> {
  const { world, close } = await openSession(terminal, given, 'en');
  const portals = await useCases.openDemo(world);
  const addresses = Object.entries(portals.addresses).map(([name, address]) => `${name}  ${address}\n`);
  await print(terminal.stdout, addresses.join(''));
  if (!given.has(quietOption)) await write(terminal.stderr, 'Served until Ctrl-C.\n');
  await new Promise((resolve) => {
    world.signal.addEventListener('abort', resolve, { once: true });
    if (world.signal.aborted) resolve(null);
  });
  await portals.close();
  close();
  return 0;
}
