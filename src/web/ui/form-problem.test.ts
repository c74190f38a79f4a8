import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemAt } from './form-problem.ts';

test('the message of a control is the first problem with its field, and none where there is none', () => {
  const problems = [
    { field: 'name', message: 'Enter a name' },
    { field: 'name', message: 'Second' },
  ];
  assert.deepEqual(problemAt(problems, 'name'), { text: 'Enter a name', visuallyHiddenText: 'Error' });
  assert.equal(problemAt(problems, 'phone'), undefined);
  assert.equal(problemAt(undefined, 'name'), undefined);
});
