import { sql } from 'kysely';
import { type AccountAnswer, contactFrom, decodeAnswerLine } from '#domain/desk/index.ts';
import type { SafeContact } from '#domain/intake/index.ts';

/** An account has some thirty lines, and none of these is longer; what is beyond was not written by our form. */
const MOST_LINES = 100;
const LONGEST_LINE_BYTES = 32_768;

/**
 * Lines of the newest reading of the answers of submission `s` that say how it is safe to reach the submitter; null while
 * there is none. A quotation mark in somebody's words is escaped in a line, so no answer can look like another field.
 */
export function contactLines() {
  return sql<string[] | null>`(
    select array_agg(l.line order by l.seq) from handover.reading_lines l
    where l.reading_id = (
      select r.id from handover.items i join handover.readings r on r.item_id = i.id and r.state = 'read'
      where i.submission_id = s.id and i.kind = 'account' order by i.number, r.read_at desc limit 1)
    and l.seq < ${MOST_LINES} and octet_length(l.line) <= ${LONGEST_LINE_BYTES}
    and strpos(l.line, '"field":"contact.') > 0)`;
}

export function contactOf(lines: readonly string[] | null): SafeContact | null {
  const answers: AccountAnswer[] = (lines ?? []).flatMap(line => decodeAnswerLine(line) ?? []);
  return contactFrom(answers);
}
