/** A size as people read it: `412 KB`. Powers of 1,000, as phones count. Only the word for bytes differs between languages. */
export function sizeInWords(sizeBytes: number, bytes: string): string {
  if (sizeBytes < 1000) return `${sizeBytes} ${bytes}`;
  if (sizeBytes < 1_000_000) return `${Math.round(sizeBytes / 1000)} KB`;
  if (sizeBytes < 1_000_000_000) return `${(sizeBytes / 1_000_000).toFixed(1)} MB`;
  return `${(sizeBytes / 1_000_000_000).toFixed(1)} GB`;
}
