import { utf8 } from '../bytes/index.ts';

// Part of the format: a bundle of version 1 carries exactly this text, with its own name filled in.
const TEXT = `HOW TO CHECK THIS BUNDLE

This folder was made by a police force with Handover. Anyone may check it. You need no account, no network
and no word from the force but one: its published log key, which you must get somewhere else than here.

1. WITH THE CHECKING PROGRAM

   Get handover-verify from where the Handover project publishes it, not from this bundle, and run

       node handover-verify.mjs --policy FORCE-POLICY-FILE NAME.zip

   (Node.js 20 or newer), or open handover-verify.html in a browser. verify/handover-verify.mjs in this folder
   is a convenience only. A checking program that comes from the party being checked is not independent.
   FORCE-POLICY-FILE is the force's published log policy. continuity/policy in this folder is a copy of what the
   force says it is; compare it with what the force publishes, and never rely on the copy alone.

2. BY HAND, WITH NOTHING OF OURS

   a. Unpack:                       unzip NAME.zip
                                    cd NAME
   b. Every file is as listed:      sha256sum -c manifest-sha256.txt
                                    sha512sum -c manifest-sha512.txt
                                    sha256sum -c tagmanifest-sha256.txt
      (On macOS: shasum -a 256 -c, shasum -a 512 -c.)
   c. Nothing else is there. Only two files are on none of the lists:
      tagmanifest-sha256.txt itself and continuity/bundle.tlog-proof.
   d. What the force sealed:        sha256sum tagmanifest-sha256.txt
      This digest is the bundle's id. The line "extra" of continuity/bundle.tlog-proof holds, in base64, 32 bytes
      of salt and then the log event that names the id:
                                    grep '^extra ' continuity/bundle.tlog-proof | cut -d' ' -f2 | base64 -d | tail -c +33
      The event's "bundle" must be the id.
   e. An item is the one received:  base64 -d of "facts" in data/items/I0001.json gives the item's name, size and
      digests; compare them with sha256sum and sha512sum of data/items/I0001.bin.
   f. The facts are the ones sealed on receipt. With the 32 salt bytes and the facts:
                                    python3 -c "import json,base64,hashlib;o=json.load(open('data/items/I0001.json'));f=base64.b64decode(o['facts']);print(hashlib.sha256(b'handover/item/v1\\0'+bytes.fromhex(o['salt'])+len(f).to_bytes(8,'big')+f).hexdigest())"
      must print the "content" of the "item-sealed" event in continuity/events.jsonl.
   g. The force's signature. The last lines of each .tlog-proof, from after the first blank line, are a signed
      checkpoint. The signed text is its first three lines. With the published key as a PEM file:
                                    openssl pkeyutl -verify -pubin -inkey log-key.pem -rawin -in text -sigfile signature
      where signature is the base64 at the end of the last line without its first 4 bytes.
   h. That an entry is in the log: the lines between "index" and the blank line are an RFC 6962 inclusion proof.
      docs/formats/bundle.md of the Handover project sets out every step.

3. WHAT THIS SHOWS, AND WHAT IT DOES NOT

   It shows that these bytes, and this order of events, existed when the force's log took them in, and have not
   changed since; and, where outside witnesses signed the log, that the force showed everyone the same history.
   It does not show that the material was genuine before the force received it, that the person at the keyboard
   was who the account says, that a conversation is complete, or that something never handed in does not exist.
   Times are those of the force's own clock unless a witness signed. The transcripts are a program's reading of
   the items; the items are the evidence.
`;

/** `verify/HOW-TO-CHECK.txt` for the bundle of this name. */
export function howToCheck(name: string): Uint8Array {
  return utf8(TEXT.replaceAll(/\bNAME\b/g, () => name));
}
