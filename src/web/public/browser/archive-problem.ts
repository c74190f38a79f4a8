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

/** What the person is told: what it is, and what to do. */
export type ProblemWords = { readonly title: string; readonly why: string; readonly todo: string };

const SAVE_AGAIN =
  'Save the chat again and choose "without media". Then you get a file that ends in .txt. Keep this file too.';
const STAYED = 'Nothing of it was sent.';

export const PROBLEM_WORDS: Readonly<Record<ArchiveProblem, ProblemWords>> = {
  'not-a-zip': { title: 'This is not a zip file we can open', why: STAYED, todo: SAVE_AGAIN },
  encrypted: {
    title: 'This zip file has a password',
    why: `We cannot open it. ${STAYED}`,
    todo: 'Save the chat again without a password. If a picture in it may be sexual, stop: do not open or copy it.',
  },
  'too-many-members': {
    title: 'There are too many files in this zip file',
    why: `We open zip files with up to 10,000 files. ${STAYED}`,
    todo: SAVE_AGAIN,
  },
  bomb: {
    title: 'This zip file grows far too large when it is opened',
    why: `Such a file can harm a phone or computer, so we stopped. ${STAYED}`,
    todo: `If somebody sent it to you, do not open it. Tell us about it in words. ${SAVE_AGAIN}`,
  },
  'unsafe-name': {
    title: 'A file in this zip has a name that is not safe',
    why: `Its name points outside the zip. No app saves a chat like that. ${STAYED}`,
    todo: SAVE_AGAIN,
  },
  disagrees: {
    title: 'This zip file says two different things about what is in it',
    why: `Different programs would see different files in it, so we cannot rely on it. ${STAYED}`,
    todo: SAVE_AGAIN,
  },
  'duplicate-names': {
    title: 'Two files in this zip have the same name',
    why: `We cannot tell which one is the chat. ${STAYED}`,
    todo: SAVE_AGAIN,
  },
  damaged: {
    title: 'This zip file is damaged',
    why: `It may not have been saved to the end. ${STAYED}`,
    todo: SAVE_AGAIN,
  },
  'no-chat': {
    title: 'There is no chat in this zip file',
    why: `We looked for a text file such as _chat.txt or result.json. ${STAYED}`,
    todo: 'Choose the zip that the app saved, or write down the words. If a picture in it may be sexual, stop: do not open or copy it.',
  },
  'chat-too-large': {
    title: 'The chat in this zip file is too large',
    why: `We take up to 64 MB of words at once. ${STAYED}`,
    todo: 'Call 101 and say so. Keep the file.',
  },
  'cannot-open-here': {
    title: 'This browser cannot open zip files',
    why: STAYED,
    todo: `${SAVE_AGAIN} Or try another browser.`,
  },
};

/** Thrown while an archive is read, and turned into an outcome where the reading began. */
export class ArchiveError extends Error {
  readonly problem: ArchiveProblem;

  constructor(problem: ArchiveProblem, options?: { cause?: unknown }) {
    super(problem, options);
    this.problem = problem;
  }
}
