import { describe, expect, it } from 'vitest';
import { createPatientSend } from '../../../src/sources/wire/patient-send.js';
import type { Failed } from '../../../src/model/resource.js';
import type { Order, Received } from '../../../src/sources/wire/wire.js';

const order = { origin: 'https://portal.example' } as Order;
const received = { kind: 'received', status: 200 } as Received;
const failed = (detail: string): Failed => ({ kind: 'failed', cause: 'connection', detail });

/** Sends what `answers` say in turn, the last for ever; gives what came, how often it was asked and how long it waited. */
async function sendThrough(
  ...answers: readonly (Received | Failed)[]
): Promise<{ came: Received | Failed; asked: number; released: number; waits: readonly number[] }> {
  let asked = 0;
  let released = 0;
  const waits: number[] = [];
  const send = createPatientSend(
    () => Promise.resolve(answers[Math.min(asked++, answers.length - 1)] ?? received),
    (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    { patience: 10_000, outagePatience: 5000, release: () => released++ },
  );
  return { came: await send(order, new AbortController().signal), asked, released, waits };
}

describe('an outage', () => {
  it('is waited for, and no connection is given up for it', async () => {
    const { came, released } = await sendThrough(failed('NO_ROUTE'), failed('NO_ROUTE'), received);
    expect(came).toBe(received);
    expect(released).toBe(0);
  });

  it('is not waited for a second time where that was in vain', async () => {
    const waits: number[] = [];
    const send = createPatientSend(
      () => Promise.resolve(failed('NO_ROUTE')),
      (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
      { patience: 10_000, outagePatience: 5000, release: () => undefined },
    );
    const { signal } = new AbortController();
    expect(await send(order, signal)).toEqual(failed('NO_ROUTE'));
    const first = waits.splice(0).reduce((sum, wait) => sum + wait);
    expect(first).toBeGreaterThanOrEqual(5000);
    expect(first).toBeLessThan(7001);
    expect(await send(order, signal)).toEqual(failed('NO_ROUTE'));
    expect(waits).toEqual([]);
  });
});

describe('a want of files on this machine', () => {
  it.each(['EMFILE', 'ENFILE', 'ENOBUFS', 'EBUSY'])('is waited for, longer and longer: %s', async (code) => {
    const { came, waits, released } = await sendThrough(failed(code), failed(code), failed(code), received);
    expect(came).toBe(received);
    expect(released).toBe(3);
    expect(waits).toEqual([100, 200, 400]);
  });

  it('is told if it lasts', async () => {
    const { came, asked, waits } = await sendThrough(failed('EMFILE'));
    expect(came).toEqual(failed('EMFILE'));
    expect(asked).toBe(waits.length + 1);
    expect(Math.max(...waits)).toBe(2000);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThan(12_001);
  });

  it('is no other failure', async () => {
    expect(await sendThrough(failed('ECONNREFUSED'), received)).toMatchObject({
      asked: 1,
      released: 0,
      waits: [],
    });
  });

  it('is waited for no longer than the walk goes on', async () => {
    const stop = new AbortController();
    const send = createPatientSend(
      () => Promise.resolve(failed('EMFILE')),
      () => {
        stop.abort('interrupted');
        return Promise.resolve();
      },
      { patience: 10_000, outagePatience: 5000, release: () => undefined },
    );
    await expect(send(order, stop.signal)).rejects.toBe('interrupted');
  });
});
