import type { FastifyReply } from 'fastify';

/** Every way in which the partner interface says no. Each is a `type` of RFC 9457, and a section of the interface's page. */
export const PROBLEMS = {
  'no-key': { status: 401, title: 'A live partner key is needed' },
  'not-understood': { status: 400, title: 'The request was not understood' },
  'answer-refused': { status: 422, title: 'An answer cannot be taken' },
  'file-refused': { status: 422, title: 'The file cannot be taken' },
  'digest-differs': { status: 422, title: 'The bytes that arrived are not those of the digest' },
  'file-differs': { status: 409, title: 'There is another file of this name in the hand-in' },
  'too-many-files': { status: 409, title: 'The hand-in has as many files as it may have' },
  'too-large': { status: 413, title: 'The body is larger than this service takes' },
  'already-handed-in': { status: 409, title: 'It is handed in already, and cannot be changed' },
  'nothing-to-hand-in': { status: 409, title: 'There is nothing to hand in yet' },
  'no-receipt-yet': { status: 409, title: 'It is not sealed yet, so there is no receipt' },
  'no-receipt-in-sandbox': { status: 409, title: 'Nothing is sealed in the sandbox, so there is no receipt' },
  'not-found': { status: 404, title: 'There is no such hand-in' },
  'too-often': { status: 429, title: 'Too many requests in a short while' },
  unavailable: { status: 503, title: 'This service cannot take anything at the moment' },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** Refuses a request; becomes `application/problem+json` (RFC 9457). `detail` holds nothing that was sent. */
export class Refused extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter: number | null;

  constructor(code: ProblemCode, detail: string, retryAfter: number | null = null) {
    super(PROBLEMS[code].title);
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

/** Where the problems are explained, below the interface. */
export const PROBLEM_BASE = '/api/v1/problems/';

export function sendProblem(reply: FastifyReply, refused: Refused): FastifyReply {
  const { status, title } = PROBLEMS[refused.code];
  if (refused.retryAfter !== null) reply.header('retry-after', refused.retryAfter);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `${PROBLEM_BASE}${refused.code}`, title, status, detail: refused.detail }));
}
