export { createEventOpener, createEventSealer } from './event-seal.ts';
export { createBoxOpener, createEvidenceOpener, createSealer, openAge } from './files.ts';
export { identityFromSecret, newIdentity, recipientOf } from './keys.ts';
export { splitAge } from './split.ts';
export { openStream, sealStream } from './streams.ts';
