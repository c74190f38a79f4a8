import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { KeptRoles } from './keep-running.ts';
import { PATIENCE, type Patience, type RoleTrouble } from './role-watch.ts';

const PROGRAM = join(import.meta.dirname, 'testing', 'role-program.ts');

/** Collects what is told and lets a test wait for it. */
class Told {
  readonly all: { role: string; trouble: RoleTrouble | null }[] = [];
  #wake: () => void = () => undefined;

  readonly note = (role: string, trouble: RoleTrouble | null): void => {
    this.all.push({ role, trouble });
    this.#wake();
  };

  async of(role: string): Promise<RoleTrouble> {
    for (;;) {
      const found = this.all.find(each => each.role === role && each.trouble !== null);
      if (found?.trouble) return found.trouble;
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
  }
}

describe('the processes of the product, each kept up by itself', () => {
  let logFolder: string;
  before(() => {
    logFolder = mkdtempSync(join(tmpdir(), 'handover-kept-'));
  });
  after(() => rmSync(logFolder, { recursive: true, force: true }));

  async function withRoles(
    roles: readonly string[],
    patience: Partial<Patience>,
    look: (kept: KeptRoles, told: Told) => Promise<void>,
  ): Promise<void> {
    const told = new Told();
    const specs = roles.map(role => ({ role, handshake: {}, flags: [], logFolder, program: PROGRAM }));
    const kept = new KeptRoles({ specs, onTrouble: told.note, patience: { ...PATIENCE, ...patience } });
    try {
      await look(kept, told);
    } finally {
      await kept.stop(roles);
    }
  }

  test('a process whose loop hangs is ended and another one has its role', async () => {
    await withRoles(['hangs'], { hungChecks: 3, quietEnds: 0 }, async (kept, told) => {
      const first = kept.child('hangs')?.pid;
      const { reason } = await told.of('hangs');
      assert.match(reason, /did not answer and was replaced/);
      assert.throws(() => process.kill(first ?? 0, 0), 'the process that hung must be gone');
    });
  });

  test('while one role keeps stopping and another refuses, a third goes on in the same process', async () => {
    await withRoles(['fails', 'refuses', 'serves'], { firstPauseMs: 1 }, async (kept, told) => {
      await kept.child('serves')?.ready;
      const pid = kept.child('serves')?.pid;
      assert.equal((await told.of('refuses')).reason, 'The log disagrees with the database.');
      assert.match((await told.of('fails')).reason, /keeps stopping/);
      assert.equal(kept.child('serves')?.pid, pid);
      assert.ok(!told.all.some(({ role }) => role === 'serves'));
    });
  });
});
