import { ACTION_WORDS, ACTIONS, ruleOf } from './may.ts';
import type { Rule } from './may.ts';
import { KINDS_BY_EVENT, statutory } from './statutory.ts';
import { OFFICER_ROLES, ROLE_WORDS } from './officer.ts';

const RULE_WORDS: Readonly<Record<Rule, string>> = {
  always: 'yes',
  'unheld-or-own': 'if nobody’s or theirs',
  own: 'if theirs',
  never: '–',
};

/** docs/access-matrix.md: every action by role, made from the table that decides. A test fails when the file is stale. */
export function accessMatrix(): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = ['May', ...OFFICER_ROLES.map(role => ROLE_WORDS[role]), 'Statutory kind'];
  const rows = ACTIONS.map(action => [
    ACTION_WORDS[action],
    ...OFFICER_ROLES.map(role => RULE_WORDS[ruleOf(role, action)]),
    `${statutory(action).kind}, ${statutory(action).as}`,
  ]);
  return [
    '# Who may do what',
    '',
    'Made by `node scripts/with-node.mjs scripts/access-matrix.ts` from `src/domain/accounts/may.ts`, the one place that',
    'decides. Do not edit it by hand: a test fails when it is stale, and another asks every police route as every role.',
    '',
    '"If theirs" and "if nobody’s or theirs" speak of the officer a submission is allocated to. An intake officer sees a',
    'submission that is allocated to somebody else only as its safety summary. Whoever is refused stays signed in, and',
    'the refusal is recorded.',
    '',
    'The last column says which of the six kinds of the Data Protection Act 2018, section 62, the action is, and how it is',
    'recorded: a view in one row for five minutes with what was seen, an act in one row each. Every refusal is one row.',
    ...Object.values(KINDS_BY_EVENT),
    '',
    'A log reader (a witness, another body; `npx handover log-reader`) has no session and may read the log, nothing else.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}
