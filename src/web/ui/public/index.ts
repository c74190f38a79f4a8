export { doList, steps } from './lists.ts';
/** @public */
export type { DoOrDoNot } from './lists.ts';
export { codeBox, fileCard, noteBox, printButton, receivedBand, recordCodeLines, safeBox } from './panels.ts';
