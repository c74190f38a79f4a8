import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { accessMatrix } from './access-matrix.ts';
import { ACTIONS, may } from './may.ts';
import type { Thing } from './may.ts';
import { OFFICER_ROLES } from './officer.ts';
import type { Officer, OfficerRole } from './officer.ts';

const officer = (role: OfficerRole): Officer => ({ id: 'me', name: 'Tom Fairley', rank: 'PC', role });
const held = (holder: string | null): Thing => ({ kind: 'submission', id: 'NS26-000001', holder });
const allowed = (role: OfficerRole, action: (typeof ACTIONS)[number], thing: Thing): boolean =>
  may(officer(role), action, thing).allowed;

const EVIDENCE = ['see-submission', 'read-conversation', 'ask-bundle', 'download-bundle'] as const;

describe('who may do what', () => {
  test('docs/access-matrix.md is what the table says', () => {
    const path = join(import.meta.dirname, '..', '..', '..', 'docs', 'access-matrix.md');
    assert.equal(readFileSync(path, 'utf8'), accessMatrix(), 'run scripts/access-matrix.ts');
  });

  test('administrators, auditors and statisticians never read evidence, whoever has it', () => {
    for (const role of ['administrator', 'auditor', 'statistician'] as const) {
      for (const action of EVIDENCE) {
        for (const holder of [null, 'me', 'somebody'])
          assert.equal(allowed(role, action, held(holder)), false);
      }
    }
  });

  test('an investigator reads only what is allocated to them', () => {
    for (const action of EVIDENCE) {
      assert.equal(allowed('investigator', action, held('me')), true);
      assert.equal(allowed('investigator', action, held('somebody')), false);
      assert.equal(allowed('investigator', action, held(null)), false);
    }
    assert.equal(allowed('investigator', 'see-queue', { kind: 'desk', id: 'queue' }), false);
  });

  test('an intake officer sees what somebody else has only as its safety summary', () => {
    assert.equal(allowed('intake-officer', 'see-submission', held(null)), true);
    assert.equal(allowed('intake-officer', 'see-submission', held('somebody')), false);
    assert.equal(allowed('intake-officer', 'see-safety-summary', held('somebody')), true);
    assert.equal(allowed('intake-officer', 'take-danger', held('somebody')), true);
  });

  test('a role that never may is not told whether there is such a thing', () => {
    const missing: Thing = { kind: 'submission', id: 'NS26-999999', missing: true };
    assert.equal(allowed('administrator', 'see-submission', missing), false);
    assert.equal(allowed('supervisor', 'see-submission', missing), true);
  });

  test('a conditional action on a thing that nobody can hold is refused', () => {
    assert.equal(allowed('investigator', 'see-submission', { kind: 'service', id: 'home' }), false);
  });

  test('a role that is not in the table may do nothing', () => {
    for (const action of ACTIONS) assert.equal(allowed('chief' as OfficerRole, action, held('me')), false);
  });

  test('every refusal says why in a sentence', () => {
    for (const role of OFFICER_ROLES) {
      for (const action of ACTIONS) {
        assert.match(may(officer(role), action, held('somebody')).reason, /^[A-Z].*\.$/);
      }
    }
  });
});
