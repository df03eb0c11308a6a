import { describe, expect, it } from 'vitest';
import { createSlots } from '../../src/crawl/visits/slots.js';

describe('slots', () => {
  it('are free again when a request has ended', () => {
    const slots = createSlots(2);
    const first = slots.take(0);
    slots.take(0);
    expect(slots.hasRoom(100)).toBe(false);
    slots.release(first);
    expect(slots.hasRoom(100)).toBe(true);
    expect(slots.taken()).toBe(1);
  });

  it('are given away by requests that wait for long, and not taken back', () => {
    const slots = createSlots(1);
    const slow = slots.take(0);
    expect(slots.opensAt()).toBe(1000);
    expect(slots.hasRoom(999)).toBe(false);
    expect(slots.hasRoom(1000)).toBe(true);
    slots.take(1000);
    slots.release(slow);
    expect(slots.hasRoom(1900)).toBe(false);
    expect(slots.taken()).toBe(1);
  });

  it('are not given away by answers that have begun, however slow the line is', () => {
    const slots = createSlots(2);
    const first = slots.take(0);
    slots.begin(first);
    slots.take(0);
    expect(slots.hasRoom(5000)).toBe(true);
    slots.take(5000);
    expect(slots.opensAt()).toBe(6000);
    slots.begin(slots.take(5000));
    expect(slots.hasRoom(6000)).toBe(false);
    slots.release(first);
    expect(slots.hasRoom(6000)).toBe(true);
    expect(slots.taken()).toBe(3);
  });

  it('are taken back when an answer begins that was long in coming', () => {
    const slots = createSlots(1);
    const slow = slots.take(0);
    expect(slots.hasRoom(1000)).toBe(true);
    slots.begin(slow);
    expect(slots.hasRoom(1000)).toBe(false);
    expect(slots.opensAt()).toBeNull();
    slots.release(slow);
    expect(slots.hasRoom(1000)).toBe(true);
    expect(slots.taken()).toBe(0);
  });

  it('are not given away without end', () => {
    const slots = createSlots(2);
    let now = 0;
    while (slots.hasRoom(now)) {
      slots.take(now);
      now += 1000;
    }
    expect(slots.taken()).toBe(10);
    expect(slots.opensAt()).toBeNull();
  });
});
