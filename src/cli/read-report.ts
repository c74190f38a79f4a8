import type { Detection, Doubt, Reading, Span } from '../portable/chat/index.ts';
import { damageSentence, formatBasis, formatTitle, reasonSentence } from '../portable/chat/index.ts';

const LABEL_WIDTH = 10;
const LINE_WIDTH = 96;
const SPEAKERS_SHOWN = 12;
const SPANS_SHOWN = 10;

/** `12345` as `12,345`: the same on every machine. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A number with the word for what it counts. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}

/** Text of the chat made safe for a terminal: control and direction characters are shown, not obeyed. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, letter =>
    letter === '\u200d'
      ? letter
      : `<U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}

/** Breaks a text into lines; what stands before its first word stands before every line. */
function wrapped(text: string, width: number): string[] {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}

/** A label and the lines behind it, broken to the width of a terminal. */
export function entry(label: string, texts: readonly string[]): string {
  const lines = texts.flatMap(text => wrapped(text, LINE_WIDTH - LABEL_WIDTH));
  return lines.map((line, i) => `${(i === 0 ? label : '').padEnd(LABEL_WIDTH)}${line}\n`).join('');
}

function detectionTexts(detection: Detection, reading: Reading): string[] {
  const { confidence } = detection.format === null ? { confidence: 'low' } : detection;
  const broken = detection.format === null ? null : detection.broken;
  const others = detection.runnersUp.map(({ format }) => `It could also be: ${formatTitle(format)}.`);
  return [
    `${formatTitle(reading.format)}, confidence ${confidence}, reader ${reading.reader}`,
    ...(formatBasis(reading.format) === 'documentation-only'
      ? ['Built from descriptions of this format alone. No real export was read with it yet.']
      : []),
    ...detection.reasons.map(reasonSentence),
    ...(broken === null ? [] : [`Damaged: ${damageSentence(broken)}`]),
    ...others,
  ];
}

function kindsText({ messageCount, kinds }: Reading): string {
  const parts = Object.entries(kinds).sort((a, b) => b[1] - a[1]);
  const list = parts.map(([kind, messages]) => `${grouped(messages)} ${kind}`).join(', ');
  return messageCount === 0 ? 'none' : `${grouped(messageCount)}: ${list}`;
}

function speakerTexts({ speakers }: Reading): string[] {
  if (speakers.length === 0) return ['none named'];
  const shown = speakers
    .slice(0, SPEAKERS_SHOWN)
    .map(({ name, messages }) => `${visible(name)} (${grouped(messages)})`);
  const rest = speakers.length - SPEAKERS_SHOWN;
  return [...shown, ...(rest > 0 ? [`and ${count(rest, 'other', 'others')}`] : [])];
}

const ORDER_WORDS = {
  DMY: 'day, month, year',
  MDY: 'month, day, year',
  YMD: 'year, month, day',
  YDM: 'year, day, month',
};

function dateTexts({ dateOrder }: Reading): string[] {
  const { decision, order, other, evidence, segments } = dateOrder;
  if (decision === 'not-needed') return ['Written so that their order is fixed.'];
  const named = order ? ORDER_WORDS[order] : 'not known';
  const instead = decision === 'undetermined' && other ? `, or else ${ORDER_WORDS[other]}` : '';
  const shapes =
    segments.length > 1 ? segments.map(({ shape, messages }) => `${grouped(messages)} as "${shape}"`) : [];
  return [`Order ${named}${instead}: ${decision}.`, ...evidence, ...shapes];
}

function doubtTexts({ code, sentence, causes, count: messages, messages: listed, detail }: Doubt): string[] {
  const numbers = listed
    .slice(0, SPANS_SHOWN)
    .map(n => grouped(n + 1))
    .join(', ');
  const more = messages > SPANS_SHOWN ? ', …' : '';
  return [
    sentence,
    ...(messages === 0 ? [] : [`  ${count(messages, 'message')}: ${numbers}${more}`]),
    ...(detail === undefined ? [] : [`  ${visible(detail)}`]),
    `  Could be: ${causes.join(' ')} [${code}]`,
  ];
}

function spanTexts(spans: readonly Span[]): string[] {
  if (spans.length === 0) return ['none'];
  const shown = spans
    .slice(0, SPANS_SHOWN)
    .map(([start, end]) => `bytes ${grouped(start)} to ${grouped(end)} (${grouped(end - start)})`);
  return spans.length > SPANS_SHOWN ? [...shown, `and ${grouped(spans.length - SPANS_SHOWN)} more`] : shown;
}

/** What a person wants to know of a reading, as plain text. */
export function readingReport(name: string, detection: Detection, reading: Reading): string {
  const { conversations, doubts } = reading;
  const chats = conversations.map(chat => `${visible(chat.name ?? '(no name)')} (${grouped(chat.messages)})`);
  return [
    `${visible(name)}\n\n`,
    entry('Format', detectionTexts(detection, reading)),
    entry('Size', [`${count(reading.bytes, 'byte')}, ${grouped(reading.unreadBytes)} of them not read`]),
    entry('Messages', [kindsText(reading)]),
    chats.length > 0 ? entry('Chats', chats) : '',
    entry('Period', [periodText(reading)]),
    entry('Speakers', speakerTexts(reading)),
    entry('Dates', dateTexts(reading)),
    entry('Zone', [reading.zone.statement, ...offsetTexts(reading)]),
    entry('Doubts', doubts.length === 0 ? ['none'] : doubts.flatMap(doubtTexts)),
    entry('Unread', spanTexts(reading.unread)),
  ].join('');
}

function periodText({ period, zone }: Reading): string {
  if (!period) return 'not known';
  const clock = zone.basis === 'utc' ? 'in UTC' : 'on the clock of the file';
  return `${period.first} to ${period.last}, ${clock}`;
}

function offsetTexts({ zone }: Reading): string[] {
  if (zone.offsetsMinutes.length === 0) return [];
  const shown = zone.offsetsMinutes.map(minutes => {
    const whole = Math.floor(Math.abs(minutes) / 60);
    return `UTC${minutes < 0 ? '-' : '+'}${whole}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
  });
  return [`Offsets seen: ${shown.join(', ')}.`];
}
