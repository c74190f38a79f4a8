// Writes a chat as Telegram Desktop's JSON export of one chat. Facts: docs/formats/chat-telegram.md.
import { chatDraft } from './chat-draft.ts';
import { nameOf } from './chat-event.ts';
import type { Cast, ChatEvent } from './chat-event.ts';
import type { ChatTruth } from './chat-truth.ts';
import { londonWall, wallText } from './london-clock.ts';

/** The chat itself, and which message numbers nobody has any more. */
export interface TelegramChat {
  readonly name: string;
  readonly type: 'private_group' | 'personal_chat';
  readonly id: number;
  /** The message number of the first entry. A deleted message leaves a gap in the numbers and nothing else. */
  readonly firstId: number;
}

const NOT_INCLUDED = '(File not included. Change data exporting settings to download.)';
const LINK = /(https:\/\/\S+|@[a-z0-9_]{3,})/;

/** One JSON object, one space of indent a level, LF, no line end after the last brace. */
export function writeTelegram(
  events: readonly ChatEvent[],
  cast: Cast,
  chat: TelegramChat,
): { bytes: Uint8Array; truth: ChatTruth } {
  const draft = chatDraft({
    format: 'telegram-json',
    dateOrder: 'ymd',
    dateOrderAmbiguous: false,
    precision: 'second',
    zone: 'Europe/London',
    lineEnd: 'lf',
  });
  const head = { name: chat.name, type: chat.type, id: chat.id };
  draft.envelope(`${JSON.stringify(head, null, 1).slice(0, -2)},\n "messages": [\n  `);
  events.forEach((event, place) => {
    if (event.kind === 'deleted') return;
    if (place > 0) draft.envelope(',\n  ');
    const speaker = event.who === null ? null : nameOf(cast, event.who);
    draft.entry(event, { ...entryText(event, { id: chat.firstId + place, speaker }), speaker });
  });
  draft.envelope('\n ]\n}');
  return draft.finish();
}

interface EntryContext {
  readonly id: number;
  readonly speaker: string | null;
}

function entryText(event: ChatEvent, context: EntryContext) {
  const service = event.kind === 'system' || event.kind === 'call';
  const fields = service ? serviceFields(event, context) : messageFields(event, context);
  const parts = textParts(service ? '' : event.body);
  const text = parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts;
  const open = JSON.stringify(fields, null, 1).slice(0, -2);
  const entities = parts
    .filter(part => part !== '')
    .map(part => (typeof part === 'string' ? { type: 'plain', text: part } : part));
  return {
    before: indented(`${open},\n "text": `),
    body: indented(JSON.stringify(text, null, 1), '\n   '),
    after: indented(`,\n "text_entities": ${indented(JSON.stringify(entities, null, 1), '\n ')}\n}`),
    plainBody: service ? '' : event.body,
  };
}

function indented(json: string, lineStart = '\n  '): string {
  return json.replaceAll('\n', lineStart);
}

function commonFields(event: ChatEvent, context: EntryContext) {
  return {
    id: context.id,
    date: wallText(londonWall(event.at), 'second'),
    date_unixtime: String(event.at),
  };
}

function serviceFields(event: ChatEvent, context: EntryContext) {
  const { id, ...when } = commonFields(event, context);
  const actor = { actor: context.speaker, actor_id: accountId(event.who) };
  return { id, type: 'service', ...when, ...actor, ...(JSON.parse(event.body) as object) };
}

function messageFields(event: ChatEvent, context: EntryContext) {
  const { id, ...when } = commonFields(event, context);
  const edited = event.edited === true ? editedFields(event.at + 40) : {};
  const answers =
    event.answersBack === undefined ? {} : { reply_to_message_id: context.id - event.answersBack };
  const from = { from: context.speaker, from_id: accountId(event.who) };
  return { id, type: 'message', ...when, ...edited, ...from, ...answers, ...fileFields(event) };
}

function editedFields(at: number) {
  return { edited: wallText(londonWall(at), 'second'), edited_unixtime: String(at) };
}

function fileFields(event: ChatEvent): object {
  if (event.file === undefined) return {};
  if (event.file.what === 'image')
    return { photo: NOT_INCLUDED, photo_file_size: 61_204, width: 960, height: 1280 };
  if (event.file.what === 'sticker')
    return { file: NOT_INCLUDED, media_type: 'sticker', sticker_emoji: '⚽' };
  return { file: NOT_INCLUDED, media_type: 'voice_message', mime_type: 'audio/ogg', duration_seconds: 9 };
}

function accountId(who: string | null): string {
  return `user${7_000_419_000 + (who ?? 'a').charCodeAt(0) * 131}`;
}

function textParts(body: string): (string | { type: string; text: string })[] {
  if (!LINK.test(body)) return [body];
  const parts = body.split(LINK).map((text, at) => (at % 2 === 0 ? text : { type: linkType(text), text }));
  return parts.filter(part => part !== '');
}

function linkType(text: string): string {
  return text.startsWith('@') ? 'mention' : 'link';
}
