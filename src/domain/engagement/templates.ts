import type { SubmitterType } from '../intake/index.ts';

/** A text that a person reads, in both languages. */
export type BothLanguages = { readonly en: string; readonly cy: string };

/** One choice of an answer form; `value` is what is sealed. */
export type TemplateChoice = { readonly value: string; readonly text: BothLanguages };

/**
 * An approved question. A template never changes: other words are another version under the same id, and the old ones stay,
 * since letters name them. No template asks for, suggests, times or directs contact with anybody.
 */
export type ContactTemplate = {
  readonly id: string;
  readonly version: number;
  /** As officers choose it. */
  readonly title: string;
  readonly text: BothLanguages;
  readonly choices: readonly TemplateChoice[];
  /** It is about one item, which the officer names. */
  readonly isAboutItem: boolean;
  /** It may be asked of a child, who is never asked to interpret a chat. */
  readonly isForChildren: boolean;
};

const YES_NO: readonly TemplateChoice[] = [
  { value: 'yes', text: { en: 'Yes', cy: 'Ydw neu oes' } },
  { value: 'no', text: { en: 'No', cy: 'Nac ydw neu nac oes' } },
  { value: 'unsure', text: { en: 'I am not sure', cy: 'Dydw i ddim yn siŵr' } },
];

/** Free text, checked for tasking and released by a second person. */
export const OTHER_TEMPLATE = 'other';

/** The templates of today, in the order officers see them. Welsh is a draft that nobody reviewed yet. */
export const CONTACT_TEMPLATES: readonly ContactTemplate[] = [
  {
    id: 'date-order',
    version: 1,
    title: 'Order of the dates in a file',
    text: {
      en: 'In this file, which comes first in a date: the day or the month?',
      cy: 'Yn y ffeil hon, beth sy’n dod gyntaf mewn dyddiad: y diwrnod neu’r mis?',
    },
    choices: [
      { value: 'day-first', text: { en: 'The day: 31/12', cy: 'Y diwrnod: 31/12' } },
      { value: 'month-first', text: { en: 'The month: 12/31', cy: 'Y mis: 12/31' } },
      { value: 'unsure', text: { en: 'I am not sure', cy: 'Dydw i ddim yn siŵr' } },
    ],
    isAboutItem: true,
    isForChildren: false,
  },
  {
    id: 'phone-zone',
    version: 1,
    title: 'Where the phone was',
    text: {
      en: 'Which country was the phone in during this chat? If it moved, say when and where.',
      cy: 'Ym mha wlad roedd y ffôn yn ystod y sgwrs hon? Os symudodd, dywedwch pryd ac i ble.',
    },
    choices: [],
    isAboutItem: true,
    isForChildren: false,
  },
  {
    id: 'which-speaker',
    version: 1,
    title: 'Which speaker is the submitter',
    text: {
      en: 'In this file, which name is yours? If none of them is, say whose phone it came from.',
      cy: 'Yn y ffeil hon, pa enw yw eich un chi? Os nad oes un, dywedwch o ffôn pwy y daeth.',
    },
    choices: [],
    isAboutItem: true,
    isForChildren: false,
  },
  {
    id: 'original-phone',
    version: 1,
    title: 'Whether the phone is still there',
    text: {
      en: 'Do you still have the phone or computer that the messages are on?',
      cy: 'Ydy’r ffôn neu’r cyfrifiadur sydd â’r negeseuon gennych o hyd?',
    },
    choices: YES_NO,
    isAboutItem: false,
    isForChildren: true,
  },
  {
    id: 'contact-now',
    version: 1,
    title: 'Whether anybody is in contact now',
    text: {
      en: 'Is anybody you told us about still sending messages to you or a child? Do not answer.',
      cy: 'Oes unrhyw un y sonioch amdano’n dal i anfon negeseuon atoch chi neu at blentyn? Peidiwch ag ateb.',
    },
    choices: YES_NO,
    isAboutItem: false,
    isForChildren: false,
  },
  {
    id: 'not-handed-in',
    version: 1,
    title: 'What was not handed in',
    text: {
      en: 'Is there anything you hold and have not handed in? Say what it is, and why. Do not send any pictures.',
      cy: 'Oes gennych unrhyw beth nad ydych wedi’i roi i ni? Dywedwch beth, a pham. Peidiwch ag anfon lluniau.',
    },
    choices: [],
    isAboutItem: false,
    isForChildren: false,
  },
  {
    id: 'come-to-counter',
    version: 1,
    title: 'Please come to a counter with the phone',
    text: {
      en: 'Please bring the phone to a police station counter and say your reference. Charge it, and delete nothing. When could you come?',
      cy: 'Dewch â’r ffôn at gownter gorsaf heddlu a rhoi eich cyfeirnod. Gwefrwch ef, a pheidiwch â dileu dim. Pryd allech chi ddod?',
    },
    choices: [],
    isAboutItem: false,
    isForChildren: true,
  },
];

/** The template that a letter names; null for one that this version does not know, and for free text. */
export function templateOf(id: string, version: number): ContactTemplate | null {
  return CONTACT_TEMPLATES.find(template => template.id === id && template.version === version) ?? null;
}

/**
 * What may be asked of somebody of this type. A child is never asked to interpret a chat, and gets no free text; whoever was
 * named, and their family, are questioned by no form at all: an officer speaks with them.
 */
export function templatesFor(submitterType: SubmitterType): readonly ContactTemplate[] {
  if (submitterType === 'named-person-or-family') return [];
  return submitterType === 'child'
    ? CONTACT_TEMPLATES.filter(({ isForChildren }) => isForChildren)
    : CONTACT_TEMPLATES;
}

/** Whether an officer may write something of their own to somebody of this type. */
export function mayWriteFreely(submitterType: SubmitterType): boolean {
  return submitterType !== 'child' && submitterType !== 'named-person-or-family';
}
