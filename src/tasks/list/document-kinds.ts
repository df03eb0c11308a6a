import { documentEnding } from './document-ending.js';

/** What a document may be, as its title's last word. */
export const kindOfDocument =
  /(?:資料|[書表]|ガイド|マニュアル|シート|テンプレート|一覧|リスト|スライド|デッキ|(?<![a-z])(?:decks?|guides?|(?:check)?lists?|(?:check ?|data)?sheets?|manuals?|templates?|slides?|workbooks?))$/i;

/** What may also be something to do, or a part of a document: it makes a title only of what has a line of its own. */
const kindOrDoing =
  /(?:票|概要|ワークショップ|よくある質問|(?<![a-z])(?:faqs?|handbooks?|overviews?|playbooks?|presentations?|questionnaires?|runbooks?|workshops?))$/i;
/** Whether a title is that of a document beyond doubt: a file, or a kind of document. */
export function namesDocument(title: string): boolean {
  return documentEnding.test(title) || kindOfDocument.test(title);
}

/** Whether the last word of a title is a kind of document. */
export function endsInKind(title: string): boolean {
  return kindOfDocument.test(title) || kindOrDoing.test(title);
}
