import {
  type BoxMail,
  decodeQuestionLetter,
  type QuestionLetter,
  type ReturnVisit,
  type SentAddition,
} from '#domain/engagement/index.ts';
import type { PublicParts } from '../parts.ts';
import { openBox, type OpenedBox } from '../receipt/opened-box.ts';

/** A question that an officer sent, opened, and when the submitter answered it. */
export type ShownQuestion = QuestionLetter & { readonly answeredAt: Date | null };

/** Everything a returning visitor sees: a function only of what they sent and what an officer chose to send them. */
export type ReturnContent = {
  readonly box: OpenedBox;
  readonly questions: readonly ShownQuestion[];
  /** Newest first. */
  readonly additions: readonly SentAddition[];
  /** Additions (32 hex) whose receipt is in the box. */
  readonly receipted: ReadonlySet<string>;
};

/** Reads and opens what lies in the box of a visit; null when there is no such box any more. */
export async function returnContent(parts: PublicParts, visit: ReturnVisit): Promise<ReturnContent | null> {
  const box = await openBox(parts, visit);
  if (box === null) return null;
  const [additions, mail] = await Promise.all([
    parts.door.readAdditions(visit.boxId),
    parts.door.readMail(visit.boxId),
  ]);
  return {
    box,
    questions: await questionsIn(parts, visit, { mail, additions }),
    additions: additions.toReversed(),
    receipted: new Set(mail.flatMap(({ kind, thing }) => (kind === 'addition-receipt' ? [thing] : []))),
  };
}

type Box = { readonly mail: readonly BoxMail[]; readonly additions: readonly SentAddition[] };

async function questionsIn(
  { opener }: PublicParts,
  { boxSecret }: ReturnVisit,
  { mail, additions }: Box,
): Promise<ShownQuestion[]> {
  const { identity } = await opener.keysOf(boxSecret);
  const questions: ShownQuestion[] = [];
  for (const { kind, body } of mail) {
    const plain = kind === 'question' ? await opener.open(body, identity) : null;
    const letter = plain === null ? null : decodeQuestionLetter(plain);
    if (letter === null) continue;
    const answer = additions.find(
      each => each.kind === 'answer' && each.about === letter.question && each.state !== 'refused',
    );
    questions.push({ ...letter, answeredAt: answer?.receivedAt ?? null });
  }
  return questions;
}
