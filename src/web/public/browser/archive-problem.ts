/** Why an archive was not opened to its end. Nothing of it was sent. */
export type ArchiveProblem =
  | 'not-a-zip'
  | 'encrypted'
  | 'too-many-members'
  | 'bomb'
  | 'unsafe-name'
  | 'disagrees'
  | 'duplicate-names'
  | 'damaged'
  | 'no-chat'
  | 'chat-too-large'
  | 'cannot-open-here';

/** Thrown while an archive is read, and turned into an outcome where the reading began. */
export class ArchiveError extends Error {
  readonly problem: ArchiveProblem;

  constructor(problem: ArchiveProblem, options?: { cause?: unknown }) {
    super(problem, options);
    this.problem = problem;
  }
}
