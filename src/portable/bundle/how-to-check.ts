import { utf8 } from '../bytes/index.ts';

// Part of the format: a bundle of version 1 carries exactly this text, with its own name filled in. The commands in
// section 2 are run by a test.
const TEXT = String.raw`HOW TO CHECK THIS BUNDLE

This folder was made by a police force with Handover. Anyone may check it. You need no account, no network,
and nothing of the force's but one thing: the log policy that the force publishes. Get it from where the
force publishes it. What came with this bundle cannot vouch for this bundle.


1. WITH THE CHECKING PROGRAM

   Get handover-verify.mjs or handover-verify.html from where the Handover project publishes them. The copy
   in this folder is a convenience only: a checking program delivered by the party that is being checked is
   not independent.

   node handover-verify.mjs --policy force.tlog-policy NAME.zip     (Node.js 20 or newer)

   or open handover-verify.html in a browser. Neither uses the network.


2. BY HAND, WITH NOTHING OF OURS

   Type these commands in bash on Linux (they use coreutils, unzip and openssl; macOS needs coreutils from
   Homebrew). First make an empty folder and put NAME.zip
   into it. Put the force's policy into the folder above, under the name force.tlog-policy.

   a. Unpack, and compare every file with the lists. Nothing may be printed.

        unzip -q NAME.zip
        cd NAME
        sha256sum --strict --quiet -c manifest-sha256.txt
        sha256sum --strict --quiet -c tagmanifest-sha256.txt

   b. Nothing else may be here. Two files are on no list: the last list itself, and the proof made after it.
      Nothing may be printed.

        find . ! -type d | cut -c 3- | LC_ALL=C sort > ../found
        printf '%s\n' tagmanifest-sha256.txt continuity/bundle.tlog-proof > ../unlisted
        cut -c 67- manifest-sha256.txt tagmanifest-sha256.txt | cat - ../unlisted | LC_ALL=C sort > ../listed
        diff ../found ../listed

   c. Four small tools. A commitment is the SHA-256 of a label, a zero byte, 32 bytes of salt, the length as
      eight bytes, and the content. "included" walks an RFC 6962 inclusion proof up to the head of the log.

        bytes() { tr a-f A-F | basenc --base16 -d; }
        digest() { sha256sum | cut -c -64; }
        commitment() {
          { printf "$1\0"; cat ../salt; printf '%016X' "$(wc -c < ../content)" | bytes; cat ../content; } | digest
        }
        included() {
          sed '1,/^$/d' "$2" > ../head
          n=$(sed -n 's/^index //p' "$2"); last=$(( $(sed -n 2p ../head) - 1 ))
          h=$({ printf '\0\1'; echo "$1" | bytes; } | digest)
          for line in $(sed '1,/^index /d;/^$/,$d' "$2"); do
            p=$(echo "$line" | base64 -d | basenc --base16 -w0)
            if (( n % 2 == 1 || n == last )); then
              h=$({ printf '\1'; echo "$p$h" | bytes; } | digest)
              while (( n % 2 == 0 && n != 0 )); do n=$((n / 2)); last=$((last / 2)); done
            else
              h=$({ printf '\1'; echo "$h$p" | bytes; } | digest)
            fi
            n=$((n / 2)); last=$((last / 2))
          done
          root=$(sed -n 3p ../head | base64 -d | basenc --base16 -w0 | tr A-F a-f)
          if [[ $last == 0 && $h == "$root" ]]; then echo "in the log: $2"; else echo "NOT IN THE LOG: $2"; fi
        }

   d. The items. For each, this prints its commitment, what is known of it, and the SHA-256 of its bytes. The
      SHA-256 must be the one in the facts, digit for digit. The commitment must be the "content" of its
      "item-sealed" event, which the next step prints: the same 64 digits.

        for f in data/items/*.json; do
          sed 's/.*"facts":"\([^"]*\)".*/\1/' "$f" | base64 -d > ../content
          sed 's/.*"salt":"\([^"]*\)".*/\1/' "$f" | bytes > ../salt
          echo "item $(commitment handover/item/v1)"; cat ../content; echo
          sha256sum "${'$'}{f%.json}.bin"
        done

   e. The continuity record. For each event this prints its commitment, the event, and whether it is in the
      log. Every last line must begin "in the log". The number n must rise by one, and
      "previous" must be the 64 digits printed above it. An event that is
      withheld shows only its commitment and a reason.

        while read -r line; do
          case $line in
          *'"event":'*)
            echo "$line" | sed 's/.*"event":"\([^"]*\)".*/\1/' | base64 -d > ../content
            echo "$line" | sed 's/.*"salt":"\([^"]*\)".*/\1/' | bytes > ../salt
            c=$(commitment handover/event/v1); echo "event $c"; cat ../content; echo
            id=$(sed 's/.*"id":"\([0-9a-f]*\)","submission".*/\1/' ../content) ;;
          *)
            c=$(echo "$line" | sed 's/.*"commitment":"\([0-9a-f]*\)".*/\1/'); echo "withheld $line"
            id=n$(printf '%04d' "$(echo "$line" | sed 's/.*"n":\([0-9]*\).*/\1/')") ;;
          esac
          included "$c" "continuity/proofs/$id.tlog-proof"
        done < continuity/events.jsonl

   f. The event that seals this bundle comes next in the record. Its "bundle" must be the 64 digits that the
      first command prints, its "previous" the last commitment above. The last line must begin "in the log".

        sha256sum tagmanifest-sha256.txt
        sed -n 's/^extra //p' continuity/bundle.tlog-proof | base64 -d > ../opening
        head -c 32 ../opening > ../salt; length=$((16#$(head -c 36 ../opening | tail -c 4 | basenc --base16)))
        tail -c +37 ../opening | head -c "$length" > ../content; cat ../content; echo
        included "$(commitment handover/event/v1)" continuity/bundle.tlog-proof

   g. The signatures, with the force's key. Each line must be "Signature Verified Successfully".

        sed -n 's/^log //p' ../../force.tlog-policy | cut -d ' ' -f 1 | cut -d + -f 3- | base64 -d | tail -c 32 > ../key
        { printf 302A300506032B6570032100 | bytes; cat ../key; } > ../key.der
        openssl pkey -pubin -inform DER -in ../key.der -out ../key.pem
        for proof in continuity/proofs/*.tlog-proof continuity/bundle.tlog-proof; do
          sed '1,/^$/d' "$proof" > ../head
          sed '/^$/,$d' ../head > ../signed
          awk -v origin="$(head -n 1 ../signed)" '$2 == origin { print $3 }' ../head | base64 -d | tail -c 64 > ../signature
          openssl pkeyutl -verify -pubin -inkey ../key.pem -rawin -in ../signed -sigfile ../signature
        done

   The transcripts are a program's reading of the items. Compare any message with the bytes of its item: its
   "span" gives the first byte and the byte after the last. docs/formats/bundle.md of the Handover project
   sets out every part of this format.


3. WHAT THIS SHOWS, AND WHAT IT DOES NOT

   It shows that these bytes and this order of events existed when the force's log took them in, and that
   they have not changed since. Where outside witnesses signed the log, it also shows that the force showed
   everybody the same history.

   It does not show that the material was genuine before the force received it, that the person at the
   keyboard was who the account says, that a conversation is complete or happened as written, or that
   something never handed in does not exist. Times are by the force's own clock unless a witness signed.
`;

/** `verify/HOW-TO-CHECK.txt` for the bundle of this name. */
export function howToCheck(name: string): Uint8Array {
  return utf8(TEXT.replaceAll(/\bNAME\b/g, () => name));
}
