import { join } from 'node:path';

const BUILT = join(import.meta.dirname, 'built');

/** The chat readers as one module, with the exports of `portable/chat`. `npm run build` makes it. */
export const CHAT_LIBRARY = join(BUILT, 'chat.mjs');

/**
 * The program of the confined reader, which imports that module and nothing else. From its sources, the process of one
 * reading would spend longer on loading 150 modules than on most chats.
 */
export const READER_PROGRAM = join(BUILT, 'reader-program.mjs');
