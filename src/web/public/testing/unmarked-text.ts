import { MARKS } from '#web/ui/language/index.ts';

const MARKED = new RegExp(`${MARKS.before}[^${MARKS.before}${MARKS.after}]*${MARKS.after}`, 'gu');
/** Attributes that a person reads or hears. */
const SPOKEN = /\s(?:aria-label|alt|title|placeholder|content|data-[\w.-]*text)="([^"]*)"/g;
const NEVER_SPOKEN = /^(?:width=device-width|telephone=no|no-referrer|noindex)/;

/**
 * The words of a page in the language `x-marked` that stand in no catalogue: texts between tags, and attributes that are read
 * out. Numbers and signs are no words. `given` are words that come from the force or the visitor.
 */
export function unmarkedText(page: string, given: readonly string[] = []): readonly string[] {
  const body = page.replace(/<(script|style|svg|code)\b[^]*?<\/\1>/g, ' ');
  const spoken = [...body.matchAll(SPOKEN)]
    .map(([, text = '']) => text)
    .filter(text => !NEVER_SPOKEN.test(text));
  // Marks stand around markup too: tags go first, then what is marked, from the inside out.
  const between = withoutMarked(body.replaceAll(/<[^>]+>/g, '\n')).split('\n');
  return [...between, ...spoken.map(withoutMarked)]
    .map(text => given.reduce((left, word) => left.replaceAll(word, ''), text).trim())
    .filter(text => /\p{L}{2}/u.test(text.replaceAll(/&[#\w]+;/g, '')));
}

function withoutMarked(text: string): string {
  for (let left = text; ;) {
    const less = left.replaceAll(MARKED, ' ');
    if (less === left) return less;
    left = less;
  }
}
