export { demoPage } from './demo-page.ts';
export type { ForceOnPage, PageContent } from './document.ts';
export { errorPage } from './error-page.ts';
export type { ErrorPage } from './error-page.ts';
export { policePage } from './police-page.ts';
export type { PolicePage } from './police-page.ts';
export { EXIT_ADDRESS, publicPage } from './public-page.ts';
export type { FooterLink, PublicPage } from './public-page.ts';
export type { OfficerOnPage, PoliceSection } from './top-bar.ts';
