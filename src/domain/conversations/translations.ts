/**
 * The events of translations. Each has the facts `item`, `reading` (32 hex) and `message` (its number in the reading). A
 * translation adds `from`, `into`, `by`, `how` and `text`; a dispute, and a translation that is taken back, add
 * `translation` (the id of its event) and `reason`.
 */
export const MESSAGE_TRANSLATED = 'message-translated';
export const TRANSLATION_DISPUTED = 'translation-disputed';
export const TRANSLATION_TAKEN_BACK = 'translation-taken-back';

/** Who vouches for a translation: a certified translator, somebody who reads the language, or only a program. */
export const TRANSLATION_WAYS = ['certified', 'person', 'machine'] as const;
export type TranslationWay = (typeof TRANSLATION_WAYS)[number];

/** A translation of one message as an officer put it on record. It stands beside the words as written, never in their place. */
export type GivenTranslation = {
  /** The languages, as the officer calls them. */
  readonly from: string;
  readonly into: string;
  /** Who translated it, or which program in which version. */
  readonly by: string;
  readonly how: TranslationWay;
  readonly text: string;
};

/** An objection to a translation, or the reason why it was taken back. */
export type Remark = {
  readonly officerId: string;
  readonly officer: string;
  readonly at: Date;
  readonly reason: string;
};

export type Translation = GivenTranslation & {
  /** The id of its event, 32 hex. */
  readonly id: string;
  /** The message's number in the reading. */
  readonly message: number;
  /** Who put it on record, and when. */
  readonly officerId: string;
  readonly officer: string;
  readonly at: Date;
  readonly disputes: readonly Remark[];
  /** Null while it stands. Taken back, it stays on record. */
  readonly takenBack: Remark | null;
};

/** One event of a translation with what it says, in the order of the record. */
export type TranslationEvent = { readonly id: string } & Omit<Remark, 'reason'> &
  (
    | { readonly type: typeof MESSAGE_TRANSLATED; readonly message: number; readonly given: GivenTranslation }
    | {
        readonly type: typeof TRANSLATION_DISPUTED | typeof TRANSLATION_TAKEN_BACK;
        readonly translation: string;
        readonly reason: string;
      }
  );

/** The translations after these events. What is said of a translation that is not among them is passed over. */
export function translationsAfter(events: readonly TranslationEvent[]): Translation[] {
  const translations = new Map<string, Translation>();
  for (const event of events) {
    const { id, officerId, officer, at } = event;
    if (event.type === MESSAGE_TRANSLATED) {
      const { given, message } = event;
      translations.set(id, {
        ...given,
        ...{ id, message, officerId, officer, at, disputes: [], takenBack: null },
      });
      continue;
    }
    const said = translations.get(event.translation);
    if (said === undefined) continue;
    const remark = { officerId, officer, at, reason: event.reason };
    translations.set(
      event.translation,
      event.type === TRANSLATION_DISPUTED
        ? { ...said, disputes: [...said.disputes, remark] }
        : { ...said, takenBack: said.takenBack ?? remark },
    );
  }
  return [...translations.values()];
}
