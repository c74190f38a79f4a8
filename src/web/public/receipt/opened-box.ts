import { type BoxSecrets, type HandInState } from '#domain/intake/index.ts';
import { decodeItemFacts, type ItemFacts } from '#portable/continuity/index.ts';
import { decodeReceipt, type Receipt, recordCodeOf } from '#portable/receipt/index.ts';
import type { PublicParts } from '../parts.ts';

/** What a visitor's box says, opened: a function only of what they sent. */
export type OpenedBox = {
  readonly reference: string;
  readonly receivedAt: Date;
  readonly state: HandInState;
  /** The receipt file, once sealed. */
  readonly receipt: Uint8Array | null;
  /** The receipt as a PDF for people, once it is made: never before the receipt. */
  readonly document: Uint8Array | null;
  /** What was sealed, as the receipt lists it; empty before. */
  readonly items: readonly ItemFacts[];
  /** The record code of the receipt, to be written down by hand; null before sealing. */
  readonly recordCode: string | null;
};

/** Opens the box that a return code leads to; null when nothing was handed in under it. */
export async function openBox(
  { door, opener }: Pick<PublicParts, 'door' | 'opener'>,
  { boxId, boxSecret }: BoxSecrets,
): Promise<OpenedBox | null> {
  const box = await door.readBox(boxId);
  if (box === null) return null;
  const { reference, receivedAt, state, letters } = box;
  const [first, second] = letters;
  const { identity } = await opener.keysOf(boxSecret);
  const receipt = first === undefined ? null : await opener.open(first, identity);
  const document = second === undefined ? null : await opener.open(second, identity);
  const decoded = receipt === null ? null : decodeReceipt(receipt);
  const read = decoded?.ok ? decoded.receipt : null;
  const recordCode = read && recordCodeOf(read);
  return { reference, receivedAt, state, receipt, document, items: itemsOf(read), recordCode };
}

function itemsOf(receipt: Receipt | null): readonly ItemFacts[] {
  return (receipt?.items ?? []).flatMap(({ facts }) => {
    const item = decodeItemFacts(facts);
    return item.ok ? [item.facts] : [];
  });
}

/** The name under which the document of a receipt is saved. */
export function documentName({ reference }: OpenedBox): string {
  return `${reference}-receipt.pdf`;
}

/** The name under which a receipt file is saved. */
export function receiptName({ reference }: OpenedBox): string {
  return `${reference}.handover-receipt`;
}
