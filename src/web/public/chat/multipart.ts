import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';

/** One file of a posted form, as it arrives. It must be read to its end, or the reading stopped. */
export type IncomingFile = {
  readonly field: string;
  /** The name it had on the submitter's device, without folders; empty when no file was chosen. */
  readonly name: string;
  /** The fields that stood before it in the form. */
  readonly fields: ReadonlyMap<string, string>;
  readonly chunks: AsyncIterable<Uint8Array>;
};

/**
 * How a posted form ended: read to its last boundary, broken off or not a form at all, or stopped by the reader, in
 * which case the rest was not read.
 */
export type FormEnd = 'whole' | 'broken' | 'stopped';

/** A form of ours has a dozen fields, two files, short names. More is an attack on memory. */
const LIMITS = {
  fields: 12,
  fieldSize: 4096,
  fieldNameSize: 100,
  files: 2,
  parts: 16,
  headerPairs: 20,
  headerSize: 8192,
};

/**
 * Reads a multipart form as it arrives; nothing is kept on the way. Calls `onFile` for each file in turn, and reads on
 * only while it answers true. Throws what `onFile` throws.
 */
export async function readMultipart(
  body: Readable,
  headers: IncomingHttpHeaders,
  onFile: (file: IncomingFile) => Promise<boolean>,
): Promise<FormEnd> {
  const parser = openParser(headers);
  if (parser === null) return 'broken';
  const fields = new Map<string, string>();
  return new Promise((resolve, reject) => {
    let reading: Promise<unknown> = Promise.resolve();
    let isOver = false;
    const over = (settle: () => void) => {
      if (isOver) return;
      isOver = true;
      body.unpipe(parser);
      settle();
    };
    // A form that breaks off is answered only when the file in hand has been dropped.
    const broken = () =>
      void reading.then(
        () => over(() => resolve('broken')),
        () => undefined,
      );
    parser.on('field', (name, value) => void fields.set(name, value));
    parser.on('file', (field, stream, name) => {
      const chunks = untilBroken(stream, body);
      reading = onFile({ field, name: name ?? '', fields, chunks }).then(
        goOn => (goOn ? undefined : over(() => resolve('stopped'))),
        (error: Error) => over(() => reject(error)),
      );
    });
    parser.on('finish', () => void reading.then(() => over(() => resolve('whole'))));
    parser.on('error', broken);
    body.on('error', broken);
    body.on('close', () => body.readableEnded || broken());
    body.pipe(parser);
  });
}

function openParser(headers: IncomingHttpHeaders): BusboyInstance | null {
  const type = headers['content-type'];
  if (type === undefined) return null;
  try {
    return new Busboy({ headers: { ...headers, 'content-type': type }, limits: LIMITS });
  } catch {
    // A content type without a boundary, or not multipart at all.
    return null;
  }
}

/** The bytes of a file; throws when the connection or the form breaks off before its end. */
async function* untilBroken(stream: Readable, body: Readable): AsyncGenerator<Uint8Array> {
  const stop = () => stream.destroy(new Error('the upload broke off'));
  const onClose = () => void (body.readableEnded || stop());
  body.on('close', onClose);
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } finally {
    body.off('close', onClose);
  }
}
