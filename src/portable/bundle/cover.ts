import { concatBytes, decodeCanonicalJson, encodeCanonicalJson } from '../bytes/index.ts';
import type { CanonicalValue } from '../bytes/index.ts';
import type { DateOrderName } from '../chat/index.ts';
import { isOrderOfDates, isHex, isInstant, isLine, isList, isText, shaped } from './json-shape.ts';
import type { BundleOrder } from './order.ts';
import { openedFacts } from './opened.ts';
import { itemName, transcriptName } from './paths.ts';
import { pathFault } from './zip/index.ts';

/** `bundle.json`: the part of a build order that stands in the bundle. `file` names are `I0001`, `T0001` and so on. */
export type Cover = {
  format: 'handover-bundle/v1';
  name: string;
  reference: string;
  force: string;
  createdAt: string;
  software: { name: string; version: string };
  checkpoint: string;
  items: { file: string; item: string }[];
  transcripts: {
    file: string;
    item: string;
    reader: string;
    sealedAt: string | null;
    dateOrder?: DateOrderName;
  }[];
};

/** The outcome of `decodeCover`; the reason is one sentence. */
export type DecodedCover = { ok: true; cover: Cover } | { ok: false; reason: string };

const LF = Uint8Array.of(0x0a);

/** The bytes of `bundle.json` for an order whose items can be read. */
export function coverOf(order: BundleOrder): Uint8Array {
  const { name, reference, force, createdAt, software, checkpoint } = order;
  const ids = order.items.map(item => openedFacts(item)?.item ?? '');
  const names = new Map(ids.map((id, index) => [id, itemName(index + 1)]));
  const cover: Cover = {
    format: 'handover-bundle/v1',
    name,
    reference,
    force,
    createdAt,
    software,
    checkpoint,
    items: ids.map((item, index) => ({
      file: itemName(index + 1),
      item,
    })),
    transcripts: order.transcripts.map(({ item, reader, sealedAt, dateOrder }, index) => ({
      file: transcriptName(index + 1),
      item: names.get(item) ?? '',
      reader,
      sealedAt,
      ...(dateOrder === undefined ? {} : { dateOrder }),
    })),
  };
  return jsonLine(cover);
}

/** Canonical JSON and one line end: how every JSON file of a bundle is written. */
export function jsonLine(value: CanonicalValue): Uint8Array {
  return concatBytes(encodeCanonicalJson(value), LF);
}

/** Reads canonical JSON and its one line end; null for anything else. */
export function decodeJsonLine(bytes: Uint8Array): CanonicalValue | undefined {
  if (bytes.at(-1) !== 0x0a) return undefined;
  const json = decodeCanonicalJson(bytes.subarray(0, -1));
  return json.ok ? json.value : undefined;
}

const isCover = shaped({
  format: value => value === 'handover-bundle/v1',
  name: value => isText(value) && pathFault(value) === null && !value.includes('/'),
  reference: isLine,
  force: isLine,
  createdAt: isInstant,
  software: shaped({ name: isLine, version: isLine }),
  checkpoint: isText,
  items: isList(shaped({ file: isText, item: value => isHex(value, 16) })),
  transcripts: isList(
    shaped(
      {
        file: isText,
        item: isText,
        reader: isLine,
        sealedAt: value => value === null || isText(value),
      },
      { dateOrder: isOrderOfDates },
    ),
  ),
});

/** Reads `bundle.json`. Accepts what `coverOf` writes and nothing else; never throws. */
export function decodeCover(bytes: Uint8Array): DecodedCover {
  const value = decodeJsonLine(bytes);
  if (value === undefined) return refuse('bundle.json is not canonical JSON with one line end.');
  if (!isCover(value)) return refuse('bundle.json does not have exactly the members of a bundle.');
  const cover = value as Cover;
  if (cover.items.some(({ file }, index) => file !== itemName(index + 1))) {
    return refuse('The items in bundle.json are not numbered in order.');
  }
  if (cover.transcripts.some(({ file }, index) => file !== transcriptName(index + 1))) {
    return refuse('The transcripts in bundle.json are not numbered in order.');
  }
  const items = new Set(cover.items.map(({ file }) => file));
  if (cover.transcripts.some(({ item }) => !items.has(item))) {
    return refuse('A transcript in bundle.json is of an item that is not there.');
  }
  const readings = new Set(
    cover.transcripts.map(({ item, reader, dateOrder }) => `${item} ${dateOrder ?? ''} ${reader}`),
  );
  if (readings.size < cover.transcripts.length) {
    return refuse('Two transcripts in bundle.json are of one item by one reader that was told the same.');
  }
  return { ok: true, cover };
}

function refuse(reason: string): DecodedCover {
  return { ok: false, reason };
}
