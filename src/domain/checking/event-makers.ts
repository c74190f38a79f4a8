import { ADDITION_ACKNOWLEDGED } from '#portable/receipt/index.ts';
import {
  ADDITION_MISMATCH,
  ADDITION_RECEIVED,
  ADDITION_SEALED,
  CONTACT_ASKED,
  CONTACT_DRAFTED,
  CONTACT_RELEASED,
  CONTACT_WITHHELD,
} from '../engagement/index.ts';
import { type ActorKind, AT_COMMAND_LINE, type ContinuityEvent } from '#portable/continuity/index.ts';

/** Who makes each type of event: what the database lets each process append, and what its owner appends. */
const MAKERS: Readonly<Record<string, ActorKind>> = {
  'submission-received': 'submitter',
  'item-sealed': 'worker',
  'submission-sealed': 'worker',
  'seal-mismatch': 'worker',
  [ADDITION_RECEIVED]: 'submitter',
  [ADDITION_SEALED]: 'worker',
  [ADDITION_MISMATCH]: 'worker',
  [ADDITION_ACKNOWLEDGED]: 'worker',
  'draft-expired': 'worker',
  'bundle-produced': 'worker',
  'danger-taken': 'officer',
  'danger-closed': 'officer',
  'stage-moved': 'officer',
  allocated: 'officer',
  'bundle-asked': 'officer',
  'reading-asked': 'officer',
  'reading-answered': 'officer',
  'messages-read': 'officer',
  'message-translated': 'officer',
  'translation-disputed': 'officer',
  'translation-taken-back': 'officer',
  [CONTACT_ASKED]: 'officer',
  [CONTACT_DRAFTED]: 'officer',
  [CONTACT_RELEASED]: 'officer',
  [CONTACT_WITHHELD]: 'officer',
  'item-disposed': 'officer',
  'audit-minute': 'system',
  'headers-rewrapped': 'system',
  'keys-rotated': 'system',
  'log-begun': 'system',
};

const OF_ADDITIONS: readonly string[] = [
  ADDITION_RECEIVED,
  ADDITION_SEALED,
  ADDITION_MISMATCH,
  ADDITION_ACKNOWLEDGED,
];

/** An event that nobody honest made: by another actor than makes its type, or under a key that is another act's. */
export function makerFaults(event: ContinuityEvent, key: string | null): string[] {
  const faults: string[] = [];
  const maker = Object.hasOwn(MAKERS, event.type) ? MAKERS[event.type] : undefined;
  const isLocal =
    event.type === 'submission-received' &&
    event.actor.kind === AT_COMMAND_LINE.kind &&
    event.actor.id === AT_COMMAND_LINE.id;
  if (maker !== undefined && maker !== event.actor.kind && !isLocal)
    faults.push(`It says ${event.type} by ${event.actor.kind}: such an event is made by ${maker} alone.`);
  if (key === null) return faults;
  if (/ #\d+$/.test(key)) faults.push('Its key was held by an event of another act when it was appended.');
  else if (event.actor.kind !== 'officer' && !isOwnKey(event, key))
    faults.push('It holds a key that belongs to another act.');
  return faults;
}

/** An officer's key is a digest of a form, which says nothing; every other begins with the type, and names the thing. */
function isOwnKey({ type, submission, facts }: ContinuityEvent, key: string): boolean {
  const ofFact = (name: string) => {
    const named = facts[name];
    return typeof named === 'string' && key === `${type} ${named}`;
  };
  if (type === 'audit-minute') return ofFact('minute');
  if (type === 'item-sealed') return ofFact('item');
  if (OF_ADDITIONS.includes(type)) return ofFact('addition');
  if (type === 'submission-sealed' || type === 'seal-mismatch') return key === `${type} ${submission?.id}`;
  return key.split(' ')[0] === type;
}
