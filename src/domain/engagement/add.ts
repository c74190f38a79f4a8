import { fromHex } from '#portable/bytes/index.ts';
import {
  type SourceClass,
  type StagedFile,
  type StageParts,
  type StageRefusal,
  stageOwnBytes,
  stageText,
} from '../intake/index.ts';
import {
  ADDITION_NAMES,
  additionToken,
  type AdditionKind,
  type AdditionWords,
  encodeAdditionWords,
} from './addition.ts';
import type { AddOutcome, ReturnDoor } from './return-door.ts';

/** What adding needs. */
export type AddParts = Omit<StageParts, 'door'> & { readonly door: StageParts['door'] & ReturnDoor };

/** Who adds, and by which showing of a form. */
export type Adding = {
  readonly boxId: Uint8Array;
  /** Holds what is staged until it is added. */
  readonly draftId: Uint8Array;
  /** Names the showing of the form that was sent. */
  readonly shown: string;
};

/** Added, now or by an earlier post of the same form; or not taken, and nothing of it is kept. */
export type Added =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'refused'; readonly refusal: StageRefusal }
  | { readonly ok: false; readonly why: Exclude<AddOutcome, 'added' | 'again'> };

/** Adds text as it arrives, through the same text-only door as the first hand-in. Throws what the door throws. */
export async function addText(
  parts: AddParts,
  adding: Adding,
  file: {
    readonly name: string;
    readonly sourceClass: Extract<SourceClass, 'typed' | 'party-export'>;
    readonly largestBytes: number;
    readonly chunks: AsyncIterable<Uint8Array>;
  },
): Promise<Added> {
  const { chunks, ...rest } = file;
  const described = { ...rest, draftId: adding.draftId, kind: 'chat', extractOf: null } as const;
  const staged = await stageText(parts, described, chunks);
  if (staged.ok) return hand(parts, adding, { kind: 'added', about: null, file: staged.file });
  const { ok: _, ...refusal } = staged;
  return { ok: false, why: 'refused', refusal };
}

/** Adds what was filled into a form, as one item of canonical JSON. */
export async function addWords(parts: AddParts, adding: Adding, words: AdditionWords): Promise<Added> {
  const described = {
    draftId: adding.draftId,
    kind: 'account',
    name: ADDITION_NAMES[words.kind],
    sourceClass: 'typed',
    extractOf: null,
  } as const;
  const file = await stageOwnBytes(parts, described, encodeAdditionWords(words));
  return hand(parts, adding, { kind: words.kind, about: words.question?.id ?? null, file });
}

type Staged = { readonly kind: AdditionKind; readonly about: string | null; readonly file: StagedFile };

/** Order: staged and complete first, then added in one step. What is not added leaves nothing behind. */
async function hand(
  { door }: AddParts,
  { boxId, draftId, shown }: Adding,
  { kind, about, file }: Staged,
): Promise<Added> {
  const token = additionToken({ shown, kind, about, sha256Hex: file.sha256Hex });
  const asked = {
    boxId,
    draftId,
    fileId: file.id,
    token,
    kind,
    about: about === null ? null : fromHex(about),
  };
  try {
    const outcome = await door.add(asked);
    if (outcome === 'added') return { ok: true };
    await door.dropFile(draftId, file.id);
    return outcome === 'again' ? { ok: true } : { ok: false, why: outcome };
  } catch (error) {
    // Best effort: when it was added after all, the file belongs to no draft any more and is not dropped.
    await door.dropFile(draftId, file.id).catch(() => undefined);
    throw error;
  }
}
