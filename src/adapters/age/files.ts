import { Decrypter, Encrypter } from 'age-encryption';
import type { BoxOpener, EvidenceSealer } from '#domain/intake/index.ts';
import type { EvidenceOpener } from '#domain/sealing/index.ts';
import { identityFromSecret, recipientOf } from './keys.ts';
import { splitAge } from './split.ts';

/** Seals bytes to one recipient (`age1…`). Each call makes a complete age file under a file key of its own, which is forgotten. */
export function createSealer(recipient: string): EvidenceSealer {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return { seal: bytes => encrypter.encrypt(bytes) };
}

/** The plain bytes of an age file, or null when it is damaged, cut short, or sealed to somebody else. Throws on a bad identity. */
export async function openAge(file: Uint8Array, identity: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(file);
  } catch {
    // The library throws for every kind of damage; which kind it was is of no use to whoever holds a damaged file.
    return null;
  }
}

/** Opens and cuts what was sealed to the evidence recipient; the worker alone holds its identity. */
export function createEvidenceOpener(identity: string): EvidenceOpener {
  return { open: file => openAge(file, identity), split: splitAge };
}

/** The keys and letters of visitors' boxes, whose identity is made of the secret behind a return code. */
export function createBoxOpener(): BoxOpener {
  return {
    async keysOf(secret) {
      const identity = identityFromSecret(secret);
      return { identity, recipient: await recipientOf(identity) };
    },
    open: openAge,
  };
}
