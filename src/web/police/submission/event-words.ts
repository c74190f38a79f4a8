import type { RecordedEvent } from '#domain/desk/index.ts';
import { isStage } from '#domain/desk/index.ts';
import { isAdditionKind } from '#domain/engagement/index.ts';
import { isSubmitterType } from '#domain/intake/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import type { ContinuityEvent } from '#portable/continuity/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Printable } from '#web/ui/index.ts';
import { messageNumber } from '../conversation/numbers.ts';
import { counted, STAGE_WORDS, SUBMITTER_WORDS } from '../words.ts';
import { ADDITION_WORDS } from '../contact/words.ts';

/** An event in the words of an officer, and what it says beyond its title. */
export type EventWords = { readonly title: string; readonly detail: Printable };

/** Names by id, for facts that hold only an id. */
export type Names = {
  readonly officers: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, string>;
};

type Facts = ContinuityEvent['facts'];
type Teller = (facts: Facts, names: Names) => EventWords;

/** The events this version writes. One it does not know is shown by its type, never left out. */
const TELLERS: Readonly<Record<string, Teller>> = {
  'submission-received': facts => ({
    title: 'Received',
    detail: `${submitterOf(facts)}, ${counted(number(facts, 'items'), 'item')}`,
  }),
  'item-sealed': (facts, { items }) => ({
    title: 'Item sealed',
    detail: html`Stored, read back and hashed: ${isolated(items.get(text(facts, 'item')) ?? 'item not found')}`,
  }),
  'submission-sealed': facts => ({
    title: 'Submission sealed',
    detail: `All ${counted(number(facts, 'items'), 'item')} sealed`,
  }),
  'seal-mismatch': facts => ({
    title: 'Seal refused',
    detail: html`File ${number(facts, 'file')}: ${isolated(text(facts, 'what'))}`,
  }),
  'item-disposed': (facts, { items }) => ({
    title: 'Item disposed of',
    detail: html`${isolated(items.get(text(facts, 'item')) ?? 'item not found')}.
    ${isolated(text(facts, 'authority'))}: ${isolated(text(facts, 'reason'))}`,
  }),
  'danger-taken': () => ({ title: 'Danger report taken', detail: 'Acknowledged at the desk' }),
  'danger-closed': facts => ({ title: 'Danger report closed', detail: closingOf(facts) }),
  'stage-moved': facts => ({
    title: 'Stage changed',
    detail: `${stageOf(facts, 'from')} to ${stageOf(facts, 'to')}`,
  }),
  allocated: (facts, names) => ({
    title: 'Allocated',
    detail: html`From ${holderOf(facts, 'from', names)} to ${holderOf(facts, 'to', names)}`,
  }),
  'reading-asked': (facts, { items }) => ({
    title: 'Reading asked for again',
    detail: html`${isolated(items.get(text(facts, 'item')) ?? 'item not found')}`,
  }),
  'reading-answered': (facts, { items }) => ({
    title:
      text(facts, 'answer') === '' ? 'Answer about a file taken back' : 'A file’s open question answered',
    detail: html`${isolated(items.get(text(facts, 'item')) ?? 'item not found')}. ${answerWords(facts)}
    ${isolated(text(facts, 'reason'))}`,
  }),
  'messages-read': (facts, { items }) => ({
    title: text(facts, 'mark') === 'read' ? 'Messages marked as read' : 'Mark of having read taken back',
    detail: html`${isolated(items.get(text(facts, 'item')) ?? 'item not found')}.
    ${messagesNamed(number(facts, 'first'), number(facts, 'last'))}`,
  }),
  'message-translated': (facts, names) => ({
    title: 'Translation put on record',
    detail: html`${translatedMessage(facts, names)} ${isolated(text(facts, 'from'))} to
    ${isolated(text(facts, 'into'))}, by ${isolated(text(facts, 'by'))}.`,
  }),
  'translation-disputed': (facts, names) => ({
    title: 'Translation disputed',
    detail: html`${translatedMessage(facts, names)} ${isolated(text(facts, 'reason'))}`,
  }),
  'translation-taken-back': (facts, names) => ({
    title: 'Translation taken back',
    detail: html`${translatedMessage(facts, names)} ${isolated(text(facts, 'reason'))}`,
  }),
  'addition-received': facts => ({ title: 'Added by the submitter', detail: additionWords(facts) }),
  'addition-sealed': (facts, { items }) => ({
    title: 'Addition sealed',
    detail: html`${isolated(items.get(text(facts, 'item')) ?? 'item not found')}`,
  }),
  'addition-mismatch': facts => ({
    title: 'Seal of an addition refused',
    detail: html`${isolated(text(facts, 'what'))}`,
  }),
  'contact-asked': facts => ({ title: 'Question asked', detail: html`“${isolated(text(facts, 'text'))}”` }),
  'contact-drafted': facts => ({
    title: 'Free text to the submitter drafted',
    detail: html`“${isolated(text(facts, 'text'))}”`,
  }),
  'contact-released': () => ({ title: 'Free text to the submitter released', detail: undefined }),
  'contact-withheld': facts => ({
    title: 'Free text to the submitter withheld',
    detail: html`${isolated(text(facts, 'reason'))}`,
  }),
  'bundle-asked': () => ({ title: 'Bundle asked for', detail: undefined }),
  'bundle-produced': facts => ({
    title: 'Bundle made',
    detail: html`${isolated(text(facts, 'name'))}`,
  }),
};

/** What an event says, in plain words. Facts that cannot be read are said to be unreadable. */
export function eventWords(event: RecordedEvent, names: Names): EventWords {
  const decoded = decodeEvent(event.body);
  if (!decoded.ok)
    return { title: titleOf(event.type), detail: `Its words cannot be read. ${decoded.reason}` };
  const tell = Object.hasOwn(TELLERS, event.type) ? TELLERS[event.type] : undefined;
  return tell?.(decoded.event.facts, names) ?? { title: titleOf(event.type), detail: undefined };
}

function titleOf(type: string): string {
  const words = type.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function text(facts: Facts, key: string): string {
  const value = facts[key];
  return typeof value === 'string' ? value : '';
}

function number(facts: Facts, key: string): number {
  const value = facts[key];
  return typeof value === 'number' ? value : 0;
}

function submitterOf(facts: Facts): string {
  const type = text(facts, 'submitterType');
  return isSubmitterType(type) ? SUBMITTER_WORDS[type] : 'Somebody';
}

function stageOf(facts: Facts, key: string): string {
  const stage = text(facts, key);
  return isStage(stage) ? STAGE_WORDS[stage] : stage;
}

function holderOf(facts: Facts, key: string, { officers }: Names): Printable {
  const id = facts[key];
  return typeof id === 'string' ? isolated(officers.get(id) ?? id) : 'nobody';
}

function additionWords(facts: Facts): Printable {
  const kind = facts['kind'];
  return isAdditionKind(kind) ? ADDITION_WORDS[kind] : undefined;
}

function answerWords(facts: Facts): Printable {
  const question = text(facts, 'question') === 'zone' ? 'Zone of its clock' : 'Order of its dates';
  const answer = text(facts, 'answer');
  return html`${question}: ${answer === '' ? 'open again' : isolated(answer)}.`;
}

function translatedMessage(facts: Facts, { items }: Names): Printable {
  return html`${isolated(items.get(text(facts, 'item')) ?? 'item not found')}. Message
  ${messageNumber(number(facts, 'message'))}.`;
}

function messagesNamed(first: number, last: number): string {
  return first === last
    ? `Message ${messageNumber(first)}`
    : `Messages ${messageNumber(first)} to ${messageNumber(last)}`;
}

function closingOf(facts: Facts): Printable {
  const incident = text(facts, 'incidentNumber');
  return incident === ''
    ? html`No incident: ${isolated(text(facts, 'reason'))}`
    : html`Incident ${isolated(incident)}`;
}
