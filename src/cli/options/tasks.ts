import { anyText } from './quantity.js';
import type { Option } from './option.js';
import type { Setting } from './setting.js';

const rests = 'What the answer rests on:';
const which = 'Which tasks:';
const result = 'What comes out:';

/** Task Reference Lists in addition to those of the configuration. */
export const tasksSetting: Setting = {
  flags: '--tasks <list>',
  summary: 'a Task Reference List, a file or an address (repeatable)',
  group: 'What it checks:',
  path: ['tasks'],
  value: anyText,
  repeats: 'added',
};

export const offlineOption: Option = {
  flags: '--offline',
  summary: 'the last run alone; default: look again at what the answer rests on',
  group: rests,
};

export const walkFirstOption: Option = {
  flags: '--fresh',
  summary: 'walk the portals first',
  group: rests,
};

export const ticketOption: Option = {
  flags: '--ticket',
  summary: 'a block to paste into a ticket, in Japanese and English',
  group: result,
};

export const taskFormatOption: Option = {
  flags: '-f, --format <name>',
  summary: 'text or json; default text',
  group: result,
};

export const stateFilter: Option = {
  flags: '--state <state>',
  summary: 'with a document in this state: broken, missing, …',
  group: which,
};

export const stoppedFilter: Option = {
  flags: '--stopped',
  summary: 'that cannot be done today: with a document that is to be had nowhere',
  group: which,
};

export const placeFilter: Option = {
  flags: '--place <source>',
  summary: 'at this place alone: the id of a source',
  group: which,
};

export const languageFilter: Option = {
  flags: '--language <language>',
  summary: 'named in this language: en, ja',
  group: which,
};

export const serviceFilter: Option = {
  flags: '--service <name>',
  summary: 'of a service whose name has this in it',
  group: which,
};
