export { verifyChain } from './chain.ts';
export type { ChainFault, ChainLink } from './chain.ts';
export { decodeEntry, encodeEntry, eventCommitment, itemCommitment } from './commitment.ts';
export { AT_COMMAND_LINE, decodeEvent, encodeEvent } from './event.ts';
export type { ActorKind, ContinuityEvent } from './event.ts';
export { decodeItemFacts, encodeItemFacts, itemSealedFacts } from './item-facts.ts';
export type { ItemFacts, ItemSealedFacts } from './item-facts.ts';
export { hasExactly, isHex } from './shape.ts';
