import type { Attachment, Message, Repair } from '#portable/chat/index.ts';
import { html, isolated, shortName } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import type { KeyValue } from '#web/ui/police/index.ts';
import { sizeWords } from '../words.ts';
import { kindWords } from './message-words.ts';

const MOST_ATTACHMENTS = 20;
const MOST_REPAIRS = 20;
const LONGEST_REPAIR = 60;

/** What the export says of a message beyond its words: each attachment with its fingerprint, and each step of repair. */
export function furtherFacts({
  attachments = [],
  repairs = [],
  speakerId,
  quote,
  forwardedFrom,
}: Message): readonly (KeyValue | false)[] {
  return [
    speakerId !== undefined && { key: 'Account', value: isolated(speakerId) },
    forwardedFrom !== undefined && { key: 'Forwarded from', value: shortName(forwardedFrom) },
    quote !== undefined && { key: 'Quotes', value: isolated(quote) },
    ...attachments.slice(0, MOST_ATTACHMENTS).map(attachment => ({
      key: 'Attachment',
      value: attachmentFacts(attachment),
    })),
    ...repairs.slice(0, MOST_REPAIRS).map(repair => ({ key: 'Repair', value: repairFacts(repair) })),
  ];
}

function attachmentFacts({ name, kind, included, note, sha256, sizeBytes }: Attachment): Html {
  return html`${kindWords(kind)}${name !== null && html` ${shortName(name)}`},
  ${included ? 'said to be in the export' : 'left out of the export'}${note !== null && html`; ${isolated(note)}`}${sizeBytes !== undefined && `; ${sizeWords(sizeBytes)}`}${sha256 !== undefined && html`; SHA-256 as the export gives it <code class="ho-code ho-hash">${sha256}</code>`}`;
}

/** Characters that the format forbids or takes apart, as they stand in the file and as they are read. */
function repairFacts({ what, at, before, after }: Repair): Html {
  const cut = (text: string): string => text.slice(0, LONGEST_REPAIR).toWellFormed();
  return html`${isolated(what)}, byte ${at.toLocaleString('en-GB')}:
    <code class="ho-code">${isolated(cut(before))}</code> read as
    <code class="ho-code">${isolated(cut(after))}</code>`;
}
