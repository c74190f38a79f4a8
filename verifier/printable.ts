/**
 * Text from a file that is being checked, made safe to print: control characters, invisible ones and those that turn the
 * direction of writing become their code points in angle brackets, so that no name can rewrite what a person sees.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, letter => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
}

/** As `printable`, for the body of a message: line ends stay, and so does the joiner that emoji are made with. */
export function printableBody(text: string): string {
  return text.replaceAll(/[^\n\u200d]+/g, printable);
}

/** `1.2 MB`: decimal units, as file managers show them. */
export function sizeInWords(sizeBytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  let [value, unit] = [sizeBytes, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
