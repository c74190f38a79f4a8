/**
 * Events of the engagement with a submitter. Those of an addition are in the chain of its submission but for
 * `addition-acknowledged` (`#portable/receipt`), which is in none: what a submitter is given must not count what else happened.
 * All have the fact `addition` (32 hex). `addition-received` adds `kind`, `about` (the question it answers or corrects, or
 * null) and `receivedAt`; `addition-sealed` the `item` and `items` (1); `addition-mismatch` says `what` differed.
 */
export const ADDITION_RECEIVED = 'addition-received';
export const ADDITION_SEALED = 'addition-sealed';
export const ADDITION_MISMATCH = 'addition-mismatch';

/**
 * Events of what an officer asks. `contact-asked` and `contact-drafted` have the facts `template`, `version`, `text` (as it is
 * shown) and `item` (the item it is about, or null); a draft adds `flags`. `contact-released` and `contact-withheld` name the
 * `question` (the id of the event that drafted it); the latter adds a `reason`.
 */
export const CONTACT_ASKED = 'contact-asked';
export const CONTACT_DRAFTED = 'contact-drafted';
export const CONTACT_RELEASED = 'contact-released';
export const CONTACT_WITHHELD = 'contact-withheld';
