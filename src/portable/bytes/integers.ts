/** Two bytes, most significant first. Throws RangeError outside 0 to 65,535. */
export function u16be(n: number): Uint8Array {
  requireRange(n, 0xffff);
  return Uint8Array.of(n >> 8, n & 0xff);
}

/** Four bytes, most significant first. Throws RangeError outside 0 to 2^32 - 1. */
export function u32be(n: number): Uint8Array {
  requireRange(n, 0xffff_ffff);
  return Uint8Array.of(n >>> 24, (n >>> 16) & 0xff, (n >>> 8) & 0xff, n & 0xff);
}

/** Eight bytes, most significant first. A number must be a safe integer. Throws RangeError outside 0 to 2^64 - 1. */
export function u64be(n: number | bigint): Uint8Array {
  if (typeof n === 'number') requireRange(n, Number.MAX_SAFE_INTEGER);
  else if (n < 0n || n > 0xffff_ffff_ffff_ffffn) throw new RangeError(`${n} does not fit in 64 bits`);
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(n));
  return bytes;
}

function requireRange(n: number, max: number): void {
  if (!Number.isSafeInteger(n) || n < 0 || n > max)
    throw new RangeError(`${n} is not a whole number from 0 to ${max}`);
}
