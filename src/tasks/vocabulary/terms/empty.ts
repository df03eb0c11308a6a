/** Grammar: words that add nothing to a name. See `terms`. */
export const emptyTerms: Readonly<Record<string, string>> = {
  マイクロソフト: '',
  向け: '',
  用の: '',
  による: '',
  を使用した: '',
  を使用して: '',
  を持つ: '',
  および: '',
  ため: '',
  関する: '',
};
