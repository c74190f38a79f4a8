import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../../..');
const ZONES = ['UTC', 'America/St_Johns', 'Pacific/Auckland'];
const LOCALES = ['C', 'de_DE.UTF-8', 'ar_EG.UTF-8'];
/** The tests that are run again under other settings; the property tests of hostile bytes compare nothing with a clock. */
const TESTS = ['vectors.test.ts', '*/round-trip.prop.test.ts', '*/header-templates.prop.test.ts'];
const FAR_APART = [['America/St_Johns', 'de_DE.UTF-8'], ['Pacific/Auckland', 'ar_EG.UTF-8']] as const; // prettier-ignore
const run = promisify(execFile);

interface Settings {
  readonly zone: string;
  readonly locale: string;
}

async function node(args: readonly string[], { zone, locale }: Settings): Promise<string> {
  const env = { TZ: zone, LANG: locale, LC_ALL: locale };
  const { stdout } = await run(process.execPath, ['--no-warnings', ...args], { cwd: ROOT, env, maxBuffer: 1 << 26 }); // prettier-ignore
  return stdout;
}

/** What the program says under each pair of settings. */
async function readingsUnderAll(): Promise<string[][]> {
  const said: string[][] = [];
  for (const zone of ZONES) {
    const under = LOCALES.map(async locale => node(['test/support/readings-program.ts'], { zone, locale }));
    for (const output of await Promise.all(under)) said.push(output.split('\n'));
  }
  return said;
}

describe('the settings of the machine', () => {
  let said: string[][] = [];
  before(async () => {
    said = await readingsUnderAll();
  });

  function different(line: number): number {
    return new Set(said.map(lines => lines[line])).size;
  }

  test('change what code says that asks for the zone or the language, so this test can see it', () => {
    assert.equal(said.length, ZONES.length * LOCALES.length);
    assert.equal(different(0), ZONES.length, 'zones');
    assert.equal(different(1), LOCALES.length, 'locales');
  });

  test('change no line of any reading, under three zones and three languages', () => {
    const [first = []] = said;
    assert.ok(first.length > 60, `${first.length} vectors`);
    for (const lines of said) assert.deepEqual(lines.slice(2), first.slice(2));
  });

  for (const [zone, locale] of FAR_APART) {
    test(`change no outcome of the vectors and round trips: zone ${zone}, language ${locale}`, async () => {
      const files = globSync(TESTS, { cwd: import.meta.dirname }).map(file =>
        join(import.meta.dirname, file),
      );
      assert.ok(files.length >= 5);
      const output = await node(['--test', '--test-isolation=none', '--test-reporter=tap', ...files], { zone, locale }); // prettier-ignore
      assert.match(output, /^# pass \d{3,}$/m);
      assert.match(output, /^# fail 0$/m);
    });
  }
});
