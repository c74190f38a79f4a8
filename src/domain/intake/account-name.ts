import type { Awareness } from './answers.ts';

/** The name of the item that holds the answers. */
export const ACCOUNT_NAME = 'Answers on the form.json';

const AWARE_NAME = /^Answers on the form, aware (\d{4}-\d{2}-\d{2})(?: (\d{2})\.(\d{2}))?\.json$/;

/**
 * The name under which the answers are sealed. Of somebody with a duty to tell the police it says when they became aware:
 * a name stands in the receipt, so that the receipt shows that time to anyone, whoever keeps the answers.
 */
export function accountName(awareness: Awareness | null): string {
  if (awareness === null || awareness.day === '') return ACCOUNT_NAME;
  const time = awareness.time === '' ? '' : ` ${awareness.time.replace(':', '.')}`;
  return `Answers on the form, aware ${awareness.day}${time}.json`;
}

/** Whether an item of this name holds the answers. */
export function isAccountName(name: string): boolean {
  return name === ACCOUNT_NAME || AWARE_NAME.test(name);
}

/** When the submitter says that they became aware, from the name of their answers; null where they do not say. */
export function awareIn(name: string): Pick<Awareness, 'day' | 'time'> | null {
  const [, day, hour, minute] = AWARE_NAME.exec(name) ?? [];
  if (day === undefined) return null;
  return { day, time: hour === undefined ? '' : `${hour}:${minute}` };
}
