/** What stands around every text of a catalogue in the language `x-marked`. No text of ours holds them. */
export const MARKS = { before: '\u27e6', after: '\u27e7' } as const;
