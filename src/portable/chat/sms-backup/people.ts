/** How the reader names the person whose phone it was: the file never does. In brackets, as no contact is. */
export const PHONE_OWNER = '(owner of the phone)';

/** What phones write in place of their own number. */
const OWN_TOKEN = 'insert-address-token';
/** What the app writes in place of a name that is not in the address book. */
const UNKNOWN_CONTACT = '(Unknown)';
/** Digits of which two spellings of one number, national and international, have the last alike. */
const TAIL_DIGITS = 9;

/** The name in the address book; null when there was none. */
export function contactName(written: string | null): string | null {
  return written === null || written === UNKNOWN_CONTACT || written.trim() === '' ? null : written;
}

/** A number or address that is not the phone's own token; null otherwise. */
export function foreignAddress(written: string | null): string | null {
  return written === null || written === OWN_TOKEN || written === '' ? null : written;
}

/** The numbers of a conversation: a group's are joined with `~`. */
export function addressesOf(written: string | null): string[] {
  return (written ?? '').split('~').flatMap(each => foreignAddress(each) ?? []);
}

/** A number without the blanks and marks that only help to read it. */
export function bareNumber(address: string): string {
  return /^[\d\s()+.-]+$/.test(address) ? address.replace(/[^\d+]/g, '') : address;
}

/** Whether two spellings can be one number: equal, or alike in their last nine digits. */
export function canBeSame(a: string, b: string): boolean {
  const [first, second] = [bareNumber(a), bareNumber(b)];
  if (first === second) return true;
  const [one, other] = [first.replace('+', ''), second.replace('+', '')];
  if (!/^\d{9,}$/.test(one) || !/^\d{9,}$/.test(other)) return false;
  return one.slice(-TAIL_DIGITS) === other.slice(-TAIL_DIGITS);
}
