export { openAge } from './age-file.ts';
export { createEventOpener, createEventSealer } from './event-seal.ts';
export {
  ageStreams,
  createBoxOpener,
  createEvidenceOpener,
  createSealer,
  type EvidenceKeys,
} from './files.ts';
export { identityFromSecret, isRecipient, newIdentity, recipientOf } from './keys.ts';
export { createSegmentSealer } from './segment.ts';
