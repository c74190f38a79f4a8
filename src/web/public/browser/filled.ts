/** A sentence of the page with names and numbers in place of `{name}`, as pieces that stand one after the other. */
export function filled<Piece>(
  sentence: string,
  pieces: Readonly<Record<string, Piece | string>>,
): (Piece | string)[] {
  return sentence.split(/\{(\w+)\}/).map((part, n) => (n % 2 === 0 ? part : (pieces[part] ?? '')));
}
