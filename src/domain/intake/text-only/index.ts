export type { WrittenFile } from './encoded-media.ts';
export type { ForeignFile } from './signatures.ts';
export { TextScreen, type ScreenMemory, type TextRefusal } from './text-screen.ts';
export { areOnlyNames, isOnlyWords } from './only-words.ts';
export { START_BYTES } from './file-start.ts';
