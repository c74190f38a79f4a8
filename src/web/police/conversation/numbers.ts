/**
 * A message's number as people read it, count it and type it: from 1, with commas. A reading numbers its messages from 0
 * (docs/formats/reading.md), and nobody has to know that: pages, addresses and prints count from 1.
 */
export function messageNumber(n: number): string {
  return COUNT.format(n + 1);
}

/** Made once: a page names some hundreds of numbers. */
const COUNT = new Intl.NumberFormat('en-GB');
