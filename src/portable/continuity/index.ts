export { verifyChain } from './chain.ts';
export type { ChainFault, ChainLink } from './chain.ts';
export { decodeEntry, encodeEntry, eventCommitment, itemCommitment } from './commitment.ts';
export { decodeEvent, encodeEvent } from './event.ts';
export type { ActorKind, ChainPlace, ContinuityEvent, DecodedEvent } from './event.ts';
export { decodeItemFacts, encodeItemFacts, itemSealedFacts } from './item-facts.ts';
export type { DecodedItemFacts, ItemFacts, ItemSealedFacts } from './item-facts.ts';
export { hasExactly } from './shape.ts';
export type { Members } from './shape.ts';
