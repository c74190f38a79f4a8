export { stripChart } from './strip-chart.ts';
/** @public */
export type { StripChart } from './strip-chart.ts';
/** @public */
export type { StripDay } from './strip-bars.ts';
