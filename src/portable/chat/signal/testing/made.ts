/** Messages with ground truth, and the two ways to write them down: for tests and measurements. */

export interface MadeMessage {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Index into {@link MADE_PEOPLE}. */
  readonly author: number;
  readonly chat: number;
  readonly text: string;
  readonly quote: string | null;
  /** The message that is answered, when it is in the export. */
  readonly answers: { readonly author: number; readonly at: number } | null;
  readonly files: readonly string[];
  readonly reactions: readonly { readonly emoji: string; readonly by: number }[];
  /** Earlier wordings, oldest first. */
  readonly earlier: readonly string[];
  readonly isDeleted: boolean;
}

export const MADE_PEOPLE = ['Mina Okafor', 'Jo Park', 'Lee'] as const;
export const MADE_CHATS = ['Jo Park', 'Duck Pond Club'] as const;

/** 32 bytes of 7, in base64: what stands for the fingerprint of a file. */
const HASH = 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=';

export interface MarkdownStyle {
  /** Of the newer program: seconds, no comma, two blanks and an empty line behind each message. */
  readonly isNew: boolean;
  readonly offsetMinutes: number;
  readonly lineEnd: string;
}

function markdownTime(at: number, { isNew, offsetMinutes }: MarkdownStyle): string {
  const text = new Date(at + offsetMinutes * 60_000).toISOString();
  return `${text.slice(0, 10)}${isNew ? '' : ','} ${text.slice(11, isNew ? 19 : 16)}`;
}

function markdownMessage(message: MadeMessage, style: MarkdownStyle): string {
  const { at, author, text, quote, files, reactions, isDeleted } = message;
  const header = `[${markdownTime(at, style)}] ${MADE_PEOPLE[author]}: `;
  if (isDeleted) return `${header}(This message was deleted)\n`;
  const quoted = quote === null ? '' : `\n\n> ${quote.replaceAll('\n', '\n> ')}\n\n`;
  const put = reactions.map(({ emoji, by }) => `${MADE_PEOPLE[by]}: ${emoji}`).join(', ');
  const links = files.map(name => {
    const isPicture = name.endsWith('.png');
    return `${isPicture ? '!' : ''}[${name}](./media/${name.replace(/\s/g, '%20')})  `;
  });
  return `${header}${quoted}${text}${style.isNew ? '  ' : ''}${put === '' ? '' : `\n(- ${put} -)`}${links.join('')}\n`;
}

/** A `chat.md` of the program signal-export, one piece a message. */
export function* signalMarkdown(
  messages: Iterable<MadeMessage>,
  style: MarkdownStyle,
): Generator<string, void, undefined> {
  for (const message of messages) {
    const text = markdownMessage(message, style) + (style.isNew ? '\n' : '');
    yield text.replaceAll('\n', style.lineEnd);
  }
}

function chatItem({
  at,
  author,
  chat,
  text,
  answers,
  quote,
  files,
  reactions,
  earlier,
  isDeleted,
}: MadeMessage) {
  const base = { chatId: String(chat + 10), authorId: String(author + 1), dateSent: String(at), sms: false };
  if (isDeleted) return { ...base, incoming: { read: true }, remoteDeletedMessage: {} };
  const revision = (body: string, n: number): object => ({
    ...base,
    dateSent: String(at - 1000 * (earlier.length - n)),
    standardMessage: { text: { body } },
  });
  const target =
    answers === null ? {} : { targetSentTimestamp: String(answers.at), authorId: String(answers.author + 1) };
  return {
    ...base,
    incoming: { dateReceived: String(at + 40), read: true },
    ...(earlier.length > 0 ? { revisions: earlier.map(revision) } : {}),
    standardMessage: {
      text: { body: text },
      ...(quote === null ? {} : { quote: { ...target, text: { body: quote }, type: 'NORMAL' } }),
      attachments: files.map(fileName => ({
        pointer: { contentType: 'image/png', fileName, locatorInfo: { plaintextHash: HASH, size: 7 } },
        wasDownloaded: true,
      })),
      reactions: reactions.map(({ emoji, by }, n) => ({
        emoji,
        authorId: String(by + 1),
        sentTimestamp: String(at + n),
        sortOrder: String(n),
      })),
    },
  };
}

/** A `main.jsonl` of the app's own export, one line a piece. */
export function* signalJsonl(messages: Iterable<MadeMessage>): Generator<string, void, undefined> {
  const frames: object[] = [
    { version: '1', backupTimeMs: '1767312000000' },
    { account: { givenName: 'Mina', familyName: 'Okafor', profileKey: '' } },
    { recipient: { id: '1', self: {} } },
    {
      recipient: {
        id: '2',
        contact: { e164: '447700900123', profileGivenName: 'Jo', profileFamilyName: 'Park' },
      },
    },
    { recipient: { id: '3', contact: { aci: 'X4xWjQEZR72BqruHybcZlQ==', profileGivenName: 'Lee' } } },
    { recipient: { id: '4', group: { snapshot: { title: { title: 'Duck Pond Club' } } } } },
    { chat: { id: '10', recipientId: '2', expirationTimerMs: '0' } },
    { chat: { id: '11', recipientId: '4' } },
  ];
  for (const frame of frames) yield `${JSON.stringify(frame)}\n`;
  for (const message of messages) yield `${JSON.stringify({ chatItem: chatItem(message) })}\n`;
}
