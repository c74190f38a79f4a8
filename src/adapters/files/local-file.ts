import { open } from 'node:fs/promises';

const PIECE_BYTES = 1_048_576;

/**
 * The bytes of a file of this machine, in pieces of at most 1 MiB. A piece is valid until the next one is asked for: two
 * buffers take turns, one being read into while the other is used.
 */
export async function* readLocalFile(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  let reading: Promise<{ bytesRead: number }> | null = null;
  try {
    let [filling, using] = [Buffer.allocUnsafeSlow(PIECE_BYTES), Buffer.allocUnsafeSlow(PIECE_BYTES)];
    reading = file.read(filling, 0, PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      [filling, using] = [using, filling];
      reading = file.read(filling, 0, PIECE_BYTES);
      reading.catch(() => undefined);
      yield using.subarray(0, bytesRead);
    }
  } finally {
    await reading?.catch(() => undefined);
    await file.close();
  }
}
