import { utcInterval } from '#portable/chat/index.ts';
import type { Message, ReadingHead } from '#portable/chat/index.ts';
import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { writtenTime } from '../written-time.ts';

/** When a message was sent, as far as the file says: an instant, an interval, or nothing. */
export function meaningOf(message: Message, head: ReadingHead | null): Html {
  const { instant, written, writtenOther } = message;
  if (instant !== null) return html`${utcTime(instant)} UTC, as the file gives it`;
  if (written === null) return html`Not known: the date is not understood`;
  const other =
    writtenOther === undefined
      ? undefined
      : html` Or, with day and month the other way round: ${intervalOf(writtenOther, head)}.`;
  return html`${intervalOf(written, head)}.${other}`;
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
  const london = londonReading(written);
  return html`Between ${utcTime(interval.from)} and ${utcTime(last)} UTC, by what the file
  says${london !== null && html`. If the phone was on London time: ${london}`}`;
}

/**
 * What the written time is in UTC if its clock was London's. It is said with its "if": the file does not say so. The
 * hour that autumn repeats has two answers, and the hour that spring leaves out has none.
 */
function londonReading(written: string): string | null {
  const candidates = [0, 60].filter(offset => {
    const interval = utcInterval(written, offset);
    return interval !== null && londonOffset(new Date(interval.from)) === offset;
  });
  if (candidates.length === 0) return 'London had no such time on that day';
  return candidates.map(offset => utcTime(utcInterval(written, offset)!.from) + ' UTC').join(' or ');
}

const LONDON = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });

function londonOffset(at: Date): number {
  const name = LONDON.formatToParts(at).find(part => part.type === 'timeZoneName')?.value;
  return name === 'GMT+01:00' ? 60 : 0;
}

/** Why it is read so: the order of day and month, the zone, and how fine the clock is. */
export function reasonsOf(message: Message, head: ReadingHead | null): readonly string[] {
  const precision = {
    day: 'The file writes the day alone.',
    minute: 'The file writes minutes.',
    second: 'The file writes seconds.',
    millisecond: 'The file writes thousandths of a second.',
    none: 'The file gives no time here.',
  }[message.precision];
  if (head === null) return [precision];
  return [precision, orderWords(head), head.zone.statement];
}

const ORDER_NAMES = {
  DMY: 'day, month, year',
  MDY: 'month, day, year',
  YMD: 'year, month, day',
  YDM: 'year, day, month',
};

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
export function zoneLabel({ zone: { basis } }: ReadingHead): string {
  return {
    utc: 'Times in UTC',
    'exporter-local': 'Zone: not in the file',
    'converter-local': 'Zone: of another computer, not in the file',
    'offset-in-file': 'Zone: with each time',
    'offset-from-both-clocks': 'Zone: from both clocks',
    unknown: 'Zone: not known',
  }[basis];
}
