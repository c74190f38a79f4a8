// How each person of the demo world types.
import type { Voice } from './voice.ts';

const words = (text: string): string[] => text.split(', ');

const TEEN = {
  you: 'u',
  your: 'ur',
  are: 'r',
  because: 'cos',
  tomorrow: 'tmrw',
  though: 'tho',
  really: 'rly',
  about: 'abt',
  people: 'ppl',
  thanks: 'ty',
  please: 'pls',
  what: 'wat',
  something: 'smth',
  yeah: 'yh',
  "i'm": 'im',
  okay: 'ok',
  going: 'goin',
};

const ELLE: Voice = {
  capitals: 'none',
  spells: {},
  dropsApostrophes: 0.97,
  dropsCommas: 0.75,
  fullStops: 0,
  shortForms: { ...TEEN, yeah: 'yeh', what: 'what', about: 'about' },
  shortens: 0.72,
  slips: 0.03,
  mends: 0.35,
  drawsOut: 0.1,
  emoji: ['😂', '😭', '🙈', '⚽', '🧤', '🤣', '😅', '🐶', '👍'],
  emojiEvery: 0.07,
  nods: words(
    'haha, 😂, ok, lol, omg, yh, 😭, aw, ok lol, hahaha, fair, 🙈, !sticker, 😂😂, !sticker, !deleted',
  ),
  nodsEvery: 0.3,
  splits: 0.6,
};

const JAY: Voice = {
  capitals: 'none',
  spells: {},
  dropsApostrophes: 0.98,
  dropsCommas: 0.9,
  fullStops: 0.01,
  shortForms: {
    you: 'u',
    your: 'ur',
    tomorrow: 'tmrw',
    are: 'are',
    though: 'tho',
    okay: 'ok',
    morning: 'mornin',
    good: 'gd',
  },
  shortens: 0.55,
  slips: 0.025,
  mends: 0.12,
  drawsOut: 0.01,
  emoji: ['😉', '👍', '😂'],
  emojiEvery: 0.015,
  nods: words(
    'haha, ha, lol, fair, ha ok, bless, haha, lol, yeh, as you do, classic, fair enough, haha, ha, !sticker',
  ),
  nodsEvery: 0.42,
  splits: 0.4,
};

const FREYA: Voice = {
  capitals: 'phone',
  spells: {},
  dropsApostrophes: 0.55,
  dropsCommas: 0.5,
  fullStops: 0.01,
  shortForms: { ...TEEN, what: 'what', yeah: 'yeah', are: 'are', your: 'your', really: 'literally' },
  shortens: 0.3,
  slips: 0.02,
  mends: 0.5,
  drawsOut: 0.22,
  emoji: ['😭', '💀', '✨', '🐈‍⬛', '🥲', '😂', '🫠', '🎨', '🏊‍♀️', '❤️'],
  emojiEvery: 0.1,
  nods: words('haha, 😭, omg, 💀, aw, ok, hahaha, literally, 😂, !sticker, 😭😭, !sticker, !deleted'),
  nodsEvery: 0.25,
  splits: 0.55,
};

const KIT: Voice = {
  capitals: 'proper',
  spells: {},
  dropsApostrophes: 0.1,
  dropsCommas: 0.25,
  fullStops: 0.12,
  shortForms: { though: 'tho', okay: 'ok', "don't know": 'dunno' },
  shortens: 0.6,
  slips: 0.008,
  mends: 0.6,
  drawsOut: 0.04,
  emoji: ['😊', '🙃', '😌', '✏️'],
  emojiEvery: 0.05,
  nods: words(
    'haha, oh bless, aw, fair enough, love that, haha, haha, ha, haha brilliant, sweet, as if, classic, ha ha, haha, ha',
  ),
  nodsEvery: 0.38,
  splits: 0.3,
};

const NOOR: Voice = {
  ...KIT,
  spells: {
    mum: 'mom',
    "mum's": "mom's",
    mums: 'moms',
    nan: 'grandma',
    "nan's": "grandma's",
    maths: 'math',
    favourite: 'favorite',
  },
  dropsApostrophes: 0.2,
  fullStops: 0.05,
  shortForms: { you: 'u', because: 'bc', okay: 'ok' },
  shortens: 0.35,
  drawsOut: 0.12,
  emoji: ['😅', '📚', '🙂', '😭', '🌙'],
  emojiEvery: 0.1,
};

const WES: Voice = {
  ...JAY,
  capitals: 'phone',
  dropsApostrophes: 0.5,
  shortForms: { you: 'u', your: 'your', tomorrow: 'tomoz', okay: 'k', haha: 'lol' },
  emoji: ['😎', '👀', '😁'],
  emojiEvery: 0.06,
};

const DYLAN: Voice = {
  ...ELLE,
  shortForms: { ...TEEN, haha: 'lool', lol: 'lool' },
  shortens: 0.6,
  slips: 0.045,
  mends: 0.2,
  drawsOut: 0.06,
  emoji: ['💀', '😭', '🔥', '🫡'],
  emojiEvery: 0.05,
};

const ROBBO: Voice = {
  ...JAY,
  dropsApostrophes: 0.8,
  emoji: ['👍', '🎮', '😂'],
  emojiEvery: 0.05,
  splits: 0.4,
};

const BEX: Voice = {
  ...KIT,
  dropsApostrophes: 0,
  dropsCommas: 0,
  fullStops: 0.4,
  shortForms: {},
  emojiEvery: 0.03,
  emoji: ['⛏️', '🙂'],
};

const SPROUT: Voice = {
  ...ELLE,
  nods: words('haha, hehe, ok, lol, omg, yay, hahahaha, cool, ooh, yess, !sticker'),
  slips: 0.09,
  mends: 0.15,
  drawsOut: 0.3,
  emoji: ['🐑', '😆', '🌱', '🎂'],
  emojiEvery: 0.16,
};

const GAZ: Voice = { ...KIT, dropsApostrophes: 0.3, emoji: ['👍', '😉'], emojiEvery: 0.06 };

const LUNA: Voice = {
  ...KIT,
  nods: words('Ha., I see., Good., Very good., Haha., This is true., Understood.'),
  dropsApostrophes: 0,
  dropsCommas: 0,
  shortForms: {},
  slips: 0,
  emoji: ['🌙', '🙏'],
  emojiEvery: 0.05,
  splits: 0,
};

const OWEN: Voice = {
  ...DYLAN,
  nods: words('lool, fair, 💀, ok, respect, haha, lool, fair enough'),
  slips: 0.03,
  emoji: ['😤', '💀', '🧢'],
  emojiEvery: 0.07,
};

export const JAY_VOICES: Readonly<Record<string, Voice>> = { a: ELLE, b: JAY };
export const KIT_VOICES: Readonly<Record<string, Voice>> = { a: FREYA, b: KIT };
export const AMERICAN_VOICES: Readonly<Record<string, Voice>> = { a: NOOR, b: WES };
export const ROBBO_VOICES: Readonly<Record<string, Voice>> = { a: DYLAN, b: ROBBO };
export const BLOCKS_VOICES: Readonly<Record<string, Voice>> = { a: BEX, b: SPROUT, c: GAZ, d: LUNA, e: OWEN };
