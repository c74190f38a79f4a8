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
  const form = new FormState(body);
  return new Promise((resolve, reject) => {
    // One file at a time: a small one may have arrived whole while the one before it is still being staged.
    let reading = Promise.resolve(true);
    const over = (settle: () => void) => {
      body.unpipe(parser);
      settle();
    };
    // Ends are answered only when the file in hand has been staged or dropped.
    const end = () =>
      void reading.then(
        () => over(() => resolve(form.isBroken ? 'broken' : 'whole')),
        () => undefined,
      );
    parser.on('field', (name, value) => void fields.set(name, value));
    parser.on('file', (field, stream, name) => {
      const file = { field, name: name ?? '', fields: new Map(fields), chunks: form.bytesOf(stream) };
      reading = reading.then(goOn => goOn && onFile(file));
      reading.then(
        goOn => goOn || over(() => resolve('stopped')),
        (error: Error) => over(() => reject(error)),
      );
    });
    parser.on('finish', end);
    parser.on('error', () => form.breakOff());
    form.onBroken = end;
    body.pipe(parser);
  });
}

/** Whether a form has broken off, and the bytes of its files, which then end with an error. */
class FormState {
  isBroken = false;
  onBroken: () => void = () => undefined;
  readonly #open = new Set<Readable>();

  constructor(body: Readable) {
    body.on('error', () => this.breakOff());
    body.on('close', () => void (body.readableEnded || this.breakOff()));
  }

  breakOff(): void {
    this.isBroken = true;
    for (const stream of this.#open) stream.destroy();
    this.onBroken();
  }

  /**
   * The bytes of a file; throws when the form breaks off before its end. The parser tells a second file nothing of that
   * (it believes no file open), so this listens to the form, and from the start: an error that nobody hears ends the process.
   */
  bytesOf(stream: Readable): AsyncIterable<Uint8Array> {
    this.#open.add(stream);
    stream.on('error', () => this.breakOff());
    stream.on('close', () => this.#open.delete(stream));
    return this.#read(stream);
  }

  async *#read(stream: Readable): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) yield chunk as Uint8Array;
    if (this.isBroken) throw new Error('the upload broke off');
  }
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
