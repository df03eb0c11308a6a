import { expect, test } from 'vitest';
import { emptyLedger, ledgerSchema } from '../../src/history/ledger.js';

test.each([
  ['of a version that kept none', undefined],
  ['in another form', [{ kind: 'paused' }]],
])('what was told of outages costs nothing else that is remembered: %s', (_, standing) => {
  const kept = { ...emptyLedger, notices: ['a'], standing };
  expect(ledgerSchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual({ ...kept, standing: [] });
});
