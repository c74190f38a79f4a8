import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextScreen } from '#domain/intake/text-only/index.ts';
import { everyChat } from './every-chat.ts';

test('every chat of the demo world passes the wall of the open route', () => {
  for (const { chat } of everyChat()) {
    const screen = new TextScreen();
    assert.equal(screen.push(chat.bytes) ?? screen.end(), null, chat.key);
  }
});
