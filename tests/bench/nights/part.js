/** One part of what follows a walk, carried out alone: writes what it cost as JSON. */
import { findChanges } from '../../../src/app/find-changes.ts';
import { fullConfigSchema } from '../../../src/app/context/config.ts';
import { reportFormats } from '../../../src/app/formats/report-formats.ts';
import { prune } from '../../../src/app/prune.ts';
import { reportRun } from '../../../src/app/report-run.ts';
import { openStore } from '../../../src/store/store.ts';
import { mistakesIn, recordNights } from './record.js';

const [part, store, size] = process.argv.slice(2);
const firstNight = Date.UTC(2026, 10, 22);
const mistakes = await carryOut(Number(size));
const { user, system } = process.cpuUsage();
const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, mebibytes, mistakes }));

async function carryOut(resources) {
  const config = fullConfigSchema.parse({ store, keep: 1 });
  switch (part) {
    case 'record':
      recordNights(openStore(store), resources, firstNight);
      return [];
    case 'changes':
      return mistakesIn(findChanges({ config, language: 'en', asWalked: true }), resources);
    case 'prune': {
      const { removed } = await prune(config, firstNight);
      return removed.length === 1 ? [] : [`${removed.length} runs were deleted`];
    }
    default: {
      const request = { config, run: undefined, language: 'en', all: false, asWalked: true };
      const { report } = reportRun(request, { now: () => firstNight });
      reportFormats.byName.get(part).render(report, { colour: false, width: null });
      return [];
    }
  }
}
