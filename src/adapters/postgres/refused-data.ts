import { HandoverError } from '#domain/error.ts';

/** Classes of SQLSTATE that speak of the data and not of the database: data, integrity, and limits of the program. */
const OF_THE_DATA = ['22', '23', '54'];

/** False when the database will never take this data; throws `storage-away` when it is the database that failed. */
export async function isKept(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (cause) {
    if (isOfTheData(cause)) return false;
    throw asAway(cause);
  }
}

/** The answer of the database, or `storage-away`. */
export async function away<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw asAway(cause);
  }
}

function asAway(cause: unknown): HandoverError {
  return new HandoverError('storage-away', 'the database does not answer', { cause });
}

/** A string too long for this program to send is a fault of the data too. */
function isOfTheData(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return error.code.length === 5 && OF_THE_DATA.includes(error.code.slice(0, 2));
}
