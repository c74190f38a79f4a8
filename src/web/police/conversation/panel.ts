import type {
  ConversationFacts,
  FetchedMessage,
  SealEvidence,
  Translation,
} from '#domain/conversations/index.ts';
import { doubtSentence } from '#portable/chat/index.ts';
import type { Message } from '#portable/chat/index.ts';
import { html, isolated, shortName, visible } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { bytesPanel, keyValues, speakerChip } from '#web/ui/police/index.ts';
import { translationBlock } from '../translations/view.ts';
import { timeElement } from '../london.ts';
import { archiveOf } from '../submission/items.ts';
import { counted, documentationWords, sourceLabel } from '../words.ts';
import { boundedMessage } from './bounded-message.ts';
import { byteParts } from './byte-parts.ts';
import { meaningOf, reasonsOf } from './meaning.ts';
import { furtherFacts } from './message-facts.ts';
import { insteadOf } from './message-words.ts';
import { longText, textPiece } from './message-pieces.ts';
import { messageOf } from './page-content.ts';
import { SpeakersOfPage } from './speakers.ts';

/** Bytes of a message that are fetched, so that its parts are found in them, and how many of them are shown at once. */
export const PANEL_BYTES = 65_536;
const BYTES_AT_ONCE = 512;
const MOST_DOUBTS = 40;
/** Characters of the text that the panel shows. */
const PANEL_TEXT = 2_000;

/** What the panel of one message shows. */
export type PanelContent = {
  readonly facts: ConversationFacts;
  readonly fetched: FetchedMessage;
  readonly seal: SealEvidence | null;
  readonly translations: readonly Translation[];
  /** True on the message's own page, where all of its text can be read, piece by piece. */
  readonly isWhole: boolean;
  /** On that page: which piece of its text, from 0; and where the message is too long to be read at once, its bytes. */
  readonly part: number;
  readonly piece: Uint8Array | null;
  /** On that page: which of its bytes are shown, in steps of what is shown at once, from 0. */
  readonly bytesPart: number;
  /** The message's own page. */
  readonly wholeAt: string;
};

/** One message with everything that can be said about it: meaning of its time, bytes, file, seal, reader. */
export function messageParts(content: PanelContent): Html {
  const { line } = content.fetched;
  if (line === null) return html`${longText(content)} ${itemParts(content, null)}`;
  const written = messageOf(line);
  if (written === null) {
    return html`<p>This line is not of the form that readers write, so it is not shown as a message.</p>
      ${itemParts(content, null)}`;
  }
  const message = boundedMessage(written);
  return html`${textOf(message, content)} ${!content.isWhole && content.translations.map(translationBlock)}
  ${keyValues([
    { key: 'Written as', value: writtenAs(message) },
    { key: 'Means', value: meaningOf(message, content.facts.head, content.facts.declaredZone) },
    {
      key: 'Because',
      value: reasonsOf(message, content.facts.head, content.facts.declaredZone).map(
        reason => html`${reason} `,
      ),
    },
    { key: 'Speaker', value: speakerOf(message, content.facts) },
    { key: 'Doubts', value: doubtsOf(message) },
    !content.isWhole && {
      key: 'Translation',
      value: html`<a href="${content.wholeAt}#translations"
        >${content.translations.length === 0 ? 'Add one' : 'Add or dispute one'}</a
      >`,
    },
    ...furtherFacts(message),
    message.id !== undefined && { key: 'Number in the app', value: isolated(message.id) },
  ])}
  ${bytesOf(written, content)} ${itemParts(content, message)} ${extraOf(message, content)}`;
}

function textOf(message: Message, { isWhole, wholeAt, part }: PanelContent): Html {
  const { body } = message;
  const { text: shown, turning } = isWhole
    ? textPiece(body, part, wholeAt)
    : { text: body.slice(0, PANEL_TEXT).toWellFormed(), turning: undefined };
  const instead = insteadOf(message);
  return html`${instead && html`<p class="ho-quiet">${instead}</p>`}
    <p class="ho-panel__text"><bdi class="ho-message__body">${visible(shown)}</bdi></p>
    ${turning}
    ${!isWhole && shown.length < body.length && html`<p><a href="${wholeAt}">Read all ${body.length.toLocaleString('en-GB')} characters</a></p>`}`;
}

function writtenAs({ writtenText }: Message): Html {
  return writtenText === ''
    ? html`No time is written`
    : html`<code class="ho-code">${isolated(writtenText)}</code>`;
}

function speakerOf({ speaker, speakerWritten }: Message, { head }: ConversationFacts): Html {
  if (speaker === null) return html`The line names nobody`;
  return html`${speakerChip(new SpeakersOfPage(head).of(speaker))} “${shortName(speaker)}” as the file writes
  it${speakerWritten !== undefined && html`, with hidden marks: ${shortName(speakerWritten)}`}. A name in a
  chat is what somebody saved or chose; it does not show who typed.`;
}

function doubtsOf({ doubts }: Message): Html {
  if (doubts.length === 0) return html`None found here`;
  return html`${doubts.slice(0, MOST_DOUBTS).map(code => html`${doubtSentence(code) ?? code} `)}`;
}

function bytesOf(message: Message, { facts, fetched, wholeAt, bytesPart }: PanelContent): Html {
  const { raw, rawBytes } = fetched;
  if (raw === null || rawBytes === null)
    return html`<p>The bytes of this message were not kept beside the reading.</p>`;
  const offset = message.span[0];
  const pieces = Math.max(1, Math.ceil(raw.length / BYTES_AT_ONCE));
  const here = Math.min(bytesPart, pieces - 1);
  return html`<div id="bytes">
    ${bytesPanel({
      bytes: raw.subarray(here * BYTES_AT_ONCE, (here + 1) * BYTES_AT_ONCE),
      offset: offset + here * BYTES_AT_ONCE,
      itemSizeBytes: facts.item.sizeBytes,
      parts: byteParts(message, raw),
      whole: { offset, sizeBytes: rawBytes },
    })}
    ${pieces > 1 && bytesTurning(here, pieces, wholeAt)}
    ${raw.length < rawBytes && html`<p class="ho-quiet">The first ${counted(raw.length, 'byte')} can be looked at here.</p>`}
    <p class="ho-quiet">Bytes that are not marked are the format’s own signs.</p>
  </div>`;
}

/** The bytes before and after those shown, on the message's own page. */
function bytesTurning(here: number, pieces: number, wholeAt: string): Html {
  const to = (part: number): string => `${wholeAt}?bytes=${part + 1}#bytes`;
  return html`<nav class="ho-turn" aria-label="Bytes of this message">
    ${here > 0 && html`<a href="${to(here - 1)}" rel="prev">Bytes before</a>`}
    <span>Part ${(here + 1).toLocaleString('en-GB')} of ${pieces.toLocaleString('en-GB')}</span>
    ${here < pieces - 1 && html`<a href="${to(here + 1)}" rel="next">Bytes after</a>`}
  </nav>`;
}

function itemParts({ facts, seal, isWhole }: PanelContent, message: Message | null): Html {
  const { item, submission, reader, head } = facts;
  return html`${subheading(isWhole, 'Where it stands')}
  ${keyValues([
    {
      key: 'Item',
      value: html`<a href="/submissions/${submission.reference}#item-${item.number}"
          >${submission.reference}/${item.number}</a
        >
        ${sourceLabel(item.sourceClass)}`,
    },
    { key: 'File', value: shortName(item.name) },
    item.extractOf !== null && { key: 'Taken out of', value: archiveOf(item.extractOf) },
    { key: 'SHA-256', value: html`<code class="ho-code ho-hash">${item.sha256Hex}</code>` },
    { key: 'Sealed', value: sealWords(facts, seal) },
    {
      key: 'Read by',
      value: html`<code class="ho-code">${head?.reader ?? reader}</code
        >${message !== null && html`, rule <code class="ho-code">${isolated(message.rule)}</code>`}.
        ${documentationWords(facts.format)}`,
    },
  ])}`;
}

/** On the message's own page there is no heading between these and its first. */
function subheading(isWhole: boolean, words: string): Html {
  return isWhole
    ? html`<h2 class="ho-panel__heading">${words}</h2>`
    : html`<h3 class="ho-panel__heading">${words}</h3>`;
}

function sealWords({ item }: ConversationFacts, seal: SealEvidence | null): Html {
  if (seal === null) return html`${timeElement(item.sealedAt)}. Its event was not found.`;
  return html`${timeElement(seal.at)}, event ${seal.n}.
  ${seal.logIndex === null ? 'Waiting for the log.' : `Log entry ${seal.logIndex.toLocaleString('en-GB')}.`}`;
}

const MOST_EXTRA = 50;
const LONGEST_EXTRA = 500;

/** What the export holds of this message that the reader does not interpret; never dropped. */
function extraOf({ extra }: Message, { isWhole }: PanelContent): Html | undefined {
  if (extra === undefined) return undefined;
  const entries = Object.entries(extra);
  return html`${subheading(isWhole, 'Not interpreted')}
  ${keyValues(
    entries.slice(0, MOST_EXTRA).map(([key, value]) => ({
      key: 'Field',
      value: html`<code class="ho-code">${isolated(key.slice(0, 60))}</code>:
        <code class="ho-code">${isolated(value.slice(0, LONGEST_EXTRA))}</code>`,
    })),
  )}
  ${entries.length > MOST_EXTRA && html`<p>${entries.length - MOST_EXTRA} more are not shown here.</p>`}`;
}
