import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/reports/markdown/markdown.js';
import { text } from '../../src/reports/text/text.js';
import { languages } from '../../src/model/text.js';
import { sampleReport } from '../support/reports.js';

describe.each(languages)('what people read, in %s', (language) => {
  test('in a terminal', async () => {
    const shown = text.render(sampleReport(language), { colour: false, width: 80 });
    await expect(shown).toMatchFileSnapshot(`../golden/report.${language}.txt`);
  });

  test('as Markdown', async () => {
    const shown = markdown.render(sampleReport(language), { colour: false, width: null });
    await expect(shown).toMatchFileSnapshot(`../golden/report.${language}.md`);
  });
});
