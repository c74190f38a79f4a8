export { type TextRange } from './folded.ts';
export { soughtForm } from './sought-form.ts';
export { isTerm, placesIn, type Search } from './term.ts';
