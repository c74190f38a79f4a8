import type { DoubtLedger } from '../doubts.ts';
import type { OtherReading } from '../reading.ts';
import { textOf } from '../written-text.ts';
import type { HeaderClock } from './findings.ts';
import { bodyKind } from './body-kind.ts';
import { bodyEndOf } from './findings.ts';
import type { HeaderTable } from './header-table.ts';
import type { Lines } from './speakers.ts';
import { LINE_RULES, NOBODY } from './speakers.ts';

/** A chat is taken for one between two people when both wrote at least this often and anybody else only once. */
const LEAST_MESSAGES = 10;
/** The chat goes on around the line: its neighbours are at most this far apart. */
const CLOSE_SECONDS = 60;

const PLAIN_RULE = LINE_RULES.indexOf('speaker');

interface TwoPeople {
  readonly headers: HeaderTable;
  readonly lines: Lines;
  readonly clock: HeaderClock;
  /** Messages of each name. */
  readonly uses: readonly number[];
}

/** How often each name speaks, when two people speak often and any others once; else null. */
function usesBetweenTwo(lines: Lines): number[] | null {
  const uses: number[] = [];
  for (let i = 0; i < lines.speaker.length; i++) {
    const id = lines.speaker.at(i);
    if (id !== NOBODY) uses[id] = (uses[id] ?? 0) + 1;
  }
  const often = uses.filter(count => count >= LEAST_MESSAGES).length;
  const once = uses.filter(count => count === 1).length;
  return often === 2 && once > 0 && often + once === uses.filter(count => count > 0).length ? uses : null;
}

/**
 * The headers that are more likely a line pasted into the message before: in a chat between two people, a third name
 * that appears once, earlier than the message before, while the messages around it follow one another closely.
 */
export function findStrangers(
  bytes: Uint8Array,
  { headers, lines, clock }: Omit<TwoPeople, 'uses'>,
): Set<number> {
  const found = new Set<number>();
  const uses = usesBetweenTwo(lines);
  if (!uses) return found;
  for (let i = 1; i + 1 < headers.length; i++)
    if (isStranger({ headers, lines, clock, uses }, i) && isText(bytes, { headers, lines }, i - 1))
      found.add(i);
  return found;
}

/** True where a person's words stand: what the app writes in their place has no second line. */
function isText(
  bytes: Uint8Array,
  { headers, lines }: Pick<TwoPeople, 'headers' | 'lines'>,
  i: number,
): boolean {
  return bodyKind(bytes, lines.bodyStart.at(i), bodyEndOf({ bytes, headers }, i)).kind === 'text';
}

function isStranger({ headers, lines, clock, uses }: TwoPeople, i: number): boolean {
  if (uses[lines.speaker.at(i)] !== 1 || lines.rule.at(i) !== PLAIN_RULE) return false;
  const neighbours = [i - 1, i + 1];
  if (neighbours.some(k => (uses[lines.speaker.at(k)] ?? 0) < LEAST_MESSAGES)) return false;
  if (neighbours.some(k => headers.shape.at(k) !== headers.shape.at(i))) return false;
  const times = [i - 1, i, i + 1].map(k => clock.timesOf(k));
  const [before, at, after] = times.map(({ at: seconds, other }) => (other === null ? seconds : null));
  if (typeof before !== 'number' || typeof at !== 'number' || typeof after !== 'number') return false;
  return at < before && before <= after && after - before <= CLOSE_SECONDS;
}

/** Takes such headers out of the table; gives, for each message they now belong to, what the line says as a message. */
export function dropStrangers(
  bytes: Uint8Array,
  { headers, lines, strangers }: { headers: HeaderTable; lines: Lines; strangers: ReadonlySet<number> },
  ledger: DoubtLedger,
): Map<number, OtherReading> {
  const pasted = new Map<number, OtherReading>();
  for (const i of strangers) {
    const n = i - 1 - pasted.size;
    const body = textOf(bytes, lines.bodyStart.at(i), bodyEndOf({ bytes, headers }, i));
    pasted.set(n, { kind: 'text', speaker: lines.nameText(lines.speaker.at(i)), body });
    ledger.noteMessage('header-like-body-line', n);
  }
  if (strangers.size > 0) headers.retain(i => !strangers.has(i));
  return pasted;
}
