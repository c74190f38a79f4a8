import type { DateHabit } from '../clocks/date-order.ts';

/** How a header is laid out. Two headers of one shape were written by the same app with the same settings. */
export interface HeaderShape {
  readonly shell: 'bracket' | 'dash' | 'long-dash' | 'colon';
  readonly timeFirst: boolean;
  readonly comma: boolean;
  readonly separator: DateHabit['separator'];
  readonly yearPlace: 'first' | 'last' | 'unknown';
  readonly twoDigitYear: boolean;
  readonly seconds: boolean;
  readonly timeSeparator: ':' | '.' | 'h';
  readonly clock: '24' | '12-ascii' | '12-before' | '12-after';
  /** 0 for ASCII digits; see the rows in glyphs.ts. */
  readonly digits: number;
}

const CLOCK_TEXT = { '24': '', '12-ascii': ' AM', '12-before': '', '12-after': ' (word)' };
const SHELL_TEXT = {
  bracket: (text: string) => `[${text}] `,
  dash: (text: string) => `${text} - `,
  'long-dash': (text: string) => `${text} – `,
  colon: (text: string) => `${text}: `,
};

function dateText({ separator, yearPlace, twoDigitYear }: HeaderShape): string {
  const year = twoDigitYear ? 'yy' : 'yyyy';
  const join = separator === 'cjk' ? '年' : separator;
  if (yearPlace === 'unknown') return ['00', '00', '00'].join(join);
  return (yearPlace === 'first' ? [year, '00', '00'] : ['00', '00', year]).join(join);
}

/** The shape as a pattern a person can compare with the file, such as `[00/00/yyyy, 00:00:00] `. */
export function describeShape(shape: HeaderShape): string {
  const { timeSeparator: between, clock } = shape;
  const before = clock === '12-before' ? '(word) ' : '';
  const time = `${before}00${between}00${shape.seconds ? `${between}00` : ''}${CLOCK_TEXT[clock]}`;
  const join = shape.comma ? ', ' : ' ';
  const date = dateText(shape);
  const text = SHELL_TEXT[shape.shell](shape.timeFirst ? time + join + date : date + join + time);
  return shape.digits === 0 ? text : `${text}(digits of another script)`;
}
