import { sha256 } from '@noble/hashes/sha2.js';

/** A running SHA-256. WebCrypto has none that takes a file in pieces. */
export class FileDigest {
  readonly #hash = sha256.create();
  sizeBytes = 0;

  update(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.sizeBytes += bytes.length;
  }

  hex(): string {
    return Array.from(this.#hash.digest(), byte => byte.toString(16).padStart(2, '0')).join('');
  }
}

/** SHA-256 of a file on the device, read in pieces; `onBytes` hears of each. */
export async function digestOf(
  file: Blob,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<string> {
  const digest = new FileDigest();
  const reader = file.stream().getReader();
  for (;;) {
    signal.throwIfAborted();
    const { done, value } = await reader.read();
    if (done) return digest.hex();
    digest.update(value);
    onBytes(value.length);
  }
}
