import type { AdditionKind } from './addition.ts';

/** Where an addition stands for the person who sent it; a function only of what they sent. */
export type SentAddition = {
  /** 32 hex. */
  readonly id: string;
  readonly kind: AdditionKind;
  /** The question it answers or corrects, 32 hex. */
  readonly about: string | null;
  readonly receivedAt: Date;
  /** `refused`: what was read back differed from what came, so it was not sealed; it has to be sent again. */
  readonly state: 'received' | 'sealed' | 'refused';
};

/** A letter that is released: an age file to the box, and what it is about (32 hex). */
export type BoxMail = {
  readonly kind: 'question' | 'addition-receipt';
  readonly thing: string;
  readonly releasedAt: Date;
  readonly body: Uint8Array;
};

export type AddRequest = {
  readonly boxId: Uint8Array;
  /** The draft that holds the staged file. */
  readonly draftId: Uint8Array;
  readonly fileId: Uint8Array;
  /** 32 bytes that name this act: the same again is the same addition. */
  readonly token: Uint8Array;
  readonly kind: AdditionKind;
  /** 16 bytes. */
  readonly about: Uint8Array | null;
};

/**
 * `again`: this addition is there already; nothing was changed. `full`, `full-today`: no more are taken, in all or today.
 * `gone`: no such box, or no such question in it.
 */
export type AddOutcome = 'added' | 'again' | 'full' | 'full-today' | 'gone';

/** At most so many additions to one submission, in all and in a day. The database keeps to it. */
export const MOST_ADDITIONS = { inAll: 250, inADay: 50 } as const;

/**
 * What somebody who comes back reaches of storage, beside the intake door: each method is one function that the public role
 * may execute. Letters are ciphertext that only the holder of the return code opens.
 */
export interface ReturnDoor {
  add(request: AddRequest): Promise<AddOutcome>;
  readAdditions(boxId: Uint8Array): Promise<readonly SentAddition[]>;
  /** Oldest first; what is not released yet is not there. */
  readMail(boxId: Uint8Array): Promise<readonly BoxMail[]>;
}
