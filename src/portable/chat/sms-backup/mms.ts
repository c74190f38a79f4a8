import type { DoubtCode } from '../doubts.ts';
import type { Attachment } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import { type Around, baseOf, extraOf, sentTimeDiffers } from './message-base.ts';
import { boxOf, isUnsent } from './direction.ts';
import { ABSENT, type Element } from './element.ts';
import { NOTHING_TAKEN, TAKEN } from './keys.ts';
import type { PartContent } from './part-content.ts';
import { addressesOf, canBeSame, contactName, foreignAddress, PHONE_OWNER } from './people.ts';

/** `addr/@type`, the numbers of the MMS standard for its header fields. */
const FROM = '137';
const LAYOUT = 'application/smil';
const TEXT_TAKEN: ReadonlySet<string> = new Set(['text']);

/** What stands inside an `mms` element, gathered while it is walked through. */
export class MmsContent {
  readonly texts: string[] = [];
  readonly attachments: Attachment[] = [];
  readonly addresses: string[] = [];
  readonly extra: [name: string, json: string][] = [];
  from: string | null = null;
  parts = 0;
  hasRepeated = false;
  hasUnknown = false;
  hasBrokenData = false;
  hasNullText = false;
  #addrs = 0;
  #others = 0;

  /** True when anything stood inside. */
  get holdsSomething(): boolean {
    return this.hasUnknown || this.extra.length > 0;
  }

  /** A `part`, and what its `data` holds; null when it has none. */
  part(element: Element, content: PartContent | null): void {
    const type = element.text('ct');
    const text = element.written('text');
    const isText = type === 'text/plain' && (content === null || content.isAbsent);
    if (isText && text !== null) this.#text(text);
    else if (type !== LAYOUT) this.attachments.push(this.#attachment(element, type, content));
    this.#keep(`part ${this.parts}`, element, isText ? TEXT_TAKEN : NOTHING_TAKEN);
    this.parts += 1;
  }

  /** An `addr`. */
  addr(element: Element): void {
    const address = foreignAddress(element.text('address'));
    if (element.text('type') === FROM) this.from ??= address;
    if (address !== null) this.addresses.push(address);
    this.#keep(`addr ${this.#addrs}`, element, NOTHING_TAKEN);
    this.#addrs += 1;
  }

  other(element: Element): void {
    this.hasUnknown = true;
    this.#keep(`element ${this.#others} ${element.name}`, element, NOTHING_TAKEN);
    this.#others += 1;
  }

  #text(text: string): void {
    this.texts.push(text);
    if (text === ABSENT) this.hasNullText = true;
  }

  #attachment(element: Element, kind: string | null, content: PartContent | null): Attachment {
    const name = element.text('name') ?? element.text('cl') ?? element.text('fn');
    if (content === null || content.isAbsent) return { name, kind, included: false, note: null };
    if (!content.isWhole) {
      this.hasBrokenData = true;
      return { name, kind, included: true, note: null };
    }
    const sha256 = content.sha256();
    return {
      name,
      kind,
      included: true,
      note: null,
      ...(sha256 === null ? {} : { sha256 }),
      sizeBytes: content.sizeBytes,
    };
  }

  #keep(name: string, element: Element, taken: ReadonlySet<string>): void {
    if (element.hasRepeated) this.hasRepeated = true;
    this.extra.push([name, element.asJson(taken)]);
  }
}

interface Sender {
  readonly speaker: string | null;
  readonly speakerId?: string;
  /** The addresses of the message do not agree on who sent it. */
  readonly isOpen: boolean;
  readonly isNamed: boolean;
}

/** Who sent an MMS that was received. Names of a group are in no order, so there only the number counts. */
function senderOf(element: Element, { from, addresses }: MmsContent): Sender {
  const people = addressesOf(element.text('address'));
  const isOne = people.length < 2;
  const number = (isOne ? people[0] : undefined) ?? from;
  const name = isOne ? contactName(element.text('contact_name')) : null;
  const isStranger = from !== null && people.length > 0 && !people.some(each => canBeSame(each, from));
  const isAllOne = !isOne && addresses.length > 1 && addresses.every(each => each === addresses[0]);
  return {
    speaker: name ?? number,
    ...(number === null ? {} : { speakerId: number }),
    isOpen: isStranger || isAllOne,
    isNamed: name !== null,
  };
}

function doubtsOf(content: MmsContent): DoubtCode[] {
  const doubts: DoubtCode[] = [];
  if (content.hasUnknown) doubts.push('unknown-fields');
  if (content.hasBrokenData) doubts.push('attachment-not-decoded');
  if (content.hasNullText) doubts.push('null-or-text');
  if (content.parts === 0) doubts.push('content-absent');
  return doubts;
}

/** An `mms` element with all that stands in it. */
export function mmsRecord(element: Element, content: MmsContent, around: Around): ChatRecord {
  const base = baseOf(element, around);
  const box = boxOf(element.text('msg_box'));
  const sender = box === 'received' ? senderOf(element, content) : null;
  const speaker = sender ? sender.speaker : box === null ? null : PHONE_OWNER;
  base.doubts.push(...doubtsOf(content));
  if (element.hasRepeated || content.hasRepeated) base.doubts.push('repeated-key');
  if (speaker === null) base.doubts.push('sender-not-named');
  if (sender?.isOpen === true) base.doubts.push('sender-not-certain');
  if (isUnsent(box)) base.doubts.push('not-sent');
  if (sentTimeDiffers(element, 'second', base.utcMs)) base.doubts.push('sent-time-differs');
  const taken = new Set([
    ...(box === null ? ['date'] : TAKEN.mms),
    ...(sender?.isNamed ? ['contact_name'] : []),
  ]);
  return {
    ...base,
    chat: conversationOf(element, content, around),
    kind: content.attachments.length > 0 ? 'media' : 'text',
    speaker,
    ...(sender?.speakerId === undefined ? {} : { speakerId: sender.speakerId }),
    body: content.texts.join('\n'),
    rule: `sms-backup/mms-${box ?? 'other'}`,
    ...(box !== null && isUnsent(box) ? { action: box } : {}),
    ...(content.attachments.length > 0 ? { attachments: content.attachments } : {}),
    ...extraOf([...element.rest(taken), ...content.extra]),
  };
}

function conversationOf(element: Element, content: MmsContent, { conversations }: Around): number {
  const written = element.text('address');
  const people = addressesOf(written);
  const name = contactName(element.text('contact_name'));
  return people.length > 0
    ? conversations.indexOf(people, written, name)
    : conversations.indexOf(content.addresses, content.addresses.join('~') || null, name);
}
