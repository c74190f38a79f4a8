export { makeNextBundle, type BundleParts } from './make-bundle.ts';
export type { AskedBundle, BundleMaterial, BundleQueue, BundleShelf, PlannedBundle } from './ports.ts';
