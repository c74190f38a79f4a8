export { doList, steps } from './lists.ts';
export type { DoOrDoNot } from './lists.ts';
export { codeBox, fileCard, noteBox, receivedBand, safeBox } from './panels.ts';
