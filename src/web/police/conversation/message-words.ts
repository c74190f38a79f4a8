import type { Attachment, Call, Message, Reaction } from '#portable/chat/index.ts';
import { html, isolated, shortName } from '#web/ui/index.ts';
import type { Html, Printable } from '#web/ui/index.ts';
import { counted } from '../words.ts';
import { writtenTime } from '../written-time.ts';

/** A message decoded from its line. */
export type Row = Message;

/** Characters of a message that stand in the ledger; a longer one is shown whole on request. */
export const LONGEST_IN_LEDGER = 4_000;

/** What a message is, for anything that is not simply text: in place of words, or under them where there are some. */
export function insteadOf({ kind, attachments = [], call, body }: Row): Printable {
  if (attachments.length > 0) return attachmentWords(attachments);
  if (kind === 'media') return 'Media, not named in the export';
  if (kind === 'call') return callWords(call);
  if (kind === 'deleted') return body === '' ? 'This message was deleted' : undefined;
  if (kind === 'text' && body === '') return 'No words';
  return OTHER_KINDS[kind];
}

const OTHER_KINDS: Readonly<Partial<Record<Row['kind'], string>>> = {
  poll: 'Poll',
  location: 'Location',
  contact: 'Contact card',
  other: 'Marked as unsupported by the app itself',
};

const MOST_ATTACHMENTS = 20;

function attachmentWords(attachments: readonly Attachment[]): Html {
  const more = attachments.length - MOST_ATTACHMENTS;
  return html`${attachments
    .slice(0, MOST_ATTACHMENTS)
    .map(
      ({ name, kind, included }, index) =>
        html`${index > 0 && '; '}${kindWords(kind)}${name !== null && html` <code class="ho-code">${shortName(name)}</code>`},
        ${included ? 'said to be in the export' : 'left out of the export'}`,
    )}${more > 0 && html`; and ${more.toLocaleString('en-GB')} more`}`;
}

/** What an attachment is, in the export's own word. */
export function kindWords(kind: string | null): Printable {
  return kind === null ? 'Media' : isolated(`${kind.slice(0, 1).toUpperCase()}${kind.slice(1, 40)}`);
}

function callWords(call: Call | undefined): Html {
  const media = call?.media == null ? 'Call' : `${call.media === 'voice' ? 'Voice' : 'Video'} call`;
  return html`${media}${call?.outcome != null && html`, ${isolated(call.outcome)}`}${call?.durationText != null && html`, ${isolated(call.durationText)}`}`;
}

/** The line under a message: edits, replies, a second reading of the date, characters that are not shown here. */
export function notesOf(row: Row, wholeAt: string): Html | undefined {
  const { edited, replyTo, writtenOther, repairs = [], reactions = [], extra, body } = row;
  const kind = body === '' ? undefined : insteadOf(row);
  const notes: (Html | false)[] = [
    kind !== undefined && html`${kind}`,
    edited !== undefined && editWords(edited),
    reactions.length > 0 && reactionWords(reactions),
    replyTo !== undefined && html`in reply to the export’s own number ${isolated(replyTo)}`,
    row.written === null &&
      row.writtenText !== '' &&
      html`date not understood; written as ${isolated(row.writtenText)}`,
    writtenOther !== undefined && html`the date may also be ${writtenTime(writtenOther)}`,
    repairs.length > 0 && html`${counted(repairs.length, 'step')} of repair to read it`,
    extra !== undefined &&
      html`the export holds ${counted(Object.keys(extra).length, 'field')} that this reader does not interpret`,
    body.length > LONGEST_IN_LEDGER &&
      html`the first ${LONGEST_IN_LEDGER.toLocaleString('en-GB')} of ${body.length.toLocaleString('en-GB')}
        characters; <a href="${wholeAt}">show all</a>`,
  ];
  const said = notes.filter(note => note !== false);
  return said.length === 0
    ? undefined
    : html`${said.map((note, index) => html`${index > 0 && '; '}${note}`)}`;
}

const MOST_WORDINGS = 5;
const LONGEST_WORDING = 200;
const MOST_REACTIONS = 12;

/** What others put to a message: the sign, and by whom or how many. */
function reactionWords(reactions: readonly Reaction[]): Html {
  const more = reactions.length - MOST_REACTIONS;
  return html`reactions:
  ${reactions
    .slice(0, MOST_REACTIONS)
    .map(
      ({ reaction, by, count }, index) =>
        html`${index > 0 && ', '}${isolated(reaction.slice(0, 40))}${by !== null && html` by ${shortName(by)}`}${count !== undefined && html` (${count.toLocaleString('en-GB')})`}`,
    )}${more > 0 && ` and ${more.toLocaleString('en-GB')} more`}`;
}

function editWords({ written, instant, earlier = [] }: NonNullable<Row['edited']>): Html {
  const at = written === null ? instant : writtenTime(written);
  const wording =
    earlier.length === 0
      ? html`earlier wording is not in the file`
      : html`earlier wording in the file:
        ${earlier.slice(0, MOST_WORDINGS).map((words, index) => html`${index > 0 && ', then '}“${isolated(words.slice(0, LONGEST_WORDING))}”`)}${earlier.length > MOST_WORDINGS && ` and ${counted(earlier.length - MOST_WORDINGS, 'more', 'more')}`}`;
  return html`edited in the app${at !== null && html` (${isolated(at)})`}; ${wording}`;
}

/** The body for the ledger, cut where it is very long. */
export function ledgerBody({ body }: Row): string | undefined {
  if (body === '') return undefined;
  if (body.length <= LONGEST_IN_LEDGER) return body;
  return body.slice(0, LONGEST_IN_LEDGER).toWellFormed();
}
