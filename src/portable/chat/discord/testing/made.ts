/** Messages with ground truth, and the two programs' ways to write them down: for tests and measurements. */

export interface MadeMessage {
  /** A snowflake whose time is `at`. */
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly author: MadeAuthor;
  readonly text: string;
  readonly editedAt: number | null;
  /** Id of the message that is answered. */
  readonly replyTo: string | null;
  readonly files: readonly string[];
  readonly reactions: readonly { readonly emoji: string; readonly by: readonly MadeAuthor[] }[];
}

export interface MadeAuthor {
  readonly id: string;
  readonly name: string;
}

const EPOCH_MS = 1_420_070_400_000;
const CHANNEL = '700000000000000001';

/** A number that holds the time, and `sequence` in its lowest bits. */
export function snowflakeAt(ms: number, sequence = 0): string {
  return String((BigInt(ms - EPOCH_MS) << 22n) + BigInt(sequence));
}

/** `YYYY-MM-DDTHH:MM:SS.sss±HH:MM`, the fraction left out when it is zero. */
export function offsetTime(ms: number, offsetMinutes: number): string {
  const local = new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 23).replace('.000', '');
  const size = Math.abs(offsetMinutes);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

function userOf({ id, name }: MadeAuthor): object {
  return { id, name, discriminator: '0000', nickname: name, color: null, isBot: false };
}

function exporterMessage(message: MadeMessage, offsetMinutes: number): object {
  const { id, at, author, text, editedAt, replyTo, files, reactions } = message;
  return {
    id,
    type: replyTo === null ? 'Default' : 'Reply',
    timestamp: offsetTime(at, offsetMinutes),
    timestampEdited: editedAt === null ? null : offsetTime(editedAt, offsetMinutes),
    callEndedTimestamp: null,
    isPinned: false,
    content: text,
    author: { ...userOf(author), roles: [], avatarUrl: 'https://cdn.pond.example/a.png' },
    attachments: files.map((fileName, n) => ({
      id: `${id}${n}`,
      url: `https://cdn.pond.example/${n}`,
      fileName,
      fileSizeBytes: 7,
    })),
    embeds: [],
    stickers: [],
    reactions: reactions.map(({ emoji, by }) => ({
      emoji: {
        id: '',
        name: emoji,
        code: 'duck',
        isAnimated: false,
        imageUrl: 'https://cdn.pond.example/e.png',
      },
      count: by.length,
      users: by.map(userOf),
    })),
    mentions: [],
    ...(replyTo === null
      ? {}
      : { reference: { type: 'Default', messageId: replyTo, channelId: CHANNEL, guildId: null } }),
    inlineEmojis: [],
  };
}

export interface ExporterStyle {
  readonly offsetMinutes: number;
  readonly indent: string | number | undefined;
}

/** An export of one channel, in pieces: what is before the messages, each message, what is between and behind. */
export function* discordExport(
  messages: Iterable<MadeMessage>,
  { offsetMinutes, indent }: ExporterStyle,
): Generator<string, void, undefined> {
  const guild = { id: '0', name: 'Direct Messages', iconUrl: 'https://cdn.pond.example/i.png' };
  const channel = {
    id: CHANNEL,
    type: 'DirectTextChat',
    categoryId: null,
    category: null,
    name: 'Pond',
    topic: null,
  };
  const dateRange = { after: null, before: null };
  const head = { guild, channel, dateRange, exportedAt: offsetTime(Date.UTC(2026, 0, 2), offsetMinutes) };
  yield `${JSON.stringify(head, null, indent).replace(/\n?\}$/, '')},"messages": [`;
  let count = 0;
  for (const message of messages) {
    if (count > 0) yield ',';
    count += 1;
    yield JSON.stringify(exporterMessage(message, offsetMinutes), null, indent);
  }
  yield `],"messageCount": ${count}}`;
}

/** `2024-02-29 12:00:05`, with a fraction and offset in the newer style. */
function packageTime(at: number, isNew: boolean): string {
  const text = new Date(at).toISOString().replace('T', ' ');
  return isNew ? text.replace('Z', '000+00:00') : text.slice(0, 19);
}

const addressOf = (name: string): string => `https://cdn.pond.example/files/${encodeURIComponent(name)}`;

/** A `messages.json` of a data package, in pieces; numbers are bare. */
export function* discordPackageJson(
  messages: Iterable<MadeMessage>,
  isNew: boolean,
): Generator<string, void, undefined> {
  yield '[';
  let isFirst = true;
  for (const { id, at, text, files } of messages) {
    if (!isFirst) yield ', ';
    isFirst = false;
    const rest = {
      Timestamp: packageTime(at, isNew),
      Contents: text,
      Attachments: files.map(addressOf).join(' '),
    };
    yield `{"ID": ${id}, ${JSON.stringify(rest).slice(1)}`;
  }
  yield ']';
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A `messages.csv` of an older data package, in pieces. */
export function* discordPackageCsv(
  messages: Iterable<MadeMessage>,
  lineEnd: string,
): Generator<string, void, undefined> {
  yield `ID,Timestamp,Contents,Attachments${lineEnd}`;
  for (const { id, at, text, files } of messages) {
    const fields = [id, packageTime(at, false), text, files.map(addressOf).join(' ')];
    yield fields.map(csvField).join(',') + lineEnd;
  }
}
