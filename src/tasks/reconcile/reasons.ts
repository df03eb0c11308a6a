import { beforeJapanese } from '../../kit/text/before-japanese.js';
import { unopened, type DocumentState, type Sighting } from '../../model/task-report.js';
import type { Text } from '../../model/text.js';
import type { LibraryPlace } from './library.js';

/** A sighting of a document, and the state it is in. */
export interface RatedSighting {
  readonly sighting: Sighting;
  readonly state: DocumentState;
}

/** Why a document is in its state at a place that has it. */
export function reasonHere({ state, sighting }: RatedSighting, { title }: LibraryPlace): Text {
  if (state === 'broken' || unopened.has(state)) return sighting.verdict?.reason ?? sighting.reason;
  if (state === 'older-version')
    return {
      en: `${title} has an older version, “${sighting.title}”.`,
      ja: `${beforeJapanese(title)}にあるのは古い版（「${sighting.title}」）です。`,
    };
  if (state !== 'other-language') return sighting.reason;
  return sighting.language === 'en'
    ? { en: `${title} has it in English only.`, ja: `${beforeJapanese(title)}には英語版しかありません。` }
    : { en: `${title} has it in Japanese only.`, ja: `${beforeJapanese(title)}には日本語版しかありません。` };
}

/** The reason for a document of a place of which too little was seen. */
export function unseenReason({ title }: LibraryPlace): Text {
  return {
    en: `Too little of ${title} was seen to say whether it is there.`,
    ja: `${beforeJapanese(title)}を十分に確認できなかったため、有無は判断できません。`,
  };
}

/** The reason for a document of a place to which a page led that was not read. */
export function behindReason({ title }: LibraryPlace): Text {
  return {
    en: `A page of ${title} that led to it was not read this time, so whether it is still there is not known.`,
    ja: `${beforeJapanese(title)}の案内元のページを今回は読み取っていないため、現在もあるかどうかは判断できません。`,
  };
}

/** The reason for a document that may be at a place, or elsewhere, under another name. */
export function doubtfulReason(
  { id, title }: LibraryPlace,
  { reason, evidence, places, title: name }: Sighting,
): Text {
  if (places.includes(id) && (evidence === 'title' || evidence === 'file-name'))
    return {
      en: `${title} has “${name}”, but by this name alone it is not certain to be this document.`,
      ja: `${beforeJapanese(title)}に「${name}」がありますが、名前だけではこの資料かどうか確定できません。`,
    };
  return {
    en: `${title} lacks it, by this name at least. ${reason.en}`,
    ja: `${beforeJapanese(title)}にこの名前の資料はありません。${reason.ja}`,
  };
}

/** The reason for a document that another place has. */
export function elsewhereReason({ title }: LibraryPlace, { state, sighting: { url } }: RatedSighting): Text {
  if (unopened.has(state))
    return {
      en: `It is not at ${title}, but at ${url}, which was not checked.`,
      ja: `${beforeJapanese(title)}にはありませんが、${url} にあります（開けるかどうかは未確認です）。`,
    };
  return {
    en: `It is not at ${title}, but at ${url}.`,
    ja: `${beforeJapanese(title)}にはありませんが、${url} にあります。`,
  };
}

/** The reason for a document that a place does not have. */
export function missingReason({ title }: LibraryPlace): Text {
  return {
    en: `Nothing at ${title} is this document.`,
    ja: `${beforeJapanese(title)}にこの資料はありません。`,
  };
}
