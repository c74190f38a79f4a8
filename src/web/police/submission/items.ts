import type { DeskAddition } from '#domain/engagement/index.ts';
import type { AccountAnswer, DeskItem, ItemReading } from '#domain/desk/index.ts';
import { decodeReadingLine } from '#portable/chat/index.ts';
import type { ReadingHead } from '#portable/chat/index.ts';
import { html, isolated, shortName } from '#web/ui/index.ts';
import type { Html, Printable } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { keyValues, mark } from '#web/ui/police/index.ts';
import { brokenWords, notReadWords, whyThisFormat } from '../detection-words.ts';
import { additionAnswers } from '../contact/addition-answers.ts';
import { ADDITION_WORDS } from '../contact/words.ts';
import { timeElement } from '../london.ts';
import { writtenPeriod } from '../written-time.ts';
import { counted, documentationWords, formatWords, sizeWords, sourceLabel } from '../words.ts';
import { answerList, fingerprintTable } from './answers.ts';

/** An item with what its page shows beside it. */
export type ShownItem = {
  readonly item: DeskItem;
  /** Its entry in the log; null while that waits. */
  readonly logIndex: number | null;
  /** Lines of the reading of an account or of fingerprints. */
  readonly answers: readonly AccountAnswer[];
  /** Where its whole name is shown when it is too long; null when this page shows it whole. */
  readonly wholeNameAt: string | null;
  /** What it was added as after the hand-in; null for what was handed in first. */
  readonly addition: DeskAddition | null;
  /** A link that shows how far it is now. */
  readonly lookAgain: Html;
};

const KIND_WORDS: Readonly<Record<DeskItem['kind'], string>> = {
  chat: 'Chat',
  account: 'Answers of the form',
  fingerprints: 'Fingerprints',
  file: 'File',
};

/** One sealed item: what it is, what was read of it, and what proves it. */
export function itemBlock(shown: ShownItem): Html {
  const { item } = shown;
  return html`<article class="ho-item" id="item-${item.number}">
    <h3>
      Item ${item.number}: ${kindWords(shown)} ${sourceLabel(item.sourceClass)}
      <span class="ho-item__name">${nameOf(shown)}</span>
    </h3>
    ${shown.addition !== null && html`<p><b>Added later: ${ADDITION_WORDS[shown.addition.kind].toLowerCase()}</b>, received ${timeElement(shown.addition.receivedAt)}.</p>`}
    ${item.disposal === null && readingBlock(shown)} ${keyValues(proofs(shown))}
  </article>`;
}

/** What an item is: for words that were added later, as what. */
function kindWords({ item, addition }: ShownItem): string {
  return addition === null || item.kind !== 'account' ? KIND_WORDS[item.kind] : ADDITION_WORDS[addition.kind];
}

function nameOf({ item, wholeNameAt }: ShownItem): Html {
  return wholeNameAt === null ? isolated(item.name) : shortName(item.name, wholeNameAt);
}

function proofs({ item, logIndex }: ShownItem) {
  return [
    { key: 'Size', value: sizeWords(item.sizeBytes) },
    { key: 'SHA-256', value: html`<code class="ho-code ho-hash">${item.sha256Hex}</code>` },
    {
      key: 'Sealed',
      value: html`${timeElement(item.sealedAt)}.
      ${logIndex === null ? 'Waiting for the log.' : html`<a href="#record">Log entry ${logIndex.toLocaleString('en-GB')}</a>.`}`,
    },
    item.disposal !== null && { key: 'Disposal', value: disposalWords(item.disposal) },
    item.extractOf !== null && { key: 'Taken out of', value: archiveOf(item.extractOf) },
  ];
}

/** Whether the item can still be opened; if not, since when, why, and when no backup can open it either. */
function disposalWords(disposal: NonNullable<DeskItem['disposal']>): Printable {
  const why = html`${isolated(disposal.authority)}: ${isolated(disposal.reason)}.`;
  if (disposal.state === 'ordered')
    return html`<strong>Disposal ordered</strong>, not carried out yet. ${why}`;
  return html`<strong>Disposed of</strong> on ${timeElement(disposal.removedAt)}; complete on
    ${timeElement(disposal.completeOn)}, when the last backup that may hold its key expires. ${why}`;
}

/** The archive an extract was taken from, which was never received. */
export function archiveOf(extractOf: string): Printable {
  let archive: unknown;
  try {
    archive = JSON.parse(extractOf);
  } catch {
    return isolated(extractOf);
  }
  const say = (key: string): string => {
    if (typeof archive !== 'object' || archive === null || !Object.hasOwn(archive, key)) return '';
    return String((archive as Record<string, unknown>)[key]);
  };
  return html`${shortName(say('name'))}, ${sizeWords(Number(say('sizeBytes')) || 0)}, SHA-256
    <code class="ho-code ho-hash">${isolated(say('sha256Hex'))}</code>. Its member ${shortName(say('member'))}
    was taken out in the submitter’s own browser (extractor ${isolated(say('extractorVersion'))}). The archive
    stayed with the submitter.`;
}

function readingBlock(shown: ShownItem): Html | false {
  if (shown.item.kind === 'file') return false;
  return shown.item.kind === 'chat' ? chatReadings(shown) : formReading(shown);
}

/** Answers or fingerprints; where they could not be read as such, the text as it came. */
function formReading(shown: ShownItem): Html {
  const { item, answers, addition } = shown;
  if (answers.length > 0 && addition !== null && item.kind === 'account') return additionAnswers(answers);
  if (answers.length > 0) return item.kind === 'account' ? answerList(answers) : fingerprintTable(answers);
  const isEmpty = item.readings.some(({ state }) => state === 'read');
  return isEmpty ? html`<p>Read, with nothing in it.</p>` : chatReadings(shown);
}

function chatReadings({ item: { readings }, lookAgain }: ShownItem): Html {
  if (readings.length === 0) return html`<p>Waiting to be read. ${lookAgain}</p>`;
  const standing = readings.find(({ state }) => state === 'read');
  if (standing === undefined) return html`${readings.map(reading => chatReading(reading, lookAgain))}`;
  const others = readings.filter(reading => reading !== standing);
  const [unfinished, finished] = [
    others.filter(({ state }) => state !== 'read'),
    others.filter(({ state }) => state === 'read'),
  ];
  return html`${chatReading(standing, lookAgain)}
  ${unfinished.map(reading => chatReading(reading, lookAgain))}
  ${finished.length > 0 && otherReadings(standing, finished.length)}`;
}

function otherReadings({ id }: ItemReading, count: number): Html {
  return html`<p>
    ${counted(count, 'other reading')} of this item ${count === 1 ? 'is' : 'are'} kept beside it:
    <a href="/conversations/${id}/readings">what differs</a>.
  </p>`;
}

function chatReading(reading: ItemReading, lookAgain: Html): Html {
  const address = `/conversations/${reading.id}`;
  if (reading.state === 'reading') return html`<p>Being read now. ${lookAgain}</p>`;
  if (reading.state !== 'read') {
    return html`<p>
      ${notReadWords(reading)} Nothing of it is lost:
      <a href="${address}">see the text as it came</a>.
    </p>`;
  }
  const head = headOf(reading.summary);
  const broken = brokenWords(reading.detection);
  const several = head !== null && head.conversations.length > 1 ? head.conversations.length : null;
  return html`<p class="ho-item__reading">
      ${several === null ? button({ text: 'Read the conversation', href: address }) : button({ text: 'Choose a conversation', href: `${address}/chats` })}
      ${several !== null && `${counted(several + reading.moreConversations, 'conversation')} in one item.`}
      ${formatWords(reading.format)},
      ${counted(reading.messages, 'message')}${head?.period && html`, ${writtenPeriod(head.period)}`}.
    </p>
    ${broken && html`<p class="ho-doubt-again">${mark('doubt', 'Doubt:')} ${broken}</p>`}
    ${documentationWords(reading.format) !== undefined && html`<p class="ho-doubt-again">${mark('doubt', 'Doubt:')} ${documentationWords(reading.format)}</p>`}
    ${head && readingFacts(head, reading, address)}`;
}

function headOf(summary: string | null): ReadingHead | null {
  const decoded = summary === null ? null : decodeReadingLine(summary);
  return decoded?.ok && decoded.line.type === 'reading' ? decoded.line : null;
}

const MOST_SPEAKERS_NAMED = 12;

function readingFacts(head: ReadingHead, { moreSpeakers, detection }: ItemReading, address: string): Html {
  const { speakers, doubts, unreadBytes } = head;
  const why = whyThisFormat(detection);
  const named = speakers.slice(0, MOST_SPEAKERS_NAMED);
  const more = speakers.length - named.length + moreSpeakers;
  return keyValues([
    {
      key: 'Speakers',
      value:
        speakers.length === 0
          ? 'None named'
          : html`${named.map(({ name, messages }, index) => html`${index > 0 && ', '}${shortName(name)} (${messages.toLocaleString('en-GB')})`)}${more > 0 && ` and ${more.toLocaleString('en-GB')} more`}`,
    },
    {
      key: 'Doubts',
      value:
        doubts.length === 0
          ? 'None found by this reader'
          : html`<a href="${address}?show=doubts">${counted(doubts.length, 'kind')} of doubt</a>:
              ${doubts.map(doubt => html`${doubt.sentence} `)}`,
    },
    {
      key: 'Not read',
      value:
        unreadBytes === 0
          ? 'No byte is unread'
          : html`<strong>${counted(unreadBytes, 'byte')}</strong> belong to no message; shown in place`,
    },
    { key: 'Reader', value: html`<code class="ho-code">${head.reader}</code>` },
    why && { key: 'Why this format', value: why },
  ]);
}
