// Writes a chat as WhatsApp does: the Android text, the iPhone text, and what a person gets who copies messages
// out of WhatsApp in a browser. Facts: docs/formats/chat-whatsapp.md.
import { chatDraft } from './chat-draft.ts';
import type { TruthFrame } from './chat-draft.ts';
import { nameOf } from './chat-event.ts';
import type { Cast, ChatEvent } from './chat-event.ts';
import type { ChatTruth } from './chat-truth.ts';
import { londonWall, two } from './london-clock.ts';
import type { Wall } from './london-clock.ts';

const LEFT_TO_RIGHT_MARK = '\u200e';
const NARROW_NO_BREAK_SPACE = '\u202f';

type Written = { bytes: Uint8Array; truth: ChatTruth };

/** How one phone writes dates: British day first with 24 hours, or American month first with 12. */
export type Locale = 'en-GB' | 'en-US';

/** Android: `18/09/2026, 20:10 - Name: body`, minutes only, LF. The last line has its line end too. */
export function writeAndroid(events: readonly ChatEvent[], cast: Cast, locale: Locale): Written {
  const draft = chatDraft(androidFrame(locale));
  for (const event of events) {
    const speaker = event.who === null || event.kind === 'call' ? null : nameOf(cast, event.who);
    const stamp = androidStamp(londonWall(event.at), locale);
    const before = speaker === null ? `${stamp} - ` : `${stamp} - ${speaker}: `;
    draft.entry(event, { before, body: androidBody(event, cast), after: '\n', speaker });
  }
  return draft.finish();
}

function androidFrame(locale: Locale): TruthFrame {
  const american = locale === 'en-US';
  return {
    format: 'whatsapp-android',
    dateOrder: american ? 'mdy' : 'dmy',
    dateOrderAmbiguous: american,
    precision: 'minute',
    zone: 'Europe/London',
    lineEnd: 'lf',
  };
}

function androidStamp(wall: Wall, locale: Locale): string {
  if (locale === 'en-GB') return `${britishDate(wall)}, ${two(wall.hour)}:${two(wall.minute)}`;
  const half = wall.hour < 12 ? 'AM' : 'PM';
  const date = `${wall.month}/${wall.day}/${two(wall.year % 100)}`;
  return `${date}, ${wall.hour % 12 || 12}:${two(wall.minute)}${NARROW_NO_BREAK_SPACE}${half}`;
}

function britishDate(wall: Wall): string {
  return `${two(wall.day)}/${two(wall.month)}/${wall.year}`;
}

function androidBody(event: ChatEvent, cast: Cast): string {
  if (event.kind === 'deleted') {
    return event.who === cast.exporter ? 'You deleted this message' : 'This message was deleted';
  }
  if (event.kind === 'media') return androidMedia(event);
  return event.edited === true ? `${event.body} <This message was edited>` : event.body;
}

function androidMedia(event: ChatEvent): string {
  const name = event.file?.name ?? null;
  if (name === null) return '<Media omitted>';
  const line = `${name} (file attached)`;
  return event.body === '' ? line : `${line}\n${event.body}`;
}

/** iPhone: `[18/09/2026, 20:10:05] Name: body`, CRLF, a left-to-right mark before what the app itself says. */
export function writeIphone(events: readonly ChatEvent[], cast: Cast, chatName: string): Written {
  const draft = chatDraft({
    ...androidFrame('en-GB'),
    format: 'whatsapp-ios',
    precision: 'second',
    lineEnd: 'crlf',
  });
  for (const event of events) {
    const speaker = event.who === null ? chatName : nameOf(cast, event.who);
    const lead = event.kind === 'media' ? LEFT_TO_RIGHT_MARK : '';
    const before = `${lead}[${iphoneStamp(londonWall(event.at))}] ${speaker}: `;
    const body = iphoneBody(event, cast).replaceAll('\n', '\r\n');
    draft.entry(event, { before, body, after: '\r\n', speaker: bareName(speaker) });
  }
  return draft.finish();
}

function iphoneStamp(wall: Wall): string {
  return `${britishDate(wall)}, ${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`;
}

/** A name without the invisible marks an iPhone puts round numbers and unsaved names. */
function bareName(shown: string): string {
  return shown.replace(/[\u200e\u202a\u202c]/g, '');
}

function iphoneBody(event: ChatEvent, cast: Cast): string {
  const said = LEFT_TO_RIGHT_MARK;
  if (event.kind === 'deleted') {
    return event.who === cast.exporter
      ? `${said}You deleted this message.`
      : `${said}This message was deleted.`;
  }
  if (event.kind === 'call') return `${said}${event.body}. ${said}Tap to call back`;
  if (event.kind === 'system') return `${said}${event.body}`;
  if (event.kind === 'media') return iphoneMedia(event);
  return event.edited === true ? `${event.body} ${said}<This message was edited>` : event.body;
}

function iphoneMedia(event: ChatEvent): string {
  const said = LEFT_TO_RIGHT_MARK;
  const caption = event.body === '' ? '' : `${event.body} `;
  const name = event.file?.name ?? null;
  return name === null
    ? `${caption}${said}${event.file?.what ?? 'image'} omitted`
    : `${caption}${said}<attached: ${name}>`;
}

/** Copied in the browser: `[20:10, 18/09/2026] Name: body`; files and the app's own lines do not come along. */
export function writeWebCopy(events: readonly ChatEvent[], cast: Cast): Written {
  const draft = chatDraft({ ...androidFrame('en-GB'), format: 'whatsapp-web-copy' });
  for (const event of events) {
    if (event.who === null || event.kind !== 'text') throw new Error('only what people wrote can be copied');
    const speaker = nameOf(cast, event.who);
    const wall = londonWall(event.at);
    const before = `[${two(wall.hour)}:${two(wall.minute)}, ${wall.day}/${wall.month}/${wall.year}] ${speaker}: `;
    draft.entry(event, { before, body: event.body, after: '\n', speaker });
  }
  return draft.finish();
}
