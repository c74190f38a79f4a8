import { FILE_NAME, HAND_IN, NAME } from './schemas.ts';
import type { ProblemCode } from './problem.ts';

/** One thing that a partner can ask for: how it is registered, and how it is described. */
export type Operation = {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** As Fastify writes it. */
  readonly url: string;
  readonly summary: string;
  readonly params: { readonly type: 'object'; readonly properties: Readonly<Record<string, object>> };
  readonly body?: object;
  /** The body is the bytes of a file. */
  readonly isFile?: boolean;
  /** What comes back, by status. */
  readonly answers: Readonly<
    Record<string, { readonly description: string; readonly is?: 'state' | 'file' | 'receipt' }>
  >;
  readonly problems: readonly ProblemCode[];
};

const NAMED = { type: 'object', properties: { name: NAME } } as const;
const NAMED_FILE = { type: 'object', properties: { name: NAME, file: FILE_NAME } } as const;

export const OPERATIONS = {
  openHandIn: {
    method: 'PUT',
    url: '/hand-ins/:name',
    summary: 'Open a hand-in, or change the answers of one that is open. May be sent again.',
    params: NAMED,
    body: HAND_IN,
    answers: {
      200: { description: 'It was open; its answers are now these.', is: 'state' },
      201: { description: 'It is open.', is: 'state' },
    },
    problems: ['not-understood', 'answer-refused', 'already-handed-in'],
  },
  readHandIn: {
    method: 'GET',
    url: '/hand-ins/:name',
    summary: 'Where a hand-in stands.',
    params: NAMED,
    answers: { 200: { description: 'Its state.', is: 'state' } },
    problems: ['not-found'],
  },
  dropHandIn: {
    method: 'DELETE',
    url: '/hand-ins/:name',
    summary: 'Remove an open hand-in with its files. What was handed in stays.',
    params: NAMED,
    answers: { 204: { description: 'It is gone.' } },
    problems: ['not-found', 'already-handed-in'],
  },
  putFile: {
    method: 'PUT',
    url: '/hand-ins/:name/files/:file',
    summary: 'Send one file of text as the body. Content-Digest (RFC 9530) is checked. May be sent again.',
    params: NAMED_FILE,
    isFile: true,
    answers: {
      200: { description: 'The same file is there already.', is: 'file' },
      201: { description: 'It is there.', is: 'file' },
    },
    problems: [
      'not-found',
      'already-handed-in',
      'file-refused',
      'digest-differs',
      'file-differs',
      'too-many-files',
      'too-large',
    ],
  },
  removeFile: {
    method: 'DELETE',
    url: '/hand-ins/:name/files/:file',
    summary: 'Take a file out of an open hand-in. May be sent again.',
    params: NAMED_FILE,
    answers: { 204: { description: 'It is not there any more.' } },
    problems: ['not-found', 'already-handed-in'],
  },
  finishHandIn: {
    method: 'POST',
    url: '/hand-ins/:name/finish',
    summary: 'Hand it in, once. May be sent again.',
    params: NAMED,
    answers: { 202: { description: 'It is handed in. Sealing takes some seconds.', is: 'state' } },
    problems: ['not-found', 'nothing-to-hand-in'],
  },
  readReceipt: {
    method: 'GET',
    url: '/hand-ins/:name/receipt',
    summary: 'The receipt of a sealed hand-in, which anybody can check offline.',
    params: NAMED,
    answers: { 200: { description: 'The receipt file.', is: 'receipt' } },
    problems: ['not-found', 'no-receipt-yet', 'no-receipt-in-sandbox'],
  },
} as const satisfies Record<string, Operation>;
export type OperationId = keyof typeof OPERATIONS;
