import { readRange } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import { findDirectory, readEntries } from './directory.ts';
import { layOutZip } from './layout.ts';
import type { ZipLayout } from './layout.ts';
import { pathClash, pathFault } from './names.ts';
import { directoryRecord, endRecords, localHeader, ZIP_LIMITS } from './records.ts';
import type { Part, PlacedEntry, ZipEntry, ZipLimits } from './records.ts';

/**
 * An archive as read. `entries` is null when the bytes cannot be placed at all. `faults` holds one sentence for
 * every way in which the file differs from the one archive our writer makes of these entries; empty means
 * canonical, but for the checksums, which whoever streams the entries compares.
 */
export type ReadZip = { entries: PlacedEntry[] | null; faults: string[] };

const MAX_FAULTS = 50;

/**
 * Reads a Zip that our own writer made, and no other. Names, sizes and checksums are taken from the directory,
 * the whole layout is worked out again from them, and every header byte is compared with it: overlap, gaps,
 * trailing bytes, compression, comments and disagreeing headers all show as a difference.
 */
export async function readZip(source: ByteSource, limits: ZipLimits = ZIP_LIMITS): Promise<ReadZip> {
  const place = await findDirectory(source);
  if (!place.ok) return { entries: null, faults: [place.fault] };
  const directory = await readRange(source, place.value.offset, place.value.sizeBytes);
  const listed = readEntries(directory);
  if (!listed.ok) return { entries: null, faults: [listed.fault] };
  const layout = layOutZip(listed.value, limits);
  if (layout.sizeBytes !== source.sizeBytes || layout.directory.offset !== place.value.offset) {
    return { entries: null, faults: [sizeFault(layout, source)] };
  }
  const faults = nameFaults(listed.value);
  faults.push(...directoryFaults(layout, directory, limits), ...(await endFaults(source, layout, limits)));
  for (const entry of layout.entries) {
    if (faults.length >= MAX_FAULTS) break;
    faults.push(...(await headerFaults(source, entry, limits)));
  }
  return { entries: layout.entries, faults };
}

function sizeFault(layout: ZipLayout, source: ByteSource): string {
  const [expected, found] = [layout.sizeBytes, source.sizeBytes];
  return `The listed files make a zip of ${expected} bytes, and this one has ${found}: there are gaps, overlaps or extra bytes.`;
}

function nameFaults(entries: readonly ZipEntry[]): string[] {
  const faults: string[] = [];
  const names = entries.map(entry => entry.name);
  for (const [index, name] of names.entries()) {
    const fault = pathFault(name);
    if (fault) faults.push(`File ${index + 1} has a name that is not allowed (${fault}).`);
    else if (index > 0 && (names[index - 1] ?? '') >= name)
      faults.push(`${name} is out of order or listed twice.`);
    if (faults.length >= MAX_FAULTS) return faults;
  }
  const clash = pathClash(names);
  if (clash) faults.push(`${clash[1]} cannot stand beside ${clash[0]} on every computer.`);
  return faults;
}

function firstDifference(parts: readonly Part[], actual: Uint8Array, from: number): string | null {
  let at = from;
  for (const { label, bytes } of parts) {
    if (bytes.some((byte, index) => actual[at + index] !== byte)) return label;
    at += bytes.length;
  }
  return null;
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.bytes.length, 0);
}

function directoryFaults(layout: ZipLayout, directory: Uint8Array, limits: ZipLimits): string[] {
  const faults: string[] = [];
  let at = 0;
  for (const entry of layout.entries) {
    const parts = directoryRecord(entry, limits);
    const label = firstDifference(parts, directory, at);
    if (label) faults.push(`The directory has another ${label} for ${shown(entry)} than our writer gives.`);
    if (faults.length >= MAX_FAULTS) return faults;
    at += lengthOf(parts);
  }
  return faults;
}

async function endFaults(source: ByteSource, layout: ZipLayout, limits: ZipLimits): Promise<string[]> {
  const parts = endRecords(layout.directory, limits);
  const length = lengthOf(parts);
  const label = firstDifference(parts, await readRange(source, source.sizeBytes - length, length), 0);
  return label ? [`The end record has another ${label} than our writer gives.`] : [];
}

async function headerFaults(source: ByteSource, entry: PlacedEntry, limits: ZipLimits): Promise<string[]> {
  const header = await readRange(source, entry.offset, entry.dataOffset - entry.offset);
  const label = firstDifference(localHeader(entry, entry.offset, limits), header, 0);
  return label ? [`The header of ${shown(entry)} has another ${label} than the directory says.`] : [];
}

function shown(entry: ZipEntry): string {
  return pathFault(entry.name) ? 'a file' : entry.name;
}
