export { catalogue, type Catalogue } from './catalogue.ts';
export { offeredLanguage, type Language, type OfferedLanguage } from './language.ts';
export { MARKS } from './marks.ts';
