import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * What stands for one connection in an address: an IPv4 address whole, of an IPv6 address the first 64 bits, which is
 * what one household or phone is given. An IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
 */
export function connectionOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address.toLowerCase();
  const [left = '', right = ''] = address.split('%')[0]!.toLowerCase().split('::');
  const [head, tail] = [left, right].map(part => part.split(':').filter(Boolean)) as [string[], string[]];
  const gap = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const groups = address.includes('::') ? [...head, ...gap, ...tail] : head;
  return groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * Marks that tell which requests came from one connection, and nothing else: 16 bytes of an HMAC under a key that rests
 * in memory alone and is replaced every day, after which nobody can tell whose a mark was.
 */
export class DailyMarks {
  readonly #random: (sizeBytes: number) => Uint8Array;
  readonly #clock: () => Date;
  #day = '';
  #key = new Uint8Array();

  constructor(random: (sizeBytes: number) => Uint8Array, clock: () => Date) {
    this.#random = random;
    this.#clock = clock;
  }

  markOf(address: string): Uint8Array {
    const day = this.#clock().toISOString().slice(0, 10);
    if (day !== this.#day) {
      this.#key.fill(0);
      this.#key = new Uint8Array(this.#random(32));
      this.#day = day;
    }
    const hmac = createHmac('sha256', this.#key)
      .update('handover/connection\0')
      .update(connectionOf(address));
    return new Uint8Array(hmac.digest().subarray(0, 16));
  }
}
