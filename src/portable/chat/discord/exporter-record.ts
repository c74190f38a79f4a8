import type { DoubtCode } from '../doubts.ts';
import type { JsonFields } from '../json/fields.ts';
import type { Attachment, Call, MessageKind, Reaction } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import { hasUnknown, Leftovers, present, repairsAt, textDoubts } from '../records/text-doubts.ts';
import type { FileTime } from '../records/written.ts';
import type { Element } from './array-walk.ts';
import { editOf, fileTimeOf } from './exporter-time.ts';
import { snowflakeDoubts } from './snowflake.ts';

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Members that are wholly turned into fields of a message. */
const READ = words('id type timestamp timestampEdited callEndedTimestamp content author');
const LATER_TIMES = words('timestampEdited callEndedTimestamp');
const AUTHOR_READ = words('id name discriminator');

/** Members that the program writes. */
const KNOWN = words(`
  id type timestamp timestampEdited callEndedTimestamp isPinned content author attachments components embeds stickers
  reactions mentions reference forwardedMessage interaction inlineEmojis
`);

/** The program's names for rows that the service wrote. Types it has no name for stand as numbers; 1 to 18 are of this kind. */
const SYSTEM = words(`
  RecipientAdd RecipientRemove ChannelNameChange ChannelIconChange ChannelPinnedMessage GuildMemberJoin ThreadCreated
`);
const WRITTEN = words('Default Reply');
/** Answers to a command, and the first message of a thread: somebody's words, under numbers. */
const WRITTEN_NUMBERS = words('0 19 20 21 23');
const NUMBER = /^\d{1,4}$/;
const LAST_SYSTEM_NUMBER = 18;

type Role = 'written' | 'system' | 'call' | 'other';

function roleOf(type: string | null): Role {
  if (type === null || WRITTEN.has(type) || WRITTEN_NUMBERS.has(type)) return 'written';
  if (type === 'Call' || type === '3') return 'call';
  const isSystemNumber = NUMBER.test(type) && Number(type) <= LAST_SYSTEM_NUMBER;
  return SYSTEM.has(type) || isSystemNumber ? 'system' : 'other';
}

/** The name of the account; where accounts of one name are told apart by four digits, with them. */
function nameOf(user: JsonFields | null): string | null {
  const name = user?.text('name') ?? null;
  const digits = user?.text('discriminator') ?? null;
  return name === null || digits === null || /^0*$/.test(digits) ? name : `${name}#${digits}`;
}

/** An address on the web is where the file was; anything else is the path of a copy that the export made. */
function attachment(url: string | null, name: string | null, kind: string | null): Attachment {
  const isCopy = url !== null && url !== '' && !/^https?:/i.test(url);
  return { name: isCopy ? url : name, kind, included: isCopy, note: isCopy ? null : url };
}

function attachmentsOf(fields: JsonFields): Attachment[] {
  const found: Attachment[] = [];
  for (const one of fields.objects('attachments')) {
    const file = attachment(one.text('url'), one.text('fileName'), null);
    found.push({ ...file, ...present('sizeBytes', one.count('fileSizeBytes')) });
  }
  for (const one of fields.objects('stickers'))
    found.push(attachment(one.text('sourceUrl'), one.text('name'), 'sticker'));
  return found;
}

function reactionsOf(fields: JsonFields): Reaction[] {
  const found: Reaction[] = [];
  for (const one of fields.objects('reactions')) {
    const reaction = one.object('emoji')?.text('name') ?? '';
    let named = 0;
    for (const user of one.objects('users')) {
      found.push({ reaction, by: nameOf(user) });
      named += 1;
    }
    const unnamed = (one.count('count') ?? named) - named;
    if (unnamed > 0) found.push({ reaction, by: null, count: unnamed });
  }
  return found;
}

function callOf(ended: string | null, { utcMs }: FileTime): Call {
  const end = fileTimeOf(ended).utcMs;
  const seconds = end === null || utcMs === null ? null : Math.floor((end - utcMs) / 1000);
  const durationSeconds = seconds === null || seconds < 0 ? null : seconds;
  return { media: null, outcome: null, durationText: null, durationSeconds };
}

type Reference = Pick<ChatRecord, 'replyTo' | 'repliesElsewhere' | 'forwardedFrom'>;

/** The message that a reply answers, and whether it is of another channel than `channel`. */
function replyOf(reference: JsonFields | null, channel: string | null): Reference {
  const id = reference?.text('messageId') ?? null;
  const elsewhere = reference?.text('channelId') ?? null;
  if (id === null) return {};
  const isOther = elsewhere !== null && channel !== null && elsewhere !== channel;
  return { replyTo: id, ...(isOther ? { repliesElsewhere: true } : {}) };
}

/** Where a forwarded message was, as far as the file says. */
function originOf(reference: JsonFields | null, forwarded: JsonFields): Reference {
  const [id, channel] = [reference?.text('messageId'), reference?.text('channelId')];
  const parts = [id && `message ${id}`, channel && `channel ${channel}`, forwarded.text('timestamp')];
  return { forwardedFrom: parts.filter(Boolean).join(', ') };
}

/** Those of the members to be read of which the fields of a message hold all: not those of another sort than the program writes. */
function wholly(fields: JsonFields, read: ReadonlySet<string>): ReadonlySet<string> {
  const lost = [...read].filter(key => isLost(fields, key));
  return lost.length === 0 ? read : new Set([...read].filter(key => !lost.includes(key)));
}

function isLost(fields: JsonFields, key: string): boolean {
  const raw = fields.rawOf(key);
  if (raw === null || raw === 'null') return false;
  if (key === 'author') return fields.object(key) === null;
  const text = fields.text(key);
  return text === null || (LATER_TIMES.has(key) && fileTimeOf(text).localMs === null);
}

function extraOf(fields: JsonFields, author: JsonFields | null): Pick<ChatRecord, 'extra'> {
  const left = new Leftovers();
  left.addMembers(fields, wholly(fields, READ));
  if (author) left.addMembers(author, wholly(author, AUTHOR_READ), 'author.');
  return left.extra;
}

/** Once every text of the message was decoded. */
function doubtsOf({ fields, notes }: Element, { speaker, id, utcMs }: ChatRecord): DoubtCode[] {
  const doubts = textDoubts(notes);
  if (fields.repeated.length > 0) doubts.push('repeated-key');
  if (hasUnknown(fields, KNOWN)) doubts.push('unknown-fields');
  if (speaker === null) doubts.push('sender-not-named');
  return [...doubts, ...snowflakeDoubts(id ?? null, utcMs)];
}

function kindOf(role: Role, attachments: readonly Attachment[]): MessageKind {
  if (role !== 'written') return role;
  return attachments.length > 0 ? 'media' : 'text';
}

type Parts = {
  readonly type: string | null;
  readonly role: Role;
  readonly author: JsonFields | null;
  readonly time: FileTime;
  readonly attachments: readonly Attachment[];
};

/** The fields that not every message has. */
function optionalFields({ fields, notes, base }: Element, parts: Parts): Partial<ChatRecord> {
  const { type, role, author, time, attachments } = parts;
  const reactions = reactionsOf(fields);
  return {
    ...present('id', fields.text('id')),
    ...present('edited', editOf(fields.text('timestampEdited'))),
    ...(role === 'written' ? {} : present('action', type)),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(role === 'call' ? { call: callOf(fields.text('callEndedTimestamp'), time) } : {}),
    ...present('speakerId', author?.text('id') ?? null),
    ...(reactions.length > 0 ? { reactions } : {}),
    ...extraOf(fields, author),
    ...repairsAt(base, notes),
  };
}

/** One message; `channel` is the number of the channel, where the file gives it before its messages. */
export function exporterRecord(element: Element, channel: string | null): ChatRecord {
  const { fields, span } = element;
  const [type, writtenText, content] = [
    fields.text('type'),
    fields.text('timestamp') ?? '',
    fields.text('content'),
  ];
  const author = fields.object('author');
  const [reference, forwarded] = [fields.object('reference'), fields.object('forwardedMessage')];
  const [role, time] = [roleOf(type), fileTimeOf(writtenText)];
  const attachments = [...attachmentsOf(fields), ...(forwarded ? attachmentsOf(forwarded) : [])];
  const isReply = type === 'Reply' || type === '19';
  const record: ChatRecord = {
    chat: 0,
    kind: kindOf(role, attachments),
    speaker: nameOf(author),
    writtenText,
    // The text of a forwarded message stands apart, and its own is empty.
    body: content || (forwarded?.text('content') ?? ''),
    span,
    rule: `discord-exporter/${forwarded ? 'forward' : role === 'written' ? 'message' : 'service'}`,
    ...time,
    doubts: [],
    ...(isReply ? replyOf(reference, channel) : {}),
    ...(forwarded ? originOf(reference, forwarded) : {}),
    ...optionalFields(element, { type, role, author, time, attachments }),
  };
  return { ...record, doubts: doubtsOf(element, record) };
}
