import { sizeOfRanges, withoutRanges } from '#domain/accounts/index.ts';
import {
  MESSAGE_TRANSLATED,
  MESSAGES_READ,
  readBy,
  TRANSLATION_DISPUTED,
  TRANSLATION_TAKEN_BACK,
  whoRead,
} from '#domain/conversations/index.ts';
import type { GivenMark, GivenTranslation } from '#domain/conversations/index.ts';
import type { ActOutcome, GivenAnswer, GivenRemark } from '#domain/desk/index.ts';
import { isReadingAnswer, READING_ANSWERED } from '#domain/reading/index.ts';
import { lockSubmission } from '../event-chain.ts';
import { CHANGED, DONE, record } from './act-once.ts';
import type { Desk, KeyedAct } from './act-once.ts';
import { hexOf, idOf } from './ids.ts';
import { marksOn } from './read-marks.ts';
import { answeredItem, answersOn } from './reading-answers.ts';
import { translationsOn } from './translations.ts';

/** The standing answer is looked at under the lock that the event takes. */
export async function answerReading(
  desk: Desk,
  { id, given }: { readonly id: string; readonly given: GivenAnswer },
  act: KeyedAct,
): Promise<ActOutcome> {
  const readingId = idOf(id);
  const item = readingId === null ? undefined : await answeredItem(desk.trx, readingId);
  if (item === undefined || !isReadingAnswer(given.question, given.answer)) return CHANGED;
  await lockSubmission(desk.trx, item.submission_id);
  const before = (await answersOn(desk.trx, id)).findLast(({ question }) => question === given.question);
  if ((before?.answer ?? '') === given.answer) return { ok: false, reason: 'same' };
  await record(desk, act, {
    type: READING_ANSWERED,
    submissionId: item.submission_id,
    facts: { item: hexOf(item.id), ...given },
  });
  return DONE;
}

/** Marks that change nothing make no event; the standing ones are looked at under the lock that the event takes. */
export async function markRead(
  desk: Desk,
  { id, given: { first, last, mark } }: { readonly id: string; readonly given: GivenMark },
  act: KeyedAct,
): Promise<ActOutcome> {
  const readingId = idOf(id);
  const item = readingId === null ? undefined : await answeredItem(desk.trx, readingId);
  if (item === undefined || first < 0 || first > last || last >= item.messages) return CHANGED;
  await lockSubmission(desk.trx, item.submission_id);
  const who = whoRead(await marksOn(desk.trx, id), item.messages);
  const unread = sizeOfRanges(withoutRanges([[first, last]], readBy(who, act.officerId)));
  const isSame = mark === 'read' ? unread === 0 : unread === last - first + 1;
  if (isSame) return { ok: false, reason: 'same' };
  await record(desk, act, {
    type: MESSAGES_READ,
    submissionId: item.submission_id,
    facts: { item: hexOf(item.id), reading: id, first, last, mark },
  });
  return DONE;
}

type OfMessage<Given> = { readonly id: string; readonly n: number; readonly given: Given };

/** The same words by the same translator are put on record once, as long as they stand. */
export async function translate(
  desk: Desk,
  { id, n, given }: OfMessage<GivenTranslation>,
  act: KeyedAct,
): Promise<ActOutcome> {
  const item = await itemOfMessage(desk, id, n);
  if (item === null) return CHANGED;
  await lockSubmission(desk.trx, item.submission_id);
  const standing = (await translationsOn(desk.trx, id, [n, n])).filter(({ takenBack }) => takenBack === null);
  const isSame = standing.some(
    ({ text, by, how }) => text === given.text && by === given.by && how === given.how,
  );
  if (isSame) return { ok: false, reason: 'same' };
  await record(desk, act, {
    type: MESSAGE_TRANSLATED,
    submissionId: item.submission_id,
    facts: { item: hexOf(item.id), reading: id, message: n, ...given },
  });
  return DONE;
}

/** Anybody may dispute what stands; only who put it on record takes it back. */
export async function remarkOnTranslation(
  desk: Desk,
  { id, n, given: { kind, translation, reason } }: OfMessage<GivenRemark>,
  act: KeyedAct,
): Promise<ActOutcome> {
  const item = await itemOfMessage(desk, id, n);
  if (item === null) return CHANGED;
  await lockSubmission(desk.trx, item.submission_id);
  const meant = (await translationsOn(desk.trx, id, [n, n])).find(each => each.id === translation);
  if (meant === undefined || meant.takenBack !== null) return CHANGED;
  if (kind === 'taken-back' && meant.officerId !== act.officerId) return CHANGED;
  await record(desk, act, {
    type: kind === 'disputed' ? TRANSLATION_DISPUTED : TRANSLATION_TAKEN_BACK,
    submissionId: item.submission_id,
    facts: { item: hexOf(item.id), reading: id, message: n, translation, reason },
  });
  return DONE;
}

async function itemOfMessage({ trx }: Desk, reading: string, n: number) {
  const readingId = idOf(reading);
  const item = readingId === null ? undefined : await answeredItem(trx, readingId);
  return item === undefined || n < 0 || n >= item.messages ? null : item;
}
