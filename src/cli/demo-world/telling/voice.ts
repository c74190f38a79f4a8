// Voices: how one person types. Plain words go in; short forms, slips, drawn-out letters and emoji come out.
import type { Dice } from '../random.ts';

export interface Voice {
  /** How a message starts and whether `i` stands alone as `I`. `phone` starts most messages with a capital. */
  readonly capitals: 'none' | 'phone' | 'proper';
  /** Chance that an apostrophe is left out. */
  readonly dropsApostrophes: number;
  /** Chance that a comma is left out. */
  readonly dropsCommas: number;
  /** Chance that a message ends in a full stop where it ends in nothing. */
  readonly fullStops: number;
  /** Word to how this person always writes it. */
  readonly spells: Readonly<Record<string, string>>;
  /** Word to short form; each is used with `shortens`. */
  readonly shortForms: Readonly<Record<string, string>>;
  readonly shortens: number;
  /** Chance of a slip in a message. */
  readonly slips: number;
  /** Chance that a slip is put right in a message of its own. */
  readonly mends: number;
  /** Chance that a word such as `so` is drawn out. */
  readonly drawsOut: number;
  /** Added at the end, and how often. */
  readonly emoji: readonly string[];
  readonly emojiEvery: number;
  /** What is said to another's story, and how often. */
  readonly nods: readonly string[];
  readonly nodsEvery: number;
  /** Chance that a message of two sentences is sent as two messages. */
  readonly splits: number;
}

/** The words as this person would send them: one message, or two or three. ` \ ` in the words is a line break. */
export function inVoice(words: string, voice: Voice, dice: Dice): string[] {
  const parts =
    !words.includes(' \\ ') && dice.chance(voice.splits) ? words.split(/(?<=[?!]) |\. /) : [words];
  const messages = parts.map(part => oneMessage(part.trim(), voice, dice).replace(/ *\\ */g, '\n'));
  const last = messages.at(-1) ?? '';
  const slip = dice.chance(voice.slips) ? slipIn(last, dice) : null;
  if (slip === null) return messages;
  const mended = dice.chance(voice.mends) ? [`*${slip.right}`] : [];
  return [...messages.slice(0, -1), slip.text, ...mended];
}

function oneMessage(plain: string, voice: Voice, dice: Dice): string {
  if (plain === '[withheld: sexual content]' || plain.includes('https://')) return plain;
  const shortened = plain.replace(/[a-z']{2,}/gi, word => shortForm(word, voice, dice));
  const drawn = shortened.replace(DRAWN_OUT, word =>
    dice.chance(voice.drawsOut) ? drawOut(word, dice) : word,
  );
  const marked = dropMarks(drawn, voice, dice);
  return withEnding(withCapitals(marked, voice, dice), voice, dice);
}

const DRAWN_OUT = /\b(so|no|yes|omg|ugh|same|bye|yay|ew)\b/g;

function drawOut(word: string, dice: Dice): string {
  return word + (word.at(-1) ?? '').repeat(dice.between(1, 3));
}

function shortForm(word: string, voice: Voice, dice: Dice): string {
  const spelt = voice.spells[word];
  if (spelt !== undefined) return spelt;
  const short = voice.shortForms[word.toLowerCase()];
  return short !== undefined && dice.chance(voice.shortens) ? short : word;
}

function dropMarks(text: string, voice: Voice, dice: Dice): string {
  const bare = dice.chance(voice.dropsApostrophes) ? text.replaceAll("'", '') : text;
  return dice.chance(voice.dropsCommas) ? bare.replaceAll(', ', ' ') : bare;
}

function withCapitals(text: string, voice: Voice, dice: Dice): string {
  if (voice.capitals === 'none') return text;
  const first = voice.capitals === 'proper' || dice.chance(0.7) ? upperFirst(text) : text;
  return first
    .replace(/\bi\b(?=['’ ,.?!]|$|m\b)/g, 'I')
    .replace(/([.?!] )([a-z])/g, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function withEnding(text: string, voice: Voice, dice: Dice): string {
  if (dice.chance(voice.emojiEvery)) return `${text} ${dice.pick(voice.emoji)}`;
  return /[a-z]$/i.test(text) && dice.chance(voice.fullStops) ? `${text}.` : text;
}

/** A slip of the thumbs in one longer word: two letters change places, one is left out, or one comes twice. */
function slipIn(text: string, dice: Dice): { text: string; right: string } | null {
  const words = [...text.matchAll(/(?<![\w{@*#.\p{L}])[a-z]{5,}(?![\w@.])/gu)];
  if (words.length === 0 || /\[withheld|https?:|@/.test(text)) return null;
  const found = dice.pick(words);
  const right = found[0];
  const at = dice.between(1, right.length - 2);
  const wrong = [
    right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2),
    right.slice(0, at) + right.slice(at + 1),
    right.slice(0, at) + right.charAt(at) + right.slice(at),
  ];
  const place = found.index;
  const slipped = text.slice(0, place) + dice.pick(wrong) + text.slice(place + right.length);
  return slipped === text ? null : { text: slipped, right };
}
