/** What a file is when it is not text. */
export const FOREIGN_FILES = [
  'picture',
  'video',
  'audio',
  'archive',
  'document',
  'database',
  'program',
] as const;
export type ForeignFile = (typeof FOREIGN_FILES)[number];

/** How a kind of file begins. */
export type Signature = {
  readonly kind: ForeignFile;
  /** Bytes in hex, from the first byte of the file on; `??` is any byte. */
  readonly bytes: string;
};

const of =
  (kind: ForeignFile) =>
  (bytes: string): Signature => ({ kind, bytes });

/**
 * How files that are not text begin. Sources: the formats' own specifications (PNG 3rd edition 5.2, JFIF 1.02, Exif 2.3,
 * GIF89a, RFC 9649 for WebP, ISO/IEC 14496-12 for `ftyp`, RFC 9559 for Matroska, RFC 3533 for Ogg, RFC 9639 for FLAC,
 * ID3v2.4, RFC 4867 for AMR, PKWARE APPNOTE, RFC 1952, RFC 8878, ISO 32000 for PDF, MS-CFB, SQLite file format 1.3).
 */
export const SIGNATURES: readonly Signature[] = [
  ...[
    '89504e470d0a1a0a',
    'ffd8ffe0????4a464946',
    'ffd8ffe1????45786966',
    'ffd8ffdb0043',
    'ffd8ffdb0084',
    'ffd8ff',
    '474946383961',
    '474946383761',
    '52494646????????57454250',
    '424d????????00000000',
    '49492a00',
    '4d4d002a',
    '00000100??00',
    '0000000c4a584c20',
    '0000000c6a502020',
    '384250530001',
    '000000??6674797068656963',
    '000000??6674797068656978',
    '000000??667479706d696631',
    '000000??6674797061766966',
  ].map(of('picture')),
  ...[
    '000000??66747970',
    '1a45dfa3',
    '52494646????????41564920',
    '464c5601',
    '3026b2758e66cf11',
    '000001ba',
    '000001b3',
  ].map(of('video')),
  ...[
    '4f67675300',
    '4944330200',
    '4944330300',
    '4944330400',
    '2321414d52',
    '664c614300',
    '52494646????????57415645',
    '636166660001',
    '4d546864000000',
    'fff15080',
    'fff94c80',
  ].map(of('audio')),
  ...[
    '504b0304??00',
    '504b050600000000',
    '1f8b08',
    '377abcaf271c',
    '526172211a07',
    '425a68??314159265359',
    'fd377a585a00',
    '28b52ffd',
    '04224d18',
  ].map(of('archive')),
  ...['255044462d', 'd0cf11e0a1b11ae1', '7b5c727466', '25215053'].map(of('document')),
  ...['53514c69746520666f726d6174203300'].map(of('database')),
  ...['7f454c46', 'cafebabe0000', '6465780a'].map(of('program')),
];

/** The bytes of a signature: a number, or null for any byte. */
export function bytesOf({ bytes }: Signature): readonly (number | null)[] {
  return (bytes.match(/../g) ?? []).map(pair => (pair === '??' ? null : Number.parseInt(pair, 16)));
}

/** JPEG with the marker that follows in nearly every file (JFIF, Exif, a colour profile, a table): long enough to be turned round. */
const LONG_JPEG = ['ffd8ffe000104a46', 'ffd8ffe1????4578', 'ffd8ffe2????4943', 'ffd8ffdb0043'].map(
  of('picture'),
);

/**
 * The signatures as dumps print them that take 2 or 4 bytes for one number of a little-endian machine (`od -x`). Only whole
 * words, and at least 4 known bytes: less would be found in every list of digests.
 */
export function swapped(signatures: readonly Signature[], wordBytes: 2 | 4): readonly Signature[] {
  const word = new RegExp(`.{${wordBytes * 2}}`, 'g');
  return [...signatures, ...LONG_JPEG]
    .map(({ kind, bytes }) => ({
      kind,
      whole: bytes.slice(0, -(bytes.length % (wordBytes * 2)) || undefined),
    }))
    .filter(({ whole }) => whole.replaceAll('?', '').length >= 8)
    .map(({ kind, whole }) => ({ kind, bytes: whole.replace(word, turned) }));
}

function turned(word: string): string {
  return (word.match(/../g) ?? []).toReversed().join('');
}
