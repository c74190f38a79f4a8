export { openAge } from './age-file.ts';
export { ageStreams, createBoxOpener, createEvidenceOpener, createSealer } from './files.ts';
export { identityFromSecret, newIdentity, recipientOf } from './keys.ts';
