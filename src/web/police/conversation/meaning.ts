import type { DeclaredZoneAnswer } from '#domain/conversations/index.ts';
import { DeclaredZone, utcInterval } from '#portable/chat/index.ts';
import type { Message, ReadingHead } from '#portable/chat/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { writtenTime } from '../written-time.ts';

/** When a message was sent, as far as the file says: an instant, an interval, or nothing. */
export function meaningOf(
  message: Message,
  head: ReadingHead | null,
  declared: DeclaredZoneAnswer | null,
): Html {
  const { instant, written, writtenOther } = message;
  if (instant !== null) return html`${utcTime(instant)} UTC, as the file gives it`;
  if (written === null) return html`Not known: the date is not understood`;
  const meant = (time: string) =>
    declared === null ? intervalOf(time, head) : declaredMeaning(time, declared);
  const other =
    writtenOther === undefined
      ? undefined
      : html` Or, with day and month the other way round: ${meant(writtenOther)}.`;
  return html`${meant(written)}.${other}`;
}

/** "18 September 2026, 19:10:00". */
function utcTime(instant: string): string {
  return writtenTime(instant.replace(/(\.\d+)?Z$/, ''));
}

function intervalOf(written: string, head: ReadingHead | null): Html {
  const offsets = head?.zone.offsetsMinutes ?? [];
  const only = offsets.length === 1 ? offsets[0] : undefined;
  const interval = head?.zone.basis === 'utc' ? utcInterval(written, 0) : utcInterval(written, only);
  if (interval === null) return html`Not known`;
  const last = new Date(Date.parse(interval.to) - 1000).toISOString();
  if (interval.from === last) return html`${utcTime(interval.from)} UTC`;
  const london = timesIn('Europe/London', written);
  return html`Between ${utcTime(interval.from)} and ${utcTime(last)} UTC, by what the file
  says${
    london !== null &&
    html`. If the phone was on London time:
    ${london.length === 0 ? 'London had no such time on that day' : london.join(' or ')}`
  }`;
}

/** What the written time is in UTC by a zone that somebody declared. It is said whose word that is: the file does not say it. */
function declaredMeaning(written: string, { zone, by }: DeclaredZoneAnswer): Html {
  const times = timesIn(zone, written);
  const why = html`by the clock of ${isolated(zone)}, which ${by} declared`;
  if (times === null) return html`Not known: no zone is called ${isolated(zone)} here`;
  const [first, second] = times;
  if (first === undefined)
    return html`No moment, ${why}: that clock left this hour out when it was put forward`;
  if (second === undefined) return html`${first}, ${why}`;
  return html`${first} or ${second}, ${why}: that clock showed this hour twice when it was put back`;
}

/**
 * What a written time is in UTC by the clock of a zone, earliest first: two in the hour that autumn repeats, none in the hour
 * that spring leaves out. Null where the zone is not known.
 */
function timesIn(zone: string, written: string): readonly string[] | null {
  const interval = utcInterval(written, 0);
  const clock = DeclaredZone.named(zone);
  if (interval === null || clock === null) return null;
  return clock.instantsOf(Date.parse(interval.from)).map(at => `${utcTime(new Date(at).toISOString())} UTC`);
}

/** Why it is read so: the order of day and month, the zone, and how fine the clock is. */
export function reasonsOf(
  message: Message,
  head: ReadingHead | null,
  declared: DeclaredZoneAnswer | null,
): readonly string[] {
  const precision = {
    day: 'The file writes the day alone.',
    minute: 'The file writes minutes.',
    second: 'The file writes seconds.',
    millisecond: 'The file writes thousandths of a second.',
    none: 'The file gives no time here.',
  }[message.precision];
  if (head === null) return [precision];
  const known =
    declared === null || message.instant !== null ? [] : [`${declared.by} on the zone: ${declared.reason}`];
  return [precision, orderWords(head), head.zone.statement, ...known];
}

const ORDER_NAMES = {
  DMY: 'day, month, year',
  MDY: 'month, day, year',
  YMD: 'year, month, day',
  YDM: 'year, day, month',
};

/** "day, month, year". */
export function orderName(order: keyof typeof ORDER_NAMES): string {
  return ORDER_NAMES[order];
}

/** How the order of day and month was settled, in a sentence with its evidence. */
export function orderWords({ dateOrder: { decision, order, other, evidence } }: ReadingHead): string {
  const name = order === null ? '' : ORDER_NAMES[order];
  const why = evidence.length === 0 ? '' : ` ${evidence.join(' ')}`;
  if (decision === 'not-needed') return `The format writes dates in one way only.${why}`;
  if (decision === 'certain') return `Dates are written ${name}: no other order fits.${why}`;
  if (decision === 'inferred') return `Dates are most likely written ${name}.${why}`;
  return `Dates can be read ${name} or ${other === null ? 'otherwise' : ORDER_NAMES[other]}; the file does not decide.${why}`;
}

/** The same in a label's few words. */
export function orderLabel({ dateOrder: { decision, order } }: ReadingHead): string {
  if (decision === 'not-needed') return 'Date order: stated by the format';
  const first = order?.startsWith('D') ? 'Day first' : order?.startsWith('M') ? 'Month first' : 'Year first';
  return decision === 'undetermined' ? 'Date order: not decided' : `${first}: ${decision}`;
}

/** What is known of the zone in a label's few words; the statement itself stands beside it. */
export function zoneLabel({ zone: { basis } }: ReadingHead, declared: DeclaredZoneAnswer | null): string {
  const isSaid = ['utc', 'offset-in-file', 'offset-from-both-clocks'].includes(basis);
  if (declared !== null && !isSaid) return `Zone: ${declared.zone}, declared`;
  return {
    utc: 'Times in UTC',
    'exporter-local': 'Zone: not in the file',
    'converter-local': 'Zone: of another computer, not in the file',
    'offset-in-file': 'Zone: with each time',
    'offset-from-both-clocks': 'Zone: from both clocks',
    unknown: 'Zone: not known',
  }[basis];
}

/** Beside a gap: that it rests on an order of day and month that the file does not settle. Nothing where it does. */
export function gapOrderWords({ dateOrder: { decision, order } }: ReadingHead): string | undefined {
  const name = order === null ? 'otherwise' : ORDER_NAMES[order];
  if (decision === 'inferred')
    return `This rests on dates being written ${name}, which is most likely and not certain: read otherwise, gaps stand elsewhere.`;
  return decision === 'undetermined'
    ? `This rests on dates being written ${name}, which the file does not decide: read otherwise, gaps stand elsewhere.`
    : undefined;
}
