export { checkPolicy } from './check-policy.ts';
export type { PolicyCheck } from './check-policy.ts';
export { decodeCheckpoint, encodeCheckpoint } from './checkpoint.ts';
export type { Checkpoint } from './checkpoint.ts';
export { publicKeyOf, verifyEd25519 } from './ed25519.ts';
export { decodeEntryBundle, encodeEntryBundle } from './entry-bundle.ts';
export { consistencyProofFromTiles, inclusionProofFromTiles, rootFromTiles } from './from-tiles.ts';
export { EMPTY_ROOT, leafHash, merkleRoot, nodeHash } from './merkle.ts';
export { newTiles } from './new-tiles.ts';
export type { TileFile } from './new-tiles.ts';
export { cosignNote, openNote, signNote } from './note-signatures.ts';
export type { Signer } from './note-signatures.ts';
export { decodeNote, encodeNote } from './note.ts';
export type { Note } from './note.ts';
export { decodePolicy } from './policy.ts';
export type { Policy } from './policy.ts';
export { decodeProofFile, encodeProofFile } from './proof-file.ts';
export type { ProofFile } from './proof-file.ts';
export { consistencyProof, inclusionProof } from './proofs.ts';
export { InclusionProver } from './prover.ts';
export { readTile } from './tile-reader.ts';
export type { TileReader } from './tile-reader.ts';
export { tilePath, tilesForGrowth } from './tiles.ts';
export type { Tile } from './tiles.ts';
export {
  ED25519_COSIGNATURE,
  decodeVerifierKey,
  encodeVerifierKey,
  keyIdOf,
  verifierKey,
} from './verifier-key.ts';
export type { VerifierKey } from './verifier-key.ts';
export { verifyConsistency, verifyInclusion } from './verify-proofs.ts';
