import { TRANSLATION_WAYS } from '#domain/conversations/index.ts';
import type { GivenTranslation } from '#domain/conversations/index.ts';
import type { GivenRemark } from '#domain/desk/index.ts';
import type { FormProblem } from '#web/ui/index.ts';

/** What was typed into the form of a translation. */
export type TranslationWords = Readonly<Record<keyof GivenTranslation, string>>;

/** What was typed against a translation, or to take it back. */
export type RemarkWords = { readonly kind: string; readonly translation: string; readonly reason: string };

type Form<Given> =
  | { readonly ok: true; readonly given: Given }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

const LONGEST = { text: 20_000, from: 60, into: 60, by: 200, reason: 500 } as const;

const MISSING = {
  text: 'Write the translation',
  from: 'Write the language of the message',
  into: 'Write the language of the translation',
  by: 'Write who translated it, or the name and version of the program',
} as const;

/** Reads the form of a translation: nobody's word is taken without their name. */
export function translationForm(words: TranslationWords): Form<GivenTranslation> {
  const how = TRANSLATION_WAYS.find(each => each === words.how);
  const problems: FormProblem[] = (['text', 'from', 'into', 'by'] as const).flatMap(field => {
    if (words[field] === '') return [{ field, message: MISSING[field] }];
    if (words[field].length <= LONGEST[field]) return [];
    return [{ field, message: `This must be ${LONGEST[field].toLocaleString('en-GB')} characters or fewer` }];
  });
  if (how === undefined) problems.push({ field: 'how', message: 'Choose how it was translated' });
  return problems.length > 0 || how === undefined
    ? { ok: false, problems }
    : { ok: true, given: { ...words, how } };
}

/** Reads a dispute, or a taking back; both need a reason. */
export function remarkForm({ kind, translation, reason }: RemarkWords): Form<GivenRemark> {
  const field = `reason-${translation}`;
  const refuse = (message: string): Form<GivenRemark> => ({ ok: false, problems: [{ field, message }] });
  if (kind !== 'disputed' && kind !== 'taken-back') return refuse('Choose what to say of this translation');
  if (reason === '')
    return refuse(kind === 'disputed' ? 'Write what is wrong with it' : 'Write why it is taken back');
  if (reason.length > LONGEST.reason) return refuse(`This must be ${LONGEST.reason} characters or fewer`);
  return { ok: true, given: { kind, translation, reason } };
}
