export { addAsset, asset, assetRoutes } from './assets.ts';
export { problemAt } from './form-problem.ts';
export type { FormProblem } from './form-problem.ts';
export { attributes, html, isHtml, joinHtml, NOTHING, renderHtml } from './html.ts';
export type { Html, Printable } from './html.ts';
export { demoPage, errorPage, EXIT_ADDRESS, policePage, publicPage } from './layouts/index.ts';
export type {
  ErrorPage,
  FooterLink,
  ForceOnPage,
  OfficerOnPage,
  PageContent,
  PolicePage,
  PoliceSection,
  PublicPage,
} from './layouts/index.ts';
export { isolated, shortName, visible } from './visible.ts';
