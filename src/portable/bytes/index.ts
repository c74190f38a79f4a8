export { fromBase64, toBase64 } from './base64.ts';
export { decodeCanonicalJson, encodeCanonicalJson } from './canonical-json.ts';
export type { CanonicalValue } from './canonical-json.ts';
export { fromHex, toHex } from './hex.ts';
export { u16be, u32be, u64be } from './integers.ts';
export { compareBytes, concatBytes, equalBytes } from './joining.ts';
export { sha256 } from './sha256.ts';
export type { Sha256 } from './sha256.ts';
export { decodeUtf8, utf8 } from './text.ts';
