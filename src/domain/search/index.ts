export { folded, rangesOf, type TextRange } from './folded.ts';
export { soughtForm } from './sought-form.ts';
export { isTerm } from './term.ts';
