import type { Compared, DiffResult, Place, ReadingDifference } from '../portable/chat/index.ts';
import { count, entry, grouped, visible } from './read-report.ts';

const SHOWN = 20;

function placeText({ n, span: [start, end] }: Place): string {
  const bytes = `bytes ${grouped(start)} to ${grouped(end)}`;
  return n === null ? bytes : `message ${grouped(n + 1)}, ${bytes}`;
}

/** The first of many, and how many more there are. */
function first<T>(all: number, listed: readonly T[], text: (one: T) => string[]): string[] {
  const shown = listed.slice(0, SHOWN);
  const more = all - shown.length;
  return [...shown.flatMap(text), ...(more > 0 ? [`and ${grouped(more)} more`] : [])];
}

function counts({ unchanged, changed, onlyOlder, onlyNewer }: Compared): string {
  return [
    `${grouped(unchanged)} unchanged`,
    `${grouped(changed)} changed`,
    `${grouped(onlyOlder)} only in the old reading`,
    `${grouped(onlyNewer)} only in the new one`,
  ].join(', ');
}

function changedTexts({ changed, firstChanged, changedKeys }: Compared): string[] {
  const keys = Object.entries(changedKeys).map(([key, many]) => `${key} ${grouped(many)}`);
  return [
    ...(keys.length > 0 ? [`By key: ${keys.join(', ')}`] : []),
    ...first(changed, firstChanged, ({ older, fields }) => [
      placeText(older),
      ...fields.map(
        field => `  ${field.key}: ${visible(field.older ?? 'absent')} → ${visible(field.newer ?? 'absent')}`,
      ),
    ]),
  ];
}

function section(label: string, texts: readonly string[]): string {
  return texts.length === 0 ? '' : entry(label, texts);
}

function lists(compared: Compared): string {
  const { onlyOlder, onlyNewer, firstOnlyOlder, firstOnlyNewer } = compared;
  return [
    section('Changed', changedTexts(compared)),
    section(
      'Only old',
      first(onlyOlder, firstOnlyOlder, one => [placeText(one)]),
    ),
    section(
      'Only new',
      first(onlyNewer, firstOnlyNewer, one => [placeText(one)]),
    ),
  ].join('');
}

function doubtTexts({ doubts: { onlyOlder, onlyNewer } }: ReadingDifference): string[] {
  return [
    ...(onlyOlder.length > 0 ? [`only the old reading: ${onlyOlder.map(visible).join(', ')}`] : []),
    ...(onlyNewer.length > 0 ? [`only the new reading: ${onlyNewer.map(visible).join(', ')}`] : []),
  ];
}

/** What differs between two readings of one file, as plain text. */
export function differenceReport(name: string, difference: ReadingDifference): string {
  const { readers, head, messages, unread, envelope, isSame } = difference;
  return [
    `${visible(name)}\n\n`,
    entry('Readers', [`${visible(readers.older)} (old), ${visible(readers.newer)} (new)`]),
    entry('Result', [isSame ? 'The two readings are the same.' : 'The two readings differ.']),
    entry('Messages', [counts(messages)]),
    lists(messages),
    entry('Unread', [counts(unread)]),
    lists(unread),
    entry('Envelope', [counts(envelope)]),
    section('Whole', head.length > 0 ? [`Other values of: ${head.join(', ')}`] : []),
    section('Doubts', doubtTexts(difference)),
  ].join('');
}

const NO_READING = {
  'no-first-line': 'does not begin with the first line of a reading',
  'not-a-reading-line': 'is no line of a reading that this version knows',
  'not-in-file-order': 'does not stand in the order of a reading',
};

/** Why there is no difference to show, in a sentence. */
export function noDifference(result: Extract<DiffResult, { ok: false }>): string {
  if (result.reason === 'sizes-differ') {
    const sizes = `${count(result.older, 'byte')} and ${count(result.newer, 'byte')}`;
    return `The old reading is of another file: their sizes are ${sizes}.`;
  }
  return `The ${result.side === 'older' ? 'old' : 'new'} reading cannot be used: line ${result.line} ${NO_READING[result.reason]}.`;
}
