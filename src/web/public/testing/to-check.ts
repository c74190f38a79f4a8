import type { ToCheck } from '../checking/route.ts';

/** Stands for a force that had to close one log. */
export const TO_CHECK: ToCheck = {
  policy: 'log northshire.example/log/7f3a+00000000+AAAA\nquorum none\n',
  closedLogs: [{ name: 'log-1a2b', checkpoint: 'northshire.example/log-1a2b\n3\n' }],
  verifierPage: Buffer.from('<!doctype html>'),
  verifierProgram: Buffer.from('// program'),
};
