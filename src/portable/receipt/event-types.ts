/** The event that takes a submission in; its facts hold the reference, the force and how many items came. */
export const SUBMISSION_RECEIVED = 'submission-received';

/** The event that seals one item; its facts are `ItemSealedFacts`. */
export const ITEM_SEALED = 'item-sealed';

/** The event that ends the sealing of a submission; its facts say how many items were sealed. */
export const SUBMISSION_SEALED = 'submission-sealed';

/**
 * The event that acknowledges one addition to a sealed submission. It is in no chain, so that what a submitter holds does not
 * count what else happened; its facts are `ItemSealedFacts` with the `addition`, the `reference`, the `force`, the `kind` and
 * `receivedAt`.
 */
export const ADDITION_ACKNOWLEDGED = 'addition-acknowledged';
