import type { ChatFormat } from '#portable/chat/index.ts';
import { makeE2ee, makeMeta } from './meta.ts';
import { makeSnapchat } from './snapchat.ts';

/** A format that is measured. */
export type MeteredFormat = {
  readonly title: string;
  readonly format: ChatFormat;
  /** An export of so many messages; the same on every run. */
  readonly make: (messages: number) => string;
};

/** One row a format. Adding a format is adding a row, and a generator in a file beside this one. */
export const METERED: readonly MeteredFormat[] = [
  { title: 'Messenger', format: 'messenger-json', make: messages => makeMeta('facebook', messages) },
  { title: 'Instagram', format: 'instagram-json', make: messages => makeMeta('instagram', messages) },
  { title: 'Messenger, encrypted', format: 'messenger-e2ee-json', make: makeE2ee },
  { title: 'Snapchat', format: 'snapchat-json', make: makeSnapchat },
];
