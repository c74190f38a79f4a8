// npm run build: makes every generated file anew. Tests fail while a committed one is stale.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

for (const script of ['build-styles.ts', 'build-verifier.ts', 'build-chat-reader.ts']) {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, script)], { stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
