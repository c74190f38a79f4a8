import type { DoubtCode } from '../doubts.ts';
import type { ChatRecord } from '../records/record.ts';
import { type Around, baseOf, extraOf, sentTimeDiffers } from './message-base.ts';
import { boxOf, callWord, isUnsent } from './direction.ts';
import { ABSENT, type Element } from './element.ts';
import { ALL_KNOWN, TAKEN } from './keys.ts';
import { addressesOf, contactName, PHONE_OWNER } from './people.ts';

/** Who is named by a message with one other person: the other, or the owner of the phone. */
function speakerOf(
  element: Element,
  address: string | null,
  isOwner: boolean | null,
): Pick<ChatRecord, 'speaker' | 'speakerId'> & { readonly used: readonly string[] } {
  if (isOwner === null) return { speaker: null, used: [] };
  if (isOwner) return { speaker: PHONE_OWNER, used: [] };
  const [number] = addressesOf(address);
  const name = contactName(element.text('contact_name'));
  return {
    speaker: name ?? number ?? null,
    ...(number === undefined ? {} : { speakerId: number }),
    used: [
      ...(name === null ? [] : ['contact_name']),
      ...(number === undefined ? [] : ['address', 'number']),
    ],
  };
}

function conversationOf(element: Element, address: string | null, { conversations }: Around): number {
  return conversations.indexOf(addressesOf(address), address, contactName(element.text('contact_name')));
}

function doubtsOf(element: Element, speaker: string | null, known: ReadonlySet<string>): DoubtCode[] {
  return [
    ...(element.hasRepeated ? (['repeated-key'] as const) : []),
    ...(speaker === null ? (['sender-not-named'] as const) : []),
    ...(element.hasUnknown(known) ? (['unknown-fields'] as const) : []),
  ];
}

/** An `sms` element. */
export function smsRecord(element: Element, around: Around): ChatRecord {
  const base = baseOf(element, around);
  const box = boxOf(element.text('type'));
  const address = element.text('address');
  const { used, ...named } = speakerOf(element, address, box === null ? null : box !== 'received');
  const taken = new Set([...(box === null ? ['date', 'body'] : TAKEN.sms), ...used]);
  const body = element.written('body') ?? '';
  base.doubts.push(...doubtsOf(element, named.speaker, ALL_KNOWN.sms));
  if (isUnsent(box)) base.doubts.push('not-sent');
  if (body === ABSENT) base.doubts.push('null-or-text');
  if (sentTimeDiffers(element, 'millisecond', base.utcMs)) base.doubts.push('sent-time-differs');
  return {
    ...base,
    ...named,
    chat: conversationOf(element, address, around),
    kind: 'text',
    body,
    rule: `sms-backup/sms-${box ?? 'other'}`,
    ...(box !== null && isUnsent(box) ? { action: box } : {}),
    ...extraOf(element.rest(taken)),
  };
}

/** A `call` element of a call log. */
export function callRecord(element: Element, around: Around): ChatRecord {
  const base = baseOf(element, around);
  const word = callWord(element.text('type'));
  const address = element.text('number');
  const { used, ...named } = speakerOf(element, address, word === null ? null : word === 'outgoing');
  const taken = new Set([...(word === null ? ['date', 'duration'] : TAKEN.call), ...used]);
  const duration = element.text('duration');
  base.doubts.push(...doubtsOf(element, named.speaker, ALL_KNOWN.call));
  return {
    ...base,
    ...named,
    chat: conversationOf(element, address, around),
    kind: 'call',
    body: '',
    rule: 'sms-backup/call',
    call: {
      media: null,
      outcome: word,
      durationText: duration,
      durationSeconds: duration !== null && /^\d{1,9}$/.test(duration) ? Number(duration) : null,
    },
    ...extraOf(element.rest(taken)),
  };
}
