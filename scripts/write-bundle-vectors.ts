// Writes vectors/bundle anew, when the format or a reader changes on purpose.
// Usage: node scripts/with-node.mjs scripts/write-bundle-vectors.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleVector } from '../src/portable/bundle/testing/vector.ts';

const FOLDER = join(import.meta.dirname, '..', 'vectors', 'bundle');

for (const [name, bytes] of await bundleVector()) {
  const path = join(FOLDER, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  console.log(`vectors/bundle/${name}, ${bytes.length} bytes`);
}
