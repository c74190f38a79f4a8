import type { AdditionKind, TaskingFlag } from '#domain/engagement/index.ts';

export const FLAG_WORDS: Readonly<Record<TaskingFlag, string>> = {
  'asks-for-contact': 'It may ask the submitter to contact, answer or write to somebody.',
  'keeps-talking': 'It may ask them to keep a contact going, find something out, or pretend.',
  'asks-to-meet': 'It may speak of a meeting, of following or of filming.',
  'asks-to-delay': 'It may ask them to wait, stall or time something.',
  'tells-of-somebody':
    'It may tell whether somebody is known, suspected or arrested, or that others reported.',
  'who-raised-first': 'It may ask who raised something first. That is never asked here.',
  'asks-for-pictures': 'It speaks of pictures. The open route takes words alone.',
};

export const ADDITION_WORDS: Readonly<Record<AdditionKind, string>> = {
  added: 'Something added',
  answer: 'Answer to a question',
  correction: 'Correction',
  'contact-resumed': 'Contact went on',
  published: 'Something was published',
  'contact-withdrawn': 'Consent to contact withdrawn',
};
