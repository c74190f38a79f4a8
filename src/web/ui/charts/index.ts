export { stripChart } from './strip-chart.ts';
export type { StripChart } from './strip-chart.ts';
export type { StripDay } from './strip-bars.ts';
