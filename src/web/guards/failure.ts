import { TooSlow } from './body-pace.ts';
import { TooBusy } from './held-bodies.ts';
import { HandoverError, type ErrorCode } from '#domain/error.ts';

/** What a failure is to the person who meets it: a status, a heading, and what is safe and what to do. */
export type Failure = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly sentences: readonly string[];
  /** True when somebody has to look into it; the page then carries the number of the log line. */
  readonly isOurs: boolean;
  /** Seconds after which it is worth trying again, where that is known. */
  readonly retryAfter?: number;
};

const SORRY = 'Sorry, something went wrong';
const TRY_AGAIN = 'Go back and try again in a few minutes.';

const BY_CODE: Readonly<Record<ErrorCode, Omit<Failure, 'code'>>> = {
  'storage-full': {
    status: 507,
    title: 'We cannot take any more at the moment',
    sentences: [
      'Our storage is full. What you sent on this page was not kept. What you gave us before is safe.',
      'Go back and try again in an hour. Keep the file and the phone as they are.',
    ],
    isOurs: true,
  },
  'storage-away': {
    status: 503,
    title: 'We cannot save anything at the moment',
    sentences: ['What you sent on this page was not kept. What you gave us before is safe.', TRY_AGAIN],
    isOurs: true,
  },
  'too-large': {
    status: 413,
    title: 'That is too large to send on this page',
    sentences: ['Nothing of it was kept. What you gave us before is safe.'],
    isOurs: false,
  },
  'not-found': {
    status: 404,
    title: 'Page not found',
    sentences: ['If you typed the address, check that it is right.'],
    isOurs: false,
  },
  forbidden: {
    status: 403,
    title: 'This was not sent from our page',
    sentences: ['So we did nothing with it. Go to the page yourself and send it from there.'],
    isOurs: false,
  },
  'log-state-unknown': { status: 500, title: SORRY, sentences: [TRY_AGAIN], isOurs: true },
  'log-disagrees': { status: 500, title: SORRY, sentences: [TRY_AGAIN], isOurs: true },
  'seal-mismatch': { status: 500, title: SORRY, sentences: [TRY_AGAIN], isOurs: true },
  'key-missing': { status: 500, title: SORRY, sentences: [TRY_AGAIN], isOurs: true },
  'document-failed': { status: 500, title: SORRY, sentences: [TRY_AGAIN], isOurs: true },
};

const TOO_OFTEN = {
  status: 429,
  title: 'Please wait a minute',
  sentences: [
    'This page was used many times in a short while. What you gave us before is safe.',
    'Wait a minute, then go back and try again. In an emergency call 999.',
  ],
  isOurs: false,
  retryAfter: 60,
};

const NOT_UNDERSTOOD = {
  title: 'We could not read what was sent',
  sentences: ['Nothing of it was kept. What you gave us before is safe.', 'Go back and try again.'],
  isOurs: false,
};

const TOO_SLOW = {
  status: 400,
  title: 'What you sent did not arrive in time',
  sentences: [
    'The connection stopped or was too slow, so nothing of this page was kept. What you gave us before is safe.',
    'Go back and try again. If it fails more than once, try with a better connection.',
  ],
  isOurs: false,
};

const TOO_BUSY = {
  status: 503,
  title: 'Too many people are sending something at the moment',
  sentences: [
    'What you sent on this page was not kept. What you gave us before is safe.',
    'Wait a minute, then go back and send it again. If somebody is in danger now, call 999.',
  ],
  isOurs: false,
  retryAfter: 10,
};

const UNEXPECTED = { status: 500, title: SORRY, sentences: [TRY_AGAIN], isOurs: true };

/** Turns whatever was thrown into what a person is told. This is the only place where error codes become statuses. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HandoverError) return { code: error.code, ...BY_CODE[error.code] };
  if (error instanceof TooSlow) return { code: error.code, ...TOO_SLOW };
  if (error instanceof TooBusy) return { code: error.code, ...TOO_BUSY };
  const status = statusOf(error);
  if (status === 413) return { code: 'too-large', ...BY_CODE['too-large'] };
  if (status === 404) return { code: 'not-found', ...BY_CODE['not-found'] };
  if (status === 429) return { code: 'too-often', ...TOO_OFTEN };
  if (status >= 400 && status < 500) return { code: 'not-understood', status, ...NOT_UNDERSTOOD };
  return { code: 'unexpected', ...UNEXPECTED };
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}
