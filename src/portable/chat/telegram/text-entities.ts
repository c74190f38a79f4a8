import { isJsonSpace } from '../json/scan.ts';

const QUOTE = 0x22;
const COLON = 0x3a;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const ARRAY_END = 0x5d;
const TEXT_KEY = new TextEncoder().encode('"text"');

/** Where the values of an object stand. */
interface Places {
  start(key: number): number;
  end(key: number): number;
}

/**
 * True when `entities` is one part whose last member is a `text` with the very bytes of the string `text`, as it is in nearly
 * every message. False says nothing: then the two are to be decoded and compared.
 */
export function isOnePart(bytes: Uint8Array, places: Places, text: number, entities: number): boolean {
  const start = places.start(text);
  const end = places.end(text);
  const from = places.start(entities);
  const to = places.end(entities);
  if (bytes[start] !== QUOTE || bytes[to - 1] !== ARRAY_END) return false;
  const object = spaceBefore(bytes, to - 1);
  if (bytes[object - 1] !== OBJECT_END) return false;
  const partEnd = spaceBefore(bytes, object - 1);
  const partStart = partEnd - (end - start);
  if (partStart <= from) return false;
  for (let i = 0; i < end - start; i++) if (bytes[start + i] !== bytes[partStart + i]) return false;
  return isOneKey(bytes, from + 1, partStart);
}

/** Whether the bytes are `{"type": … , "text":`, with no second object in them. */
function isOneKey(bytes: Uint8Array, from: number, to: number): boolean {
  const colon = spaceBefore(bytes, to);
  const keyEnd = spaceBefore(bytes, colon - 1);
  const keyStart = keyEnd - TEXT_KEY.length;
  if (bytes[colon - 1] !== COLON || keyStart <= from) return false;
  for (let i = 0; i < TEXT_KEY.length; i++) if (bytes[keyStart + i] !== TEXT_KEY[i]) return false;
  let objects = 0;
  for (let at = from; at < keyStart; at++) if (bytes[at] === OBJECT) objects += 1;
  return objects === 1;
}

function spaceBefore(bytes: Uint8Array, end: number): number {
  let at = end;
  while (isJsonSpace(bytes[at - 1])) at -= 1;
  return at;
}
