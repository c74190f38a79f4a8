import { utf8 } from '../../bytes/index.ts';
import { encodeReadingLines, readChat } from '../../chat/index.ts';
import type { Message, Reading } from '../../chat/index.ts';
import type { SampleItem } from './sample-bundle.ts';

const TOPICS = [
  'the match',
  'homework',
  'the bus',
  'my sister',
  'that film',
  'lunch',
  'practice',
  'the rain',
];
const SHAPES = [
  'did you see #',
  'i was late because of #',
  '# again, honestly',
  'tell me about #',
  'ok. # then 🙂',
];

/** A WhatsApp text export of two invented people, always the same for the same count and first words. */
export function sampleChat(messages: number, first?: string): Uint8Array {
  const lines: string[] = [];
  for (let n = 0; n < messages; n += 1) {
    const minute = n % 60;
    const [day, hour] = [18 + (Math.floor(n / 720) % 12), 8 + (Math.floor(n / 60) % 12)];
    const words = (SHAPES[n % 5] ?? '').replace('#', TOPICS[(n * 7) % 8] ?? '');
    const clock = `${day}/09/2026, ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    lines.push(
      `${clock} - ${n % 3 === 0 ? 'Elle' : 'Jay R'}: ${n === 0 && first !== undefined ? first : `${words}, ${n}`}\n`,
    );
  }
  return utf8(lines.join(''));
}

/** The name under which `plainReading` reads: no program but these tests has it. */
export const PLAIN_READER = 'plain-test/0';

/** A reading of lines as they stand, one message a line, by a reader that the verifier does not have. */
export function plainReading(bytes: Uint8Array): Reading {
  const messages: Message[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    const text = new TextDecoder().decode(bytes.subarray(start, end)).trimEnd();
    const [, writtenText = '', speaker = '', body = ''] = /^(.*?) - (.*?): (.*)$/.exec(text) ?? [];
    const from = { speaker, writtenText, body, span: [start, end] as const };
    const fixed = { kind: 'text', written: null, instant: null, doubts: [], precision: 'none' } as const;
    messages.push({ n: messages.length, ...fixed, ...from, rule: 'line' });
    start = end;
  }
  return { ...EMPTY, bytes: bytes.length, messageCount: messages.length, messages };
}

const EMPTY: Reading = {
  format: 'whatsapp-text',
  reader: PLAIN_READER,
  bytes: 0,
  messageCount: 0,
  unreadBytes: 0,
  kinds: {},
  period: null,
  speakers: [],
  dateOrder: { decision: 'not-needed', order: null, other: null, evidence: [], segments: [] },
  zone: { basis: 'unknown', offsetsMinutes: [], statement: 'Not read.' },
  conversations: [],
  doubts: [],
  messages: [],
  unread: [],
  envelope: [],
};

/** The reading as a transcript of a sample item. */
export function transcriptOf(reading: Reading): { reader: string; lines: string } {
  return {
    reader: reading.reader,
    lines: [...encodeReadingLines(reading)].map(line => `${line}\n`).join(''),
  };
}

/** A chat item with the transcript of the reader that the verifier does not have. */
export function plainChatItem(messages: number): SampleItem {
  const bytes = sampleChat(messages);
  return { name: 'WhatsApp Chat with Elle.txt', bytes, transcript: transcriptOf(plainReading(bytes)) };
}

/** A chat item with the transcript that its own reader makes. */
export function chatItem(messages: number, sealedAt: string, first?: string): SampleItem {
  const bytes = sampleChat(messages, first);
  const read = readChat(bytes, { format: 'whatsapp-text', sealedAt });
  if (!read.ok) throw new Error(read.detail);
  return { name: 'WhatsApp Chat with Jay.txt', bytes, transcript: transcriptOf(read.reading) };
}
