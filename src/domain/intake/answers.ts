/** An answer of three; empty while it was left open. */
export const YES_NO = ['yes', 'no', 'unsure'] as const;
export type YesNo = (typeof YES_NO)[number] | '';

/** A question that is answered by yes or no, and in the submitter's words. */
export type YesNoAnswer = { readonly answer: YesNo; readonly words: string };

/** What the submitter holds. `only-words`: nothing but what they know. */
export const HOLDING_KINDS = ['chat', 'phone', 'screenshots', 'only-words'] as const;
export type HoldingKind = (typeof HOLDING_KINDS)[number];

/** What they hold, what screenshots show in words, and whether a picture may be sexual: then nobody copies anything. */
export type Holding = {
  readonly kinds: readonly HoldingKind[];
  readonly shows: string;
  readonly pictures: YesNo;
};

/** An account on a platform, whose it is, and how the submitter knows that. Text, each part optional. */
export type KnownAccount = {
  readonly platform: string;
  readonly name: string;
  readonly whose: string;
  readonly howKnown: string;
};

/** Facts of what happened, each optional, in the submitter's words. Links stay text. */
export type HappenedFacts = {
  readonly firstContact: string;
  readonly when: string;
  readonly childAge: string;
  readonly links: string;
};

/** When somebody with a duty became aware: a day (`2026-11-21`) and a time of day (`14:30`) as on a clock in the UK. */
export type Awareness = {
  readonly role: string;
  readonly day: string;
  readonly time: string;
  readonly alsoTold: string;
};

/** What a member of a group did themselves. */
export const OWN_PARTS = ['typed', 'filmed', 'present'] as const;
export type OwnPart = (typeof OWN_PARTS)[number];
export type People = { readonly own: readonly (OwnPart | 'none')[]; readonly others: string };

/** What a group did to anyone. */
export const CONDUCT_KINDS = ['confronted', 'detained', 'followed', 'named', 'filmed', 'paid'] as const;
export type ConductKind = (typeof CONDUCT_KINDS)[number];
export type Conduct = { readonly kinds: readonly (ConductKind | 'none')[]; readonly words: string };

/** Everything a group has, each kind in words: what did not come to anything too. */
export type Material = {
  readonly originals: string;
  readonly decoys: string;
  readonly recordings: string;
  readonly failed: string;
};

/** A post, stream or film about the case. The link is text: nothing ever opens it. */
export type Publication = { readonly link: string; readonly when: string; readonly what: string };

/** Asked of the adult who typed as a decoy alone. In words; nothing counts or scores them. */
export type FirstRaised = { readonly age: string; readonly sexual: string; readonly meeting: string };

/** What was done to somebody who was named, filmed or confronted, or to their family. Never what they are said to have done. */
export const HARM_KINDS = ['threatened', 'attacked', 'followed', 'filmed', 'posted'] as const;
export type HarmKind = (typeof HARM_KINDS)[number];
export type Harm = { readonly kinds: readonly HarmKind[]; readonly words: string; readonly links: string };

/** Every answer that only some branches are asked for. */
export type TopicAnswers = {
  readonly holding: Holding;
  readonly accounts: readonly KnownAccount[];
  readonly facts: HappenedFacts;
  readonly meeting: YesNoAnswer;
  readonly children: YesNoAnswer;
  readonly leftOut: YesNoAnswer;
  readonly awareness: Awareness;
  readonly contactNow: YesNoAnswer;
  readonly people: People;
  readonly conduct: Conduct;
  readonly material: Material;
  readonly publications: readonly Publication[];
  readonly firstRaised: FirstRaised;
  readonly harm: Harm;
};

const NOT_SAID: YesNoAnswer = { answer: '', words: '' };

/** Nothing answered. */
export const NO_ANSWERS: TopicAnswers = {
  holding: { kinds: [], shows: '', pictures: '' },
  accounts: [],
  facts: { firstContact: '', when: '', childAge: '', links: '' },
  meeting: NOT_SAID,
  children: NOT_SAID,
  leftOut: NOT_SAID,
  awareness: { role: '', day: '', time: '', alsoTold: '' },
  contactNow: NOT_SAID,
  people: { own: [], others: '' },
  conduct: { kinds: [], words: '' },
  material: { originals: '', decoys: '', recordings: '', failed: '' },
  publications: [],
  firstRaised: { age: '', sexual: '', meeting: '' },
  harm: { kinds: [], words: '', links: '' },
};
