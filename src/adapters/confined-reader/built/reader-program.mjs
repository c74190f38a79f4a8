// Built from src/adapters/confined-reader/reader-program.ts and what it imports by scripts/build-chat-reader.ts.

// src/adapters/confined-reader/reader-program.ts
import { readSync, writeSync } from "node:fs";
import {
  encodeReadingLines,
  readChat
} from "./chat.mjs";
process.permission?.drop("fs.read");
var CHUNK_CHARACTERS = 1 << 16;
var REQUESTS = 3;
function writeAll(descriptor, bytes) {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}
function write(text) {
  writeAll(1, Buffer.from(text));
}
function readAll(into) {
  for (let filled = 0; filled < into.length; ) {
    const got = readSync(0, into, filled, into.length - filled, null);
    if (got === 0) process.exit(1);
    filled += got;
  }
  return into;
}
var request = Buffer.alloc(12);
var length = Buffer.alloc(4);
function itemOf(size) {
  return {
    size,
    read(at, into) {
      if (at >= size || into.length === 0) return 0;
      request.writeBigUInt64BE(BigInt(at), 0);
      request.writeUInt32BE(into.length, 8);
      writeAll(REQUESTS, request);
      readAll(length);
      const got = length.readUInt32BE(0);
      if (got === 0 || got > into.length) process.exit(1);
      readAll(into.subarray(0, got));
      return got;
    }
  };
}
function run() {
  readAll(length);
  const { size, ...options } = JSON.parse(
    Buffer.from(readAll(new Uint8Array(length.readUInt32BE(0)))).toString("utf8")
  );
  const read = readChat(itemOf(size), options);
  if (!read.ok) {
    write(`${JSON.stringify({ type: "refused", detail: read.detail, detection: read.detection })}
`);
    return;
  }
  let waiting = "";
  for (const line of encodeReadingLines(read.reading, read.detection)) {
    waiting += `${line}
`;
    if (waiting.length < CHUNK_CHARACTERS) continue;
    write(waiting);
    waiting = "";
  }
  write(`${waiting}{"type":"end"}
`);
}
run();
