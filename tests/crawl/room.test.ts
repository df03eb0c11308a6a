import { expect, test } from 'vitest';
import { createRoom } from '../../src/crawl/visits/room.js';

/** Enters, asks for so many bytes, and tells once they are granted. */
function visitorOf(room: ReturnType<typeof createRoom>, told: string[]) {
  return (name: string, bytes: number) => {
    const place = room.enter();
    const granted = place.take(bytes);
    if (granted === null) told.push(name);
    else void granted.then(() => told.push(name));
    return place;
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a full room is entered in order, as others leave', async () => {
  const told: string[] = [];
  const visit = visitorOf(createRoom(10), told);
  const [first, second] = [visit('first', 6), visit('second', 4)];
  visit('large', 5);
  visit('small', 1);
  expect(told).toEqual(['first', 'second']);
  second.leave();
  second.leave();
  await settled();
  expect(told).toEqual(['first', 'second']);
  first.leave();
  await settled();
  expect(told).toEqual(['first', 'second', 'large', 'small']);
});

test('what is larger than the room has it alone', async () => {
  const told: string[] = [];
  const visit = visitorOf(createRoom(10), told);
  const giant = visit('giant', 100);
  const next = visit('next', 1);
  visit('other giant', 11);
  expect(told).toEqual(['giant']);
  giant.leave();
  await settled();
  expect(told).toEqual(['giant', 'next']);
  next.leave();
  await settled();
  expect(told).toEqual(['giant', 'next', 'other giant']);
});

test('whoever gives up while waiting holds up nobody', async () => {
  const told: string[] = [];
  const visit = visitorOf(createRoom(10), told);
  visit('first', 6);
  const gone = visit('gone', 9);
  visit('second', 4);
  gone.leave();
  await settled();
  expect(told).toEqual(['first', 'second']);
});

test('taking again takes the place of what was taken before', () => {
  const told: string[] = [];
  const room = createRoom(10);
  const visit = visitorOf(room, told);
  const place = visit('first', 9);
  expect(place.take(10)).toBeNull();
  expect(place.take(0)).toBeNull();
  visit('second', 10);
  expect(told).toEqual(['first', 'second']);
});
