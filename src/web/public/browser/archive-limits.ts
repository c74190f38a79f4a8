/** What an archive may be like before it is opened any further. */
export const ARCHIVE_LIMITS = {
  /** A phone's longest chat has a few thousand pictures. */
  mostMembers: 10_000,
  /** As much text as the server takes. */
  largestTextBytes: 64 * 1024 * 1024,
  /** All members together, unpacked: an archive of 4 GB with media that hardly pack. */
  largestUnpackedBytes: 8 * 1024 * 1024 * 1024,
  /** Unpacked bytes for each packed one. Chats pack 10 to 1; a bomb packs 1,000 to 1. */
  mostUnpackedPerByte: 200,
  /** Below this the ratio says nothing: a line repeated packs well. */
  ratioCountsFromBytes: 16 * 1024 * 1024,
} as const;

/** What this script is called in the record of an extract; raised when what it takes out, or how, changes. */
export const EXTRACTOR_VERSION = 'handover-extract/1';
