/** The languages a partner reads. Help and logs stay English. */
export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/** One statement in every language a partner reads. */
export type Text = Readonly<Record<Language, string>>;
