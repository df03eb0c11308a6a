/**
 * The mark of a numbered version in a file name: `-v1`, `_v2.1`, ` V4`, `ver3`, `rev2`. Captures the number and what follows its
 * dot. Here and below a search begins where separators do: from each of them it would be quadratic.
 */
export const numberedMark =
  /(?<![ _\-.(])[ _\-.(]+(?:v|ver|version|rev)[ ._-]?(\d{1,3})(?:\.(\d{1,3}))?\)?(?=$|[ _\-.(])/iu;

/**
 * The mark of a dated version in a file name: `_202105`, `-20210531`, `2021-05`, `2021年5月更新`. A year alone belongs to the name,
 * as does a fiscal year. Captures year, month and day, then the month and the day where they are written `5月31日`.
 */
export const datedMark =
  /(?<![ _\-.(])[ _\-.(]*(?<!\d)(20\d{2})(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)|年(1[0-2]|0?[1-9])月(?:(\d{1,2})日)?)(?:更新|版)?\)?/u;
