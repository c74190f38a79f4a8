/** The declared refusals and outside failures of the service; the web turns them into pages, and nothing else may throw them away. */
export type ErrorCode =
  | 'storage-full'
  | 'storage-away'
  | 'too-large'
  | 'not-found'
  | 'forbidden'
  | 'log-state-unknown'
  | 'log-disagrees'
  | 'seal-mismatch'
  | 'key-missing'
  | 'document-failed';

/** A refusal or a failure outside this process. `message` is safe to log: it never holds submitted content. */
export class HandoverError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'HandoverError';
    this.code = code;
  }
}
