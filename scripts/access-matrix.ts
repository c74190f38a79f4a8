// Makes docs/access-matrix.md from the table that decides. Run it after a change there; a test fails when it is stale.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessMatrix } from '#domain/accounts/index.ts';

writeFileSync(join(import.meta.dirname, '..', 'docs', 'access-matrix.md'), accessMatrix());
