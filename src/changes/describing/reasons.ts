import { isFileUrl } from '../../kit/urls/file-url.js';
import type { Change, ChangeEvidence } from '../../model/change.js';
import type { Text } from '../../model/text.js';

/** What is told in words. */
interface Told extends Pick<Change, 'kind' | 'subject' | 'language' | 'url'> {
  readonly evidence: readonly ChangeEvidence[];
}

/** What happened, in plain words, where no verdict says it. */
export function reasonOf({ kind, subject, evidence, language, url }: Told): Text {
  const [first] = evidence;
  switch (kind) {
    case 'new':
      return isFileUrl(url)
        ? {
            en: 'It is there, or linked, for the first time.',
            ja: '新しく追加されたか、リンクされました。',
          }
        : { en: 'It is linked for the first time.', ja: '新しくリンクされました。' };
    case 'updated':
      return updateReason(evidence);
    case 'localised':
      return language === 'ja'
        ? { en: 'It can be had in Japanese now.', ja: '日本語版が公開されました。' }
        : { en: 'It can be had in English now.', ja: '英語版が公開されました。' };
    case 'moved':
      return moveReason(first);
    case 'removed':
      // A folder lists its files, whether a page links to them or not.
      return isFileUrl(url)
        ? {
            en: 'It is not there any more, or nothing links to it.',
            ja: 'なくなったか、どこからもリンクされなくなりました。',
          }
        : { en: 'Nothing links to it any more.', ja: 'どこからもリンクされなくなりました。' };
    case 'broke':
      return { en: 'It does not open any more.', ja: '開けなくなりました。' };
    case 'fixed':
      if (first?.kind === 'links')
        return {
          en: 'It did not open, and nothing links to it any more.',
          ja: '開けなかったリンクが取り除かれました。',
        };
      // Whether everything on it opens is another matter.
      return subject === 'host'
        ? { en: 'It answers again.', ja: '再び応答するようになりました。' }
        : { en: 'It opens again.', ja: '再び開けるようになりました。' };
  }
}

/** The day on which a page says that something was updated; `null` if none does. */
export function updateDay(all: readonly ChangeEvidence[]): string | null {
  return all.find(({ kind }) => kind === 'update-table')?.after ?? null;
}

function updateReason(all: readonly ChangeEvidence[]): Text {
  const day = updateDay(all);
  const seen = seenUpdate(all[0]);
  if (day === null) return seen;
  const told = {
    en: `A page says that it was updated on ${day}.`,
    ja: `ページの表では ${day} に更新されています。`,
  };
  return all.length === 1 ? told : { en: `${seen.en} ${told.en}`, ja: seen.ja + told.ja };
}

function seenUpdate(first: ChangeEvidence | undefined): Text {
  if (first?.kind !== 'version') return { en: 'Its content has changed.', ja: '内容が更新されました。' };
  const [before, after] = [first.before ?? '–', first.after ?? '–'];
  return {
    en: `Another version is linked now: ${after} instead of ${before}.`,
    ja: `新しい版に置き換わりました (${before} → ${after})。`,
  };
}

function moveReason(first: ChangeEvidence | undefined): Text {
  if (first?.kind === 'redirect')
    return { en: 'Its address leads elsewhere now.', ja: '別のアドレスへ転送されるようになりました。' };
  return { en: 'It is at another address now.', ja: '別のアドレスに移りました。' };
}
