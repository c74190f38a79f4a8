/** Questions by the field of the account, in the order they are shown, under plain headings. */
export const ACCOUNT_GROUPS: readonly {
  readonly heading: string;
  readonly questions: readonly (readonly [field: string, question: string])[];
}[] = [
  {
    heading: 'What happened',
    questions: [
      ['happened', 'What happened'],
      ['facts.firstContact', 'How and where contact began'],
      ['facts.app', 'App or site'],
      ['facts.usernames', 'Usernames'],
      ['facts.links', 'Links. Text only: nothing opens them'],
      ['facts.when', 'When'],
      ['facts.childAge', 'Age of the child'],
      ['meeting.answer', 'A meeting with a child is planned'],
      ['meeting.words', 'The meeting: when, where, how known'],
      ['children.answer', 'Children around the person'],
      ['children.words', 'Which children, and where'],
    ],
  },
  {
    heading: 'What was done to a named person or their family',
    questions: [
      ['harm.kinds', 'What was done'],
      ['harm.words', 'What, when and where'],
      ['harm.links', 'Links to films, posts or threats. Text only: nothing opens them'],
    ],
  },
  {
    heading: 'What they have, and what is not handed in',
    questions: [
      ['holding.kinds', 'What they have'],
      ['holding.shows', 'What the screenshots or the phone show'],
      ['holding.pictures', 'A picture may be sexual, of someone under 18'],
      ['leftOut.answer', 'Something is not handed in'],
      ['leftOut.words', 'What, and why'],
    ],
  },
  {
    heading: 'Notification by somebody with a duty',
    questions: [
      ['awareness.role', 'Their role'],
      ['awareness.day', 'Became aware, day. As they gave it'],
      ['awareness.time', 'Became aware, time. As they gave it'],
      ['awareness.alsoTold', 'Who else was told'],
    ],
  },
  {
    heading: 'The group',
    questions: [
      ['contactNow.answer', 'Contact goes on'],
      ['contactNow.words', 'Who is in contact, on which account, since when'],
      ['people.own', 'What the submitter did themselves'],
      ['people.others', 'Who else typed, filmed or was present'],
      ['firstRaised.age', 'Who first wrote of age. Their word, as somebody who typed'],
      ['firstRaised.sexual', 'Who first wrote of sexual matters. Their word'],
      ['firstRaised.meeting', 'Who first wrote of meeting. Their word'],
      ['conduct.kinds', 'Done to anyone'],
      ['conduct.words', 'What, when and where'],
      ['material.originals', 'Original devices, accounts and chats'],
      ['material.decoys', 'Every decoy'],
      ['material.recordings', 'Every recording, film and photo'],
      ['material.failed', 'What came to nothing'],
    ],
  },
  {
    heading: 'Danger',
    questions: [
      ['danger', 'Danger'],
      ['danger.happening', 'Danger, boxes chosen'],
      ['danger.what', 'Danger: what'],
      ['danger.where', 'Danger: where'],
      ['danger.who', 'Danger: who'],
      ['danger.safeNumber', 'Danger: safe number'],
      ['danger.mayRing', 'Danger: may we ring'],
    ],
  },
  {
    heading: 'The submitter',
    questions: [
      ['contact.reach', 'Safe to reach by'],
      ['contact.name', 'Name to ask for'],
      ['contact.phone', 'Telephone'],
      ['contact.email', 'E-mail'],
      ['contact.whenAndAsWhom', 'When, and as whom to say we are'],
      ['contact.othersSeeDevice', 'Do others see their device'],
      ['submitterType', 'Who they are'],
      ['partner', 'Handed in by the system of'],
    ],
  },
];

/** Answers that are lists of things: what one is called, and the words of its parts in the order they are shown. */
export const ACCOUNT_LISTS: Readonly<
  Record<
    string,
    { readonly heading: string; readonly one: string; readonly parts: readonly (readonly [string, string])[] }
  >
> = {
  accounts: {
    heading: 'Accounts',
    one: 'Account',
    parts: [
      ['platform', 'App or site'],
      ['name', 'Name there'],
      ['whose', 'Whose'],
      ['howKnown', 'How the submitter knows'],
    ],
  },
  publications: {
    heading: 'Published. Links are text only: nothing opens them',
    one: 'Publication',
    parts: [
      ['link', 'Link'],
      ['when', 'When'],
      ['what', 'What, and by whom'],
    ],
  },
};

/** A topic that is null was not asked of this submitter: it is neither an answer nor left open. */
export const TOPICS_THAT_MAY_BE_ABSENT: ReadonlySet<string> = new Set([
  ...['holding', 'accounts', 'facts', 'meeting', 'children', 'leftOut', 'awareness', 'contactNow'],
  ...['people', 'conduct', 'material', 'publications', 'firstRaised', 'harm'],
]);

const YES_NO = { yes: 'Yes', no: 'No', unsure: 'Does not know' };

/** What a choice is called, by its field. */
export const ACCOUNT_CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'danger.mayRing': { true: 'Yes', false: 'No. Do not ring.' },
  'contact.reach': { none: 'Not at all', phone: 'Telephone', email: 'E-mail' },
  'contact.othersSeeDevice': { no: 'No', yes: 'Yes', unsure: 'Not sure' },
  'holding.kinds': {
    chat: 'A chat they can save',
    phone: 'The phone only',
    screenshots: 'Screenshots, kept by them',
    'only-words': 'Nothing but what they know',
  },
  'holding.pictures': { yes: 'Yes, or there may be. They were told to stop and keep the phone', no: 'No' },
  'meeting.answer': YES_NO,
  'children.answer': YES_NO,
  'leftOut.answer': YES_NO,
  'contactNow.answer': YES_NO,
  'people.own': { typed: 'Typed', filmed: 'Filmed', present: 'Was present', none: 'None of these' },
  'conduct.kinds': {
    confronted: 'Confronted',
    detained: 'Held or kept from leaving',
    followed: 'Followed or watched',
    named: 'Named',
    filmed: 'Filmed or streamed',
    paid: 'Money asked for, paid or taken',
    none: 'None of these',
  },
  'harm.kinds': {
    threatened: 'Threats',
    attacked: 'Violence or damage',
    followed: 'Confronted, followed or watched',
    filmed: 'Filmed or streamed',
    posted: 'Put online',
  },
};
