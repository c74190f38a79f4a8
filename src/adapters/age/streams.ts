import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';

/** Seals a stream of any length to the recipients, as one age file. */
export async function sealStream(source: Readable, recipients: readonly string[]): Promise<Readable> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(Readable.toWeb(source) as never);
  return Readable.fromWeb(sealed as never);
}

/** The plain bytes of an age file of any length. The stream fails when the file is damaged, cut, or for somebody else. */
export async function openStream(source: Readable, identity: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const plain = await decrypter.decrypt(Readable.toWeb(source) as never);
  return Readable.fromWeb(plain as never);
}
