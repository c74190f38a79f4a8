#!/usr/bin/env node
// handover-verify: checks Handover bundles and receipts with nobody's help. Any Node.js from 20, nothing to install.
// Built from the verifier folder of the Handover project, where its sources and its licence (MIT) are.

// verifier/cli.ts
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";

// src/portable/bytes/base64.ts
var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var VALUE_OF = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]));
function fromBase64(text2) {
  if (text2.length % 4 !== 0) return null;
  const padding = text2.endsWith("==") ? 2 : text2.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array(text2.length / 4 * 3 - padding);
  let held = 0;
  let heldBits = 0;
  let at = 0;
  for (let i = 0; i < text2.length - padding; i += 1) {
    const value = VALUE_OF.get(text2.charAt(i));
    if (value === void 0) return null;
    held = (held << 6 | value) & 65535;
    heldBits += 6;
    if (heldBits >= 8) {
      heldBits -= 8;
      bytes[at] = held >> heldBits;
      at += 1;
    }
  }
  const unused = held & (1 << heldBits) - 1;
  return unused === 0 ? bytes : null;
}

// src/portable/bytes/joining.ts
function concatBytes(...parts) {
  const joined2 = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined2.set(part, at);
    at += part.length;
  }
  return joined2;
}
function equalBytes(a, b) {
  return a.length === b.length && compareBytes(a, b) === 0;
}
function compareBytes(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const difference2 = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference2 !== 0) return difference2;
  }
  return a.length - b.length;
}

// src/portable/bytes/text.ts
var ENCODER = new TextEncoder();
var DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function utf8(text2) {
  return ENCODER.encode(text2);
}
function decodeUtf8(bytes) {
  try {
    return DECODER.decode(bytes);
  } catch {
    return null;
  }
}

// src/portable/bytes/canonical-json.ts
var MAX_DEPTH = 64;
function encodeCanonicalJson(value) {
  return utf8(spell(value, 0));
}
function decodeCanonicalJson(bytes) {
  const text2 = decodeUtf8(bytes);
  if (text2 === null) return refuse("It is not UTF-8 text.");
  let value;
  let again;
  try {
    value = JSON.parse(text2);
  } catch {
    return refuse("It is not JSON.");
  }
  try {
    again = encodeCanonicalJson(value);
  } catch {
    return refuse("It holds a value that canonical JSON does not allow.");
  }
  return equalBytes(again, bytes) ? { ok: true, value } : refuse("It is JSON, but not in its one canonical spelling.");
}
function refuse(reason) {
  return { ok: false, reason };
}
function spell(value, depth) {
  if (depth > MAX_DEPTH) throw new TypeError("Canonical JSON is nested too deeply.");
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return spellInteger(value);
  if (typeof value === "string") return spellText(value);
  if (Array.isArray(value))
    return `[${Array.from(value, (part) => spell(part, depth + 1)).join(",")}]`;
  if (typeof value !== "object")
    throw new TypeError(`Canonical JSON cannot hold a value of type ${typeof value}.`);
  return spellObject(value, depth);
}
function spellObject(value, depth) {
  const keys = Object.keys(value).sort();
  const members = keys.map((key) => `${spellText(key)}:${spell(value[key], depth + 1)}`);
  return `{${members.join(",")}}`;
}
function spellInteger(value) {
  if (!Number.isSafeInteger(value))
    throw new TypeError(`Canonical JSON holds safe integers only, not ${value}.`);
  return JSON.stringify(value);
}
function spellText(value) {
  if (!value.isWellFormed()) throw new TypeError("Canonical JSON cannot hold a lone surrogate.");
  return JSON.stringify(value);
}

// src/portable/bytes/hex.ts
var DIGITS = "0123456789abcdef";
function toHex(bytes) {
  let text2 = "";
  for (const byte of bytes) text2 += DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15);
  return text2;
}
function fromHex(text2) {
  if (text2.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text2) || text2.endsWith("\n")) return null;
  const bytes = new Uint8Array(text2.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(text2.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

// src/portable/bytes/hidden-characters.ts
var HIDDEN = String.raw`[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u2800\uFFF9-\uFFFB]`;
var JOINING = String.raw`[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Default_Ignorable_Code_Point}]]`;
var HONEST = [
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Emoji})[\uFE0E\uFE0F]`,
  String.raw`(?<=\u{1F3F4})[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}`,
  String.raw`(?<=${JOINING})[\u200C\u200D](?=${JOINING})`
].join("|");
var EITHER = new RegExp(`(?:${HONEST})|(?<hidden>${HIDDEN})`, "gv");

// src/portable/bytes/integers.ts
function u64be(n) {
  if (typeof n === "number") requireRange(n, Number.MAX_SAFE_INTEGER);
  else if (n < 0n || n > 0xffffffffffffffffn) throw new RangeError(`${n} does not fit in 64 bits`);
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(n));
  return bytes;
}
function requireRange(n, max) {
  if (!Number.isSafeInteger(n) || n < 0 || n > max)
    throw new RangeError(`${n} is not a whole number from 0 to ${max}`);
}

// node_modules/@noble/hashes/_u64.js
var U32_MASK64 = /* @__PURE__ */ (() => BigInt(2 ** 32 - 1))();
var _32n = /* @__PURE__ */ BigInt(32);
function fromBig(n, le = false) {
  if (le)
    return { h: Number(n & U32_MASK64), l: Number(n >> _32n & U32_MASK64) };
  return { h: Number(n >> _32n & U32_MASK64) | 0, l: Number(n & U32_MASK64) | 0 };
}
function split(lst, le = false) {
  const len = lst.length;
  let Ah = new Uint32Array(len);
  let Al = new Uint32Array(len);
  for (let i = 0; i < len; i++) {
    const { h, l } = fromBig(lst[i], le);
    [Ah[i], Al[i]] = [h, l];
  }
  return [Ah, Al];
}
var fromNumH = (n) => n / 2 ** 32 | 0;
var fromNumL = (n) => n >>> 0;
function setU64FromNum(view, byteOffset, n, isLE) {
  const h = fromNumH(n);
  const l = fromNumL(n);
  view.setUint32(byteOffset, isLE ? l : h, isLE);
  view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
}
var shrSH = (h, _l, s) => h >>> s;
var shrSL = (h, l, s) => h << 32 - s | l >>> s;
var rotrSH = (h, l, s) => h >>> s | l << 32 - s;
var rotrSL = (h, l, s) => h << 32 - s | l >>> s;
var rotrBH = (h, l, s) => h << 64 - s | l >>> s - 32;
var rotrBL = (h, l, s) => h >>> s - 32 | l << 64 - s;
function add(Ah, Al, Bh, Bl) {
  const l = (Al >>> 0) + (Bl >>> 0);
  return { h: Ah + Bh + (l / 2 ** 32 | 0) | 0, l: l | 0 };
}
var add3L = (Al, Bl, Cl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0);
var add3H = (low, Ah, Bh, Ch) => Ah + Bh + Ch + (low / 2 ** 32 | 0) | 0;
var add4L = (Al, Bl, Cl, Dl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0);
var add4H = (low, Ah, Bh, Ch, Dh) => Ah + Bh + Ch + Dh + (low / 2 ** 32 | 0) | 0;
var add5L = (Al, Bl, Cl, Dl, El) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0) + (El >>> 0);
var add5H = (low, Ah, Bh, Ch, Dh, Eh) => Ah + Bh + Ch + Dh + Eh + (low / 2 ** 32 | 0) | 0;

// node_modules/@noble/hashes/utils.js
function isBytes(a) {
  return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
var atitle = (title) => title ? `"${title}" ` : "";
function anumber(n, title = "") {
  if (typeof n !== "number")
    throw new TypeError(atitle(title) + "expected number, got " + typeof n);
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
  return n;
}
function abytes(value, length, title = "") {
  if (isBytes(value) && (length === void 0 || value.length === length))
    return value;
  if (length !== void 0)
    anumber(length, "length");
  const bytes = isBytes(value);
  const ofLen = length !== void 0 ? ` of length ${length}` : "";
  const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
  const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes)
    throw new TypeError(message);
  throw new RangeError(message);
}
var aobject = (value, label) => {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
};
var aopts = (value, label) => {
  aobject(value, label);
  const proto = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null)
    throw new TypeError(`"${label}" expected plain object`);
  if (Object.hasOwn(value, "__proto__"))
    throw new TypeError(`"${label}.__proto__" is not allowed`);
};
function aexists(instance, checkFinished = true) {
  if (instance.destroyed)
    throw new Error("hash was destroyed");
  if (checkFinished && instance.finished)
    throw new Error("digest() was already called");
}
function aoutput(out, instance) {
  abytes(out, void 0, "output");
  const min = instance.outputLen;
  if (!(out.length >= min)) {
    throw new RangeError('"output" expected length >= ' + min);
  }
}
function clean(...arrays) {
  for (let i = 0; i < arrays.length; i++) {
    arrays[i].fill(0);
  }
}
function createView(arr) {
  return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
function rotr(word, shift) {
  return word << 32 - shift | word >>> shift;
}
var hasHexBuiltin = /* @__PURE__ */ (() => (
  // @ts-ignore
  typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function"
))();
var hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
function bytesToHex(bytes) {
  abytes(bytes);
  if (hasHexBuiltin)
    return bytes.toHex();
  let hex = "";
  for (let i = 0; i < bytes.length; i++) {
    hex += hexes[bytes[i]];
  }
  return hex;
}
function asciiToBase16(ch) {
  return ch >= 48 && ch <= 57 ? ch - 48 : ch >= 65 && ch <= 70 ? ch - (65 - 10) : ch >= 97 && ch <= 102 ? ch - (97 - 10) : void 0;
}
function hexToBytes(hex) {
  if (typeof hex !== "string")
    throw new TypeError("hex string expected, got " + typeof hex);
  if (hasHexBuiltin) {
    try {
      return Uint8Array.fromHex(hex);
    } catch (error) {
      if (error instanceof SyntaxError)
        throw new RangeError(error.message);
      throw error;
    }
  }
  const hl = hex.length;
  const al = hl / 2;
  if (hl % 2)
    throw new RangeError("hex string expected, got unpadded hex of length " + hl);
  const array = new Uint8Array(al);
  for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
    const n1 = asciiToBase16(hex.charCodeAt(hi));
    const n2 = asciiToBase16(hex.charCodeAt(hi + 1));
    if (n1 === void 0 || n2 === void 0) {
      const char = hex[hi] + hex[hi + 1];
      throw new RangeError('hex string expected, got non-hex character "' + char + '" at index ' + hi);
    }
    array[ai] = n1 * 16 + n2;
  }
  return array;
}
function concatBytes2(...arrays) {
  let sum = 0;
  for (let i = 0; i < arrays.length; i++) {
    const a = arrays[i];
    abytes(a);
    sum += a.length;
  }
  const res = new Uint8Array(sum);
  for (let i = 0, pad = 0; i < arrays.length; i++) {
    const a = arrays[i];
    res.set(a, pad);
    pad += a.length;
  }
  return res;
}
function checkOpts(defaults, opts, title = "opts") {
  aopts(defaults, "defaults");
  if (opts !== void 0)
    aopts(opts, title);
  const merged = Object.assign(/* @__PURE__ */ Object.create(null), defaults, opts);
  return merged;
}
function createHasher(hashCons, info = {}) {
  if (typeof hashCons !== "function")
    throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
  info = checkOpts({}, info, "info");
  const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
  const tmp = hashCons(void 0);
  hashC.outputLen = tmp.outputLen;
  hashC.blockLen = tmp.blockLen;
  hashC.canXOF = tmp.canXOF;
  hashC.create = (opts) => hashCons(opts);
  Object.assign(hashC, info);
  return Object.freeze(hashC);
}
function randomBytes(bytesLength = 32) {
  anumber(bytesLength, "bytesLength");
  const cr = typeof globalThis === "object" ? globalThis.crypto : null;
  if (typeof cr?.getRandomValues !== "function")
    throw new Error("crypto.getRandomValues must be defined");
  if (bytesLength > 65536)
    throw new RangeError(`"bytesLength" expected <= 65536, got ${bytesLength}`);
  return cr.getRandomValues(new Uint8Array(bytesLength));
}
var oidNist = (suffix) => ({
  // Current NIST hashAlgs suffixes used here fit in one DER subidentifier octet.
  // Larger suffix values would need base-128 OID encoding and a different length byte.
  oid: Uint8Array.from([6, 9, 96, 134, 72, 1, 101, 3, 4, 2, suffix])
});

// node_modules/@noble/hashes/_md.js
function Chi(a, b, c) {
  return a & b ^ ~a & c;
}
function Maj(a, b, c) {
  return a & b ^ a & c ^ b & c;
}
var HashMD = class {
  blockLen;
  outputLen;
  canXOF = false;
  padOffset;
  isLE;
  // For partial updates less than block size
  buffer;
  view;
  finished = false;
  length = 0;
  pos = 0;
  destroyed = false;
  constructor(blockLen, outputLen, padOffset, isLE) {
    this.blockLen = blockLen;
    this.outputLen = outputLen;
    this.padOffset = padOffset;
    this.isLE = isLE;
    this.buffer = new Uint8Array(blockLen);
    this.view = createView(this.buffer);
  }
  update(data) {
    aexists(this);
    abytes(data);
    const { view, buffer, blockLen } = this;
    const len = data.length;
    let processed = false;
    for (let pos = 0; pos < len; ) {
      const take = Math.min(blockLen - this.pos, len - pos);
      if (take === blockLen) {
        const dataView = createView(data);
        for (; blockLen <= len - pos; pos += blockLen)
          this.process(dataView, pos);
        processed = true;
        continue;
      }
      buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
      this.pos += take;
      pos += take;
      if (this.pos === blockLen) {
        this.process(view, 0);
        this.pos = 0;
        processed = true;
      }
    }
    this.length += data.length;
    if (processed)
      this.roundClean();
    return this;
  }
  digestInto(out) {
    aexists(this);
    aoutput(out, this);
    this.finished = true;
    const { buffer, view, blockLen, isLE } = this;
    let { pos } = this;
    buffer[pos++] = 128;
    buffer.fill(0, pos);
    if (this.padOffset > blockLen - pos) {
      this.process(view, 0);
      buffer.fill(0);
    }
    setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
    this.process(view, 0);
    this.roundClean();
    const oview = out === buffer ? view : createView(out);
    const len = this.outputLen;
    const outLen = len / 4;
    const state = this.get();
    if (len % 4 || outLen > state.length)
      throw new Error("invalid outputLen");
    for (let i = 0; i < outLen; i++)
      oview.setUint32(4 * i, state[i], isLE);
  }
  digest() {
    const { buffer, outputLen } = this;
    this.digestInto(buffer);
    const res = buffer.slice(0, outputLen);
    this.destroy();
    return res;
  }
  _cloneIntoMeta(to) {
    const { buffer, length, finished, destroyed, pos } = this;
    to.destroyed = destroyed;
    to.finished = finished;
    to.length = length;
    to.pos = pos;
    if (pos)
      to.buffer.set(buffer);
    return to;
  }
  clone() {
    return this._cloneInto();
  }
};
var SHA256_IV = /* @__PURE__ */ Uint32Array.from([
  1779033703,
  3144134277,
  1013904242,
  2773480762,
  1359893119,
  2600822924,
  528734635,
  1541459225
]);
var SHA512_IV = /* @__PURE__ */ Uint32Array.from([
  1779033703,
  4089235720,
  3144134277,
  2227873595,
  1013904242,
  4271175723,
  2773480762,
  1595750129,
  1359893119,
  2917565137,
  2600822924,
  725511199,
  528734635,
  4215389547,
  1541459225,
  327033209
]);

// node_modules/@noble/hashes/sha2.js
var SHA256_K = /* @__PURE__ */ Uint32Array.from([
  1116352408,
  1899447441,
  3049323471,
  3921009573,
  961987163,
  1508970993,
  2453635748,
  2870763221,
  3624381080,
  310598401,
  607225278,
  1426881987,
  1925078388,
  2162078206,
  2614888103,
  3248222580,
  3835390401,
  4022224774,
  264347078,
  604807628,
  770255983,
  1249150122,
  1555081692,
  1996064986,
  2554220882,
  2821834349,
  2952996808,
  3210313671,
  3336571891,
  3584528711,
  113926993,
  338241895,
  666307205,
  773529912,
  1294757372,
  1396182291,
  1695183700,
  1986661051,
  2177026350,
  2456956037,
  2730485921,
  2820302411,
  3259730800,
  3345764771,
  3516065817,
  3600352804,
  4094571909,
  275423344,
  430227734,
  506948616,
  659060556,
  883997877,
  958139571,
  1322822218,
  1537002063,
  1747873779,
  1955562222,
  2024104815,
  2227730452,
  2361852424,
  2428436474,
  2756734187,
  3204031479,
  3329325298
]);
var SHA256_W = /* @__PURE__ */ new Uint32Array(64);
var SHA2_32B = class extends HashMD {
  // We cannot use array here since array allows indexing by variable
  // which means optimizer/compiler cannot use registers.
  // Numeric initializers matter: starting the fields as `undefined` changes
  // V8's field representation and makes sha256 3x slower (measured).
  A = 0;
  B = 0;
  C = 0;
  D = 0;
  E = 0;
  F = 0;
  G = 0;
  H = 0;
  constructor(outputLen, IV) {
    super(64, outputLen, 8, false);
    this.A = IV[0] | 0;
    this.B = IV[1] | 0;
    this.C = IV[2] | 0;
    this.D = IV[3] | 0;
    this.E = IV[4] | 0;
    this.F = IV[5] | 0;
    this.G = IV[6] | 0;
    this.H = IV[7] | 0;
  }
  get() {
    const { A, B, C, D, E, F, G, H } = this;
    return [A, B, C, D, E, F, G, H];
  }
  // prettier-ignore
  set(A, B, C, D, E, F, G, H) {
    this.A = A | 0;
    this.B = B | 0;
    this.C = C | 0;
    this.D = D | 0;
    this.E = E | 0;
    this.F = F | 0;
    this.G = G | 0;
    this.H = H | 0;
  }
  _cloneInto(to) {
    (to ||= new this.constructor()).set(...this.get());
    return this._cloneIntoMeta(to);
  }
  process(view, offset) {
    for (let i = 0; i < 16; i++, offset += 4)
      SHA256_W[i] = view.getUint32(offset, false);
    for (let i = 16; i < 64; i++) {
      const W15 = SHA256_W[i - 15];
      const W2 = SHA256_W[i - 2];
      const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
      const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
      SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
    }
    let { A, B, C, D, E, F, G, H } = this;
    for (let i = 0; i < 64; i++) {
      const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
      const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
      const sigma0 = rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22);
      const T2 = sigma0 + Maj(A, B, C) | 0;
      H = G;
      G = F;
      F = E;
      E = D + T1 | 0;
      D = C;
      C = B;
      B = A;
      A = T1 + T2 | 0;
    }
    A = A + this.A | 0;
    B = B + this.B | 0;
    C = C + this.C | 0;
    D = D + this.D | 0;
    E = E + this.E | 0;
    F = F + this.F | 0;
    G = G + this.G | 0;
    H = H + this.H | 0;
    this.set(A, B, C, D, E, F, G, H);
  }
  roundClean() {
    clean(SHA256_W);
  }
  destroy() {
    this.destroyed = true;
    this.set(0, 0, 0, 0, 0, 0, 0, 0);
    clean(this.buffer);
  }
};
var _SHA256 = class extends SHA2_32B {
  constructor() {
    super(32, SHA256_IV);
  }
};
var K512 = /* @__PURE__ */ (() => split([
  "0x428a2f98d728ae22",
  "0x7137449123ef65cd",
  "0xb5c0fbcfec4d3b2f",
  "0xe9b5dba58189dbbc",
  "0x3956c25bf348b538",
  "0x59f111f1b605d019",
  "0x923f82a4af194f9b",
  "0xab1c5ed5da6d8118",
  "0xd807aa98a3030242",
  "0x12835b0145706fbe",
  "0x243185be4ee4b28c",
  "0x550c7dc3d5ffb4e2",
  "0x72be5d74f27b896f",
  "0x80deb1fe3b1696b1",
  "0x9bdc06a725c71235",
  "0xc19bf174cf692694",
  "0xe49b69c19ef14ad2",
  "0xefbe4786384f25e3",
  "0x0fc19dc68b8cd5b5",
  "0x240ca1cc77ac9c65",
  "0x2de92c6f592b0275",
  "0x4a7484aa6ea6e483",
  "0x5cb0a9dcbd41fbd4",
  "0x76f988da831153b5",
  "0x983e5152ee66dfab",
  "0xa831c66d2db43210",
  "0xb00327c898fb213f",
  "0xbf597fc7beef0ee4",
  "0xc6e00bf33da88fc2",
  "0xd5a79147930aa725",
  "0x06ca6351e003826f",
  "0x142929670a0e6e70",
  "0x27b70a8546d22ffc",
  "0x2e1b21385c26c926",
  "0x4d2c6dfc5ac42aed",
  "0x53380d139d95b3df",
  "0x650a73548baf63de",
  "0x766a0abb3c77b2a8",
  "0x81c2c92e47edaee6",
  "0x92722c851482353b",
  "0xa2bfe8a14cf10364",
  "0xa81a664bbc423001",
  "0xc24b8b70d0f89791",
  "0xc76c51a30654be30",
  "0xd192e819d6ef5218",
  "0xd69906245565a910",
  "0xf40e35855771202a",
  "0x106aa07032bbd1b8",
  "0x19a4c116b8d2d0c8",
  "0x1e376c085141ab53",
  "0x2748774cdf8eeb99",
  "0x34b0bcb5e19b48a8",
  "0x391c0cb3c5c95a63",
  "0x4ed8aa4ae3418acb",
  "0x5b9cca4f7763e373",
  "0x682e6ff3d6b2b8a3",
  "0x748f82ee5defb2fc",
  "0x78a5636f43172f60",
  "0x84c87814a1f0ab72",
  "0x8cc702081a6439ec",
  "0x90befffa23631e28",
  "0xa4506cebde82bde9",
  "0xbef9a3f7b2c67915",
  "0xc67178f2e372532b",
  "0xca273eceea26619c",
  "0xd186b8c721c0c207",
  "0xeada7dd6cde0eb1e",
  "0xf57d4f7fee6ed178",
  "0x06f067aa72176fba",
  "0x0a637dc5a2c898a6",
  "0x113f9804bef90dae",
  "0x1b710b35131c471b",
  "0x28db77f523047d84",
  "0x32caab7b40c72493",
  "0x3c9ebe0a15c9bebc",
  "0x431d67c49c100d4c",
  "0x4cc5d4becb3e42b6",
  "0x597f299cfc657e2a",
  "0x5fcb6fab3ad6faec",
  "0x6c44198c4a475817"
].map((n) => BigInt(n))))();
var SHA512_Kh = /* @__PURE__ */ (() => K512[0])();
var SHA512_Kl = /* @__PURE__ */ (() => K512[1])();
var SHA512_W_H = /* @__PURE__ */ new Uint32Array(80);
var SHA512_W_L = /* @__PURE__ */ new Uint32Array(80);
var SHA2_64B = class extends HashMD {
  // We cannot use array here since array allows indexing by variable
  // which means optimizer/compiler cannot use registers.
  // h -- high 32 bits, l -- low 32 bits
  // Numeric initializers matter: starting the fields as `undefined` changes
  // V8's field representation and slows hashing down (measured on sha256).
  Ah = 0;
  Al = 0;
  Bh = 0;
  Bl = 0;
  Ch = 0;
  Cl = 0;
  Dh = 0;
  Dl = 0;
  Eh = 0;
  El = 0;
  Fh = 0;
  Fl = 0;
  Gh = 0;
  Gl = 0;
  Hh = 0;
  Hl = 0;
  constructor(outputLen, IV) {
    super(128, outputLen, 16, false);
    this.Ah = IV[0] | 0;
    this.Al = IV[1] | 0;
    this.Bh = IV[2] | 0;
    this.Bl = IV[3] | 0;
    this.Ch = IV[4] | 0;
    this.Cl = IV[5] | 0;
    this.Dh = IV[6] | 0;
    this.Dl = IV[7] | 0;
    this.Eh = IV[8] | 0;
    this.El = IV[9] | 0;
    this.Fh = IV[10] | 0;
    this.Fl = IV[11] | 0;
    this.Gh = IV[12] | 0;
    this.Gl = IV[13] | 0;
    this.Hh = IV[14] | 0;
    this.Hl = IV[15] | 0;
  }
  // prettier-ignore
  get() {
    const { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
    return [Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl];
  }
  // prettier-ignore
  set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl) {
    this.Ah = Ah | 0;
    this.Al = Al | 0;
    this.Bh = Bh | 0;
    this.Bl = Bl | 0;
    this.Ch = Ch | 0;
    this.Cl = Cl | 0;
    this.Dh = Dh | 0;
    this.Dl = Dl | 0;
    this.Eh = Eh | 0;
    this.El = El | 0;
    this.Fh = Fh | 0;
    this.Fl = Fl | 0;
    this.Gh = Gh | 0;
    this.Gl = Gl | 0;
    this.Hh = Hh | 0;
    this.Hl = Hl | 0;
  }
  _cloneInto(to) {
    (to ||= new this.constructor()).set(...this.get());
    return this._cloneIntoMeta(to);
  }
  process(view, offset) {
    for (let i = 0; i < 16; i++, offset += 4) {
      SHA512_W_H[i] = view.getUint32(offset);
      SHA512_W_L[i] = view.getUint32(offset += 4);
    }
    for (let i = 16; i < 80; i++) {
      const W15h = SHA512_W_H[i - 15] | 0;
      const W15l = SHA512_W_L[i - 15] | 0;
      const s0h = rotrSH(W15h, W15l, 1) ^ rotrSH(W15h, W15l, 8) ^ shrSH(W15h, W15l, 7);
      const s0l = rotrSL(W15h, W15l, 1) ^ rotrSL(W15h, W15l, 8) ^ shrSL(W15h, W15l, 7);
      const W2h = SHA512_W_H[i - 2] | 0;
      const W2l = SHA512_W_L[i - 2] | 0;
      const s1h = rotrSH(W2h, W2l, 19) ^ rotrBH(W2h, W2l, 61) ^ shrSH(W2h, W2l, 6);
      const s1l = rotrSL(W2h, W2l, 19) ^ rotrBL(W2h, W2l, 61) ^ shrSL(W2h, W2l, 6);
      const SUMl = add4L(s0l, s1l, SHA512_W_L[i - 7], SHA512_W_L[i - 16]);
      const SUMh = add4H(SUMl, s0h, s1h, SHA512_W_H[i - 7], SHA512_W_H[i - 16]);
      SHA512_W_H[i] = SUMh | 0;
      SHA512_W_L[i] = SUMl | 0;
    }
    let { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
    for (let i = 0; i < 80; i++) {
      const sigma1h = rotrSH(Eh, El, 14) ^ rotrSH(Eh, El, 18) ^ rotrBH(Eh, El, 41);
      const sigma1l = rotrSL(Eh, El, 14) ^ rotrSL(Eh, El, 18) ^ rotrBL(Eh, El, 41);
      const CHIh = Eh & Fh ^ ~Eh & Gh;
      const CHIl = El & Fl ^ ~El & Gl;
      const T1ll = add5L(Hl, sigma1l, CHIl, SHA512_Kl[i], SHA512_W_L[i]);
      const T1h = add5H(T1ll, Hh, sigma1h, CHIh, SHA512_Kh[i], SHA512_W_H[i]);
      const T1l = T1ll | 0;
      const sigma0h = rotrSH(Ah, Al, 28) ^ rotrBH(Ah, Al, 34) ^ rotrBH(Ah, Al, 39);
      const sigma0l = rotrSL(Ah, Al, 28) ^ rotrBL(Ah, Al, 34) ^ rotrBL(Ah, Al, 39);
      const MAJh = Ah & Bh ^ Ah & Ch ^ Bh & Ch;
      const MAJl = Al & Bl ^ Al & Cl ^ Bl & Cl;
      Hh = Gh | 0;
      Hl = Gl | 0;
      Gh = Fh | 0;
      Gl = Fl | 0;
      Fh = Eh | 0;
      Fl = El | 0;
      ({ h: Eh, l: El } = add(Dh | 0, Dl | 0, T1h | 0, T1l | 0));
      Dh = Ch | 0;
      Dl = Cl | 0;
      Ch = Bh | 0;
      Cl = Bl | 0;
      Bh = Ah | 0;
      Bl = Al | 0;
      const All = add3L(T1l, sigma0l, MAJl);
      Ah = add3H(All, T1h, sigma0h, MAJh);
      Al = All | 0;
    }
    ({ h: Ah, l: Al } = add(this.Ah | 0, this.Al | 0, Ah | 0, Al | 0));
    ({ h: Bh, l: Bl } = add(this.Bh | 0, this.Bl | 0, Bh | 0, Bl | 0));
    ({ h: Ch, l: Cl } = add(this.Ch | 0, this.Cl | 0, Ch | 0, Cl | 0));
    ({ h: Dh, l: Dl } = add(this.Dh | 0, this.Dl | 0, Dh | 0, Dl | 0));
    ({ h: Eh, l: El } = add(this.Eh | 0, this.El | 0, Eh | 0, El | 0));
    ({ h: Fh, l: Fl } = add(this.Fh | 0, this.Fl | 0, Fh | 0, Fl | 0));
    ({ h: Gh, l: Gl } = add(this.Gh | 0, this.Gl | 0, Gh | 0, Gl | 0));
    ({ h: Hh, l: Hl } = add(this.Hh | 0, this.Hl | 0, Hh | 0, Hl | 0));
    this.set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl);
  }
  roundClean() {
    clean(SHA512_W_H, SHA512_W_L);
  }
  destroy() {
    this.destroyed = true;
    clean(this.buffer);
    this.set(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
};
var _SHA512 = class extends SHA2_64B {
  constructor() {
    super(64, SHA512_IV);
  }
};
var sha256 = /* @__PURE__ */ createHasher(
  () => new _SHA256(),
  /* @__PURE__ */ oidNist(1)
);
var sha512 = /* @__PURE__ */ createHasher(
  () => new _SHA512(),
  /* @__PURE__ */ oidNist(3)
);

// src/portable/bytes/sha256.ts
function sha2562(...parts) {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return hash.digest();
}

// src/portable/bundle/bagit/info.ts
var BAGIT_TXT = utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
function encodeBagInfo(info) {
  const lines = [
    `Source-Organization: ${info.force}`,
    `External-Identifier: ${info.reference}`,
    `Bag-Software-Agent: ${info.software.name} ${info.software.version}`,
    `Bagging-Date: ${info.createdAt.slice(0, 10)}`,
    `Payload-Oxum: ${info.payload.sizeBytes}.${info.payload.files}`
  ];
  return utf8(lines.map((line) => `${line}
`).join(""));
}

// src/portable/bundle/bagit/manifest.ts
var LINE = /^([0-9a-f]{64}) {2}(\S+)$/;
var MAX_FAULTS = 50;
function decodeManifest(bytes, name) {
  const text2 = decodeUtf8(bytes);
  if (text2 === null) return { digests: /* @__PURE__ */ new Map(), faults: [`${name} is not text.`] };
  const lines = text2.split("\n");
  const faults = lines.pop() === "" ? [] : [`${name} does not end with a line end.`];
  const digests = /* @__PURE__ */ new Map();
  let last = "";
  for (const [index, line] of lines.entries()) {
    const [, digest, path] = LINE.exec(line) ?? [];
    const fits2 = digest !== void 0 && path !== void 0 && path > last && !digests.has(path);
    if (!fits2 && faults.length < MAX_FAULTS)
      faults.push(`Line ${index + 1} of ${name} is not as it should be.`);
    if (digest === void 0 || path === void 0) continue;
    digests.set(path, digest);
    last = path;
  }
  return { digests, faults };
}

// src/portable/chat/clocks/calendar.ts
var MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function isLeap(year) {
  return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
}
var EPOCH_FROM_MARCH = 719468;
var DAYS_IN_400_YEARS = 146097;
function dayNumber(year, month, day) {
  const longest = MONTH_DAYS[month - 1];
  if (longest === void 0 || !(year >= 1 && year <= 9999 && day >= 1)) return null;
  if (day > (month === 2 && isLeap(year) ? 29 : longest)) return null;
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - EPOCH_FROM_MARCH;
}
var lastDay = Number.NaN;
var lastText = "";
function formatDay(day) {
  if (day === lastDay) return lastText;
  lastText = dayText(day);
  lastDay = day;
  return lastText;
}
function dayText(day) {
  const fromMarch = day + EPOCH_FROM_MARCH;
  const era = Math.floor(fromMarch / DAYS_IN_400_YEARS);
  const dayOfEra = fromMarch - era * DAYS_IN_400_YEARS;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * fromMarchMonth + 2) / 5) + 1;
  const month = fromMarchMonth < 10 ? fromMarchMonth + 3 : fromMarchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
}
function two(value) {
  return value < 10 ? `0${value}` : `${value}`;
}
var [ZERO, COLON, TIME_MARK] = [48, 58, 84];
function formatTime(secondOfDay, precision) {
  const hour = Math.floor(secondOfDay / 3600);
  const minute = Math.floor(secondOfDay / 60) % 60;
  const second = secondOfDay % 60;
  const [hourTens, minuteTens, secondTens] = [hour / 10 | 0, minute / 10 | 0, second / 10 | 0];
  const [h, hh] = [ZERO + hourTens, ZERO + hour - hourTens * 10];
  const [m, mm] = [ZERO + minuteTens, ZERO + minute - minuteTens * 10];
  if (precision !== "second") return String.fromCharCode(TIME_MARK, h, hh, COLON, m, mm);
  const [s, ss] = [ZERO + secondTens, ZERO + second - secondTens * 10];
  return String.fromCharCode(TIME_MARK, h, hh, COLON, m, mm, COLON, s, ss);
}
function gregorianYear(year, twoDigits2) {
  if (twoDigits2) return 2e3 + year;
  return year >= 2400 && year <= 2800 ? year - 543 : year;
}
function dayUnder(order2, { a, b, c }, twoDigits2) {
  if (order2 === "DMY") return dayNumber(gregorianYear(c, twoDigits2), b, a);
  if (order2 === "MDY") return dayNumber(gregorianYear(c, twoDigits2), a, b);
  if (order2 === "YMD") return dayNumber(gregorianYear(a, twoDigits2), b, c);
  return dayNumber(gregorianYear(a, twoDigits2), c, b);
}

// src/portable/chat/clocks/iso.ts
var DAY_SECONDS = 86400;
var ISO_LENGTH = 19;
var LATEST_SECONDS = 253402300799;
var [DASH, COLON2, TIME_MARK2, ZERO2] = [45, 58, 84, 48];
var encoder = new TextEncoder();
function twoDigits(bytes, at) {
  const tens = bytes[at] - ZERO2;
  const units = bytes[at + 1] - ZERO2;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}
function secondsOfIsoBytes(bytes, start, end) {
  if (end - start !== ISO_LENGTH) return null;
  if (bytes[start + 4] !== DASH || bytes[start + 7] !== DASH || bytes[start + 10] !== TIME_MARK2) return null;
  if (bytes[start + 13] !== COLON2 || bytes[start + 16] !== COLON2) return null;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const day = dayNumber(year, twoDigits(bytes, start + 5), twoDigits(bytes, start + 8));
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  const second = twoDigits(bytes, start + 17);
  if (day === null || !(hour <= 23 && minute <= 59 && second <= 59)) return null;
  return day * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}
function secondsOfIso(text2) {
  if (text2.length !== ISO_LENGTH) return null;
  const bytes = encoder.encode(text2);
  return secondsOfIsoBytes(bytes, 0, bytes.length);
}
function inCalendar(seconds) {
  return seconds !== null && seconds <= LATEST_SECONDS ? seconds : null;
}
function millisOfUnix(text2) {
  if (!/^\d{1,15}$/.test(text2)) return null;
  const millis = Number(text2);
  return millis / 1e3 <= LATEST_SECONDS ? millis : null;
}
function isoOfSeconds(seconds) {
  const day = Math.floor(seconds / DAY_SECONDS);
  return formatDay(day) + formatTime(seconds - day * DAY_SECONDS, "second");
}
function instantOfSeconds(seconds) {
  return `${isoOfSeconds(seconds)}Z`;
}
var INSTANT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;
function millisOfInstant(text2) {
  const millis = INSTANT.test(text2) ? Date.parse(text2) : Number.NaN;
  return Number.isNaN(millis) ? null : millis;
}

// src/portable/chat/clocks/zone.ts
var MINUTE_MS = 6e4;
var EARLIEST_OFFSET_MINUTES = -12 * 60;
var LATEST_OFFSET_MINUTES = 14 * 60;
var OFFSET_STEP_MINUTES = 15;
var UNITS = {
  10: ["T00:00:00", 24 * 60 * MINUTE_MS],
  16: [":00", MINUTE_MS],
  19: ["", 1e3],
  23: ["", 1]
};
function plausibleOffset(localSeconds, utcSeconds) {
  const minutes = (localSeconds - utcSeconds) / 60;
  const inRange3 = minutes >= EARLIEST_OFFSET_MINUTES && minutes <= LATEST_OFFSET_MINUTES;
  return inRange3 && minutes % OFFSET_STEP_MINUTES === 0 ? minutes : null;
}

// src/portable/chat/source/byte-source.ts
function sourceOf(bytes, chunkBytes) {
  return {
    size: bytes.length,
    read(at, into) {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
    ...chunkBytes === void 0 ? {} : { chunkBytes }
  };
}
function endsOf(source, most) {
  return {
    head: stretch(source, 0, most),
    tail: stretch(source, Math.max(0, source.size - most), most)
  };
}
function stretch(source, from, most) {
  const into = new Uint8Array(Math.min(most, source.size - from));
  let filled = 0;
  while (filled < into.length) {
    const got = source.read(from + filled, into.subarray(filled));
    if (got === 0) break;
    filled += got;
  }
  return into.subarray(0, filled);
}

// src/portable/chat/written-text.ts
var lenient = new TextDecoder("utf-8", { ignoreBOM: true });
var strict = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
var SHORT = 24;
function isAscii(bytes, start, end) {
  let all = 0;
  for (let i = start; i < end; i++) all |= bytes[i];
  return all <= 127;
}
function asciiOf(bytes, start, end) {
  if (end - start > SHORT) return lenient.decode(bytes.subarray(start, end));
  const code = (i2) => bytes[i2];
  let text2 = "";
  let i = start;
  if (i + 16 <= end) {
    text2 = String.fromCharCode(
      code(i),
      code(i + 1),
      code(i + 2),
      code(i + 3),
      code(i + 4),
      code(i + 5),
      code(i + 6),
      code(i + 7),
      code(i + 8),
      code(i + 9),
      code(i + 10),
      code(i + 11),
      code(i + 12),
      code(i + 13),
      code(i + 14),
      code(i + 15)
    );
    i += 16;
  }
  if (i + 8 <= end) {
    text2 += String.fromCharCode(
      code(i),
      code(i + 1),
      code(i + 2),
      code(i + 3),
      code(i + 4),
      code(i + 5),
      code(i + 6),
      code(i + 7)
    );
    i += 8;
  }
  for (; i + 4 <= end; i += 4) text2 += String.fromCharCode(code(i), code(i + 1), code(i + 2), code(i + 3));
  if (end - i === 3) return text2 + String.fromCharCode(code(i), code(i + 1), code(i + 2));
  if (end - i === 2) return text2 + String.fromCharCode(code(i), code(i + 1));
  return end - i === 1 ? text2 + String.fromCharCode(code(i)) : text2;
}
function textOf(bytes, start, end) {
  if (start >= end) return "";
  const isShort = end - start <= SHORT && isAscii(bytes, start, end);
  return isShort ? asciiOf(bytes, start, end) : lenient.decode(bytes.subarray(start, end));
}
function utf8TextOf(bytes) {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}
function isUtf8(bytes, start = 0, end = bytes.length) {
  try {
    strict.decode(bytes.subarray(start, end));
    return true;
  } catch {
    return false;
  }
}
function byteOrderMarkBytes(bytes) {
  return bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
}

// src/portable/chat/sample.ts
var SAMPLE_BYTES = 64 * 1024;
function sampleOf(source, name) {
  const { head, tail: tail2 } = endsOf(source, SAMPLE_BYTES);
  const text2 = textOf(head, 0, head.length);
  return {
    name,
    sizeBytes: source.size,
    head,
    headText: text2.startsWith("\uFEFF") ? text2.slice(1) : text2,
    tailText: textOf(tail2, 0, tail2.length)
  };
}
function endsLinesByCr(text2) {
  return !text2.includes("\n") && /\r[^\r]/.test(text2);
}
var NOT_MINE = { score: 0, reasons: [], broken: null };

// src/portable/chat/foreign-files.ts
var KINDS = {
  empty: "The file is empty: it has no bytes.",
  picture: "This is a picture, not the text of a chat.",
  recording: "This is a sound or film recording, not the text of a chat.",
  pdf: "This is a PDF document, not the text file that the app exports.",
  archive: "This is an archive. The chat is a text file inside it, and that file can be read.",
  "utf-16-text": "The text was saved again by another program in an encoding (UTF-16) that chat exports do not have.",
  "lines-ended-by-cr": "The lines of this text end in CR alone, which no chat export does: another program saved it again. Save it once more with line ends of LF, and keep this file as well.",
  "telegram-html": 'This is a page of a Telegram export that holds no messages. They are in the files named messages.html, messages2.html and so on; or export the chat again as "machine-readable JSON", which holds more.',
  "snapchat-return": "This looks like what Snapchat gives to an authority (conversations.csv), not what the owner of an account downloads. It cannot be read here; chat_history.json of a download can.",
  "discord-exporter-csv": "This is a Discord channel as CSV, which gives no message numbers and no seconds. Export the channel again as JSON.",
  "other-json": "This is a JSON file, but not of an app whose exports can be read.",
  "other-text": "This is text, but no line begins with a date and time in the way of a chat export.",
  "unknown-bytes": "The file is not text."
};
var FOREIGN_KINDS = Object.keys(KINDS);
var FOREIGN = { ...KINDS, "only-blanks": "The file holds only blanks." };
var BEGINNINGS = [
  ["\x89PNG\r\n\n", 0, "picture"],
  ["\xFF\xD8\xFF", 0, "picture"],
  ["GIF87a", 0, "picture"],
  ["GIF89a", 0, "picture"],
  ["WEBP", 8, "picture"],
  ["II*\0", 0, "picture"],
  ["MM\0*", 0, "picture"],
  ["ftypheic", 4, "picture"],
  ["ftypmif1", 4, "picture"],
  ["ftypavif", 4, "picture"],
  ["ftyp", 4, "recording"],
  ["OggS", 0, "recording"],
  ["ID3", 0, "recording"],
  ["E\xDF\xA3", 0, "recording"],
  ["%PDF-", 0, "pdf"],
  ["PK", 0, "archive"],
  ["PK", 0, "archive"],
  ["\x8B", 0, "archive"],
  ["7z\xBC\xAF'", 0, "archive"],
  ["Rar!\x07", 0, "archive"]
];
function found(kind2) {
  return { kind: kind2, reason: kind2 };
}
function startsWith(head, text2, at) {
  for (let i = 0; i < text2.length; i++) if (head[at + i] !== text2.charCodeAt(i)) return false;
  return true;
}
function foreignByBytes({ head, sizeBytes }) {
  if (sizeBytes === 0) return found("empty");
  const beginning = BEGINNINGS.find(([text2, at]) => startsWith(head, text2, at));
  if (beginning) return found(beginning[2]);
  const utf16 = startsWith(head, "\xFF\xFE", 0) || startsWith(head, "\xFE\xFF", 0);
  return utf16 ? found("utf-16-text") : null;
}
function foreignByText({ headText }) {
  if (headText.trim() === "") return { kind: "empty", reason: "only-blanks" };
  if (/^\s*<!DOCTYPE html/i.test(headText) && /class="page_wrap"/.test(headText))
    return found("telegram-html");
  if (/^={5,}[ \t\r]*$/m.test(headText) && /^content_type,message_type,conversation_id/m.test(headText))
    return found("snapchat-return");
  if (/^\s*[[{]/.test(headText)) return found("other-json");
  if (/^"?AuthorID"?,"?Author"?,"?Date"?,/.test(headText)) return found("discord-exporter-csv");
  const strange = headText.split(/[\0-\x08\x0e-\x1f\ufffd]/).length - 1;
  if (strange > headText.length / 20) return found("unknown-bytes");
  return found(endsLinesByCr(headText) ? "lines-ended-by-cr" : "other-text");
}

// src/portable/chat/detection/signs.ts
var SIGNS = {
  "first-line-is-header": "The first line is one of them.",
  "brackets-without-seconds": "Exports with brackets normally show seconds; these do not.",
  "two-blanks-at-end": "Messages end with two blanks, as this program writes them.",
  "media-links": 'It has links to files in a folder "media".',
  "reaction-lines": "It has lines of reactions as this program writes them.",
  "sender-called-me": 'A sender is called "Me".',
  "list-of-messages": "It has a list of messages.",
  "message-and-service": 'Its entries are of the types "message" and "service".',
  "date-unixtime": 'Its entries carry "date_unixtime".',
  "kind-of-chat": "It names a kind of chat that this app has.",
  "account-sections": "It has the sections of a whole account.",
  "export-page": "It is a page in the way of this export.",
  "message-history": "It has a history of messages.",
  "message-classes": 'Its messages are marked "message default" or "message service".',
  "printed-clock": "Its messages bear their date and time as this app prints them.",
  "sender-name-member": 'Its entries carry "sender_name".',
  "timestamp-ms": 'Its entries carry "timestamp_ms".',
  participants: "It names participants.",
  "inbox-path": "It gives the path of a conversation in the inbox.",
  "magic-words": 'It has "magic_words".',
  "facebook-activity": 'Its files lie under "your_facebook_activity".',
  "messenger-stickers": "It has stickers of Messenger.",
  "thread-type": "It gives the type of the conversation, as Messenger does.",
  "messenger-folder": "It lies in a folder that Messenger has.",
  "group-link": "It has the link for joining a group of Messenger.",
  "messenger-sender-number": "Its entries carry a number that Messenger gives.",
  "messenger-member": "Its entries carry a member that Messenger has.",
  "list-of-gifs": "It has a list of GIFs, as Messenger does.",
  "instagram-activity": 'Its files lie under "your_instagram_activity".',
  "content-owner": "It names the owner of shared content, as Instagram does.",
  "instagram-user": "It names an account that Instagram removed.",
  "instagram-like": "It has the sentence that Instagram writes for a like.",
  "instagram-edited": "It has a message that is marked as edited, as Instagram does.",
  "nothing-of-this-app-alone": "Nothing was seen that only this app writes.",
  "sender-name": 'Its entries carry "senderName".',
  "unsent-marks": "Its entries say whether they were unsent.",
  "thread-name": 'It has a "threadName".',
  "participants-as-text": "It names participants, each as a plain text.",
  "times-in-milliseconds": "Its times are counts of milliseconds.",
  "received-and-sent": "It has sections of received and sent messages.",
  "created-microseconds": 'Its entries carry "Created(microseconds)".',
  "media-type": 'Its entries carry "Media Type".',
  "times-as-written": "Its times are written as this app writes them.",
  "sent-by-owner": "Its entries say whether the owner of the account sent them.",
  "conversation-title": "Its entries name their conversation.",
  "server-and-number": 'It names a server ("guild") and its number.',
  "channel-and-number": "It names a channel and its number.",
  "export-range": "It says from when to when it was exported.",
  "export-time": "It says when it was exported.",
  "timestamp-edited": 'Its entries carry "timestampEdited".',
  "call-ended": 'Its entries carry "callEndedTimestamp".',
  "id-and-timestamp": 'It is a list whose entries begin with "ID" and "Timestamp".',
  "package-columns": "Its first columns are ID, Timestamp and Contents.",
  "items-of-chats": "Its lines hold items of chats.",
  "date-sent": 'Its items carry "dateSent".',
  "lines-of-recipients": "Its lines name recipients.",
  "lines-of-chats": "Its lines name chats.",
  "line-of-account": "A line describes the account.",
  "list-smses": 'It has a list "smses".',
  "sms-and-mms": 'Its entries are "sms" and "mms" with a date.',
  "calls-with-number": "Its entries are calls with a number.",
  "file-name": "The file name is one that this app gives.",
  "file-name-of-program": "The file name is one that this program gives.",
  "file-name-of-package": "The file name is one that a data package has.",
  "file-name-of-part": "The file name is one that this app gives to one file of several.",
  "file-name-with-number": "The file name ends in a number, as this app gives it.",
  // Of a format that `npm run new:chat-format` began and nobody described yet.
  "begins-as-export": "It begins as this export does."
};
var DAMAGE = {
  "cut-off": "The file is cut off: it does not end as it should.",
  "last-line-cut-off": "The file is cut off: its last line does not end as it should.",
  "zero-bytes": "The file contains zero bytes."
};

// src/portable/chat/detection/reasons.ts
var COUNTED = {
  "line-headers": ({ count: count2 = 0, form = "" }) => `${count2} ${count2 === 1 ? "line begins" : "lines begin"} with a date and time in the way of this format, such as "${form.trimEnd()}".`,
  "markdown-headers": ({ form = "" }) => `Lines begin with a date, a time and a sender: "${form}".`
};
var SENTENCES = { ...SIGNS, ...FOREIGN };
var REASON_CODES = [...Object.keys(SENTENCES), ...Object.keys(COUNTED)];
function isCounted(code) {
  return Object.hasOwn(COUNTED, code);
}
function reasonSentence({ code, ...seen }) {
  return isCounted(code) ? COUNTED[code](seen) : SENTENCES[code];
}
function reasonsOf(...signs) {
  return signs.filter((sign) => sign !== false).map((code) => ({ code }));
}

// src/portable/chat/meta-json/app.ts
var COMMON = [
  [/"sender_name"\s*:/, "sender-name-member", 20],
  [/"timestamp_ms"\s*:/, "timestamp-ms", 20],
  [/"participants"\s*:\s*\[\s*\{\s*"name"\s*:/, "participants", 10],
  [
    /"thread_path"\s*:\s*"(?:inbox|archived_threads|message_requests|filtered_threads)\\?\//,
    "inbox-path",
    10
  ],
  [/"magic_words"\s*:/, "magic-words", 5]
];
var OWN = {
  messenger: [
    [/your_facebook_activity/, "facebook-activity", 30],
    [/stickers_used/, "messenger-stickers", 15],
    [/"thread_type"\s*:/, "thread-type", 15],
    [/"thread_path"\s*:\s*"e2ee_cutover/, "messenger-folder", 20],
    [/"joinable_mode"\s*:/, "group-link", 10],
    [/"sender_id_INTERNAL"\s*:/, "messenger-sender-number", 10],
    [/"bumped_message_metadata"\s*:/, "messenger-member", 5],
    [/"gifs"\s*:/, "list-of-gifs", 5]
  ],
  instagram: [
    [/your_instagram_activity/, "instagram-activity", 30],
    [/"original_content_owner"\s*:/, "content-owner", 15],
    [/"(?:name|sender_name)"\s*:\s*"Instagram User"/i, "instagram-user", 10],
    [/"content"\s*:\s*"Liked a message"/, "instagram-like", 10],
    [/ \(edited\)"/, "instagram-edited", 5]
  ]
};
var LEAST_COMMON = 20;
var MOST_OWN = 30;
var NAMED = /(?:^|[/\\])message_\d+\.json$/i;
function sniffMeta(app) {
  return ({ headText, tailText, name }) => {
    if (!/^\s*\{/.test(headText)) return NOT_MINE;
    const both = `${headText}
${tailText}`;
    const common = seenIn(COMMON, both);
    if (pointsOf(common) < LEAST_COMMON) return NOT_MINE;
    const own = seenIn(OWN[app], both);
    const signs = [...common, ...own].map(([, sign]) => sign);
    if (own.length === 0) signs.push("nothing-of-this-app-alone");
    if (NAMED.test(name)) signs.push("file-name-of-part");
    return {
      score: pointsOf(common) + Math.min(pointsOf(own), MOST_OWN) + (NAMED.test(name) ? 5 : 0),
      reasons: reasonsOf(...signs),
      broken: tailText.trimEnd().endsWith("}") ? null : "cut-off"
    };
  };
}
function isOfApp(app, { headText, tailText }) {
  const both = `${headText}
${tailText}`;
  const [messenger, instagram] = [OWN.messenger, OWN.instagram].map((signs) => pointsOf(seenIn(signs, both)));
  const lead = (messenger ?? 0) - (instagram ?? 0);
  return app === "messenger" ? lead > 0 : lead < 0;
}
function seenIn(signs, text2) {
  return signs.filter(([pattern]) => pattern.test(text2));
}
function pointsOf(signs) {
  return signs.reduce((sum, [, , value]) => sum + value, 0);
}

// src/portable/chat/tiling.ts
function tilesExactly(spans, sizeBytes) {
  let at = 0;
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (start !== at || end <= start) return false;
    at = end;
  }
  return at === sizeBytes;
}
function sizeOf(spans) {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

// src/portable/chat/records/written.ts
var WIDTHS = { day: 10, minute: 16, second: 19, millisecond: 23, none: 0 };
function isoOf(ms, precision) {
  const seconds = Math.floor(ms / 1e3);
  if (precision === "second") return isoOfSeconds(seconds);
  const millis = String(ms - seconds * 1e3).padStart(3, "0");
  return `${isoOfSeconds(seconds)}.${millis}`.slice(0, WIDTHS[precision]);
}
function writtenOf({ localMs, utcMs, precision }) {
  const shown2 = localMs ?? utcMs;
  return shown2 === null || precision === "none" ? null : isoOf(shown2, precision);
}
function instantOf({ utcMs, precision }) {
  return utcMs === null ? null : `${isoOf(utcMs, precision === "millisecond" ? precision : "second")}Z`;
}

// src/portable/chat/records/as-message.ts
function asMessage(record2, n, doubts, hasSeveral) {
  const message = mostOf(record2, n, doubts);
  if (hasSeveral) message.conversation = record2.chat;
  if (record2.replyTo !== void 0) message.replyTo = record2.replyTo;
  if (record2.edited !== void 0) message.edited = record2.edited;
  if (record2.action !== void 0) message.action = record2.action;
  if (record2.attachments !== void 0) message.attachments = record2.attachments;
  if (record2.call !== void 0) message.call = record2.call;
  if (record2.continuations !== void 0) message.continuations = record2.continuations;
  if (record2.speakerWritten !== void 0) message.speakerWritten = record2.speakerWritten;
  if (record2.otherReading !== void 0) message.otherReading = record2.otherReading;
  if (record2.repairs !== void 0) message.repairs = record2.repairs;
  if (record2.extra !== void 0) message.extra = record2.extra;
  if (record2.reactions !== void 0) message.reactions = record2.reactions;
  if (record2.quote !== void 0) message.quote = record2.quote;
  if (record2.forwardedFrom !== void 0) message.forwardedFrom = record2.forwardedFrom;
  return message;
}
function mostOf(record2, n, doubts) {
  const { kind: kind2, speaker, writtenText, body, span: span2, precision, rule, id, speakerId } = record2;
  const [written, instant] = [writtenOf(record2), instantOf(record2)];
  if (id !== void 0 && speakerId !== void 0)
    return { n, kind: kind2, speaker, written, writtenText, instant, body, span: span2, doubts, precision, rule, id, speakerId };
  const message = { n, kind: kind2, speaker, written, writtenText, instant, body, span: span2, doubts, precision, rule };
  if (id !== void 0) message.id = id;
  if (speakerId !== void 0) message.speakerId = speakerId;
  return message;
}

// src/portable/chat/records/named.ts
var [SPACE, DELETE] = [32, 127];
var EDGE = /[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/;
function named(record2) {
  const { speaker, doubts } = record2;
  if (speaker === null) return record2;
  if (speaker !== "" && !isEdge(speaker, 0) && !isEdge(speaker, speaker.length - 1)) return record2;
  const plain2 = withoutEdges(speaker);
  const written = record2.speakerWritten ?? (speaker === "" ? void 0 : speaker);
  if (plain2 !== "") return { ...record2, speaker: plain2, speakerWritten: written };
  const isDoubted = record2.kind === "other" || doubts.includes("sender-not-named");
  return {
    ...record2,
    speaker: null,
    speakerWritten: written,
    doubts: isDoubted ? doubts : [...doubts, "sender-not-named"]
  };
}
function isEdge(text2, at) {
  const code = text2.charCodeAt(at);
  return !(code > SPACE && code < DELETE) && EDGE.test(text2.charAt(at));
}
function withoutEdges(text2) {
  let [start, end] = [0, text2.length];
  while (start < end && isEdge(text2, start)) start += 1;
  while (end > start && isEdge(text2, end - 1)) end -= 1;
  return text2.slice(start, end);
}

// src/portable/chat/records/id-set.ts
var MOST_KEPT = 3e5;
var MOST_DIGITS = 15;
var IdSet = class {
  #runs = /* @__PURE__ */ new Map();
  #others = /* @__PURE__ */ new Set();
  #kept = 0;
  /** True once ids were not kept: absence then says nothing. */
  isFull = false;
  /** False when the id was there already. */
  add(chat, id) {
    const number2 = wholeOf(id);
    return number2 === null ? this.#addOther(`${chat}:${id}`) : this.#addNumber(chat, number2);
  }
  has(chat, id) {
    const number2 = wholeOf(id);
    if (number2 === null) return this.#others.has(`${chat}:${id}`);
    const runs = this.#runs.get(chat) ?? [];
    const run = runs[placeOf(runs, number2) - 1];
    return run !== void 0 && number2 <= run.last;
  }
  #addOther(key) {
    if (this.#others.has(key)) return false;
    if (this.#hasRoom()) this.#others.add(key);
    return true;
  }
  #addNumber(chat, id) {
    const runs = this.#runsOf(chat);
    const last = runs.at(-1);
    if (last?.last === id - 1) {
      last.last = id;
      return true;
    }
    return this.#place(runs, id);
  }
  #runsOf(chat) {
    let runs = this.#runs.get(chat);
    if (runs === void 0) {
      runs = [];
      this.#runs.set(chat, runs);
    }
    return runs;
  }
  #place(runs, id) {
    const place = placeOf(runs, id);
    const [before, after] = [runs[place - 1], runs[place]];
    if (before && id <= before.last) return false;
    const [joinsBefore, joinsAfter] = [before?.last === id - 1, after?.first === id + 1];
    if (before && after && joinsBefore && joinsAfter) {
      before.last = after.last;
      runs.splice(place, 1);
      this.#kept -= 1;
    } else if (before && joinsBefore) before.last = id;
    else if (after && joinsAfter) after.first = id;
    else if (this.#hasRoom()) runs.splice(place, 0, { first: id, last: id });
    return true;
  }
  #hasRoom() {
    if (this.#kept >= MOST_KEPT) this.isFull = true;
    else this.#kept += 1;
    return !this.isFull;
  }
};
function wholeOf(id) {
  if (id.length === 0 || id.length > MOST_DIGITS || id.length > 1 && id.startsWith("0")) return null;
  let number2 = 0;
  for (let i = 0; i < id.length; i++) {
    const digit = id.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    number2 = number2 * 10 + digit;
  }
  return number2;
}
function placeOf(runs, id) {
  let [low, high] = [0, runs.length];
  if (high > 0 && runs[high - 1].first <= id) return high;
  while (low < high) {
    const middle = low + high >> 1;
    if (runs[middle].first <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/portable/chat/records/time-order.ts
var FEWEST_STEPS = 2;
var MESSAGES_LISTED = 100;
var UNIT_MS = { day: 864e5, minute: 6e4, second: 1e3, millisecond: 1, none: 1 };
var TimeSteps = class {
  #before = null;
  #unit = 1;
  #chatBefore = -1;
  /**
   * Below zero for a message earlier than the one before, above zero for a later one, else 0: also where both are within
   * the unit of the coarser clock of the two, which does not tell.
   */
  next({ chat, utcMs, localMs, precision }) {
    const at = utcMs ?? localMs;
    if (at === null) return 0;
    const [own, before] = [UNIT_MS[precision], chat === this.#chatBefore ? this.#before : null];
    const unit = Math.max(own, this.#unit);
    this.#before = at;
    this.#unit = own;
    this.#chatBefore = chat;
    return before === null ? 0 : Math.floor(at / unit) - Math.floor(before / unit);
  }
};
function againstOrder(step, isNewestFirst) {
  if (isNewestFirst) return step > 0 ? "time-goes-forwards" : null;
  return step < 0 ? "time-goes-backwards" : null;
}
var TimeOrder = class {
  #steps = new TimeSteps();
  #earlier = { count: 0, messages: [] };
  #later = { count: 0, messages: [] };
  #fewest;
  /** Of a format that usually runs newest first, one step is enough. */
  constructor(isUsuallyNewestFirst = false) {
    this.#fewest = isUsuallyNewestFirst ? 1 : FEWEST_STEPS;
  }
  look(n, record2) {
    const step = this.#steps.next(record2);
    if (step === 0) return;
    const counted = step < 0 ? this.#earlier : this.#later;
    counted.count += 1;
    if (counted.messages.length < MESSAGES_LISTED) counted.messages.push(n);
  }
  get isNewestFirst() {
    return this.#earlier.count >= this.#fewest && this.#earlier.count > this.#later.count;
  }
  note(ledger) {
    const { isNewestFirst } = this;
    const { count: count2, messages } = isNewestFirst ? this.#later : this.#earlier;
    const code = isNewestFirst ? "time-goes-forwards" : "time-goes-backwards";
    for (let i = 0; i < count2; i++) ledger.tally(code, messages[i] ?? 0);
    if (isNewestFirst) ledger.noteFile("newest-first");
  }
};

// src/portable/chat/records/neighbours.ts
var Neighbours = class {
  ids = new IdSet();
  #steps = new TimeSteps();
  #isNewestFirst;
  constructor(isNewestFirst = false) {
    this.#isNewestFirst = isNewestFirst;
  }
  /** All doubts of the next message in file order. */
  doubtsOf(record2) {
    const isRepeated = record2.id !== void 0 && !this.ids.add(record2.chat, record2.id);
    const clock = clockDoubt(record2);
    const order2 = againstOrder(this.#steps.next(record2), this.#isNewestFirst);
    if (!isRepeated && clock === null && order2 === null) return record2.doubts;
    return [
      ...record2.doubts,
      ...isRepeated ? ["repeated-id"] : [],
      ...clock === null ? [] : [clock],
      ...order2 === null ? [] : [order2]
    ];
  }
};
function clockDoubt({ localMs, utcMs }) {
  if (localMs === null) return utcMs === null ? "date-not-understood" : null;
  if (utcMs === null) return null;
  return plausibleOffset(localMs / 1e3, utcMs / 1e3) === null ? "date-and-instant-disagree" : null;
}

// src/portable/chat/records/since-service.ts
var DAY_MS = 864e5;
function sinceService(record2, serviceBeganMs) {
  const latest = Math.max(record2.localMs ?? -Infinity, record2.utcMs ?? -Infinity);
  if (latest >= serviceBeganMs - DAY_MS || latest === -Infinity) return record2;
  const doubts = record2.doubts.filter((code) => code !== "instant-only");
  return { ...record2, localMs: null, utcMs: null, precision: "none", doubts };
}

// src/portable/chat/chat-doubts.ts
var EDITED_FILE = "The file was opened and saved in another program.";
var PASTED = "Somebody pasted or forwarded lines copied from a chat.";
var CHAT_DOUBTS = {
  "zone-not-stated": {
    sentence: "Times are as the exporting device showed them. The file does not say which time zone that was.",
    causes: ["This app never writes the time zone into its text exports."]
  },
  "instant-only": {
    sentence: "Some messages give their time in UTC only, so the local time of the exporter is not known.",
    causes: ["The export was reduced or converted by another program."]
  },
  "date-and-instant-disagree": {
    sentence: "The local time and the UTC time of some messages differ by more or less than any time zone allows.",
    causes: ["The chat was imported from another app.", EDITED_FILE]
  },
  "date-order-inferred": {
    sentence: "Day and month could be read in more than one order. One order is much likelier and is used.",
    causes: ["The chat is short, or has no day after the 12th of a month."]
  },
  "date-order-undetermined": {
    sentence: "Day and month can be read in two orders and the file does not decide. Both readings are kept.",
    causes: ["The chat is short, or has no day after the 12th of a month."]
  },
  "date-order-declared": {
    sentence: "Day and month could be read in more than one order. The order that somebody declared is used, and the other is kept.",
    causes: ["The chat is short, or has no day after the 12th of a month."]
  },
  "declared-order-excluded": {
    sentence: "The order of day and month that somebody declared does not fit the dates, and was not used.",
    causes: ["The question was misunderstood.", "The export was made on another phone than they thought."]
  },
  "date-order-conflict": {
    sentence: "No single order of day and month fits every date that is written in the same way.",
    causes: ["Two exports were put together in one file.", PASTED]
  },
  "date-not-understood": {
    sentence: "The date of some messages is not understood. It is shown as written.",
    causes: ["The device used a calendar that this reader does not know."]
  },
  "date-after-sealing": {
    sentence: "Some messages bear a date later than the day on which the item was sealed.",
    causes: ["The clock of a phone was set wrong.", "Day and month stand in an unusual order."]
  },
  "day-period-not-understood": {
    sentence: "The word beside the time, for morning or afternoon, is not known. Both readings are kept.",
    causes: ["The device used a language that this reader does not know."]
  },
  "time-goes-backwards": {
    sentence: "Some messages carry an earlier time than the message before them. File order is kept.",
    causes: [
      "A phone was offline and its messages arrived late.",
      "Clocks were put back in autumn.",
      "A clock was set wrong or corrected.",
      "The app writes its encryption notice with a later time.",
      PASTED
    ]
  },
  "newest-first": {
    sentence: "The file runs from the newest message to the oldest. Its order is kept.",
    causes: ["Some exports are written in this order."]
  },
  "mixed-line-ends": {
    sentence: "Lines end in two different ways within the file.",
    causes: ["A message was pasted from another system.", EDITED_FILE]
  },
  "mixed-header-shapes": {
    sentence: "Message headers are written in more than one way within the file.",
    causes: ["The phone or its language was changed.", "Two exports were put together in one file.", PASTED]
  },
  "header-like-line": {
    sentence: "A line looks like the start of a message but fits neither the style nor the times around it. It is read as text.",
    causes: [PASTED, "The phone or its language was changed."]
  },
  "header-like-body-line": {
    sentence: "A line looks like a message of somebody who appears nowhere else in the file, and its time does not fit. It is read as text inside the message before. Both readings are kept.",
    causes: [PASTED, "A third person wrote once from a phone that was offline."]
  },
  "header-shape-differs": {
    sentence: "A few messages have a header written differently from the rest. They are read as messages.",
    causes: ["The phone or its language was changed.", PASTED]
  },
  "speaker-appears-once": {
    sentence: "A speaker appears only once, and at a time that does not fit the lines around it. The line may be text inside another message.",
    causes: ["A person wrote once from a phone that was offline.", PASTED]
  },
  "speakers-not-counted": {
    sentence: "More speakers are named than can be counted. The list of speakers is not complete.",
    causes: ["The file is very large.", EDITED_FILE]
  },
  "speaker-has-colon": {
    sentence: "A name may contain a colon, so where the name ends and the message begins is not certain.",
    causes: [
      "The contact was saved under a name with a colon.",
      "A person begins every message with the same word."
    ]
  },
  "system-or-user": {
    sentence: "Some lines may be notices of the app or messages of a person. Both readings are kept.",
    causes: ["The format does not tell the two apart."]
  },
  "placeholder-guessed": {
    sentence: "Some lines are read as wording of the app, such as that for left-out media, by their form or by a list that nobody has confirmed.",
    causes: ["The device used a language of which this reader knows too little."]
  },
  "content-not-in-export": {
    sentence: 'Some messages stand in the file without what was sent: no text, or the word "null".',
    causes: [
      "A photo, video or voice message could be viewed once only.",
      "Messages of the chat were set to disappear.",
      "The app has no words for this kind of message."
    ]
  },
  "media-date-differs": {
    sentence: "The date in the name of some media files is more than a day from the date of their message.",
    causes: [
      "An older file was sent again or forwarded, and kept its name.",
      "A phone was offline and its messages arrived late.",
      "The clock of a phone was set wrong."
    ]
  },
  "media-numbers-absent": {
    sentence: "The numbers in the names of media files skip more than the file explains.",
    causes: [
      "On Android the numbers are shared by all chats of the phone.",
      "Notices of the app are counted and left out of the export.",
      "A message was deleted by somebody, or left out of the export."
    ]
  },
  "media-mark-missing": {
    sentence: "Nearly all lines for media files begin with the invisible mark of the app. Some do not have it.",
    causes: ["A person typed the same words.", EDITED_FILE, "The app was updated between two messages."]
  },
  "near-export-cap": {
    sentence: "The number of messages is near a limit reported for this export. Older messages may be left out.",
    causes: ["The app is reported to leave out the oldest messages of a long chat without saying so."]
  },
  "invalid-utf8": {
    sentence: "Some bytes are not valid text. They are shown as replacement characters; the bytes themselves are kept.",
    causes: ["A character was cut in half when the file was copied.", EDITED_FILE]
  },
  "nul-bytes": {
    sentence: "The file contains zero bytes, which chat exports do not normally have.",
    causes: ["The copy was interrupted or the storage was damaged.", "Somebody sent an unusual character."]
  },
  "lone-surrogate": {
    sentence: "Some escaped characters are halves of a character. They are shown as replacement characters.",
    causes: ["The app cut a long text in the middle of an emoji."]
  },
  "unread-bytes": {
    sentence: "Some bytes of the file belong to no message that could be read. They are listed.",
    causes: [
      "The file begins or ends with text that is not part of the chat.",
      "The file is damaged or cut off."
    ]
  },
  "byte-order-mark": {
    sentence: "The file begins with a byte order mark.",
    causes: ["Some versions of the app write it.", EDITED_FILE]
  },
  "file-cut-off": {
    sentence: "The file ends before its format says it should. Messages after the cut are not in it.",
    causes: ["The copy or upload was interrupted.", "The device ran out of storage."]
  },
  "json-broken": {
    sentence: "Part of the file does not follow the rules of its format. Reading goes on after it.",
    causes: [EDITED_FILE, "The storage was damaged."]
  },
  "json-repaired": {
    sentence: "Some characters are written in a way the format does not allow. They were read, and each step is recorded.",
    causes: ["This app is known to write control characters in this way."]
  },
  "row-broken": {
    sentence: "Some rows do not have the fields that every row of this format has.",
    causes: [EDITED_FILE, "The storage was damaged."]
  },
  "repeated-id": {
    sentence: "Some messages carry a number that another message of the same chat has too.",
    causes: ["Two exports were put together in one file."]
  },
  "ids-not-compared": {
    sentence: "The file holds more message numbers in no order than can be compared. Some doubts may be missing.",
    causes: ["The file is very large.", EDITED_FILE]
  },
  "message-too-large": {
    sentence: "A record is larger than any message of this app and was not read. Its bytes are listed as unread.",
    causes: ["A file was put inside the record.", EDITED_FILE]
  },
  "ids-absent": {
    sentence: "Some message numbers are not in this file, though the numbers before and after them are.",
    causes: ["A message was deleted by somebody.", "A message was left out of the export."]
  },
  "ids-absent-shared": {
    sentence: "Some message numbers are not in this file. In this kind of chat that is usual and shows nothing by itself.",
    causes: [
      "In this kind of chat the numbers are shared with the other chats of the account.",
      "A message was deleted by somebody.",
      "A message was left out of the export."
    ]
  },
  "repeated-key": {
    sentence: "Some records give the same field twice. The first is used and the other is shown as written.",
    causes: [EDITED_FILE]
  },
  "reply-to-absent": {
    sentence: "Some replies point to a message that is not in the file.",
    causes: [
      "The message was deleted.",
      "The export starts later.",
      "The reply is to a message in another chat."
    ]
  },
  "sender-not-named": {
    sentence: "Some messages name no sender.",
    causes: ["The account was deleted."]
  },
  "unknown-fields": {
    sentence: "Some records hold fields that this reader does not know. They are kept as written.",
    causes: ["The export was made by a newer version of the app."]
  },
  "time-goes-forwards": {
    sentence: "The file runs from the newest message to the oldest, but some messages carry a later time than the message before them. File order is kept.",
    causes: [
      "A phone was offline and its messages arrived late.",
      "A clock was set wrong or corrected.",
      "Two exports were put together in one file."
    ]
  }
};

// src/portable/chat/export-doubts.ts
var EXPORT_DOUBTS = {
  "zone-taken-as-utc": {
    sentence: "Some times name no time zone. They are read as UTC, as this kind of export is known to give it.",
    causes: ["Some versions of this export leave the zone out."]
  },
  "id-and-time-disagree": {
    sentence: "The number of some messages holds a time that differs by more than two seconds from the time beside it.",
    causes: [
      "The number was not given by the service but by another program.",
      "The times were turned into those of another zone without saying so.",
      EDITED_FILE
    ]
  },
  "count-differs": {
    sentence: "The file says how many messages it holds, and holds another number of them.",
    causes: [
      "Some messages could not be read; see the unread bytes.",
      "The app was stopped while it wrote the file, or counted messages that it could not write.",
      "Two exports were put together in one file, or one was divided.",
      EDITED_FILE
    ]
  },
  "count-missing": {
    sentence: "The file does not say how many messages it holds, as this format does at its end.",
    causes: ["The export was made by another version of the program.", EDITED_FILE]
  },
  "export-limited": {
    sentence: "The export was limited to some dates. Messages of other dates are not in it.",
    causes: ["Whoever made it chose the dates."]
  },
  "deleted-not-exported": {
    sentence: "This kind of export holds nothing of messages that were deleted before it was made.",
    causes: ["The service no longer gives them out."]
  },
  "text-form-not-stated": {
    sentence: "The file does not say whether texts are as they were typed, or with marks and numbers turned into words.",
    causes: ["The program that makes such files has an option for it and does not write down the choice."]
  },
  "own-messages-only": {
    sentence: "The file holds only what the holder of the account wrote. What the others wrote is not in it, and nobody is named.",
    causes: ["Data packages of this service are made in this way."]
  },
  "made-by-another-program": {
    sentence: "The file was made from the data of the app by another program, which leaves things out, such as message numbers, earlier wording and some marks in texts.",
    causes: ["The app itself offered no export."]
  },
  "equal-messages-may-be-one": {
    sentence: "Equal messages of one person within one minute may stand in the file only once. None stand in it twice.",
    causes: [
      "Nobody wrote the same words twice within a minute.",
      "The program that made the file puts such messages into one when it adds to an earlier file."
    ]
  },
  "html-holds-less": {
    sentence: "This is the form of the export that is made for looking at. The JSON form of the same chat holds more: the account of each sender, times in UTC, and edits.",
    causes: ["The chat was exported as HTML."]
  },
  "offset-of-standard-time": {
    sentence: "An offset from UTC is printed beside the times. It is that of the time zone without summer time, so it may be an hour off the time it stands beside.",
    causes: ["The app prints it so."]
  },
  "html-broken": {
    sentence: "The file does not follow the form of this export in some places. Reading went on behind them.",
    causes: ["The file is damaged.", EDITED_FILE]
  },
  "text-parts-differ": {
    sentence: "The app writes each text twice, once whole and once in parts. In some messages the two do not say the same.",
    causes: [
      EDITED_FILE,
      "The export was made by a version of the app that writes the parts in another way."
    ]
  },
  "forwarded-time": {
    sentence: "Forwarded messages bear the time at which they were forwarded. When they were first written is not in the file.",
    causes: ["The app exports them so.", "The chat was imported from another app."]
  },
  "edited-or-reacted": {
    sentence: "Some messages are marked as edited and also have reactions. The mark may mean no more than that somebody reacted.",
    causes: ["The app is reported to set the mark when a reaction is added."]
  },
  "sections-not-read": {
    sentence: "The file holds sections besides chats, such as contacts. They are kept and not shown as messages.",
    causes: ["The whole account was exported."]
  },
  "mojibake-repaired": {
    sentence: "Some text is written with each byte of a character as a character of its own. It was put together again, and both forms are kept.",
    causes: ["This app is known to write its exports in this way."]
  },
  "text-not-repaired": {
    sentence: "Some characters beyond plain letters do not stand in the form this app is known to write. They are shown as they stand.",
    causes: [
      "A newer version of the app writes them differently.",
      "The export was converted by another program.",
      "A character was cut in half."
    ]
  },
  "other-parts-may-exist": {
    sentence: "This file may be one of several that hold the same conversation. Others may not be here.",
    causes: [
      "The app begins a new file after 10,000 messages.",
      "The app numbers its file also when there is only one."
    ]
  },
  "participant-silent": {
    sentence: "Some people are named as participants and wrote none of the messages in this file.",
    causes: [
      "They only read.",
      "Their messages are in another file of the same conversation.",
      "Their name was changed."
    ]
  },
  "app-not-stated": {
    sentence: "Two apps of one company write this form, and nothing in the file says for certain which of them wrote it.",
    causes: ["The conversation is short.", "The export was reduced by another program."]
  },
  "edited-row": {
    sentence: "Some messages end in \u201C (edited)\u201D. This app writes an edited message again as a row of its own, so one message may stand here twice.",
    causes: ["A message was corrected after it was sent.", "A person typed the word."]
  },
  "row-without-content": {
    sentence: "Some rows have a sender and a time and no content.",
    causes: [
      "The message was of a sort that this app does not put into its exports.",
      "The message had expired or was no longer available."
    ]
  },
  "withheld-by-region": {
    sentence: "The app marks some messages as not to be shown in the region of the person who exported them.",
    causes: ["The content is restricted by the law of a country."]
  },
  "two-times-disagree": {
    sentence: "Some messages give their time twice, and the two differ by more than a second. The time in words is used.",
    causes: ["The app filled one of the two in later.", EDITED_FILE]
  },
  "unsaved-not-exported": {
    sentence: "Most messages that nobody saved are not in this export. That a message or an answer is not in it shows nothing.",
    causes: ["This app deletes most messages soon after they were seen, unless somebody saves them."]
  },
  "snap-without-content": {
    sentence: "Some rows say that a snap was sent and when, and not what it showed.",
    causes: ["This app lists its snaps without their content."]
  },
  "owner-not-named": {
    sentence: "Messages that the owner of the account sent do not name the owner. Only the other person is named.",
    causes: ["Older exports of this app are written so."]
  },
  "sections-apart": {
    sentence: "Received and sent messages stand in different sections, so the order of the file is not the order of the conversation.",
    causes: ["Older exports of this app are written so."]
  },
  "html-entities-read": {
    sentence: "Some characters are written as they are in web pages. They were read as the characters, and both forms are kept.",
    causes: ["Older exports of this app are written so.", "A person typed it so."]
  },
  "xml-broken": {
    sentence: "Part of the file does not follow the rules of its format. Reading goes on after it.",
    causes: [EDITED_FILE, "The storage was damaged."]
  },
  "xml-repaired": {
    sentence: "Some characters are written in a way the format does not allow. They were read, and each step is recorded.",
    causes: ["This app is known to write emoji as two halves."]
  },
  "xml-doctype": {
    sentence: "The file declares abbreviations of its own, which this kind of file does not need. They are not expanded.",
    causes: [EDITED_FILE]
  },
  "reference-not-expanded": {
    sentence: "Some texts hold an abbreviation that this format does not have. It is shown as written.",
    causes: [EDITED_FILE, 'The sign "&" was not written as the format asks.']
  },
  "not-sent": {
    sentence: "Some messages had not been sent when the file was made: they are drafts, or were waiting, or failed.",
    causes: ["A person wrote a message and did not send it.", "The phone had no network."]
  },
  "sent-time-differs": {
    sentence: "The two times that some messages carry, of sending and of arrival, are more than a day apart.",
    causes: ["A phone was off or had no network.", "The clock of a phone was set wrong."]
  },
  "time-unit-chosen": {
    sentence: "Some times are not in the unit that this format has. The unit was chosen by the size of the number.",
    causes: ["The file was made by another version of the app, or by another program."]
  },
  "null-or-text": {
    sentence: 'Some messages read only "null". That may be what a person wrote, or how the app writes that there is no text.',
    causes: ["The app writes this word where it has nothing to write.", "A person wrote this word."]
  },
  "content-absent": {
    sentence: "Some picture messages have no content in the file.",
    causes: ["The phone had not fetched the message yet.", "The app was set to leave such content out."]
  },
  "attachment-not-decoded": {
    sentence: "The content of some attachments is not written as its format asks, and could not be decoded.",
    causes: ["The app was stopped while it wrote the file.", EDITED_FILE]
  },
  "sender-not-certain": {
    sentence: "The addresses of some messages do not agree on who sent them.",
    causes: ["Some phones write one and the same number for everybody in a message."]
  },
  "conversations-not-told-apart": {
    sentence: "The file holds more conversations than can be told apart. The last of them are shown as one.",
    causes: ["The file is very large.", EDITED_FILE]
  }
};

// src/portable/chat/doubts.ts
var DOUBTS = { ...CHAT_DOUBTS, ...EXPORT_DOUBTS };
var MESSAGES_LISTED2 = 100;
var NO_CODES = [];
var DoubtLedger = class {
  #entries = /* @__PURE__ */ new Map();
  #byMessage = /* @__PURE__ */ new Map();
  /** A doubt about the file as a whole. */
  noteFile(code, detail = null) {
    const entry = this.#entry(code);
    if (detail !== null) entry.detail = detail;
  }
  /** A doubt about message `n`, said once even when noted twice. */
  noteMessage(code, n) {
    const codes = this.#byMessage.get(n);
    if (codes?.includes(code)) return;
    if (codes) codes.push(code);
    else this.#byMessage.set(n, [code]);
    const entry = this.#entry(code);
    entry.count += 1;
    if (entry.messages.length < MESSAGES_LISTED2) entry.messages.push(n);
  }
  /** Counts a doubt about message `n` without keeping it by message: for readers that work it out again in each pass. */
  tally(code, n) {
    const entry = this.#entry(code);
    entry.count += 1;
    if (entry.messages.length < MESSAGES_LISTED2) entry.messages.push(n);
  }
  codesOf(n) {
    return this.#byMessage.get(n) ?? NO_CODES;
  }
  /** In the order of the catalogue, so that equal readings are written equally. */
  list() {
    const codes = Object.keys(DOUBTS);
    return codes.flatMap((code) => {
      const entry = this.#entries.get(code);
      return entry ? [asDoubt(code, entry)] : [];
    });
  }
  #entry(code) {
    let entry = this.#entries.get(code);
    if (!entry) {
      entry = { count: 0, messages: [], detail: null };
      this.#entries.set(code, entry);
    }
    return entry;
  }
};
function asDoubt(code, { count: count2, messages, detail }) {
  const { sentence, causes } = DOUBTS[code];
  const sorted2 = messages.toSorted((a, b) => a - b);
  return { code, sentence, causes, count: count2, messages: sorted2, ...detail === null ? {} : { detail } };
}

// src/portable/chat/speaker-count.ts
var SpeakerCount = class {
  #counts = [];
  /** By number, then by name. */
  #known = /* @__PURE__ */ new Map();
  add(name, id = null, messages = 1) {
    const known = this.#known.get(id)?.get(name);
    if (known) known.messages += messages;
    else this.#begin({ name, id, messages });
  }
  #begin(counted) {
    this.#counts.push(counted);
    const names = this.#known.get(counted.id) ?? /* @__PURE__ */ new Map();
    this.#known.set(counted.id, names.set(counted.name, counted));
  }
  /** Most messages first, then by first appearance. */
  list() {
    const speakers = this.#counts.toSorted((a, b) => b.messages - a.messages);
    return speakers.map(({ name, id, messages }) => ({ name, messages, ...id === null ? {} : { id } }));
  }
};

// src/portable/chat/records/survey.ts
var MOST_OPEN_REPLIES = 1e5;
var Survey = class {
  ledger = new DoubtLedger();
  kinds = {};
  speakers = new SpeakerCount();
  inChat = [];
  messages = 0;
  #neighbours = new Neighbours();
  /** Null where the format says that its files run oldest first. */
  #order;
  #offsets = /* @__PURE__ */ new Set();
  #replies = [];
  #clocks = { both: 0, localOnly: 0, utcOnly: 0 };
  #first = null;
  #last = null;
  constructor(mayRunNewestFirst = false) {
    this.#order = mayRunNewestFirst === false ? null : new TimeOrder(mayRunNewestFirst === "usually");
  }
  look(record2) {
    const n = this.messages;
    this.messages += 1;
    this.kinds[record2.kind] = (this.kinds[record2.kind] ?? 0) + 1;
    this.inChat[record2.chat] = (this.inChat[record2.chat] ?? 0) + 1;
    if (record2.speaker !== null && record2.kind !== "system")
      this.speakers.add(record2.speaker, record2.speakerId ?? null);
    this.#order?.look(n, record2);
    for (const code of this.#neighbours.doubtsOf(record2))
      if (code !== "time-goes-backwards" || this.#order === null) this.ledger.tally(code, n);
    this.#reply(n, record2);
    this.#clock(record2);
  }
  /** Once every message was looked at. */
  end() {
    for (const reply of this.#replies)
      if (this.isAbsent(reply.chat, reply.to)) this.ledger.tally("reply-to-absent", reply.n);
    if (this.#neighbours.ids.isFull) this.ledger.noteFile("ids-not-compared");
    this.#order?.note(this.ledger);
    this.#replies.length = 0;
  }
  /** Whether no message of this chat has the id; never said when not all ids could be kept. */
  isAbsent(chat, id) {
    return !this.#neighbours.ids.isFull && !this.#neighbours.ids.has(chat, id);
  }
  /** True when the file runs from the newest message to the oldest. */
  get isNewestFirst() {
    return this.#order?.isNewestFirst ?? false;
  }
  get clocks() {
    return { ...this.#clocks, offsetsMinutes: [...this.#offsets].sort((a, b) => a - b) };
  }
  get period() {
    const [first, last] = [this.#first, this.#last].map((record2) => record2 && writtenOf(record2));
    return first && last ? { first, last } : null;
  }
  #reply(n, { chat, replyTo, repliesElsewhere }) {
    if (replyTo === void 0 || repliesElsewhere === true || this.#neighbours.ids.has(chat, replyTo)) return;
    if (this.#replies.length < MOST_OPEN_REPLIES) this.#replies.push({ n, chat, to: replyTo });
  }
  #clock(record2) {
    const { localMs, utcMs } = record2;
    const shown2 = localMs ?? utcMs;
    if (shown2 === null) return;
    if (localMs === null) this.#clocks.utcOnly += 1;
    else if (utcMs === null) this.#clocks.localOnly += 1;
    else {
      this.#clocks.both += 1;
      const offset = plausibleOffset(localMs / 1e3, utcMs / 1e3);
      if (offset !== null) this.#offsets.add(offset);
    }
    if (this.#first === null || shown2 < shownMs(this.#first)) this.#first = record2;
    if (this.#last === null || shown2 > shownMs(this.#last)) this.#last = record2;
  }
};
function shownMs({ localMs, utcMs }) {
  return localMs ?? utcMs ?? 0;
}
function doubtsOf(neighbours, survey, record2) {
  const doubts = neighbours.doubtsOf(record2);
  const { chat, replyTo, repliesElsewhere } = record2;
  const isAbsent = replyTo !== void 0 && repliesElsewhere !== true && survey.isAbsent(chat, replyTo);
  return isAbsent ? [...doubts, "reply-to-absent"] : doubts;
}

// src/portable/chat/records/reading-of-records.ts
function readingOfRecords(item) {
  const survey = new Survey(item.mayRunNewestFirst);
  const pass = item.walk("survey");
  for (const record2 of pass.records) survey.look(settled(record2, item));
  survey.end();
  if (pass.unread.length > 0) survey.ledger.noteFile("unread-bytes");
  pass.finish(survey.ledger, survey.clocks);
  return {
    format: item.format,
    reader: item.reader,
    bytes: item.sizeBytes,
    messageCount: survey.messages,
    unreadBytes: sizeOf(pass.unread),
    kinds: survey.kinds,
    period: survey.period,
    speakers: survey.speakers.list(),
    dateOrder: { decision: "not-needed", order: null, other: null, evidence: [], segments: [] },
    zone: pass.zone(survey.clocks),
    conversations: pass.chats.map((chat, i) => conversationOf(chat, survey.inChat[i] ?? 0)),
    doubts: survey.ledger.list(),
    messages: { [Symbol.iterator]: () => messagesOf(item, survey, pass.chats.length > 1) },
    unread: pass.unread,
    envelope: { [Symbol.iterator]: () => envelopeOf(item, pass.unread) }
  };
}
function settled(record2, { serviceBeganMs }) {
  return named(serviceBeganMs === void 0 ? record2 : sinceService(record2, serviceBeganMs));
}
function conversationOf({ name, id, kind: kind2 }, messages) {
  return { name, id, kind: kind2, messages };
}
function* messagesOf(item, survey, hasSeveral) {
  const neighbours = new Neighbours(survey.isNewestFirst);
  let n = 0;
  for (const walked of item.walk("messages").records) {
    const record2 = settled(walked, item);
    const noted = survey.ledger.codesOf(n);
    const own = doubtsOf(neighbours, survey, record2);
    yield asMessage(record2, n, noted.length === 0 ? own : [...own, ...noted], hasSeveral);
    n += 1;
  }
}
function* envelopeOf(item, unread) {
  const aside = unread[Symbol.iterator]();
  let [at, next] = [0, aside.next()];
  const upTo = function* (start, end) {
    while (next.done !== true && next.value[0] < start) {
      if (next.value[0] > at) yield [at, next.value[0]];
      at = next.value[1];
      next = aside.next();
    }
    if (start > at) yield [at, start];
    at = end;
  };
  for (const { span: span2 } of item.walk("spans").records) yield* upTo(...span2);
  yield* upTo(item.sizeBytes, item.sizeBytes);
}

// src/portable/chat/json/member-table.ts
var MOST_KEPT2 = 1 << 16;
var PLACES = 4;
var MemberTable = class {
  size = 0;
  /** The places; those of the first `size` members mean something. */
  #places = [];
  clear() {
    this.size = 0;
    if (this.#places.length > MOST_KEPT2) this.#places = [];
  }
  /** A key ends, and its value begins at or after `start`. */
  begin(keyStart, keyEnd, start) {
    const at = this.size * PLACES;
    this.#places[at] = keyStart;
    this.#places[at + 1] = keyEnd;
    this.#places[at + 2] = start;
  }
  /** The value of the member begun last ends. */
  finish(end) {
    this.#places[this.size * PLACES + 3] = end;
    this.size += 1;
  }
  keyStart(i) {
    return this.#places[i * PLACES];
  }
  keyEnd(i) {
    return this.#places[i * PLACES + 1];
  }
  start(i) {
    return this.#places[i * PLACES + 2];
  }
  end(i) {
    return this.#places[i * PLACES + 3];
  }
  member(i) {
    return { keyStart: this.keyStart(i), keyEnd: this.keyEnd(i), start: this.start(i), end: this.end(i) };
  }
};

// src/portable/chat/json/text.ts
var BACKSLASH = 92;
var NOT_ASCII = 128;
var SMALL_U = 117;
var SMALL_X = 120;
var SIMPLE = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	"
};
var MOST_REPAIRS = 1e4;
var MORE_REPAIRS = "more-not-listed";
var TextNotes = class {
  repairs = [];
  invalidUtf8 = false;
  loneSurrogate = false;
  /** Records a step. Of a message with more than can be listed, the last entry says from where on they are not. */
  repair(step) {
    if (this.repairs.length < MOST_REPAIRS) this.repairs.push(step);
    else if (this.repairs.length === MOST_REPAIRS)
      this.repairs.push({ what: MORE_REPAIRS, at: step.at, before: "", after: "" });
  }
  /** Takes over what was noticed later, in another part of the same message. */
  add(later) {
    for (const repair of later.repairs) this.repair(repair);
    this.invalidUtf8 ||= later.invalidUtf8;
    this.loneSurrogate ||= later.loneSurrogate;
  }
  get isEmpty() {
    return this.repairs.length === 0 && !this.invalidUtf8 && !this.loneSurrogate;
  }
};
function digitOf(byte) {
  if (byte === void 0) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
function hexAt(bytes, at, digits) {
  let value = 0;
  for (let i = at; i < at + digits; i++) {
    const digit = digitOf(bytes[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}
function unescape(bytes, at, end, notes) {
  const letter = bytes[at + 1];
  const digits = letter === SMALL_U ? 4 : letter === SMALL_X ? 2 : 0;
  const hex = digits > 0 && at + 2 + digits <= end ? hexAt(bytes, at + 2, digits) : -1;
  if (hex >= 0) {
    const text2 = String.fromCharCode(hex);
    if (letter === SMALL_X)
      notes.repair({ what: "hex-escape", at, before: textOf(bytes, at, at + 4), after: text2 });
    return { text: text2, width: 2 + digits };
  }
  const simple = letter === void 0 ? void 0 : SIMPLE[String.fromCharCode(letter)];
  if (simple !== void 0) return { text: simple, width: 2 };
  notes.repair({ what: "unknown-escape", at, before: "\\", after: "\\" });
  return { text: "\\", width: 1 };
}
function jsonText(bytes, start, end, notes) {
  let at = start;
  let all = 0;
  for (; at < end && bytes[at] !== BACKSLASH; at++) all |= bytes[at];
  if (at === end) return all < NOT_ASCII ? asciiOf(bytes, start, end) : plainText(bytes, start, end, notes);
  return escapedText(bytes, start, end, notes);
}
function plainText(bytes, start, end, notes) {
  const text2 = textOf(bytes, start, end);
  if (text2.includes("\uFFFD") && !isUtf8(bytes, start, end)) notes.invalidUtf8 = true;
  return text2;
}
function escapedText(bytes, start, end, notes) {
  let text2 = "";
  let from = start;
  for (let at = start; at < end; ) {
    if (bytes[at] !== BACKSLASH) {
      at += 1;
      continue;
    }
    const escape = unescape(bytes, at, end, notes);
    text2 += textOf(bytes, from, at) + escape.text;
    at += escape.width;
    from = at;
  }
  text2 += textOf(bytes, from, end);
  if (text2.includes("\uFFFD") && !isUtf8(bytes, start, end)) notes.invalidUtf8 = true;
  if (text2.isWellFormed()) return text2;
  notes.loneSurrogate = true;
  return text2.toWellFormed();
}

// src/portable/chat/json/fields.ts
var QUOTE = 34;
var ARRAY = 91;
var OBJECT = 123;
var JsonFields = class _JsonFields {
  /** Members given again under a key that was there already. */
  repeated = [];
  #members = /* @__PURE__ */ new Map();
  #scanner;
  #notes;
  /** `table` may hold the object's members already, as a walker's does after `value`; else the span is scanned. */
  constructor(scanner, span2, notes, table2 = null) {
    this.#scanner = scanner;
    this.#notes = notes;
    const members = table2 ?? new MemberTable();
    if (table2 === null && span2[0] < span2[1]) scanner.valueEnd(span2[0], members);
    for (let i = 0; i < members.size; i++) this.#add(members.member(i));
  }
  #add(member) {
    const { keyStart, keyEnd } = member;
    const key = this.#scanner.keyText(keyStart, keyEnd) ?? jsonText(this.#scanner.bytes, keyStart, keyEnd, this.#notes);
    if (this.#members.has(key)) this.repeated.push([key, member]);
    else this.#members.set(key, member);
  }
  entries() {
    return this.#members;
  }
  member(key) {
    return this.#members.get(key);
  }
  has(key) {
    return this.#members.has(key);
  }
  /** A string or number as text, whatever its size; null when absent, null, or something else. */
  text(key) {
    const member = this.#members.get(key);
    if (!member) return null;
    const first = this.#scanner.bytes[member.start];
    if (first === QUOTE) return this.#string(member);
    const raw = this.raw(member);
    return first === OBJECT || first === ARRAY || raw === "null" ? null : raw;
  }
  /** Where the value stands; empty when absent. */
  span(key) {
    const member = this.#members.get(key);
    return member ? [member.start, member.end] : [0, 0];
  }
  /** A safe whole number; null otherwise. */
  count(key) {
    const text2 = this.text(key);
    const value = text2 !== null && /^\d{1,15}$/.test(text2) ? Number(text2) : null;
    return value;
  }
  /** A member that is an object; null when it is something else or absent. */
  object(key) {
    const member = this.#members.get(key);
    if (!member || this.#scanner.bytes[member.start] !== OBJECT) return null;
    return new _JsonFields(this.#scanner, [member.start, member.end], this.#notes);
  }
  /** The objects of a member that is an array; other elements are passed over. */
  *objects(key) {
    const member = this.#members.get(key);
    if (!member || this.#scanner.bytes[member.start] !== ARRAY) return;
    for (const span2 of this.#scanner.elements(member.start, member.end))
      if (this.#scanner.bytes[span2[0]] === OBJECT) yield new _JsonFields(this.#scanner, span2, this.#notes);
  }
  /** A string, or an array of strings and objects with a `text`, joined. */
  richText(key) {
    const member = this.#members.get(key);
    if (!member || this.#scanner.bytes[member.start] !== ARRAY) return this.text(key) ?? "";
    let text2 = "";
    for (const [start, end] of this.#scanner.elements(member.start, member.end))
      text2 += this.#part(start, end);
    return text2;
  }
  /** The value's bytes as they stand. */
  raw({ start, end }) {
    return textOf(this.#scanner.bytes, start, end);
  }
  /** The bytes of the value under a key; null when there is none. */
  rawOf(key) {
    const member = this.#members.get(key);
    return member === void 0 ? null : this.raw(member);
  }
  #string({ start, end }) {
    return jsonText(this.#scanner.bytes, start + 1, end - 1, this.#notes);
  }
  #part(start, end) {
    const first = this.#scanner.bytes[start];
    if (first === QUOTE) return this.#string({ start, end });
    if (first !== OBJECT) return "";
    return new _JsonFields(this.#scanner, [start, end], this.#notes).text("text") ?? "";
  }
};

// src/portable/chat/records/unread-spans.ts
var MOST_SPANS = 1e4;
var UnreadSpans = class {
  spans = [];
  /** Bytes `start` to `end`, behind all that were added before; nothing when there are none. */
  add([start, end]) {
    const before = this.spans.at(-1);
    if (start >= end) return;
    if (before?.[1] === start) before[1] = end;
    else this.spans.push([start, end]);
  }
  /** True when there is room for one more only: the rest of the item. */
  get isFull() {
    return this.spans.length >= MOST_SPANS - 1;
  }
};

// src/portable/chat/source/window.ts
var CHUNK_BYTES = 1 << 20;
var MOST_MESSAGE_BYTES = 1 << 24;
var Window = class {
  /** The bytes held. */
  bytes = new Uint8Array(0);
  /** The offset in the item of `bytes[0]`. */
  base = 0;
  /** Bytes that were moved or fetched, for tests of linear work. */
  steps = 0;
  #source;
  #chunkBytes;
  #buffer = new Uint8Array(0);
  constructor(source) {
    this.#source = source;
    this.#chunkBytes = source.chunkBytes ?? CHUNK_BYTES;
  }
  /** The size of the item. */
  get size() {
    return this.#source.size;
  }
  /** The offset after the last byte held. */
  get end() {
    return this.base + this.bytes.length;
  }
  /** True when the bytes held are the last of the item. */
  get isLast() {
    return this.end >= this.size;
  }
  /**
   * Holds the bytes from offset `from` to `to`, or to the end of the item when that is nearer, and usually more; lets go of
   * what lies before `from`. `from` never goes back behind an earlier one. False, and nothing more is held, when that would be
   * more than a reader may hold.
   */
  hold(from, to) {
    const wanted = Math.min(to, this.size);
    if (wanted <= this.end && from >= this.base) return true;
    if (wanted - from > MOST_MESSAGE_BYTES) return false;
    this.#slide(from, Math.min(this.size, Math.max(wanted, from + this.#chunkBytes)));
    return true;
  }
  #slide(from, to) {
    const kept = from < this.end ? this.bytes.subarray(from - this.base) : this.bytes.subarray(0, 0);
    const room = to - from;
    const buffer = room <= this.#buffer.length ? this.#buffer : new Uint8Array(roomFor(room));
    buffer.set(kept);
    this.#buffer = buffer;
    let filled = kept.length;
    while (filled < room) {
      const got = this.#source.read(from + filled, buffer.subarray(filled, room));
      if (got === 0) throw new RangeError("the source ended before its size");
      filled += got;
    }
    this.steps += filled;
    this.bytes = buffer.subarray(0, filled);
    this.base = from;
  }
};
function roomFor(bytes) {
  return 2 ** Math.ceil(Math.log2(bytes + 1));
}

// src/portable/chat/byte-strings.ts
var FNV_OFFSET = 2166136261;
var FNV_PRIME = 16777619;
var MOST_PER_BUCKET = 8;
function hashOf(bytes, start, end) {
  let hash = FNV_OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], FNV_PRIME);
  return hash;
}
function same(a, b, start) {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[start + i]) return false;
  return true;
}
var ByteStrings = class {
  #buckets = /* @__PURE__ */ new Map();
  #strings = [];
  /** The number of the bytes, -1 when they were never added. */
  find(bytes, start, end) {
    return this.#findIn(this.#buckets.get(hashOf(bytes, start, end)), bytes, start, end);
  }
  /** The number of the bytes, a new one when they were never added. */
  intern(bytes, start, end) {
    const hash = hashOf(bytes, start, end);
    const bucket = this.#buckets.get(hash);
    const found2 = this.#findIn(bucket, bytes, start, end);
    if (found2 >= 0) return found2;
    const id = this.#strings.push(bytes.slice(start, end)) - 1;
    if (!bucket) this.#buckets.set(hash, [id]);
    else if (bucket.length < MOST_PER_BUCKET) bucket.push(id);
    return id;
  }
  get size() {
    return this.#strings.length;
  }
  bytesOf(id) {
    return this.#strings[id];
  }
  #findIn(bucket, bytes, start, end) {
    if (!bucket) return -1;
    for (const id of bucket) {
      const known = this.#strings[id];
      if (known.length === end - start && same(known, bytes, start)) return id;
    }
    return -1;
  }
};

// src/portable/chat/json/scan.ts
var QUOTE2 = 34;
var BACKSLASH2 = 92;
var OBJECT2 = 123;
var OBJECT_END = 125;
var ARRAY2 = 91;
var ARRAY_END = 93;
var COMMA = 44;
var COLON3 = 58;
var LONGEST_KEY = 40;
var MOST_KEYS = 500;
var DEEPEST = 100;
var CUT_OFF = -1;
var BROKEN = -2;
var JsonScanner = class {
  /** What is scanned; all offsets are into it. Whoever scans through a window puts the bytes it holds here. */
  bytes;
  /** Where the last BROKEN value stopped following the grammar. */
  brokenAt = 0;
  /** Bytes looked at, for tests of linear work. */
  steps = 0;
  /** For each container that is open, 1 when it is an object. */
  #inObject = new Uint8Array(DEEPEST);
  #keys = new ByteStrings();
  #keyTexts = [];
  #depth = 0;
  #table = null;
  constructor(bytes) {
    this.bytes = bytes;
  }
  skipSpace(from) {
    const at = spaceEnd(this.bytes, from);
    this.steps += at - from + 1;
    return at;
  }
  /** The place after the string that begins at `at`, or CUT_OFF. */
  stringEnd(at) {
    const end = stringEnd(this.bytes, at);
    this.steps += (end < 0 ? this.bytes.length : end) - at;
    return end;
  }
  /**
   * The place after the value that begins at or after `from`, or CUT_OFF, or BROKEN. The members of an object are listed in
   * `table` on the way; of any other value, and of an object that is not whole, none.
   */
  valueEnd(from, table2 = null) {
    table2?.clear();
    this.#table = table2;
    const end = this.#scan(from);
    const stopped = end === BROKEN ? this.brokenAt : end === CUT_OFF ? this.bytes.length : end;
    this.steps += stopped - from + 1;
    if (end < 0) table2?.clear();
    return end;
  }
  /** The members of a whole object, whose bytes are `start` to `end`. */
  *members(start, end) {
    const table2 = new MemberTable();
    if (start < end) this.valueEnd(start, table2);
    for (let i = 0; i < table2.size; i++) yield table2.member(i);
  }
  /** The key of a member when it is plain ASCII and short, as nearly all are; each is decoded once. */
  keyText(keyStart, keyEnd) {
    if (keyEnd - keyStart > LONGEST_KEY) return null;
    const known = this.#keyTexts[this.#keys.find(this.bytes, keyStart, keyEnd)];
    if (known !== void 0) return known;
    const text2 = textOf(this.bytes, keyStart, keyEnd);
    if (this.#keyTexts.length >= MOST_KEYS || !/^\w+$/.test(text2)) return null;
    this.#keyTexts[this.#keys.intern(this.bytes, keyStart, keyEnd)] = text2;
    return text2;
  }
  /** The elements of a whole array, whose bytes are `start` to `end`. */
  *elements(start, end) {
    let at = this.skipSpace(start + 1);
    while (at < end - 1) {
      const valueEnd = this.valueEnd(at);
      if (valueEnd < 0) return;
      yield [at, valueEnd];
      at = this.skipSpace(this.skipSpace(valueEnd) + 1);
    }
  }
  #scan(from) {
    this.#depth = 0;
    let at = spaceEnd(this.bytes, from);
    while (at >= 0) {
      const depth = this.#depth;
      at = this.#step(at);
      if (at >= 0 && this.#depth === depth) {
        at = this.#leave(at);
        if (this.#depth === 0) return at;
      }
    }
    return at;
  }
  /** Steps over a scalar or an empty container, or into a container: then to its first value. */
  #step(at) {
    const { bytes } = this;
    const byte = bytes[at];
    if (byte === QUOTE2) return stringEnd(bytes, at);
    if (byte !== OBJECT2 && byte !== ARRAY2) return this.#literalEnd(at);
    const isObject3 = byte === OBJECT2;
    const inside = spaceEnd(bytes, at + 1);
    if (bytes[inside] === (isObject3 ? OBJECT_END : ARRAY_END)) return inside + 1;
    if (this.#depth === DEEPEST) return this.#broken(at);
    this.#inObject[this.#depth] = isObject3 ? 1 : 0;
    this.#depth += 1;
    return isObject3 ? this.#key(inside) : inside;
  }
  /** The place of the value after `"key" :`, or CUT_OFF, or BROKEN. */
  #key(at) {
    const { bytes } = this;
    if (at >= bytes.length) return CUT_OFF;
    if (bytes[at] !== QUOTE2) return this.#broken(at);
    const keyEnd = stringEnd(bytes, at);
    if (keyEnd < 0) return CUT_OFF;
    const colon = spaceEnd(bytes, keyEnd);
    if (colon >= bytes.length) return CUT_OFF;
    if (bytes[colon] !== COLON3) return this.#broken(colon);
    const value = spaceEnd(bytes, colon + 1);
    if (this.#depth === 1) this.#table?.begin(at + 1, keyEnd - 1, value);
    return value;
  }
  /** From behind a value to the next one, leaving the containers that end on the way. */
  #leave(from) {
    const { bytes } = this;
    let at = from;
    while (this.#depth > 0) {
      const isObject3 = this.#inObject[this.#depth - 1] === 1;
      if (isObject3 && this.#depth === 1) this.#table?.finish(at);
      at = spaceEnd(bytes, at);
      const next = bytes[at];
      if (next === void 0) return CUT_OFF;
      if (next === COMMA) {
        at = spaceEnd(bytes, at + 1);
        return isObject3 ? this.#key(at) : at;
      }
      if (next !== (isObject3 ? OBJECT_END : ARRAY_END)) return this.#broken(at);
      this.#depth -= 1;
      at += 1;
    }
    return at;
  }
  /** The place after a number, true, false or null; a value that ends with the file may be cut off. */
  #literalEnd(from) {
    const { bytes } = this;
    let at = from;
    while (at < bytes.length && isLiteral(bytes[at])) at += 1;
    if (at >= bytes.length) return CUT_OFF;
    return at === from ? this.#broken(at) : at;
  }
  #broken(at) {
    this.brokenAt = at;
    return BROKEN;
  }
};
function isJsonSpace(byte) {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
function spaceEnd(bytes, from) {
  let at = from;
  while (at < bytes.length && isJsonSpace(bytes[at])) at += 1;
  return at;
}
function stringEnd(bytes, from) {
  for (let at = from + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE2) return at + 1;
    if (byte === BACKSLASH2) at += 1;
  }
  return CUT_OFF;
}
function isLiteral(byte) {
  if (byte >= 48 && byte <= 57) return true;
  if (byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90) return true;
  return byte === 45 || byte === 43 || byte === 46;
}

// src/portable/chat/json/walker.ts
var OBJECT3 = 123;
var OBJECT_END2 = 125;
var ARRAY3 = 91;
var ARRAY_END2 = 93;
var QUOTE3 = 34;
var BACKSLASH3 = 92;
var COMMA2 = 44;
var COLON4 = 58;
var FIRST_BYTES = 4096;
var BEGINNING_BYTES = 160;
var JsonWalker = class {
  window;
  /** Over the bytes the window holds; its offsets are places in `window.bytes`. */
  scanner;
  /** The members of the object that `value` stepped over last; none when it was no object. Good until the next step. */
  table = new MemberTable();
  /** The offset in the item where the walk stands. */
  at = 0;
  stop = null;
  /** True once anything was broken; reading may have gone on behind it. */
  wasBroken = false;
  /** The value that was last too large. */
  large = [0, 0];
  #open = [];
  #brokenAt = 0;
  constructor(source) {
    this.window = new Window(source);
    this.scanner = new JsonScanner(this.window.bytes);
  }
  /** Bytes looked at, for tests of linear work. */
  get steps() {
    return this.scanner.steps + this.window.steps;
  }
  /** The byte at which the next value begins, spaces stepped over; -1 at the end of the item. */
  peek() {
    for (; ; ) {
      if (!this.#hold(1)) return -1;
      const byte = this.#byte();
      if (byte === void 0) return -1;
      if (!isJsonSpace(byte)) return byte;
      this.at = this.window.base + this.scanner.skipSpace(this.#local());
    }
  }
  /** Steps into the object or array that stands next. False when none does, or the nesting is too deep. */
  enter() {
    const byte = this.peek();
    if (byte !== OBJECT3 && byte !== ARRAY3) return this.#stopAt(byte < 0 ? "cut-off" : "broken");
    if (this.#open.length >= DEEPEST) return this.#stopAt("broken");
    this.#open.push({ end: byte === OBJECT3 ? OBJECT_END2 : ARRAY_END2, isFirst: true });
    this.at += 1;
    return true;
  }
  /** The key of the next member of the object that was entered last; its value stands next. Null when there is none. */
  nextMember() {
    if (!this.#goOn(OBJECT_END2)) return null;
    const key = this.peek() === QUOTE3 ? this.value() : this.#nothing();
    if (key === null) return this.#nothing();
    const text2 = jsonText(this.window.bytes, key[0] + 1, key[1] - 1, new TextNotes());
    if (this.peek() !== COLON4) return this.#nothing();
    this.at += 1;
    return text2;
  }
  /** Whether the array that was entered last has another element; it stands next. */
  nextElement() {
    return this.#goOn(ARRAY_END2);
  }
  /**
   * Steps over the value that stands next and holds it whole: its place in `window.bytes`, good until the next step.
   * Null when that cannot be: see `stop`. A value that is only too large is stepped over all the same.
   */
  value() {
    if (this.peek() < 0) return this.#noValue("cut-off");
    for (let room = FIRST_BYTES; ; room *= 4) {
      if (!this.#hold(Math.min(room, MOST_MESSAGE_BYTES))) return this.#noValue("cut-off");
      const start = this.#local();
      const end = this.scanner.valueEnd(start, this.table);
      if (end >= 0) {
        this.at = this.window.base + end;
        this.stop = null;
        return [start, end];
      }
      if (end === BROKEN) {
        this.#brokenAt = this.window.base + this.scanner.brokenAt;
        return this.#noValue("broken");
      }
      if (end === CUT_OFF && this.window.isLast) return this.#noValue("cut-off");
      if (room >= MOST_MESSAGE_BYTES) return this.#stepOverLarge();
    }
  }
  /** Steps over the value that stands next, however large. False when it could not: see `stop`. */
  skip() {
    if (this.value() !== null) return true;
    if (this.stop !== "too-large") return false;
    this.stop = null;
    return true;
  }
  /**
   * After a broken element: goes on at the next place behind the break where one begins like `beginning`, which is given
   * the next 160 bytes as text. The bytes from the broken element to there, or null when there is no such place.
   */
  resume(beginning) {
    const from = this.at;
    for (let at = Math.max(this.#brokenAt, from + 1); at < this.window.size; at += 1) {
      if (!this.window.hold(at, at + BEGINNING_BYTES)) break;
      const { bytes, base } = this.window;
      const found2 = bytes.indexOf(OBJECT3, at - base);
      this.scanner.steps += 1;
      if (found2 < 0) {
        at = this.window.end - 1;
        continue;
      }
      at = base + found2;
      this.window.hold(at, at + BEGINNING_BYTES);
      const local = at - this.window.base;
      if (!beginning.test(textOf(this.window.bytes, local, local + BEGINNING_BYTES))) continue;
      this.#goTo(at);
      return [from, at];
    }
    this.stop = "broken";
    return null;
  }
  #goTo(at) {
    this.at = at;
    this.stop = null;
    const open3 = this.#open.at(-1);
    if (open3) open3.isFirst = true;
  }
  /** To the next member or element: over the comma, or out of the container. */
  #goOn(end) {
    const open3 = this.#open.at(-1);
    if (open3?.end !== end || this.stop === "cut-off" || this.stop === "broken") return false;
    const byte = this.peek();
    if (byte === end) {
      this.#open.pop();
      this.at += 1;
      this.stop = null;
      return false;
    }
    if (open3.isFirst) open3.isFirst = false;
    else if (byte === COMMA2) this.at += 1;
    else return this.#stopAt(byte < 0 ? "cut-off" : "broken");
    this.stop = null;
    return this.peek() < 0 ? this.#stopAt("cut-off") : true;
  }
  #stepOverLarge() {
    const start = this.at;
    const byte = this.peek();
    if (byte !== OBJECT3 && byte !== ARRAY3 && byte !== QUOTE3) return this.#noValue("broken");
    const isWhole2 = this.#passOver();
    this.stop = isWhole2 ? "too-large" : "cut-off";
    this.large = [start, this.at];
    return null;
  }
  /** Counts brackets outside of strings; the grammar within is not looked at. */
  #passOver() {
    let [depth, isInString] = [0, false];
    while (this.#hold(1) && this.#local() < this.window.bytes.length) {
      const { bytes } = this.window;
      for (let i = this.#local(); i < bytes.length; i++) {
        this.at += 1;
        const byte = bytes[i];
        if (isInString && byte === BACKSLASH3) {
          this.at += 1;
          i += 1;
        } else if (byte === QUOTE3) isInString = !isInString;
        else if (!isInString && (byte === OBJECT3 || byte === ARRAY3)) depth += 1;
        else if (!isInString && (byte === OBJECT_END2 || byte === ARRAY_END2)) depth -= 1;
        if (depth === 0 && !isInString) return true;
      }
    }
    return false;
  }
  #hold(bytes) {
    const held = this.window.hold(this.at, this.at + bytes);
    this.scanner.bytes = this.window.bytes;
    return held;
  }
  #local() {
    return this.at - this.window.base;
  }
  #byte() {
    return this.window.bytes[this.#local()];
  }
  #nothing() {
    if (this.stop === null || this.stop === "too-large") this.#stopAt(this.peek() < 0 ? "cut-off" : "broken");
    return null;
  }
  #noValue(stop) {
    this.#stopAt(stop);
    return null;
  }
  #stopAt(stop) {
    if (stop === "broken") {
      this.wasBroken = true;
      this.#brokenAt = Math.max(this.#brokenAt, this.at);
    }
    this.stop = stop;
    return false;
  }
};

// src/portable/chat/json/rows.ts
var OBJECT4 = 123;
var ARRAY4 = 91;
var JsonRows = class {
  walker;
  /** Complete once `members` has ended. */
  unread = new UnreadSpans();
  #beginning;
  #markBytes;
  #isCutOff = false;
  #isBroken = false;
  #hasTooLarge = false;
  /** `beginning`: how a message begins, for going on behind broken bytes. */
  constructor(source, beginning) {
    this.walker = new JsonWalker(source);
    this.#beginning = beginning;
    this.#markBytes = byteOrderMarkBytes(endsOf(source, 3).head);
    this.walker.at = this.#markBytes;
  }
  /** The keys of the outermost object; the value of each stands next in the walker and must be stepped over. */
  *members() {
    const { walker } = this;
    const isObject3 = walker.peek() === OBJECT4 && walker.enter();
    if (isObject3) for (let key = walker.nextMember(); key !== null; key = walker.nextMember()) yield key;
    this.#end(isObject3);
  }
  /** Whether an array stands next, whose objects can be asked for. */
  get isArray() {
    return this.walker.peek() === ARRAY4;
  }
  /** The objects of the array that stands next, as places in `walker.window.bytes` that are good until the next one. */
  *objects() {
    const { walker } = this;
    if (!walker.enter()) return;
    while (walker.nextElement()) {
      const from = walker.at;
      const value = walker.value();
      if (value === null) {
        if (!this.#goOnAfter(from)) return;
      } else if (walker.window.bytes[value[0]] === OBJECT4) yield value;
      else this.#keepBroken([walker.window.base + value[0], walker.window.base + value[1]]);
      if (this.unread.isFull) walker.stop = "broken";
    }
  }
  /** Ends the walk before its time: everything from this offset on, the start of a value, is unread. */
  leaveFrom(at) {
    this.walker.at = at;
    this.walker.stop = "broken";
  }
  /** Holds the value that stands next and steps over it; null when it could not be held. */
  value() {
    const value = this.walker.value();
    if (value === null && this.walker.stop === "too-large") this.walker.stop = null;
    return value;
  }
  /** The doubts about the item's JSON as a whole. */
  note(ledger) {
    if (this.#markBytes > 0) ledger.noteFile("byte-order-mark");
    if (this.#isCutOff) ledger.noteFile("file-cut-off");
    if (this.#isBroken || this.walker.wasBroken) ledger.noteFile("json-broken");
    if (this.#hasTooLarge) ledger.noteFile("message-too-large");
  }
  #goOnAfter(from) {
    const { walker } = this;
    if (walker.stop === "too-large") {
      this.#hasTooLarge = true;
      this.unread.add(walker.large);
      return true;
    }
    if (walker.stop === "broken") {
      const broken = walker.resume(this.#beginning);
      if (broken !== null) this.#keepBroken(broken);
      return broken !== null;
    }
    if (walker.at > from) this.unread.add([from, Math.min(walker.at, walker.window.size)]);
    return false;
  }
  #end(isObject3) {
    const { walker } = this;
    const isWhole2 = isObject3 && walker.stop === null;
    this.#isCutOff = walker.stop === "cut-off";
    if (!isWhole2 && !this.#isCutOff) this.#isBroken = true;
    walker.peek();
    if (walker.at >= walker.window.size) return;
    if (isWhole2) this.#isBroken = true;
    this.unread.add([walker.at, walker.window.size]);
  }
  #keepBroken(span2) {
    this.#isBroken = true;
    this.unread.add(span2);
  }
};
var MOST_CHARACTERS = 60;
function besidesMessages(keys) {
  const listed = [...keys].map((key) => JSON.stringify(key.slice(0, MOST_CHARACTERS)));
  return `Besides the messages: ${listed.join(", ")}`;
}

// src/portable/chat/records/utc-zone.ts
function utcZone({ utcOnly }) {
  return utcOnly > 0 ? {
    basis: "utc",
    offsetsMinutes: [],
    statement: "The file gives times in UTC only, and they are shown in UTC."
  } : { basis: "unknown", offsetsMinutes: [], statement: "The file gives no times." };
}

// src/portable/chat/meta-json/keys.ts
function words(text2) {
  return new Set(text2.trim().split(/\s+/));
}
var READ_KEYS = words(`
  sender_name timestamp_ms content photos videos audio_files files gifs sticker share reactions call_duration missed
  is_unsent
`);
var FLAG_KEYS = words(`
  is_geoblocked_for_viewer is_unsent_image_by_messenger_kid_parent is_taken_down
`);
var SHOWN_KEYS = words(`
  type ip users bumped_message_metadata sender_id_INTERNAL creation_timestamp thumbnail ai_stickers timestamp
  original_content_owner
`);
var HEAD_KEYS = words(`
  participants messages title is_still_participant thread_path thread_type magic_words image joinable_mode is_pending
`);
var FILES = [
  ["photos", "photo"],
  ["videos", "video"],
  ["audio_files", "audio"],
  ["gifs", "gif"],
  ["files", "document"],
  ["sticker", "sticker"]
];
var PARTS = {
  ...Object.fromEntries(FILES.map(([key]) => [key, words("uri")])),
  share: words("link share_text"),
  reactions: words("reaction actor")
};

// src/portable/chat/json/row.ts
var OBJECT5 = 123;
var ARRAY5 = 91;
var NONE = [];
var JsonRow = class {
  /** The object's bytes in the item. */
  span;
  notes = new TextNotes();
  fields;
  #walker;
  constructor(walker, [start, end]) {
    const { base } = walker.window;
    this.#walker = walker;
    this.span = [base + start, base + end];
    this.fields = new JsonFields(walker.scanner, [start, end], this.notes);
  }
  isTrue(key) {
    return this.fields.text(key) === "true";
  }
  /** The objects of the array under a key, or the one object that stands there. */
  objectsIn(key) {
    if (!this.fields.has(key)) return NONE;
    const { scanner } = this.#walker;
    return this.#valuesIn(key).filter(([start]) => scanner.bytes[start] === OBJECT5).map((span2) => new JsonFields(scanner, span2, this.notes));
  }
  /** Whether under a key, or in the array there, stands something that is neither an object nor null. */
  hasOthersIn(key) {
    const { bytes } = this.#walker.scanner;
    return this.#valuesIn(key).some(
      ([start, end]) => bytes[start] !== OBJECT5 && textOf(bytes, start, end) !== "null"
    );
  }
  #valuesIn(key) {
    const member = this.fields.member(key);
    if (member === void 0) return [];
    const { scanner } = this.#walker;
    const isArray = scanner.bytes[member.start] === ARRAY5;
    return isArray ? [...scanner.elements(member.start, member.end)] : [[member.start, member.end]];
  }
  /** Every member that `isRead` does not name, as raw text, and what was given again under a key. */
  extra(isRead) {
    const extra = [];
    for (const [key, member] of this.fields.entries())
      if (!isRead(key, member)) extra.push([key, this.fields.raw(member)]);
    this.fields.repeated.forEach(
      ([key, member], i) => extra.push([`${key} (again ${i + 1})`, this.fields.raw(member)])
    );
    return Object.fromEntries(extra);
  }
  /** What the bytes of the strings that were decoded so far give; `repairs` of this sort are said elsewhere. */
  doubts(saidElsewhere) {
    const doubts = [];
    const { repairs, invalidUtf8, loneSurrogate } = this.notes;
    if (repairs.some(({ what }) => what !== saidElsewhere && what !== MORE_REPAIRS))
      doubts.push("json-repaired");
    if (invalidUtf8) doubts.push("invalid-utf8");
    if (loneSurrogate) doubts.push("lone-surrogate");
    if (this.fields.repeated.length > 0) doubts.push("repeated-key");
    return doubts;
  }
  /** The repairs noted so far, with their offsets in the item. */
  repairs() {
    const { base } = this.#walker.window;
    return this.notes.repairs.map((repair) => ({ ...repair, at: base + repair.at }));
  }
};

// src/portable/chat/json/parts.ts
var ODD = "";
function partsUnread(row, key, parts) {
  const read = parts[key];
  if (read === void 0) return isScalar(row.fields, key) ? [] : [ODD];
  const unread = row.objectsIn(key).flatMap((fields) => unreadKeys(fields, read));
  return row.hasOthersIn(key) ? [...unread, ODD] : unread;
}
function unreadKeys(fields, read) {
  const keys = [...fields.entries()].map(([key]) => key).filter((key) => !read.has(key));
  const isOdd = fields.repeated.length > 0 || [...read].some((key) => !isScalar(fields, key));
  return isOdd ? [...keys, ODD] : keys;
}
function isScalar(fields, key) {
  return fields.text(key) !== null || [null, "null"].includes(fields.rawOf(key));
}

// src/portable/chat/meta-json/extra.ts
function metaExtra(row) {
  let isUnknown = false;
  const extra = row.extra((key, member) => {
    if (FLAG_KEYS.has(key)) return row.fields.raw(member) === "false";
    const more = READ_KEYS.has(key) ? partsUnread(row, key, PARTS) : [key];
    isUnknown ||= more.some((part) => !SHOWN_KEYS.has(part));
    return more.length === 0;
  });
  return { extra, isUnknown };
}

// src/portable/chat/meta-json/mojibake.ts
var BEYOND_ASCII = /[^\0-\x7f]/;
var BEYOND_BYTE = /[^\0-\xff]/;
var BEGINS_LIKE_UTF8 = /^[\0-\x7f]*(?:$|[\xc2-\xf4][\x80-\xbf])/;
function isPlain(text2) {
  return !BEYOND_ASCII.test(text2);
}
function repaired(text2) {
  if (BEYOND_BYTE.test(text2) || !BEGINS_LIKE_UTF8.test(text2)) return null;
  const bytes = new Uint8Array(text2.length);
  for (let i = 0; i < text2.length; i++) bytes[i] = text2.charCodeAt(i);
  return utf8TextOf(bytes);
}

// src/portable/chat/meta-json/meta-text.ts
var MOJIBAKE = "mojibake";
var MetaText = class {
  /** True once characters beyond ASCII were met that are not in the app's usual form. */
  hasOther = false;
  #notes;
  constructor(notes) {
    this.#notes = notes;
  }
  /** A string or number as text; null when absent, null, or something else. */
  of(fields, key) {
    const text2 = fields.text(key);
    return text2 === null ? null : this.read(text2, (fields.member(key)?.start ?? 0) + 1);
  }
  /** The text of a string whose first character stands at `at`. */
  read(text2, at) {
    if (isPlain(text2)) return text2;
    const after = repaired(text2);
    if (after === null) {
      this.hasOther = true;
      return text2;
    }
    this.#notes.repair({ what: MOJIBAKE, at, before: text2, after });
    return after;
  }
};

// src/portable/chat/meta-json/message.ts
var REACTION_SENTENCE = /^(?:Liked a message|Reacted \S{1,20} to your message)\s*$/u;
var EDITED = " (edited)";
var CHAT = 0;
var ELSEWHERE = /^https?:/i;
function metaMessage(walker, at, app) {
  const row = new JsonRow(walker, at);
  const text2 = new MetaText(row.notes);
  const content = text2.of(row.fields, "content");
  const speaker = text2.of(row.fields, "sender_name");
  const attachments = attachmentsOf(row, text2);
  const reactions = reactionsOf(row, text2);
  const kind2 = kindOf(row, content, attachments);
  const isEdited = app === "instagram" && kind2 !== "deleted" && (content ?? "").endsWith(EDITED);
  const sentence = sentenceOf(speaker, content);
  const { extra, isUnknown } = metaExtra(row);
  const when = row.fields.text("timestamp_ms");
  const utcMs = millisOfUnix(when ?? "");
  const doubts = [
    ...row.doubts(MOJIBAKE),
    ...row.notes.repairs.some(({ what }) => what === MOJIBAKE) ? ["mojibake-repaired"] : [],
    ...text2.hasOther ? ["text-not-repaired"] : [],
    ...contentDoubts(row, kind2),
    ...speaker === null || speaker === "" ? ["sender-not-named"] : [],
    ...isEdited ? ["edited-row"] : [],
    ...sentence ? ["system-or-user"] : [],
    ...isUnknown ? ["unknown-fields"] : []
  ];
  return {
    chat: CHAT,
    kind: kind2,
    speaker: speaker === "" ? null : speaker,
    writtenText: when ?? "",
    body: content ?? "",
    span: row.span,
    rule: `${app}/message`,
    localMs: null,
    utcMs,
    precision: utcMs === null ? "none" : "millisecond",
    doubts,
    ...isEdited ? { edited: { written: null, instant: null } } : {},
    ...attachments.length > 0 ? { attachments } : {},
    ...kind2 === "call" ? { call: callOf(row) } : {},
    ...sentence ? { otherReading: sentence } : {},
    ...row.notes.repairs.length > 0 ? { repairs: row.repairs() } : {},
    ...Object.keys(extra).length > 0 ? { extra } : {},
    ...reactions.length > 0 ? { reactions } : {}
  };
}
function kindOf(row, content, attachments) {
  const { fields } = row;
  if (row.isTrue("is_unsent")) return "deleted";
  if (fields.has("call_duration") || fields.has("missed")) return "call";
  if (attachments.some(({ kind: kind2 }) => kind2 !== "share")) return "media";
  return content === null && attachments.length === 0 ? "other" : "text";
}
function attachmentsOf(row, text2) {
  const found2 = [];
  for (const [key, kind2] of FILES)
    for (const file of row.objectsIn(key)) {
      const name = text2.of(file, "uri");
      found2.push({ name, kind: kind2, included: !!name && !ELSEWHERE.test(name), note: null });
    }
  for (const share of row.objectsIn("share"))
    found2.push({
      name: text2.of(share, "link"),
      kind: "share",
      included: false,
      note: text2.of(share, "share_text")
    });
  return found2;
}
function reactionsOf(row, text2) {
  return row.objectsIn("reactions").map((fields) => ({ reaction: text2.of(fields, "reaction") ?? "", by: text2.of(fields, "actor") }));
}
function callOf(row) {
  return {
    media: null,
    outcome: row.isTrue("missed") ? "missed" : null,
    durationText: row.fields.text("call_duration"),
    durationSeconds: row.fields.count("call_duration")
  };
}
function sentenceOf(speaker, content) {
  const isSentence = content !== null && REACTION_SENTENCE.test(content);
  return isSentence ? { kind: "system", speaker, body: content } : null;
}
function contentDoubts(row, kind2) {
  const doubts = [];
  if (kind2 === "other") doubts.push("row-without-content");
  if (row.isTrue("is_geoblocked_for_viewer")) doubts.push("withheld-by-region");
  return doubts;
}

// src/portable/chat/records/people.ts
var MOST_NAMES = 1e4;
var LISTED = 50;
var People = class {
  #named = /* @__PURE__ */ new Set();
  #spoke = /* @__PURE__ */ new Set();
  name(name) {
    if (this.#named.size <= MOST_NAMES) this.#named.add(name);
  }
  speaks(name) {
    if (name !== null && this.#spoke.size <= MOST_NAMES) this.#spoke.add(name);
  }
  note(ledger) {
    if (this.#named.size > MOST_NAMES || this.#spoke.size > MOST_NAMES) return;
    const silent2 = [...this.#named].filter((name) => !this.#spoke.has(name));
    if (silent2.length === 0) return;
    const more = silent2.length > LISTED ? `, and ${silent2.length - LISTED} more` : "";
    ledger.noteFile("participant-silent", silent2.slice(0, LISTED).map(quoted).join(", ") + more);
  }
};
function quoted(name) {
  return JSON.stringify(name);
}

// src/portable/chat/meta-json/walk.ts
var QUOTE4 = 34;
var OBJECT6 = 123;
var ARRAY6 = 91;
var MESSAGE_START = /^\{\s*"(?:sender_name|timestamp_ms|content)"\s*:/;
var FULL_FILE = 9900;
var MOST_LISTED = 20;
var MetaWalk = class {
  chats = [];
  records;
  #app;
  rows;
  #chat = { name: null, id: null, kind: null };
  #people = new People();
  #notes = new TextNotes();
  #text = new MetaText(this.#notes);
  #unknown = /* @__PURE__ */ new Set();
  #messages = 0;
  constructor(source, app) {
    this.#app = app;
    this.rows = new JsonRows(source, MESSAGE_START);
    this.records = this.#walk();
  }
  get unread() {
    return this.rows.unread.spans;
  }
  finish(ledger) {
    this.rows.note(ledger);
    this.#people.note(ledger);
    if (this.#notes.repairs.length > 0) ledger.noteFile("mojibake-repaired", repairsOf(this.#notes.repairs));
    if (this.#text.hasOther) ledger.noteFile("text-not-repaired");
    if (this.#unknown.size > 0) ledger.noteFile("unknown-fields", besidesMessages(this.#unknown));
    const isFull = this.#messages >= FULL_FILE;
    ledger.noteFile("other-parts-may-exist", isFull ? `Messages in this file: ${this.#messages}` : null);
  }
  zone(clocks) {
    return utcZone(clocks);
  }
  *#walk() {
    for (const key of this.rows.members()) {
      if (key === "messages" && this.rows.isArray) yield* this.#conversation();
      else this.#head(key);
    }
  }
  *#conversation() {
    if (this.chats.length === 0) this.chats.push(this.#chat);
    for (const row of this.rows.objects()) {
      const message = metaMessage(this.rows.walker, row, this.#app);
      this.#people.speaks(message.speaker);
      this.#messages += 1;
      yield message;
    }
  }
  #head(key) {
    const value = this.rows.value();
    if (value === null) return;
    if (key === "title") this.#chat.name = this.#string(value);
    else if (key === "thread_path") this.#chat.id = this.#string(value);
    else if (key === "thread_type") this.#chat.kind = this.#string(value);
    else if (key === "participants") this.#participants(value);
    else if (!HEAD_KEYS.has(key) && this.#unknown.size < MOST_LISTED) this.#unknown.add(key);
  }
  #string([start, end]) {
    const { bytes } = this.rows.walker.window;
    if (bytes[start] !== QUOTE4) return null;
    return this.#text.read(jsonText(bytes, start + 1, end - 1, this.#notes), start + 1);
  }
  #participants([start, end]) {
    const { scanner } = this.rows.walker;
    if (scanner.bytes[start] !== ARRAY6) return;
    for (const span2 of scanner.elements(start, end)) {
      if (scanner.bytes[span2[0]] !== OBJECT6) continue;
      const name = this.#text.of(new JsonFields(scanner, span2, this.#notes), "name");
      if (name !== null) this.#people.name(name);
    }
  }
};
function repairsOf(repairs) {
  const shown2 = repairs.filter(({ what }) => what === "mojibake").slice(0, MOST_LISTED).map(({ before, after }) => `${JSON.stringify(before)} is ${JSON.stringify(after)}`);
  return `In the title, path and names of participants: ${shown2.join(", ")}`;
}

// src/portable/chat/meta-json/read.ts
var MESSENGER_READER = "messenger-json/2";
var INSTAGRAM_READER = "instagram-json/2";
var FACEBOOK_BEGAN_MS = Date.UTC(2004, 1, 4);
function readMeta(source, app) {
  const isCertain = isOfApp(app, sampleOf(source, ""));
  return readingOfRecords({
    format: `${app}-json`,
    reader: app === "messenger" ? MESSENGER_READER : INSTAGRAM_READER,
    sizeBytes: source.size,
    serviceBeganMs: FACEBOOK_BEGAN_MS,
    walk: () => passOf(source, app, isCertain),
    mayRunNewestFirst: "usually"
  });
}
function passOf(source, app, isCertain) {
  const walk = new MetaWalk(source, app);
  const finish = (ledger) => {
    walk.finish(ledger);
    if (!isCertain) ledger.noteFile("app-not-stated");
  };
  return {
    records: walk.records,
    chats: walk.chats,
    unread: walk.unread,
    finish,
    zone: (clocks) => walk.zone(clocks)
  };
}

// src/portable/chat/messenger-e2ee/message.ts
var CHAT2 = 0;
var READ_KEYS2 = /* @__PURE__ */ new Set(["senderName", "timestamp", "text", "media", "reactions", "isUnsent"]);
var SHOWN_KEYS2 = /* @__PURE__ */ new Set(["type"]);
var PARTS2 = {
  media: /* @__PURE__ */ new Set(["uri"]),
  reactions: /* @__PURE__ */ new Set(["actor", "reaction"])
};
var PATH = /^\S*\/|\.[A-Za-z0-9]{1,5}$/;
var FAILURE = /^failed\b/i;
function e2eeMessage(walker, at) {
  const row = new JsonRow(walker, at);
  const { fields } = row;
  const speaker = fields.text("senderName");
  const text2 = fields.text("text") ?? "";
  const when = fields.text("timestamp") ?? "";
  const attachments = row.objectsIn("media").map(attachmentOf);
  const reactions = row.objectsIn("reactions").map(reactionOf);
  const kind2 = kindOf2(row, text2, attachments);
  const utcMs = millisOfUnix(when);
  let isUnknown = false;
  const extra = row.extra((key) => {
    const more = READ_KEYS2.has(key) ? partsUnread(row, key, PARTS2) : [key];
    isUnknown ||= more.some((part) => !SHOWN_KEYS2.has(part));
    return more.length === 0;
  });
  const looksTakenApart = isTakenApart(speaker ?? "") || isTakenApart(text2);
  return {
    chat: CHAT2,
    kind: kind2,
    speaker: speaker === "" ? null : speaker,
    writtenText: when,
    body: text2,
    span: row.span,
    rule: "messenger-e2ee/message",
    localMs: null,
    utcMs,
    precision: utcMs === null ? "none" : "millisecond",
    doubts: [
      ...row.doubts(),
      ...looksTakenApart ? ["text-not-repaired"] : [],
      ...kind2 === "other" ? ["row-without-content"] : [],
      ...speaker === null || speaker === "" ? ["sender-not-named"] : [],
      ...isUnknown ? ["unknown-fields"] : []
    ],
    ...attachments.length > 0 ? { attachments } : {},
    ...row.notes.repairs.length > 0 ? { repairs: row.repairs() } : {},
    ...Object.keys(extra).length > 0 ? { extra } : {},
    ...reactions.length > 0 ? { reactions } : {}
  };
}
function kindOf2(row, text2, attachments) {
  if (row.isTrue("isUnsent")) return "deleted";
  if (attachments.length > 0) return "media";
  return text2 === "" ? "other" : "text";
}
function attachmentOf(fields) {
  const uri = fields.text("uri");
  const isSentence = uri !== null && (FAILURE.test(uri) || !PATH.test(uri));
  return isSentence ? { name: null, kind: null, included: false, note: uri } : { name: uri, kind: null, included: uri !== null, note: null };
}
function reactionOf(fields) {
  return { reaction: fields.text("reaction") ?? "", by: fields.text("actor") };
}
function isTakenApart(text2) {
  return !isPlain(text2) && repaired(text2) !== null;
}

// src/portable/chat/messenger-e2ee/walk.ts
var QUOTE5 = 34;
var ARRAY7 = 91;
var MESSAGE_START2 = /^\{\s*"(?:senderName|isUnsent|timestamp|text|media)"\s*:/;
var HEAD_KEYS2 = /* @__PURE__ */ new Set(["participants", "threadName", "messages"]);
var MOST_LISTED2 = 20;
var E2eeWalk = class {
  chats = [];
  records;
  rows;
  #chat = { name: null, id: null, kind: null };
  #people = new People();
  #unknown = /* @__PURE__ */ new Set();
  constructor(source) {
    this.rows = new JsonRows(source, MESSAGE_START2);
    this.records = this.#walk();
  }
  get unread() {
    return this.rows.unread.spans;
  }
  finish(ledger) {
    this.rows.note(ledger);
    this.#people.note(ledger);
    if (this.#unknown.size > 0) ledger.noteFile("unknown-fields", besidesMessages(this.#unknown));
  }
  zone(clocks) {
    return utcZone(clocks);
  }
  *#walk() {
    for (const key of this.rows.members()) {
      if (key === "messages" && this.rows.isArray) yield* this.#conversation();
      else this.#head(key);
    }
  }
  *#conversation() {
    if (this.chats.length === 0) this.chats.push(this.#chat);
    for (const row of this.rows.objects()) {
      const message = e2eeMessage(this.rows.walker, row);
      this.#people.speaks(message.speaker);
      yield message;
    }
  }
  #head(key) {
    const value = this.rows.value();
    if (value === null) return;
    if (key === "threadName") this.#chat.name = this.#string(value);
    else if (key === "participants") this.#participants(value);
    else if (!HEAD_KEYS2.has(key) && this.#unknown.size < MOST_LISTED2) this.#unknown.add(key);
  }
  #participants([start, end]) {
    const { scanner } = this.rows.walker;
    if (scanner.bytes[start] !== ARRAY7) return;
    for (const span2 of scanner.elements(start, end)) {
      const name = this.#string(span2);
      if (name !== null) this.#people.name(name);
    }
  }
  #string([start, end]) {
    const { bytes } = this.rows.walker.window;
    return bytes[start] === QUOTE5 ? jsonText(bytes, start + 1, end - 1, new TextNotes()) : null;
  }
};

// src/portable/chat/messenger-e2ee/read.ts
var MESSENGER_E2EE_READER = "messenger-e2ee-json/2";
function readMessengerE2ee(source) {
  return readingOfRecords({
    format: "messenger-e2ee-json",
    reader: MESSENGER_E2EE_READER,
    sizeBytes: source.size,
    walk: () => new E2eeWalk(source),
    mayRunNewestFirst: "usually"
  });
}

// src/portable/chat/json/signs.ts
var POINTS_OF_NAME = 5;
function sniffJsonSigns({ headText, tailText, name }, { signs, least, named: named2 }) {
  if (!/^\s*\{/.test(headText)) return NOT_MINE;
  const both = `${headText}
${tailText}`;
  const seen = signs.filter(([pattern2]) => pattern2.test(both));
  const points = seen.reduce((sum, [, , value]) => sum + value, 0);
  if (points < least) return NOT_MINE;
  const [pattern, nameSign] = named2;
  const isNamed = pattern.test(name);
  return {
    score: Math.min(points + (isNamed ? POINTS_OF_NAME : 0), 100),
    reasons: reasonsOf(...seen.map(([, sign]) => sign), isNamed && nameSign),
    broken: tailText.trimEnd().endsWith("}") ? null : "cut-off"
  };
}

// src/portable/chat/messenger-e2ee/sniff.ts
var SIGNS2 = [
  [/"senderName"\s*:/, "sender-name", 35],
  [/"isUnsent"\s*:/, "unsent-marks", 20],
  [/"threadName"\s*:/, "thread-name", 25],
  [/"participants"\s*:\s*\[\s*"/, "participants-as-text", 10],
  [/"timestamp"\s*:\s*\d{13}\b/, "times-in-milliseconds", 10]
];
var LEAST = 45;
var NAMED2 = /_\d+\.json$/i;
function sniffMessengerE2ee(sample) {
  return sniffJsonSigns(sample, {
    signs: SIGNS2,
    least: LEAST,
    named: [NAMED2, "file-name-with-number"]
  });
}

// src/portable/chat/html/entities.ts
var NAMES = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\xA0",
  laquo: "\xAB",
  raquo: "\xBB"
};
var LARGEST = 1114111;
var REFERENCE = /&(?:#x([0-9a-f]{1,8})|#([0-9]{1,10})|([a-z]{2,6}));/gi;
function unescapeHtml(text2, broken) {
  if (!text2.includes("&")) return text2;
  return text2.replace(REFERENCE, (whole, hex, decimal, name) => {
    if (name !== void 0) return Object.hasOwn(NAMES, name) ? NAMES[name] : whole;
    const code = hex === void 0 ? Number(decimal) : Number.parseInt(hex, 16);
    return isCharacter(code) ? String.fromCodePoint(code) : broken(whole);
  });
}
function isCharacter(code) {
  return code <= LARGEST && (code < 55296 || code > 57343);
}

// src/portable/chat/snapchat/media-type.ts
var KINDS2 = {
  TEXT: "text",
  MEDIA: "media",
  IMAGE: "media",
  PHOTO: "media",
  VIDEO: "media",
  STICKER: "media",
  NOTE: "media",
  SHARE: "media",
  SHARESAVEDSTORY: "media",
  LOCATION: "location"
};
var ERASED = /^STATUSERASED/;
var STATUS = /^STATUS/;
function snapKind(mediaType, body) {
  const word = (mediaType ?? "").toUpperCase();
  if (Object.hasOwn(KINDS2, word)) return KINDS2[word];
  if (ERASED.test(word)) return "deleted";
  if (STATUS.test(word)) return "system";
  return body === "" ? "other" : "text";
}

// src/portable/chat/snapchat/time.ts
var CREATED = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/;
var LEAST_MILLIS = 1e11;
var LEAST_MICROS = 1e14;
var MOST_MICROS = 1e17;
function snapTime(created, count2) {
  const seconds = secondsOfCreated(created ?? "");
  const millis = millisOfCount(count2 ?? "");
  const isGiven = count2 !== null;
  if (millis === null)
    return seconds === null ? { utcMs: null, precision: "none", leavesCount: isGiven, disagree: false } : { utcMs: seconds * 1e3, precision: "second", leavesCount: isGiven, disagree: false };
  const isFiner = !Number.isInteger(millis);
  const utcMs = Math.floor(millis);
  if (seconds !== null && Math.abs(Math.floor(utcMs / 1e3) - seconds) > 1)
    return { utcMs: seconds * 1e3, precision: "second", leavesCount: true, disagree: true };
  return {
    utcMs,
    precision: millis % 1e3 === 0 && isCountOfSeconds(count2 ?? "") ? "second" : "millisecond",
    leavesCount: isFiner,
    disagree: false
  };
}
function secondsOfCreated(created) {
  const match = CREATED.exec(created);
  return match ? secondsOfIso(`${match[1]}T${match[2]}`) : null;
}
function millisOfCount(count2) {
  const value = /^[1-9]\d{8,16}$/.test(count2) ? Number(count2) : null;
  if (value === null || value >= MOST_MICROS) return null;
  if (value < LEAST_MILLIS) return value * 1e3;
  return value < LEAST_MICROS ? value : value / 1e3;
}
function isCountOfSeconds(count2) {
  return Number(count2) < LEAST_MILLIS;
}

// src/portable/chat/snapchat/message.ts
var COUNT = "Created(microseconds)";
var TITLE = "Conversation Title";
var ENTITIES = "html-entities";
var BETWEEN_IDS = " | ";
var READ_KEYS3 = /* @__PURE__ */ new Set([
  "From",
  "To",
  "Media Type",
  "Created",
  COUNT,
  "Content",
  "Text",
  TITLE,
  "Media IDs"
]);
var SHOWN_KEYS3 = /* @__PURE__ */ new Set(["IsSender", "IsSaved"]);
function snapMessage(row, place) {
  const { fields } = row;
  const body = fields.text("Content") ?? oldText(row);
  const speaker = fields.text("From");
  const mediaType = fields.text("Media Type");
  const kind2 = snapKind(mediaType, body);
  const created = fields.text("Created");
  const count2 = fields.text(COUNT);
  const time = snapTime(created, count2);
  const isSnap = kind2 === "media" && !["Content", "Text", "Media IDs"].some((key) => fields.has(key));
  const attachments = attachmentsOf2(kind2, mediaType, fields.text("Media IDs"));
  const { extra, isUnknown } = extraOf(row, place, time);
  return {
    chat: place.chat,
    kind: kind2,
    speaker,
    writtenText: created ?? count2 ?? "",
    body,
    span: row.span,
    rule: isSnap ? "snapchat/snap" : "snapchat/chat",
    localMs: null,
    utcMs: time.utcMs,
    precision: time.precision,
    doubts: [...row.doubts(ENTITIES), ...ownDoubts(row, time), ...flags(isSnap, isUnknown)],
    ...kind2 === "system" || kind2 === "other" || kind2 === "deleted" ? actionOf(mediaType) : {},
    ...attachments.length > 0 ? { attachments } : {},
    ...row.notes.repairs.length > 0 ? { repairs: row.repairs() } : {},
    ...Object.keys(extra).length > 0 ? { extra } : {}
  };
}
function oldText({ fields, notes }) {
  const before = fields.text("Text");
  if (before === null) return "";
  const after = unescapeHtml(before, (reference) => reference);
  if (after !== before)
    notes.repair({ what: ENTITIES, at: (fields.member("Text")?.start ?? 0) + 1, before, after });
  return after;
}
function attachmentsOf2(kind2, mediaType, ids) {
  const names = ids === null || ids === "" ? [] : ids.split(BETWEEN_IDS);
  if (names.length > 0) return names.map((name) => ({ name, kind: mediaType, included: true, note: null }));
  return kind2 === "media" ? [{ name: null, kind: mediaType, included: false, note: null }] : [];
}
function actionOf(mediaType) {
  return mediaType === null || mediaType === "" ? {} : { action: mediaType };
}
function ownDoubts({ fields, notes }, { disagree }) {
  const doubts = [];
  if (notes.repairs.some(({ what }) => what === ENTITIES)) doubts.push("html-entities-read");
  if (disagree) doubts.push("two-times-disagree");
  if (fields.text("From") === null)
    doubts.push(fields.text("To") === null ? "sender-not-named" : "owner-not-named");
  return doubts;
}
function flags(isSnap, isUnknown) {
  return [
    ...isSnap ? ["snap-without-content"] : [],
    ...isUnknown ? ["unknown-fields"] : []
  ];
}
function extraOf(row, { title }, { leavesCount }) {
  const { fields } = row;
  let isUnknown = false;
  const extra = row.extra((key) => {
    if (key === COUNT && leavesCount) return false;
    if (key === TITLE && fields.text(TITLE) !== null) return fields.text(TITLE) === title;
    if (key === "Text" && fields.text("Content") !== null) return false;
    if (key === "To" && fields.text("From") !== null) return false;
    const more = READ_KEYS3.has(key) ? partsUnread(row, key, {}) : [key];
    isUnknown ||= more.some((part) => !SHOWN_KEYS3.has(part));
    return more.length === 0;
  });
  return { extra, isUnknown };
}

// src/portable/chat/snapchat/walk.ts
var SECTION = /^(?:Received|Sent) (?:(?:Saved|Unsaved) )?(?:Chat|Snap) History$/;
var ROW_START = /^\{\s*"(?:From|To|Media Type|Content|Created|IsSender)"\s*:/;
var MOST_CHATS = 2e4;
var MOST_LISTED3 = 20;
var SnapWalk = class {
  chats = [];
  records;
  rows;
  #people = /* @__PURE__ */ new Map();
  #unknown = /* @__PURE__ */ new Set();
  #hasSections = false;
  constructor(source) {
    this.rows = new JsonRows(source, ROW_START);
    this.records = this.#walk();
  }
  get unread() {
    return this.rows.unread.spans;
  }
  finish(ledger) {
    this.rows.note(ledger);
    ledger.noteFile("unsaved-not-exported");
    if (this.#hasSections) ledger.noteFile("sections-apart");
    if (this.#unknown.size > 0) ledger.noteFile("unknown-fields", besidesMessages(this.#unknown));
  }
  zone(clocks) {
    return utcZone(clocks);
  }
  *#walk() {
    for (const key of this.rows.members()) {
      if (!this.rows.isArray) this.#pass(key);
      else if (SECTION.test(key)) yield* this.#section();
      else if (this.chats.length < MOST_CHATS) yield* this.#conversation(key);
      else this.rows.leaveFrom(this.rows.walker.at);
    }
  }
  *#conversation(id) {
    const chat = { name: null, id, kind: null };
    const index = this.chats.push(chat) - 1;
    for (const at of this.rows.objects()) {
      const row = new JsonRow(this.rows.walker, at);
      chat.name ??= row.fields.text("Conversation Title");
      yield snapMessage(row, { chat: index, title: chat.name });
    }
  }
  *#section() {
    this.#hasSections = true;
    for (const at of this.rows.objects()) {
      const row = new JsonRow(this.rows.walker, at);
      const chat = this.#chatWith(row.fields.text("From") ?? row.fields.text("To"));
      if (chat === null) this.rows.leaveFrom(row.span[0]);
      else yield snapMessage(row, { chat, title: null });
    }
  }
  /** The conversation with a person; null when there are too many. */
  #chatWith(name) {
    const key = name === null ? "" : `:${name}`;
    const known = this.#people.get(key);
    if (known !== void 0) return known;
    if (this.chats.length >= MOST_CHATS) return null;
    const index = this.chats.push({ name, id: null, kind: null }) - 1;
    this.#people.set(key, index);
    return index;
  }
  #pass(key) {
    if (this.rows.value() !== null && this.#unknown.size < MOST_LISTED3) this.#unknown.add(key);
  }
};

// src/portable/chat/snapchat/read.ts
var SNAPCHAT_READER = "snapchat-json/2";
function readSnapchat(source) {
  return readingOfRecords({
    format: "snapchat-json",
    reader: SNAPCHAT_READER,
    sizeBytes: source.size,
    walk: () => new SnapWalk(source),
    mayRunNewestFirst: "usually"
  });
}

// src/portable/chat/snapchat/sniff.ts
var SIGNS3 = [
  [/"(?:Received|Sent) (?:(?:Saved|Unsaved) )?(?:Chat|Snap) History"\s*:/, "received-and-sent", 45],
  [/"Created\(microseconds\)"\s*:/, "created-microseconds", 45],
  [/"Media Type"\s*:/, "media-type", 20],
  [/"Created"\s*:\s*"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC"/, "times-as-written", 15],
  [/"IsSender"\s*:/, "sent-by-owner", 10],
  [/"Conversation Title"\s*:/, "conversation-title", 10]
];
var LEAST2 = 45;
var NAMED3 = /(?:^|[/\\])(?:chat|snap)_history\.json$/i;
function sniffSnapchat(sample) {
  return sniffJsonSigns(sample, {
    signs: SIGNS3,
    least: LEAST2,
    named: [NAMED3, "file-name"]
  });
}

// src/portable/chat/discord/array-walk.ts
var OBJECT7 = 123;
var BOM_BYTES = 3;
var ArrayWalk = class {
  json;
  unread = new UnreadSpans();
  /** True once the walk ended before the document did; the rest is unread. */
  isEnded = false;
  #hasMark = false;
  #isCutOff = false;
  #isBroken = false;
  #hasLarge = false;
  constructor(source) {
    this.json = new JsonWalker(source);
  }
  /** To the first value, over a byte order mark: the byte it begins with, -1 when there is none. */
  begin() {
    const { json } = this;
    json.window.hold(0, BOM_BYTES);
    json.at = byteOrderMarkBytes(json.window.bytes);
    this.#hasMark = json.at > 0;
    return json.peek();
  }
  /** The objects of the array that stands next. After a broken one it goes on at what begins like `beginning`. */
  *objects(beginning) {
    const { json } = this;
    if (!json.enter()) this.end(json.at);
    while (!this.isEnded && json.nextElement()) {
      const isObject3 = json.peek() === OBJECT7;
      const from = json.at;
      const value = json.value();
      if (value !== null && isObject3) yield this.#element(value);
      else if (value !== null) this.#passOver([from, json.at]);
      else this.#stopped(from, beginning);
    }
    if (!this.isEnded && json.stop !== null) this.end(json.at);
  }
  /** Ends the walk: what is behind `from` is unread. */
  end(from) {
    this.isEnded = true;
    if (this.json.stop === "cut-off") this.#isCutOff = true;
    else this.#isBroken = true;
    this.unread.add([from, this.json.window.size]);
  }
  /** At the end of the document: anything but blanks behind it is unread. */
  endDocument() {
    if (this.json.stop !== null || this.json.peek() >= 0) this.end(this.json.at);
    else this.isEnded = true;
  }
  note(ledger) {
    if (this.#hasMark) ledger.noteFile("byte-order-mark");
    if (this.#isCutOff) ledger.noteFile("file-cut-off");
    if (this.#isBroken) ledger.noteFile("json-broken");
    if (this.#hasLarge) ledger.noteFile("message-too-large");
  }
  get isCutOff() {
    return this.#isCutOff;
  }
  #element(value) {
    const { base } = this.json.window;
    const notes = new TextNotes();
    const fields = new JsonFields(this.json.scanner, value, notes);
    return { fields, notes, base, span: [base + value[0], base + value[1]] };
  }
  #stopped(from, beginning) {
    const { json } = this;
    if (json.stop === "too-large") {
      this.#hasLarge = true;
      this.#addUnread(json.large);
      return;
    }
    const passed = json.stop === "broken" ? json.resume(beginning) : null;
    if (passed === null) this.end(from);
    else this.#passOver(passed);
  }
  #passOver(span2) {
    this.#isBroken = true;
    this.#addUnread(span2);
  }
  #addUnread(span2) {
    this.unread.add(span2);
    if (this.unread.isFull) this.end(span2[1]);
  }
};

// src/portable/chat/records/text-doubts.ts
function textDoubts({ repairs, invalidUtf8, loneSurrogate }) {
  const doubts = [];
  if (repairs.length > 0) doubts.push("json-repaired");
  if (invalidUtf8) doubts.push("invalid-utf8");
  if (loneSurrogate) doubts.push("lone-surrogate");
  return doubts;
}
function repairsAt(base, { repairs }) {
  return repairs.length > 0 ? { repairs: repairs.map((one) => ({ ...one, at: base + one.at })) } : {};
}
function present(key, value) {
  return value === null ? {} : { [key]: value };
}
var SAYS_NOTHING = /^(?:null|false|""|\[\s*\]|\{\s*\})$/;
var Leftovers = class {
  #entries = /* @__PURE__ */ new Map();
  addText(key, text2) {
    if (text2 !== "") this.#entries.set(key, text2);
  }
  /**
   * All members but those in `read`, each key behind `prefix`, and what was given twice. Those that say nothing, such as
   * null and empty lists, are left out.
   */
  addMembers(fields, read, prefix = "") {
    for (const [key, member] of fields.entries()) {
      const raw = read.has(key) ? "" : fields.raw(member);
      if (!SAYS_NOTHING.test(raw)) this.addText(prefix + key, raw);
    }
    fields.repeated.forEach(
      ([key, member], i) => this.#entries.set(`${prefix}${key} (again ${i + 1})`, fields.raw(member))
    );
  }
  get extra() {
    return this.#entries.size > 0 ? { extra: Object.fromEntries(this.#entries) } : {};
  }
};
function hasUnknown(fields, known) {
  for (const [key] of fields.entries()) if (!known.has(key)) return true;
  return false;
}

// src/portable/chat/clocks/offset-time.ts
var FORM = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?: ?(Z|UTC|[+-]\d\d:?\d\d))?$/;
function offsetTimeOf(text2) {
  const match = FORM.exec(text2);
  if (!match) return null;
  const [, date, time, fraction, zone] = match;
  const seconds = secondsOfIso(`${date}T${time}`);
  const offsetMinutes = zone === void 0 ? null : minutesOf(zone);
  if (seconds === null || Number.isNaN(offsetMinutes)) return null;
  const millis = fraction === void 0 ? 0 : Number(fraction.slice(0, 3).padEnd(3, "0"));
  return {
    clockMs: seconds * 1e3 + millis,
    offsetMinutes,
    precision: fraction === void 0 ? "second" : "millisecond"
  };
}
function minutesOf(zone) {
  if (zone === "Z" || zone === "UTC") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 23 || minutes > 59) return Number.NaN;
  const size = hours * 60 + minutes;
  return zone.startsWith("-") && size > 0 ? -size : size;
}

// src/portable/chat/discord/exporter-time.ts
var NO_TIME = { localMs: null, utcMs: null, precision: "none" };
function fileTimeOf(text2) {
  const time = text2 === null ? null : offsetTimeOf(text2);
  if (!time) return NO_TIME;
  const { clockMs, offsetMinutes, precision } = time;
  return {
    localMs: clockMs,
    utcMs: offsetMinutes === null ? null : clockMs - offsetMinutes * 6e4,
    precision
  };
}
function editOf(text2) {
  if (text2 === null) return null;
  const time = fileTimeOf(text2);
  return { written: writtenOf(time), instant: instantOf(time) };
}

// src/portable/chat/discord/snowflake.ts
var EPOCH_MS = 14200704e5;
var TIME_SHIFT = 22n;
var MOST_APART_MS = 2e3;
var NUMBER = /^\d{1,20}$/;
var TOO_LARGE = 1n << 64n;
function millisOfSnowflake(id) {
  const value = NUMBER.test(id) ? BigInt(id) : TOO_LARGE;
  return value < TOO_LARGE ? Number(value >> TIME_SHIFT) + EPOCH_MS : null;
}
function snowflakeDoubts(id, utcMs) {
  const given = id === null ? null : millisOfSnowflake(id);
  if (given === null || utcMs === null) return [];
  return Math.abs(given - utcMs) > MOST_APART_MS ? ["id-and-time-disagree"] : [];
}

// src/portable/chat/discord/exporter-record.ts
function words2(text2) {
  return new Set(text2.trim().split(/\s+/));
}
var READ = words2("id type timestamp timestampEdited callEndedTimestamp content author");
var LATER_TIMES = words2("timestampEdited callEndedTimestamp");
var AUTHOR_READ = words2("id name discriminator");
var KNOWN = words2(`
  id type timestamp timestampEdited callEndedTimestamp isPinned content author attachments components embeds stickers
  reactions mentions reference forwardedMessage interaction inlineEmojis
`);
var SYSTEM = words2(`
  RecipientAdd RecipientRemove ChannelNameChange ChannelIconChange ChannelPinnedMessage GuildMemberJoin ThreadCreated
`);
var WRITTEN = words2("Default Reply");
var WRITTEN_NUMBERS = words2("0 19 20 21 23");
var NUMBER2 = /^\d{1,4}$/;
var LAST_SYSTEM_NUMBER = 18;
function roleOf(type) {
  if (type === null || WRITTEN.has(type) || WRITTEN_NUMBERS.has(type)) return "written";
  if (type === "Call" || type === "3") return "call";
  const isSystemNumber = NUMBER2.test(type) && Number(type) <= LAST_SYSTEM_NUMBER;
  return SYSTEM.has(type) || isSystemNumber ? "system" : "other";
}
function nameOf(user) {
  const name = user?.text("name") ?? null;
  const digits = user?.text("discriminator") ?? null;
  return name === null || digits === null || /^0*$/.test(digits) ? name : `${name}#${digits}`;
}
function attachment(url, name, kind2) {
  const isCopy = url !== null && url !== "" && !/^https?:/i.test(url);
  return { name: isCopy ? url : name, kind: kind2, included: isCopy, note: isCopy ? null : url };
}
function attachmentsOf3(fields) {
  const found2 = [];
  for (const one of fields.objects("attachments")) {
    const file = attachment(one.text("url"), one.text("fileName"), null);
    found2.push({ ...file, ...present("sizeBytes", one.count("fileSizeBytes")) });
  }
  for (const one of fields.objects("stickers"))
    found2.push(attachment(one.text("sourceUrl"), one.text("name"), "sticker"));
  return found2;
}
function reactionsOf2(fields) {
  const found2 = [];
  for (const one of fields.objects("reactions")) {
    const reaction = one.object("emoji")?.text("name") ?? "";
    let named2 = 0;
    for (const user of one.objects("users")) {
      found2.push({ reaction, by: nameOf(user) });
      named2 += 1;
    }
    const unnamed = (one.count("count") ?? named2) - named2;
    if (unnamed > 0) found2.push({ reaction, by: null, count: unnamed });
  }
  return found2;
}
function callOf2(ended, { utcMs }) {
  const end = fileTimeOf(ended).utcMs;
  const seconds = end === null || utcMs === null ? null : Math.floor((end - utcMs) / 1e3);
  const durationSeconds = seconds === null || seconds < 0 ? null : seconds;
  return { media: null, outcome: null, durationText: null, durationSeconds };
}
function replyOf(reference, channel) {
  const id = reference?.text("messageId") ?? null;
  const elsewhere = reference?.text("channelId") ?? null;
  if (id === null) return {};
  const isOther = elsewhere !== null && channel !== null && elsewhere !== channel;
  return { replyTo: id, ...isOther ? { repliesElsewhere: true } : {} };
}
function originOf(reference, forwarded) {
  const [id, channel] = [reference?.text("messageId"), reference?.text("channelId")];
  const parts = [id && `message ${id}`, channel && `channel ${channel}`, forwarded.text("timestamp")];
  return { forwardedFrom: parts.filter(Boolean).join(", ") };
}
function wholly(fields, read) {
  const lost = [...read].filter((key) => isLost(fields, key));
  return lost.length === 0 ? read : new Set([...read].filter((key) => !lost.includes(key)));
}
function isLost(fields, key) {
  const raw = fields.rawOf(key);
  if (raw === null || raw === "null") return false;
  if (key === "author") return fields.object(key) === null;
  const text2 = fields.text(key);
  return text2 === null || LATER_TIMES.has(key) && fileTimeOf(text2).localMs === null;
}
function extraOf2(fields, author) {
  const left = new Leftovers();
  left.addMembers(fields, wholly(fields, READ));
  if (author) left.addMembers(author, wholly(author, AUTHOR_READ), "author.");
  return left.extra;
}
function doubtsOf2({ fields, notes }, { speaker, id, utcMs }) {
  const doubts = textDoubts(notes);
  if (fields.repeated.length > 0) doubts.push("repeated-key");
  if (hasUnknown(fields, KNOWN)) doubts.push("unknown-fields");
  if (speaker === null) doubts.push("sender-not-named");
  return [...doubts, ...snowflakeDoubts(id ?? null, utcMs)];
}
function kindOf3(role, attachments) {
  if (role !== "written") return role;
  return attachments.length > 0 ? "media" : "text";
}
function optionalFields({ fields, notes, base }, parts) {
  const { type, role, author, time, attachments } = parts;
  const reactions = reactionsOf2(fields);
  return {
    ...present("id", fields.text("id")),
    ...present("edited", editOf(fields.text("timestampEdited"))),
    ...role === "written" ? {} : present("action", type),
    ...attachments.length > 0 ? { attachments } : {},
    ...role === "call" ? { call: callOf2(fields.text("callEndedTimestamp"), time) } : {},
    ...present("speakerId", author?.text("id") ?? null),
    ...reactions.length > 0 ? { reactions } : {},
    ...extraOf2(fields, author),
    ...repairsAt(base, notes)
  };
}
function exporterRecord(element, channel) {
  const { fields, span: span2 } = element;
  const [type, writtenText, content] = [
    fields.text("type"),
    fields.text("timestamp") ?? "",
    fields.text("content")
  ];
  const author = fields.object("author");
  const [reference, forwarded] = [fields.object("reference"), fields.object("forwardedMessage")];
  const [role, time] = [roleOf(type), fileTimeOf(writtenText)];
  const attachments = [...attachmentsOf3(fields), ...forwarded ? attachmentsOf3(forwarded) : []];
  const isReply = type === "Reply" || type === "19";
  const record2 = {
    chat: 0,
    kind: kindOf3(role, attachments),
    speaker: nameOf(author),
    writtenText,
    // The text of a forwarded message stands apart, and its own is empty.
    body: content || (forwarded?.text("content") ?? ""),
    span: span2,
    rule: `discord-exporter/${forwarded ? "forward" : role === "written" ? "message" : "service"}`,
    ...time,
    doubts: [],
    ...isReply ? replyOf(reference, channel) : {},
    ...forwarded ? originOf(reference, forwarded) : {},
    ...optionalFields(element, { type, role, author, time, attachments })
  };
  return { ...record2, doubts: doubtsOf2(element, record2) };
}

// src/portable/chat/discord/text-form.ts
var TYPED = /<(?:@[!&]?|#|a?:\w{1,40}:)\d{15,20}>/;
var TextForm = class {
  #typed = 0;
  look(body) {
    if (body.includes("<") && TYPED.test(body)) this.#typed += 1;
  }
  /** What was seen; null when nothing was. */
  get detail() {
    return this.#typed === 0 ? null : `Messages with mentions or emoji written as numbers: ${this.#typed}, so texts look as they were typed.`;
  }
};

// src/portable/chat/discord/exporter-read.ts
var DISCORD_EXPORTER_READER = "discord-exporter-json/2";
var OBJECT8 = 123;
var ARRAY8 = 91;
var MESSAGE_START3 = /^\{\s*"id"\s*:\s*"\d{1,20}"\s*,\s*"type"\s*:/;
var SECTIONS_NAMED = 20;
var ROOT_KEYS = /* @__PURE__ */ new Set(["guild", "channel", "dateRange", "exportedAt", "messages", "messageCount"]);
var ExporterWalk = class {
  array;
  chat = { name: null, id: null, kind: null };
  form = new TextForm();
  #others = /* @__PURE__ */ new Set();
  /** Of the server and the channel. */
  #names = [null, null];
  #dates = [];
  #stated = null;
  #messages = 0;
  constructor(source) {
    this.array = new ArrayWalk(source);
  }
  *records() {
    const { array } = this;
    const { json } = array;
    if (array.begin() !== OBJECT8 || !json.enter()) {
      array.end(json.at);
      return;
    }
    for (let key = json.nextMember(); key !== null; key = json.nextMember()) {
      if (key === "messages" && json.peek() === ARRAY8) yield* this.#records();
      else this.#member(key);
      if (array.isEnded) return;
    }
    array.endDocument();
  }
  note(ledger) {
    this.array.note(ledger);
    ledger.noteFile("deleted-not-exported");
    ledger.noteFile("text-form-not-stated", this.form.detail);
    if (this.#others.size > 0) ledger.noteFile("sections-not-read", [...this.#others].join(", "));
    const [after, before] = this.#dates;
    const limits = [after ? `after ${after}` : null, before ? `before ${before}` : null].filter(Boolean);
    if (limits.length > 0) ledger.noteFile("export-limited", limits.join(", "));
    this.#noteCount(ledger);
  }
  /** A file that was cut off has no count at its end, and says enough by that. */
  #noteCount(ledger) {
    if (this.#stated === null) {
      if (!this.array.isCutOff) ledger.noteFile("count-missing");
    } else if (this.#stated !== String(this.#messages))
      ledger.noteFile("count-differs", `Stated: ${this.#stated}; read: ${this.#messages}`);
  }
  *#records() {
    for (const element of this.array.objects(MESSAGE_START3)) {
      const record2 = exporterRecord(element, this.chat.id);
      this.#messages += 1;
      this.form.look(record2.body);
      yield record2;
    }
  }
  #member(key) {
    const { json } = this.array;
    json.peek();
    const from = json.at;
    const value = json.value();
    if (!ROOT_KEYS.has(key) && this.#others.size < SECTIONS_NAMED) this.#others.add(key);
    if (value !== null) this.#describe(key, value);
    else if (json.stop !== "too-large") this.array.end(from);
  }
  #describe(key, value) {
    const { scanner, window } = this.array.json;
    if (key === "messageCount") this.#stated = textOf(window.bytes, ...value);
    if (window.bytes[value[0]] !== OBJECT8) return;
    const fields = new JsonFields(scanner, value, new TextNotes());
    if (key === "guild") this.#names[0] = fields.text("name");
    if (key === "channel") {
      this.#names[1] = fields.text("name");
      this.chat.id = fields.text("id");
      this.chat.kind = fields.text("type");
    }
    this.chat.name = this.#names.filter(Boolean).join(" / ") || null;
    if (key === "dateRange") this.#dates = [fields.text("after"), fields.text("before")];
  }
};
function zoneOf({ offsetsMinutes, localOnly, both }) {
  if (both > 0) {
    const statement2 = "Each time is written with its offset from UTC, of the computer on which the export was made.";
    return { basis: "offset-in-file", offsetsMinutes, statement: statement2 };
  }
  if (localOnly === 0) return { basis: "unknown", offsetsMinutes, statement: "The file gives no times." };
  const statement = "Times are as the exporting computer showed them. Its time zone is not in the file.";
  return { basis: "exporter-local", offsetsMinutes, statement };
}
function passOf2(source) {
  const walk = new ExporterWalk(source);
  return {
    records: walk.records(),
    chats: [walk.chat],
    unread: walk.array.unread.spans,
    finish(ledger, { localOnly }) {
      walk.note(ledger);
      if (localOnly > 0) ledger.noteFile("zone-not-stated");
    },
    zone: zoneOf
  };
}
function readDiscordExporter(source) {
  return readingOfRecords({
    format: "discord-exporter-json",
    reader: DISCORD_EXPORTER_READER,
    sizeBytes: source.size,
    serviceBeganMs: Date.UTC(2015, 0, 1),
    mayRunNewestFirst: true,
    walk: () => passOf2(source)
  });
}

// src/portable/chat/lines/csv-walk.ts
var QUOTE6 = 34;
var COMMA3 = 44;
var LF = 10;
var CR = 13;
var BOM_BYTES2 = 3;
var FIRST_BYTES2 = 4096;
var MOST_IN_VAIN = 4;
var BEGINNING_BYTES2 = 64;
var CsvWalk = class {
  window;
  markBytes;
  /** Bytes looked at, for tests of linear work. */
  #looked = 0;
  #beginning;
  #at;
  /** Bytes looked at for rows that were none. */
  #inVain = 0;
  #fields = [];
  #end = 0;
  #isBroken = false;
  constructor(source, beginning) {
    this.window = new Window(source);
    this.window.hold(0, BOM_BYTES2);
    this.markBytes = byteOrderMarkBytes(this.window.bytes);
    this.#at = this.markBytes;
    this.#beginning = beginning;
  }
  get steps() {
    return this.#looked + this.window.steps;
  }
  /** The next row, whose fields can be decoded until the next step; null at the end of the item. */
  next() {
    const start = this.#at;
    if (start >= this.window.size) return null;
    const scanned = this.#scan(start);
    const isRow = scanned === "row";
    const limit = isRow ? this.#end : this.window.size;
    const isSuspect = !isRow || this.#isBroken && this.#holdsLineEnd(start, limit - 1);
    const again = isSuspect ? this.#nextBeginning(start, limit, isRow) : null;
    this.#at = again ?? limit;
    if (isRow && again === null)
      return { what: "row", span: [start, limit], fields: this.#fields, isBroken: this.#isBroken };
    const isCutOff = scanned === "open" && again === null && !this.#isGivenUp;
    const what = scanned === "too-large" ? scanned : isCutOff ? "cut-off" : "broken";
    return { what, span: [start, this.#at] };
  }
  /** The text of a field, as the row that was given last has it. */
  text({ start, end, hasPairs }) {
    const { bytes, base } = this.window;
    const text2 = textOf(bytes, start - base, end - base);
    return hasPairs ? text2.replaceAll('""', '"') : text2;
  }
  isUtf8([start, end]) {
    const { bytes, base } = this.window;
    return isUtf8(bytes, start - base, end - base);
  }
  /** Gives up at this row: everything from here on. */
  rest() {
    const span2 = [this.#at, this.window.size];
    this.#at = this.window.size;
    return span2;
  }
  get #isGivenUp() {
    return this.#inVain > MOST_IN_VAIN * this.window.size;
  }
  #scan(start) {
    const { window } = this;
    this.#fields = [];
    this.#isBroken = false;
    let [at, from, place, hasPairs] = [start, start, "begin", false];
    for (; ; ) {
      if (at >= window.end) {
        if (window.isLast) break;
        if (!window.hold(start, window.end + Math.max(FIRST_BYTES2, window.end - start))) return "too-large";
        continue;
      }
      const { bytes, base } = window;
      const byte = bytes[at - base];
      if (place === "quoted") {
        const found2 = bytes.indexOf(QUOTE6, at - base);
        this.#looked += (found2 < 0 ? bytes.length : found2) - (at - base);
        at = found2 < 0 ? window.end : base + found2 + 1;
        if (found2 >= 0) place = "closed";
        continue;
      }
      this.#looked += 1;
      if (byte === COMMA3 || byte === LF) {
        this.#push(from, at, place, hasPairs);
        if (byte === LF) return this.#ended(at + 1);
        [from, place, hasPairs] = [at + 1, "begin", false];
      } else {
        hasPairs ||= byte === QUOTE6 && place === "closed";
        place = placeAfter(place, byte);
      }
      at += 1;
    }
    if (place === "quoted") return "open";
    this.#push(from, at, place, hasPairs);
    return this.#ended(at);
  }
  #ended(at) {
    this.#end = at;
    return "row";
  }
  /** The field from `from` up to the comma or line end at `at`. */
  #push(from, at, place, hasPairs) {
    const isInQuotes = place === "closed" || place === "closed-cr";
    const { bytes, base } = this.window;
    const isLineEnd = bytes[at - base] === LF;
    const end = isLineEnd && at > from && bytes[at - 1 - base] === CR ? at - 1 : at;
    if (isInQuotes && (place === "closed" || isLineEnd)) {
      this.#fields.push({ start: from + 1, end: end - 1, hasPairs });
      return;
    }
    if (place === "raw" || isInQuotes) this.#isBroken = true;
    this.#fields.push({ start: from, end, hasPairs: false });
  }
  #holdsLineEnd(start, end) {
    const { bytes, base } = this.window;
    const found2 = bytes.indexOf(LF, start - base);
    return found2 >= 0 && base + found2 < end;
  }
  /** The first line behind `start` that begins like a row, before `limit`. */
  #nextBeginning(start, limit, isHeld) {
    this.#inVain += this.window.end - start;
    if (this.#isGivenUp) return null;
    const { window } = this;
    for (let at = start; at < limit; ) {
      if (!isHeld) window.hold(at, at + BEGINNING_BYTES2);
      const { bytes, base } = window;
      const found2 = bytes.indexOf(LF, at - base);
      this.#looked += (found2 < 0 ? bytes.length : found2) - (at - base) + 1;
      at = found2 < 0 ? window.end : base + found2 + 1;
      if (found2 < 0 || at >= limit) continue;
      if (!isHeld) window.hold(at, at + BEGINNING_BYTES2);
      const local = at - window.base;
      if (this.#beginning.test(
        textOf(window.bytes, local, Math.min(local + BEGINNING_BYTES2, limit - window.base))
      ))
        return at;
    }
    return null;
  }
};
function placeAfter(place, byte) {
  if (place === "begin") return byte === QUOTE6 ? "quoted" : "bare";
  if (place === "closed") return byte === QUOTE6 ? "quoted" : byte === CR ? "closed-cr" : "raw";
  return place === "bare" ? "bare" : "raw";
}

// src/portable/chat/discord/package-record.ts
function attachmentsOf4(text2) {
  return text2.split(/\s+/).filter(Boolean).map((url) => ({ name: nameIn(url), kind: null, included: false, note: url }));
}
function nameIn(url) {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  return path.slice(path.lastIndexOf("/") + 1) || null;
}
function timeOf(text2) {
  const time = text2 === null ? null : offsetTimeOf(text2);
  if (!time) return { ...NO_TIME, isBare: false };
  const { clockMs, offsetMinutes, precision } = time;
  const utcMs = clockMs - (offsetMinutes ?? 0) * 6e4;
  return { localMs: offsetMinutes ? clockMs : null, utcMs, precision, isBare: offsetMinutes === null };
}
var PackageMessages = class {
  #bareTimes = 0;
  /** The message of a row; `doubts` are those its bytes gave. */
  record(row, doubts) {
    const { isBare, ...time } = timeOf(row.timestamp);
    if (isBare) this.#bareTimes += 1;
    const attachments = attachmentsOf4(row.attachments ?? "");
    return {
      chat: 0,
      kind: attachments.length > 0 ? "media" : "text",
      speaker: null,
      writtenText: row.timestamp ?? "",
      body: row.contents ?? "",
      span: row.span,
      rule: row.rule,
      ...time,
      doubts: [...doubts, ...snowflakeDoubts(row.id, time.utcMs)],
      ...present("id", row.id),
      ...attachments.length > 0 ? { attachments } : {}
    };
  }
  note(ledger) {
    ledger.noteFile("own-messages-only");
    ledger.noteFile("deleted-not-exported");
    if (this.#bareTimes > 0) ledger.noteFile("zone-taken-as-utc", `Times without a zone: ${this.#bareTimes}`);
  }
};
function packageZone({ offsetsMinutes, both, utcOnly }) {
  if (both > 0) {
    const statement2 = "Times are written with their offset from UTC; those without one are read as UTC.";
    return { basis: "offset-in-file", offsetsMinutes, statement: statement2 };
  }
  if (utcOnly === 0) return { basis: "unknown", offsetsMinutes, statement: "The file gives no times." };
  const statement = "The package gives times in UTC, and they are shown in UTC. The local time is not known.";
  return { basis: "utc", offsetsMinutes, statement };
}

// src/portable/chat/discord/package-csv-read.ts
var DISCORD_PACKAGE_CSV_READER = "discord-package-csv/2";
var COLUMNS = ["ID", "Timestamp", "Contents", "Attachments"];
var ROW_START2 = /^"?\d{15,20}"?,"?\d{4}-\d\d-\d\d/;
var NUMBER3 = /^\d{1,20}$/;
var DAY = /^\d{4}-\d\d-\d\d/;
var PackageCsvWalk = class {
  unread = new UnreadSpans();
  #csv;
  #messages = new PackageMessages();
  #seen = /* @__PURE__ */ new Set();
  #columns = COLUMNS;
  constructor(source) {
    this.#csv = new CsvWalk(source, ROW_START2);
  }
  *records() {
    for (let step = this.#csv.next(), n = 0; step !== null; step = this.#csv.next(), n += 1) {
      const record2 = step.what === "row" ? this.#row(step, n === 0) : this.#failed(step);
      if (record2) yield record2;
      if (this.unread.isFull) this.unread.add(this.#csv.rest());
    }
  }
  note(ledger) {
    if (this.#csv.markBytes > 0) ledger.noteFile("byte-order-mark");
    for (const code of this.#seen) ledger.noteFile(code);
    this.#messages.note(ledger);
  }
  #failed({ what, span: span2 }) {
    const codes = {
      broken: "row-broken",
      "cut-off": "file-cut-off",
      "too-large": "message-too-large"
    };
    return this.#notRead(codes[what], span2);
  }
  #notRead(code, span2) {
    this.#seen.add(code);
    this.unread.add(span2);
    return null;
  }
  /** The message of a row; null for the names of the columns, for an empty line, and for what is no message. */
  #row(row, isFirst) {
    const texts = row.fields.map((field) => this.#csv.text(field));
    if (isFirst && texts[0]?.trim().toUpperCase() === "ID") {
      this.#columns = texts.map((text2) => text2.trim());
      return null;
    }
    if (texts.length === 1 && texts[0]?.trim() === "") return null;
    const isShort = texts.length < this.#columns.length;
    if (isShort && this.#isUnfinished(row.span)) return this.#notRead("file-cut-off", row.span);
    const [id, timestamp] = [this.#value(texts, "ID"), this.#value(texts, "Timestamp")];
    if (!NUMBER3.test(id ?? "") && !DAY.test(timestamp ?? "")) return this.#notRead("row-broken", row.span);
    return this.#record(row, texts, id);
  }
  #record(row, texts, id) {
    const doubts = [];
    if (row.isBroken || texts.length !== this.#columns.length) doubts.push("row-broken");
    if (texts.some((text2) => text2.includes("\uFFFD")) && !this.#csv.isUtf8(row.span))
      doubts.push("invalid-utf8");
    if (this.#columns.some((name) => !COLUMNS.includes(name))) doubts.push("unknown-fields");
    const message = {
      id,
      timestamp: this.#value(texts, "Timestamp"),
      contents: this.#value(texts, "Contents"),
      attachments: this.#value(texts, "Attachments"),
      span: row.span,
      rule: "discord-package/csv-row"
    };
    return { ...this.#messages.record(message, doubts), ...this.#leftovers(texts).extra };
  }
  /** Fields without a column, and columns that are not known. */
  #leftovers(texts) {
    const left = new Leftovers();
    texts.forEach((text2, i) => {
      const column = this.#columns[i] ?? `field ${i + 1}`;
      if (!COLUMNS.includes(column)) left.addText(column, text2);
    });
    return left;
  }
  #value(texts, column) {
    return texts[this.#columns.indexOf(column)] ?? null;
  }
  /** The item ends within this row: no line end closes it. */
  #isUnfinished([, end]) {
    const { bytes, size } = this.#csv.window;
    return end === size && bytes.at(-1) !== 10;
  }
};
function passOf3(source) {
  const walk = new PackageCsvWalk(source);
  return {
    records: walk.records(),
    chats: [],
    unread: walk.unread.spans,
    finish: (ledger) => walk.note(ledger),
    zone: packageZone
  };
}
function readDiscordPackageCsv(source) {
  return readingOfRecords({
    format: "discord-package-csv",
    reader: DISCORD_PACKAGE_CSV_READER,
    sizeBytes: source.size,
    mayRunNewestFirst: true,
    walk: () => passOf3(source)
  });
}

// src/portable/chat/discord/package-json-read.ts
var DISCORD_PACKAGE_JSON_READER = "discord-package-json/2";
var ARRAY9 = 91;
var MESSAGE_START4 = /^\{\s*"ID"\s*:/;
var KEYS = /* @__PURE__ */ new Set(["ID", "Timestamp", "Contents", "Attachments"]);
function doubtsOf3({ fields, notes }) {
  const doubts = textDoubts(notes);
  if (fields.repeated.length > 0) doubts.push("repeated-key");
  if (hasUnknown(fields, KEYS)) doubts.push("unknown-fields");
  return doubts;
}
function recordOf(element, messages) {
  const { fields, notes, base, span: span2 } = element;
  const row = {
    id: fields.text("ID"),
    timestamp: fields.text("Timestamp"),
    contents: fields.text("Contents"),
    attachments: fields.text("Attachments"),
    span: span2,
    rule: "discord-package/json-row"
  };
  const left = new Leftovers();
  left.addMembers(fields, KEYS);
  return { ...messages.record(row, doubtsOf3(element)), ...left.extra, ...repairsAt(base, notes) };
}
function* recordsOf(walk, messages) {
  if (walk.begin() === ARRAY9)
    for (const element of walk.objects(MESSAGE_START4)) yield recordOf(element, messages);
  else walk.end(walk.json.at);
  if (!walk.isEnded) walk.endDocument();
}
function passOf4(source) {
  const walk = new ArrayWalk(source);
  const messages = new PackageMessages();
  return {
    records: recordsOf(walk, messages),
    chats: [],
    unread: walk.unread.spans,
    finish(ledger) {
      walk.note(ledger);
      messages.note(ledger);
    },
    zone: packageZone
  };
}
function readDiscordPackageJson(source) {
  return readingOfRecords({
    format: "discord-package-json",
    reader: DISCORD_PACKAGE_JSON_READER,
    sizeBytes: source.size,
    mayRunNewestFirst: true,
    walk: () => passOf4(source)
  });
}

// src/portable/chat/discord/sniff.ts
var CUT_OFF2 = "cut-off";
var EXPORTER_SIGNS = [
  [/"guild"\s*:\s*\{\s*"id"\s*:/, "server-and-number", 20],
  [/"channel"\s*:\s*\{\s*"id"\s*:/, "channel-and-number", 15],
  [/"dateRange"\s*:\s*\{/, "export-range", 15],
  [/"exportedAt"\s*:\s*"/, "export-time", 10],
  [/"messages"\s*:\s*\[/, "list-of-messages", 10],
  [/"timestampEdited"\s*:/, "timestamp-edited", 20],
  [/"callEndedTimestamp"\s*:/, "call-ended", 10]
];
var FEWEST_POINTS = 35;
function sniffDiscordExporter({ headText, tailText }) {
  if (!/^\s*\{/.test(headText)) return NOT_MINE;
  const seen = EXPORTER_SIGNS.filter(([pattern]) => pattern.test(headText));
  const score = seen.reduce((sum, [, , points]) => sum + points, 0);
  if (score < FEWEST_POINTS) return NOT_MINE;
  const broken = tailText.trimEnd().endsWith("}") ? null : CUT_OFF2;
  return { score, reasons: reasonsOf(...seen.map(([, sign]) => sign)), broken };
}
var PACKAGE_ROW = /^\s*\[\s*\{\s*"ID"\s*:\s*"?\d{1,20}"?\s*,\s*"Timestamp"\s*:\s*"/;
var PACKAGE_NAME = /(?:^|\/)messages\.(?:json|csv)$/i;
var NAMED4 = "file-name-of-package";
function sniffDiscordPackageJson({ headText, tailText, name }) {
  if (!PACKAGE_ROW.test(headText)) return NOT_MINE;
  const isWhole2 = /"Contents"\s*:/.test(headText);
  const isNamed = PACKAGE_NAME.test(name);
  return {
    score: 60 + (isWhole2 ? 30 : 0) + (isNamed ? 5 : 0),
    reasons: reasonsOf("id-and-timestamp", isNamed && NAMED4),
    broken: tailText.trimEnd().endsWith("]") ? null : CUT_OFF2
  };
}
var HEADER = /^"?ID"?,"?Timestamp"?,"?Contents"?(?:,|\r?\n|$)/;
function sniffDiscordPackageCsv({ headText, name }) {
  if (!HEADER.test(headText)) return NOT_MINE;
  const isNamed = PACKAGE_NAME.test(name);
  return {
    score: 90 + (isNamed ? 5 : 0),
    reasons: reasonsOf("package-columns", isNamed && NAMED4),
    broken: null
  };
}

// src/portable/chat/lines/line-walk.ts
var LF2 = 10;
var FIRST_BYTES3 = 4096;
var BOM_BYTES3 = 3;
var LineWalk = class {
  window;
  /** How many bytes a byte order mark takes at the beginning. */
  markBytes;
  /** The offsets of the line stepped over last. */
  start = 0;
  end;
  /** The first offset that is still held, of those that were asked for. */
  heldFrom = 0;
  /** Bytes looked at, for tests of linear work. */
  #looked = 0;
  constructor(source) {
    this.window = new Window(source);
    this.window.hold(0, BOM_BYTES3);
    this.markBytes = byteOrderMarkBytes(this.window.bytes);
    this.end = this.markBytes;
  }
  get steps() {
    return this.#looked + this.window.steps;
  }
  /**
   * Steps over the next line, holding the bytes from `keep` on, which is not behind its beginning. False at the end of the
   * item. What is too large to be held is let go: first what is before the line, then the line; see `heldFrom`.
   */
  next(keep = this.end) {
    this.start = this.end;
    this.heldFrom = keep;
    if (this.start >= this.window.size) return false;
    for (let from = this.start; ; ) {
      const { bytes, base, end } = this.window;
      const found2 = from < end ? bytes.indexOf(LF2, from - base) : -1;
      this.#looked += (found2 < 0 ? bytes.length : found2 + 1) - (from - base);
      if (found2 >= 0 || this.window.isLast) {
        this.end = found2 >= 0 ? base + found2 + 1 : this.window.size;
        return true;
      }
      from = end;
      this.#grow();
    }
  }
  /** Holds twice as much, or lets go of what is too large. */
  #grow() {
    const { window } = this;
    for (const from of [this.heldFrom, this.start, window.end]) {
      this.heldFrom = Math.max(this.heldFrom, from);
      const more = Math.max(FIRST_BYTES3, window.end - this.heldFrom);
      if (window.hold(this.heldFrom, window.end + more)) return;
    }
  }
};

// src/portable/chat/signal/attachments.ts
var HASH_BYTES = 32;
var BASE64_LENGTH = 44;
var HEX_LENGTH = 64;
function hashOf2(text2) {
  if (text2?.length === BASE64_LENGTH) {
    const bytes = fromBase64(text2);
    return bytes?.length === HASH_BYTES ? toHex(bytes) : null;
  }
  const digits = text2?.length === HEX_LENGTH ? text2.toLowerCase() : "";
  return fromHex(digits)?.length === HASH_BYTES ? digits : null;
}
function kindOf4(contentType) {
  const [, main] = /^(image|video|audio)\//.exec(contentType ?? "") ?? [];
  return main === "image" ? "photo" : main ?? contentType;
}
function attachmentOf2(pointer, kind2 = null) {
  const locator = pointer?.object("locatorInfo") ?? null;
  const sha2563 = hashOf2(locator?.text("plaintextHash") ?? null);
  const name = pointer?.text("fileName") ?? null;
  return {
    name,
    kind: kind2 ?? kindOf4(pointer?.text("contentType") ?? null),
    included: sha2563 !== null,
    note: null,
    ...present("sha256", sha2563),
    ...present("sizeBytes", locator?.count("size") ?? pointer?.count("size") ?? null)
  };
}
function attachmentsOf5(message) {
  const found2 = [];
  for (const one of message.objects("attachments")) {
    const isVoice = one.text("flag") === "VOICE_MESSAGE";
    found2.push(attachmentOf2(one.object("pointer"), isVoice ? "voice message" : null));
  }
  return found2;
}

// src/portable/chat/signal/chat-item.ts
var NOTHING = { kind: "other", body: "", attachments: [], message: null };
function standard(message) {
  const attachments = attachmentsOf5(message);
  const body = message.object("text")?.text("body") ?? "";
  return { kind: attachments.length > 0 ? "media" : "text", body, attachments, message };
}
function sticker(message) {
  const one = message.object("sticker");
  const emoji = one?.text("emoji") ?? null;
  const attachments = [{ ...attachmentOf2(one?.object("data") ?? null, "sticker"), note: emoji }];
  return { kind: "media", body: "", attachments, message };
}
function viewOnce(message) {
  const one = message.object("attachment");
  const attachments = one ? [attachmentOf2(one.object("pointer"))] : [];
  return { kind: "media", body: "", action: "viewOnceMessage", attachments, message };
}
function storyReply(message) {
  const text2 = message.object("textReply")?.object("text")?.text("body");
  return { kind: "text", body: text2 ?? message.text("emoji") ?? "", attachments: [], message };
}
function individualCall(call) {
  const type = call.text("type");
  const media = type === "AUDIO_CALL" ? "voice" : type === "VIDEO_CALL" ? "video" : null;
  return { media, outcome: call.text("state"), durationText: null, durationSeconds: null };
}
function groupCall(call) {
  const [start, end] = [call.count("startedCallTimestamp"), call.count("endedCallTimestamp")];
  const millis = start && end && end >= start ? end - start : null;
  return {
    media: null,
    outcome: call.text("state"),
    durationText: null,
    durationSeconds: millis === null ? null : Math.floor(millis / 1e3)
  };
}
function update(message) {
  const [key = null] = [...message.entries()].map(([name]) => name);
  const inner = key === null ? null : message.object(key);
  const isGroup = key === "groupCall";
  const action = key === "simpleUpdate" ? inner?.text("type") ?? key : key;
  const content = { ...NOTHING, kind: "system", message, ...present("action", action) };
  if (!inner || key !== "individualCall" && !isGroup) return content;
  return { ...content, kind: "call", call: isGroup ? groupCall(inner) : individualCall(inner) };
}
var READERS = {
  standardMessage: standard,
  contactMessage: (message) => ({ ...NOTHING, kind: "contact", message }),
  stickerMessage: sticker,
  remoteDeletedMessage: (message) => ({ ...NOTHING, kind: "deleted", message }),
  updateMessage: update,
  viewOnceMessage: viewOnce,
  directStoryReplyMessage: storyReply,
  poll: (message) => ({ ...NOTHING, kind: "poll", body: message.text("question") ?? "", message }),
  paymentNotification: (message) => ({ ...NOTHING, action: "paymentNotification", message }),
  giftBadge: (message) => ({ ...NOTHING, action: "giftBadge", message })
};
var CONTENT_KEYS = Object.keys(READERS);
function contentOf(item) {
  for (const key of CONTENT_KEYS) {
    const message = item.object(key);
    if (message) return READERS[key]?.(message) ?? NOTHING;
  }
  return NOTHING;
}
function messageId(author, sent) {
  return author === null || sent === null ? null : `${author}/${sent}`;
}
function reactionsOf3(message, people) {
  const found2 = [];
  for (const one of message.objects("reactions"))
    found2.push({ reaction: one.text("emoji") ?? "", by: people.get(one.text("authorId"))?.name ?? null });
  return found2;
}
function quoteOf(message) {
  const quote = message.object("quote");
  if (!quote) return {};
  const to = messageId(quote.text("authorId"), quote.text("targetSentTimestamp"));
  return { ...present("replyTo", to), ...present("quote", quote.object("text")?.text("body") ?? null) };
}
function earlierOf(item) {
  const found2 = [];
  for (const one of item.objects("revisions")) found2.push(contentOf(one).body);
  return found2.length > 0 ? found2 : null;
}

// src/portable/chat/signal/jsonl-record.ts
var READ2 = /* @__PURE__ */ new Set(["chatId", "authorId", "dateSent", "standardMessage"]);
var KNOWN2 = /* @__PURE__ */ new Set([
  ...READ2,
  ...CONTENT_KEYS,
  ...["expireStartDate", "expiresInMs", "revisions", "sms", "incoming", "outgoing", "directionless"]
]);
var MESSAGE_KNOWN = /* @__PURE__ */ new Set(["text", "quote", "attachments", "linkPreview", "longText", "reactions"]);
var TEXT_READ = /* @__PURE__ */ new Set(["body"]);
var MILLIS = /^\d{1,15}$/;
var LATEST_MS = 253402300799999;
function timeOf2(text2) {
  const ms = text2 !== null && MILLIS.test(text2) ? Number(text2) : 0;
  const isTime = ms > 0 && ms <= LATEST_MS;
  return { localMs: null, utcMs: isTime ? ms : null, precision: isTime ? "millisecond" : "none" };
}
function extraOf3({ frame, item }, message) {
  const left = new Leftovers();
  left.addMembers(frame, /* @__PURE__ */ new Set(["chatItem"]), "frame.");
  left.addMembers(item, READ2);
  if (!message) return left.extra;
  left.addMembers(message, /* @__PURE__ */ new Set(["text"]), "standardMessage.");
  const text2 = message.object("text");
  if (text2) left.addMembers(text2, TEXT_READ, "standardMessage.text.");
  return left.extra;
}
function doubtsOf4({ frame, item, notes }, standard2, speaker) {
  const doubts = textDoubts(notes);
  const isRepeated = [frame, item, ...standard2 ? [standard2] : []].some(
    ({ repeated }) => repeated.length > 0
  );
  const isUnknown = hasUnknown(frame, /* @__PURE__ */ new Set(["chatItem"])) || hasUnknown(item, KNOWN2);
  if (isRepeated) doubts.push("repeated-key");
  if (isUnknown || standard2 && hasUnknown(standard2, MESSAGE_KNOWN)) doubts.push("unknown-fields");
  if (speaker === null) doubts.push("sender-not-named");
  return doubts;
}
function itemRecord(line, chat, people) {
  const { item, notes, base, span: span2 } = line;
  const [authorId, sent] = [item.text("authorId"), item.text("dateSent")];
  const author = people.get(authorId);
  const { kind: kind2, body, attachments, message, ...more } = contentOf(item);
  const standard2 = item.object("standardMessage");
  const earlier = earlierOf(item);
  const reactions = message ? reactionsOf3(message, people) : [];
  const isUpdate = kind2 === "system" || kind2 === "call";
  const record2 = {
    chat,
    kind: kind2,
    speaker: author?.name ?? null,
    writtenText: sent ?? "",
    body,
    span: span2,
    rule: `signal/${isUpdate ? "update" : "item"}`,
    ...timeOf2(sent),
    doubts: [],
    // Several updates may bear one time; of messages, nobody sends two at one.
    ...isUpdate ? {} : present("id", messageId(authorId, sent)),
    ...message ? quoteOf(message) : {},
    ...earlier ? { edited: { written: null, instant: null, earlier } } : {},
    ...more,
    ...attachments.length > 0 ? { attachments } : {},
    ...present("speakerId", author?.id ?? authorId),
    ...extraOf3(line, standard2),
    ...reactions.length > 0 ? { reactions } : {}
  };
  return { ...record2, ...repairsAt(base, notes), doubts: doubtsOf4(line, standard2, record2.speaker) };
}

// src/portable/chat/signal/people.ts
var MOST_PEOPLE = 1e5;
var MOST_CHARACTERS2 = 1 << 24;
var KINDS3 = ["contact", "group", "self", "releaseNotes", "distributionList", "callLink"];
function joined(...parts) {
  return parts.filter(Boolean).join(" ") || null;
}
function nameOfContact(contact) {
  const nickname = contact.object("nickname");
  return joined(contact.text("profileGivenName"), contact.text("profileFamilyName")) ?? joined(contact.text("systemGivenName"), contact.text("systemFamilyName")) ?? joined(nickname?.text("given"), nickname?.text("family")) ?? joined(contact.text("username")) ?? numberOf(contact);
}
function numberOf(contact) {
  const number2 = contact.text("e164");
  return number2 !== null && /^\d+$/.test(number2) ? `+${number2}` : number2;
}
var People2 = class {
  /** True once somebody was not kept: names may be missing from then on. */
  isFull = false;
  #people = /* @__PURE__ */ new Map();
  #characters = 0;
  #self = null;
  /** The account whose export it is: its own recipient has no name. */
  addAccount(account) {
    this.#self = joined(account.text("givenName"), account.text("familyName")) ?? account.text("username");
  }
  add(recipient) {
    const id = recipient.text("id");
    if (id === null) return;
    const person = this.#personOf(recipient);
    this.#characters += id.length + (person.name?.length ?? 0) + (person.id?.length ?? 0);
    if (this.#people.size < MOST_PEOPLE && this.#characters <= MOST_CHARACTERS2) this.#people.set(id, person);
    else this.isFull = true;
  }
  get(id) {
    return id === null ? null : this.#people.get(id) ?? null;
  }
  #personOf(recipient) {
    const kind2 = KINDS3.find((key) => recipient.has(key)) ?? null;
    const contact = recipient.object("contact");
    if (contact) return { name: nameOfContact(contact), id: numberOf(contact) ?? contact.text("aci"), kind: kind2 };
    if (kind2 === "self") return { name: this.#self, id: null, kind: kind2 };
    const title = recipient.object("group")?.object("snapshot")?.object("title")?.text("title") ?? null;
    return { name: title, id: null, kind: kind2 };
  }
};

// src/portable/chat/signal/jsonl-read.ts
var SIGNAL_JSONL_READER = "signal-jsonl/2";
var OBJECT9 = 123;
var LF3 = 10;
var MOST_CHATS2 = 2e4;
var SECTIONS_NAMED2 = 20;
var NOTHING2 = new Uint8Array(0);
var ABOUT = [
  "version",
  "backupTimeMs",
  "mediaRootBackupKey",
  "currentAppVersion",
  "firstAppVersion",
  "debugInfo"
];
var FrameWalk = class {
  chats = [];
  unread = new UnreadSpans();
  #lines;
  #scanner = new JsonScanner(NOTHING2);
  #people = new People2();
  #chatIndex = /* @__PURE__ */ new Map();
  #seen = /* @__PURE__ */ new Set();
  #others = /* @__PURE__ */ new Set();
  constructor(source) {
    this.#lines = new LineWalk(source);
  }
  *records() {
    const lines = this.#lines;
    while (!this.unread.isFull && lines.next()) {
      const record2 = this.#record();
      if (record2) yield record2;
    }
    this.unread.add([lines.end, lines.window.size]);
  }
  note(ledger) {
    if (this.#lines.markBytes > 0) ledger.noteFile("byte-order-mark");
    for (const code of this.#seen) ledger.noteFile(code);
    if (this.#others.size > 0) ledger.noteFile("sections-not-read", [...this.#others].join(", "));
    if (this.#people.isFull) ledger.noteFile("sender-not-named");
  }
  /** The message of the line stepped over last; null when it holds something else. */
  #record() {
    const line = this.#line();
    if (!line) return null;
    const { fields, notes, start, end } = line;
    const item = fields.object("chatItem");
    if (!item) return this.#frame(fields);
    const { base } = this.#lines.window;
    const chat = this.#chatOf(item.text("chatId"));
    return itemRecord(
      { frame: fields, item, notes, base, span: [base + start, base + end] },
      chat,
      this.#people
    );
  }
  /** The object in the line, when it holds one and nothing else. An empty line is nothing. */
  #line() {
    const { window, start: from, end: to, heldFrom } = this.#lines;
    if (heldFrom > from) return this.#notRead("message-too-large");
    const held = window.bytes.subarray(0, to - window.base);
    this.#scanner.bytes = held;
    const start = this.#scanner.skipSpace(from - window.base);
    if (start >= held.length) return null;
    const end = held[start] === OBJECT9 ? this.#scanner.valueEnd(start) : start;
    if (end === CUT_OFF && to === window.size && held.at(-1) !== LF3) return this.#notRead("file-cut-off");
    if (end <= start || !isBlank(held, end)) return this.#notRead("json-broken");
    const notes = new TextNotes();
    return { fields: new JsonFields(this.#scanner, [start, end], notes), notes, start, end: held.length };
  }
  #notRead(code) {
    this.#seen.add(code);
    this.unread.add([this.#lines.start, this.#lines.end]);
    return null;
  }
  /** What is said of people and chats is remembered; the rest is envelope, and named. */
  #frame(fields) {
    const account = fields.object("account");
    const recipient = fields.object("recipient");
    const chat = fields.object("chat");
    if (account) this.#people.addAccount(account);
    if (recipient) this.#people.add(recipient);
    if (chat) this.#describe(chat);
    if (account || recipient || chat) return null;
    for (const [key] of fields.entries())
      if (!ABOUT.includes(key) && this.#others.size < SECTIONS_NAMED2) this.#others.add(key);
    return null;
  }
  #describe(fields) {
    const chat = this.chats[this.#chatOf(fields.text("id"))];
    const recipient = this.#people.get(fields.text("recipientId"));
    if (!chat || chat.id === null) return;
    chat.name = recipient?.name ?? null;
    chat.kind = recipient?.kind ?? null;
  }
  /** The index of a chat, a new one when it was not named before. */
  #chatOf(id) {
    const key = this.#chatIndex.size < MOST_CHATS2 ? id ?? "" : "";
    const known = this.#chatIndex.get(id ?? "") ?? this.#chatIndex.get(key);
    if (known !== void 0) return known;
    const index = this.chats.push({ name: null, id: key === "" ? null : key, kind: null }) - 1;
    this.#chatIndex.set(key, index);
    return index;
  }
};
function isBlank(bytes, from) {
  for (let i = from; i < bytes.length; i++) if (!isJsonSpace(bytes[i])) return false;
  return true;
}
function zoneOf2({ utcOnly }) {
  if (utcOnly === 0) return { basis: "unknown", offsetsMinutes: [], statement: "The file gives no times." };
  const statement = "Times are in UTC, as the phone of the sender set them. The local time is not in the file.";
  return { basis: "utc", offsetsMinutes: [], statement };
}
function passOf5(source) {
  const walk = new FrameWalk(source);
  return {
    records: walk.records(),
    chats: walk.chats,
    unread: walk.unread.spans,
    finish: (ledger) => walk.note(ledger),
    zone: zoneOf2
  };
}
function readSignalJsonl(source) {
  return readingOfRecords({
    format: "signal-jsonl",
    reader: SIGNAL_JSONL_READER,
    sizeBytes: source.size,
    walk: () => passOf5(source)
  });
}

// src/portable/chat/signal/equal-messages.ts
var MOST_KEPT3 = 1e3;
var LONGEST = 200;
var EqualMessages = class {
  /** True once two such messages were seen: then the file was not put together by that rule. */
  wereSeen = false;
  #minute = null;
  #kept = /* @__PURE__ */ new Set();
  look({ localMs, speaker, body }) {
    if (this.wereSeen || localMs === null || body.length > LONGEST) return;
    const minute = Math.floor(localMs / 6e4);
    if (minute !== this.#minute) this.#kept.clear();
    this.#minute = minute;
    const key = `${speaker}
${body.replace(/[\n>]/g, "").trim()}`;
    this.wereSeen = this.#kept.has(key);
    if (this.#kept.size < MOST_KEPT3) this.#kept.add(key);
  }
};

// src/portable/chat/signal/markdown-header.ts
var OPENING = 91;
var HEADER2 = /^\[(\d{4}-\d\d-\d\d)(,?) (\d\d:\d\d)(:\d\d)?\] ([^\n]*?):(?: |(?=\r?\n|$))/;
var SHORTEST = 11;
var HYPHENS = [5, 8];
var HYPHEN = 45;
var NO_YEAR = "1970-";
function markdownHeader(bytes, start, end) {
  if (bytes[start] !== OPENING || end - start < SHORTEST) return null;
  if (HYPHENS.some((at) => bytes[start + at] !== HYPHEN)) return null;
  return headerIn(textOf(bytes, start, end));
}
function headerIn(text2) {
  const match = HEADER2.exec(text2);
  if (!match) return null;
  const [whole, date = "", comma = "", minutes = "", seconds, sender = ""] = match;
  const at = date.startsWith(NO_YEAR) ? null : secondsOfIso(`${date}T${minutes}${seconds ?? ":00"}`);
  const precision = at === null ? "none" : seconds === void 0 ? "minute" : "second";
  return {
    writtenText: `${date}${comma} ${minutes}${seconds ?? ""}`,
    time: { localMs: at === null ? null : at * 1e3, utcMs: null, precision },
    sender,
    length: whole.length,
    form: `[DATE${comma} TIME] with ${seconds === void 0 ? "minutes" : "seconds"}`
  };
}

// src/portable/chat/signal/markdown-body.ts
var BREAK = "  ";
var REACTIONS = /^\(- (.+) -\)$/;
var STICKER = /^\(\( (.+) \)\)$/;
var LONGEST_LINK = 2048;
function markdownBody(text2) {
  const attachments = [];
  let rest = withoutLineEnds(text2);
  for (let link = linkAtEnd(rest); link !== null; link = linkAtEnd(rest)) {
    attachments.push(link.attachment);
    rest = link.before;
  }
  const sticker2 = lineAtEnd(rest, STICKER);
  if (sticker2) {
    attachments.push({ name: null, kind: "sticker", included: false, note: sticker2.inner });
    rest = sticker2.before;
  }
  const line = lineAtEnd(rest, REACTIONS);
  const reactions = line ? reactionsIn(line.inner) : [];
  if (line && reactions.length > 0) rest = line.before;
  const hasBlanks = rest.endsWith(BREAK);
  const { quote, behind } = quoteAtStart(hasBlanks ? rest.slice(0, -BREAK.length) : rest);
  return { body: behind, quote, reactions, attachments: attachments.toReversed(), hasBlanks };
}
function withoutLineEnds(text2) {
  let end = text2.length;
  while (end > 0 && (text2[end - 1] === "\n" || text2[end - 1] === "\r")) end -= 1;
  return text2.slice(0, end);
}
function lineAtEnd(text2, form) {
  const at = text2.lastIndexOf("\n");
  const match = at < 0 ? null : form.exec(text2.slice(at + 1));
  if (!match) return null;
  const before = text2.slice(0, text2[at - 1] === "\r" ? at - 1 : at);
  return { before, inner: match[1] ?? "" };
}
function reactionsIn(text2) {
  const found2 = [];
  let name = [];
  for (const part of text2.split(", ")) {
    const at = part.lastIndexOf(": ");
    name.push(at < 0 ? part : part.slice(0, at));
    if (at < 0) continue;
    found2.push({ reaction: part.slice(at + 2), by: name.join(", ") });
    name = [];
  }
  return name.length === 0 ? found2 : [];
}
function linkAtEnd(text2) {
  const end = text2.endsWith(BREAK) ? text2.length - BREAK.length : text2.length;
  if (text2[end - 1] !== ")") return null;
  const tailFrom = Math.max(0, end - LONGEST_LINK);
  const tail2 = text2.slice(tailFrom, end - 1);
  const line = tail2.slice(tail2.lastIndexOf("\n") + 1);
  const from = end - 1 - line.length;
  const middle = Math.max(line.lastIndexOf("](./"), line.lastIndexOf("](../"));
  if (middle < 0) return null;
  const path = line.slice(middle + 2);
  const name = nameBefore(line.slice(0, middle), path);
  if (name === null) return null;
  const opening = middle - name.length - 1;
  const isPicture = line[opening - 1] === "!";
  const isSticker = path.startsWith("../");
  const kind2 = isSticker ? "sticker" : isPicture ? "photo" : null;
  return {
    before: text2.slice(0, from + opening - (isPicture ? 1 : 0)),
    attachment: { name: isSticker ? path : name, kind: kind2, included: true, note: isSticker ? name : null }
  };
}
function nameBefore(text2, path) {
  const inPath = path.slice(path.lastIndexOf("/") + 1).replaceAll("%20", " ");
  if (inPath !== "" && text2.endsWith(`[${inPath}`)) return inPath;
  const at = text2.lastIndexOf("[");
  return at < 0 ? null : text2.slice(at + 1);
}
function quoteAtStart(text2) {
  const lead = /^(?:\r?\n){1,2}(?=> )/.exec(text2);
  if (!lead) return { quote: null, behind: text2 };
  const lines = [];
  let at = lead[0].length;
  while (text2.startsWith(">", at)) {
    const end = lineEnd(text2, at);
    lines.push(text2.slice(text2.startsWith("> ", at) ? at + 2 : at + 1, end).replace(/\r$/, ""));
    at = end + 1;
  }
  const empty = /^\r?\n/.exec(text2.slice(at, at + 2));
  return { quote: lines.join("\n"), behind: text2.slice(at + (empty?.[0].length ?? 0)) };
}
function lineEnd(text2, from) {
  const at = text2.indexOf("\n", from);
  return at < 0 ? text2.length : at;
}

// src/portable/chat/signal/markdown-call.ts
var SENTENCE = /^(Incoming|Outgoing|Missed) (?:(\w{1,20}) )?call(?: \(([^()\n]{1,60})\))?$/;
var DURATION = /^(?:(\d{1,6})m )?(\d{1,2})s$/;
function markdownCall(text2) {
  const match = text2.length > 120 ? null : SENTENCE.exec(text2);
  if (!match) return null;
  const [, direction, media, details = ""] = match;
  const [outcome = "", durationText = null] = details.split(", ");
  return {
    media: media === "voice" || media === "video" ? media : null,
    outcome: direction === "Missed" ? "missed" : outcome || null,
    durationText,
    durationSeconds: durationText === null ? null : secondsOf(durationText)
  };
}
function secondsOf(text2) {
  const match = DURATION.exec(text2);
  return match ? Number(match[1] ?? 0) * 60 + Number(match[2]) : null;
}

// src/portable/chat/signal/markdown-record.ts
var DELETED = "(This message was deleted)";
var NOBODY = "No-Sender";
function kindOf5({ body, attachments, hasBlanks }) {
  if (body === DELETED && !hasBlanks) return { kind: "deleted" };
  const call = markdownCall(body);
  if (call) return { kind: "call", call };
  return { kind: attachments.length > 0 ? "media" : "text" };
}
function continuationsOf({ bytes, secondLine, end, base }) {
  const isBlank3 = textOf(bytes, secondLine, end).trim() === "";
  return isBlank3 ? {} : { continuations: [[base + secondLine, base + end]] };
}
function markdownRecord(held) {
  const { header, bytes, start, end, base } = held;
  const text2 = textOf(bytes, start, end);
  const parts = markdownBody(text2.slice(header.length));
  const { body, quote, reactions, attachments } = parts;
  const kind2 = kindOf5(parts);
  const speaker = header.sender === "" || header.sender === NOBODY ? null : header.sender;
  const doubts = [];
  if (text2.includes("\uFFFD") && !isUtf8(bytes, start, end)) doubts.push("invalid-utf8");
  if (text2.includes("\0")) doubts.push("nul-bytes");
  if (speaker === null) doubts.push("sender-not-named");
  if (kind2.kind === "call") doubts.push("system-or-user");
  const other = { kind: "text", speaker, body };
  return {
    chat: 0,
    ...kind2,
    speaker,
    writtenText: header.writtenText,
    body,
    span: [base + start, base + end],
    rule: "signal-export/message",
    ...header.time,
    doubts,
    ...attachments.length > 0 ? { attachments } : {},
    ...continuationsOf(held),
    ...kind2.kind === "call" ? { otherReading: other } : {},
    ...reactions.length > 0 ? { reactions } : {},
    ...present("quote", quote)
  };
}

// src/portable/chat/signal/markdown-read.ts
var SIGNAL_EXPORT_READER = "signal-export-md/2";
var LF4 = 10;
var CR2 = 13;
var USUAL_TO_ONE = 4;
var MOST_LISTED4 = 1e3;
var MarkdownWalk = class {
  unread = new UnreadSpans();
  #lines;
  #equal = new EqualMessages();
  #forms = /* @__PURE__ */ new Set();
  /** Messages whose header has no empty line before it, of all but the first. */
  #close = [];
  #spaced = 0;
  #closed = 0;
  #hasLarge = false;
  #lineEnds = { crlf: 0, lf: 0 };
  #messages = 0;
  #isAfterEmpty = false;
  constructor(source) {
    this.#lines = new LineWalk(source);
  }
  *records() {
    const lines = this.#lines;
    let open3 = null;
    while (!this.unread.isFull && lines.next(open3?.isLarge === false ? open3.start : lines.end)) {
      if (open3 && lines.heldFrom > open3.start) open3.isLarge = true;
      const header = this.#header();
      if (header) {
        if (open3) yield* this.#message(open3, lines.start);
        this.#lookAround(header);
        open3 = { header, start: lines.start, secondLine: lines.end, isLarge: lines.heldFrom > lines.start };
      } else if (!open3) this.#passOver();
      this.#lookAtEnd();
    }
    if (open3) yield* this.#message(open3, lines.end);
    this.unread.add([lines.end, lines.window.size]);
  }
  note(ledger) {
    if (this.#lines.markBytes > 0) ledger.noteFile("byte-order-mark");
    if (this.#hasLarge) ledger.noteFile("message-too-large");
    if (this.#forms.size > 1) ledger.noteFile("mixed-header-shapes", [...this.#forms].sort().join("; "));
    if (this.#lineEnds.crlf > 0 && this.#lineEnds.lf > 0) ledger.noteFile("mixed-line-ends");
    if (this.#messages === 0) return;
    ledger.noteFile("zone-not-stated");
    ledger.noteFile("made-by-another-program");
    if (!this.#equal.wereSeen) ledger.noteFile("equal-messages-may-be-one");
    if (this.#closed * USUAL_TO_ONE <= this.#spaced)
      for (const n of this.#close) ledger.noteMessage("header-shape-differs", n);
  }
  /** The header at the beginning of the line stepped over last. */
  #header() {
    const { start, end, heldFrom, window } = this.#lines;
    return heldFrom > start ? null : markdownHeader(window.bytes, start - window.base, end - window.base);
  }
  *#message({ header, start, secondLine, isLarge }, end) {
    if (isLarge) {
      this.#hasLarge = true;
      this.unread.add([start, end]);
      return;
    }
    const { bytes, base } = this.#lines.window;
    const places = { start: start - base, secondLine: secondLine - base, end: end - base };
    const held = { header, bytes, base, ...places };
    const record2 = markdownRecord(held);
    this.#equal.look(record2);
    this.#messages += 1;
    yield record2;
  }
  /** A line before the first message; an empty one is nothing. */
  #passOver() {
    const { start, end, heldFrom, window } = this.#lines;
    const isHeld = heldFrom <= start;
    if (!isHeld) this.#hasLarge = true;
    if (!isHeld || textOf(window.bytes, start - window.base, end - window.base).trim() !== "")
      this.unread.add([start, end]);
  }
  /** `#messages` counts those before the one whose header this is, but for the one just ended when it was too large. */
  #lookAround({ form }) {
    this.#forms.add(form);
    if (this.#messages === 0) return;
    if (this.#isAfterEmpty) {
      this.#spaced += 1;
      return;
    }
    this.#closed += 1;
    if (this.#close.length < MOST_LISTED4) this.#close.push(this.#messages);
  }
  #lookAtEnd() {
    const { start, end, window } = this.#lines;
    const { bytes, base } = window;
    if (bytes[end - 1 - base] !== LF4) return;
    const isCrlf = bytes[end - 2 - base] === CR2 && end - 2 >= start;
    if (isCrlf) this.#lineEnds.crlf += 1;
    else this.#lineEnds.lf += 1;
    this.#isAfterEmpty = end - start === (isCrlf ? 2 : 1);
  }
};
function zoneOf3({ localOnly }) {
  if (localOnly === 0) return { basis: "unknown", offsetsMinutes: [], statement: "The file gives no times." };
  const statement = "Times are as the computer showed them on which the file was made from the data of the app. Its zone is not in the file.";
  return { basis: "converter-local", offsetsMinutes: [], statement };
}
function passOf6(source) {
  const walk = new MarkdownWalk(source);
  return {
    records: walk.records(),
    chats: [],
    unread: walk.unread.spans,
    finish: (ledger) => walk.note(ledger),
    zone: zoneOf3
  };
}
function readSignalExport(source) {
  return readingOfRecords({
    format: "signal-export-md",
    reader: SIGNAL_EXPORT_READER,
    sizeBytes: source.size,
    walk: () => passOf6(source)
  });
}

// src/portable/chat/signal/sniff.ts
var MOST_LINES = 400;
var LONGEST_LINE = 2e3;
var FORMS = {
  "[DATE TIME] with seconds": 60,
  "[DATE, TIME] with minutes": 60,
  "[DATE TIME] with minutes": 50,
  // WhatsApp writes this one too.
  "[DATE, TIME] with seconds": 30
};
var SIGNS4 = [
  [/^\[[^\]\n]{16,22}\] [^\n]*[^\s] {2}\r?$/m, "two-blanks-at-end", 25],
  [/\]\(\.\/media\//, "media-links", 15],
  [/^\(- [^\n:]+: [^\n]+ -\)\r?$/m, "reaction-lines", 15],
  [/^\[[^\]\n]{16,22}\] Me: /m, "sender-called-me", 10]
];
var FROM_WHATSAPP = "\u200E";
var NAME = /(?:^|\/)(?:chat|index)\.md$/i;
function sniffSignalExport({ headText, name }) {
  const lines = headText.split("\n", MOST_LINES).map((line) => line.slice(0, LONGEST_LINE));
  const headers = lines.map(headerIn).filter((header) => header !== null);
  const [first] = headers;
  if (!first || headText.includes(FROM_WHATSAPP)) return NOT_MINE;
  const seen = SIGNS4.filter(([pattern]) => pattern.test(lines.join("\n")));
  const isNamed = NAME.test(name);
  const points = seen.reduce((sum, [, , value]) => sum + value, FORMS[first.form] ?? 0);
  return {
    score: Math.min(100, points + (headers.length > 1 ? 10 : 0) + (isNamed ? 15 : 0)),
    reasons: [
      { code: "markdown-headers", form: first.form },
      ...reasonsOf(...seen.map(([, sign]) => sign), isNamed && "file-name-of-program")
    ],
    broken: null
  };
}
var FRAME = /^\s*\{\s*"(?:account|recipient|chat|chatItem|version|backupTimeMs)"\s*:/;
var FRAME_SIGNS = [
  [/^[ \t]*\{\s*"chatItem"\s*:\s*\{/m, "items-of-chats", 50],
  [/"dateSent"\s*:\s*"?\d/, "date-sent", 15],
  [/^[ \t]*\{\s*"recipient"\s*:\s*\{/m, "lines-of-recipients", 20],
  [/^[ \t]*\{\s*"chat"\s*:\s*\{/m, "lines-of-chats", 15],
  [/^[ \t]*\{\s*"account"\s*:\s*\{/m, "line-of-account", 15]
];
var FEWEST_POINTS2 = 35;
function sniffSignalJsonl({ headText, tailText, name }) {
  if (!FRAME.test(headText)) return NOT_MINE;
  const seen = FRAME_SIGNS.filter(([pattern]) => pattern.test(headText) || pattern.test(tailText));
  const points = seen.reduce((sum, [, , value]) => sum + value, 0);
  if (points < FEWEST_POINTS2) return NOT_MINE;
  const isNamed = /(?:^|\/)main\.jsonl$/i.test(name);
  return {
    score: Math.min(100, points + (isNamed ? 5 : 0)),
    reasons: reasonsOf(...seen.map(([, sign]) => sign), isNamed && "file-name"),
    broken: tailText.trimEnd().endsWith("}") ? null : "last-line-cut-off"
  };
}

// src/portable/chat/xml/declarations.ts
var LT = 60;
var GT = 62;
var DASH2 = 45;
var BRACKET = 91;
var BRACKET_END = 93;
var QUESTION = 63;
function passDeclaration(scanner, start) {
  if (scanner.peek() === QUESTION) return passInstruction(scanner, start);
  scanner.at += 1;
  if (scanner.peek() === DASH2 && scanner.peek(1) === DASH2) return passComment(scanner, start);
  return scanner.peek() === BRACKET ? passSection(scanner, start) : passDoctype(scanner, start);
}
function passInstruction(scanner, start) {
  scanner.at += 1;
  while (scanner.passTo(QUESTION)) {
    scanner.at += 1;
    if (scanner.peek() !== GT) continue;
    scanner.at += 1;
    return { what: "instruction", start, end: scanner.at };
  }
  return { what: "cut-off", start, end: scanner.at };
}
function passComment(scanner, start) {
  scanner.at += 2;
  let [dashes, holdsMarkup] = [0, false];
  for (let byte = scanner.peek(); byte >= 0; byte = scanner.peek()) {
    scanner.at += 1;
    if (byte === GT && dashes >= 2) return { what: "comment", start, end: scanner.at, holdsMarkup };
    dashes = byte === DASH2 ? dashes + 1 : 0;
    if (byte === LT) holdsMarkup = true;
  }
  return { what: "cut-off", start, end: scanner.at };
}
function passSection(scanner, start) {
  let brackets = 0;
  for (let byte = scanner.peek(); byte >= 0; byte = scanner.peek()) {
    scanner.at += 1;
    if (byte === GT && brackets >= 2) return { what: "text", start, end: scanner.at, isBlank: false };
    brackets = byte === BRACKET_END ? brackets + 1 : 0;
  }
  return { what: "cut-off", start, end: scanner.at };
}
function passDoctype(scanner, start) {
  let [isOpen2, last] = [false, 0];
  for (let byte = scanner.peek(); byte >= 0; byte = scanner.peek()) {
    scanner.at += 1;
    if (byte === GT && (!isOpen2 || last === BRACKET_END)) return { what: "doctype", start, end: scanner.at };
    if (byte === BRACKET) isOpen2 = true;
    if (byte > 32) last = byte;
  }
  return { what: "cut-off", start, end: scanner.at };
}

// src/portable/chat/xml/text.ts
var AMPERSAND = 38;
var SEMICOLON = 59;
var LONGEST_REFERENCE = 40;
var LAST_CHARACTER = 1114111;
var NAMED5 = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
function referenceAt(bytes, at, end) {
  const limit = Math.min(end, at + LONGEST_REFERENCE);
  for (let i = at + 1; i < limit; i++) {
    if (bytes[i] === SEMICOLON) return referenceOf(textOf(bytes, at, i + 1));
    if (bytes[i] === AMPERSAND) break;
  }
  return { written: "&", code: null, text: "&" };
}
function referenceOf(written) {
  const name = written.slice(1, -1);
  const number2 = /^#(?:x([0-9A-Fa-f]{1,8})|(\d{1,10}))$/.exec(name);
  const code = number2 ? number2[1] === void 0 ? Number(number2[2]) : Number.parseInt(number2[1], 16) : Object.hasOwn(NAMED5, name) ? NAMED5[name].charCodeAt(0) : null;
  if (code === null || code > LAST_CHARACTER) return { written, code: null, text: written };
  return { written, code, text: String.fromCodePoint(code) };
}
function isSurrogate(code, first) {
  return code !== null && code >= first && code < first + 1024;
}
function isForbidden(code) {
  return code < 32 && code !== 9 && code !== 10 && code !== 13 || code === 65534 || code === 65535;
}
function pairAt(bytes, at, end, high) {
  if (!isSurrogate(high.code, 55296)) return null;
  const next = at + high.written.length;
  if (bytes[next] !== AMPERSAND || next >= end) return null;
  const low = referenceAt(bytes, next, end);
  if (!isSurrogate(low.code, 56320)) return null;
  return { written: high.written + low.written, code: high.code, text: high.text + low.text };
}
function repairOf(one, isPair) {
  if (isPair) return "surrogate-pair";
  if (one.code === null) return "unknown-reference";
  return isForbidden(one.code) ? "forbidden-character" : null;
}
function xmlText(bytes, [start, end], base, notes) {
  const value = bytes.subarray(0, end);
  let [text2, from] = ["", start];
  for (let at = value.indexOf(AMPERSAND, start); at >= 0; at = value.indexOf(AMPERSAND, from)) {
    const one = referenceAt(bytes, at, end);
    const pair = pairAt(bytes, at, end, one);
    const { written, text: after } = pair ?? one;
    const what = repairOf(one, pair !== null);
    if (what !== null) notes.repair({ what, at: base + at, before: written, after });
    text2 += textOf(bytes, from, at) + after;
    from = at + (one.code === null ? widthOf(value, at, written) : written.length);
  }
  text2 += textOf(bytes, from, end);
  if (hasBroken(text2, bytes, start, end)) notes.invalidUtf8 = true;
  if (text2.isWellFormed()) return text2;
  notes.loneSurrogate = true;
  return text2.toWellFormed();
}
function plainText2(bytes, [start, end], notes) {
  const text2 = textOf(bytes, start, end);
  if (hasBroken(text2, bytes, start, end)) notes.invalidUtf8 = true;
  return text2;
}
function hasBroken(text2, bytes, start, end) {
  return text2.includes("\uFFFD") && !isUtf8(bytes, start, end);
}
function widthOf(value, at, written) {
  return written === "&" ? 1 : value.indexOf(SEMICOLON, at) + 1 - at;
}

// src/portable/chat/xml/scanner.ts
var LT2 = 60;
var GT2 = 62;
var SLASH = 47;
var AMPERSAND2 = 38;
var EQUALS = 61;
var DOUBLE = 34;
var SINGLE = 39;
var FIRST_BYTES4 = 4096;
var LONGEST_NAME = 64;
var MOST_NAMES2 = 500;
var ATTRIBUTE_BYTES = 64;
var XmlScanner = class {
  window;
  /** The offset in the item where the next token begins. */
  at = 0;
  /** How many more bytes of attributes are held; below 0 they are stepped over and lost. Whoever asks for a token fills it up. */
  room = MOST_MESSAGE_BYTES;
  /** What was noticed since whoever asks for a token put new notes here. */
  notes = new TextNotes();
  #habits;
  #longestBeginning;
  #names = new ByteStrings();
  #nameTexts = [];
  #steps = 0;
  constructor(source, habits) {
    this.window = new Window(source);
    this.#habits = habits;
    this.#longestBeginning = Math.max(...habits.beginnings.map((name) => name.length)) + 2;
  }
  /** Bytes looked at, for tests of linear work. */
  get steps() {
    return this.#steps + this.window.steps;
  }
  /** The next token; null at the end of the item. */
  next() {
    const start = this.at;
    const byte = this.peek();
    if (byte < 0) return null;
    if (byte !== LT2) return this.#text(start);
    this.at += 1;
    const next = this.peek();
    if (next < 0) return { what: "cut-off", start, end: this.at };
    if (next === SLASH) return this.#close(start);
    if (next === 33 || next === 63) return passDeclaration(this, start);
    return this.#open(start);
  }
  /** After a break: goes on at the next place that looks like one of the beginnings. False when there is none. */
  resume() {
    while (this.peek() >= 0) {
      if (this.#passUntil(LT2, LT2, null) < 0) return false;
      if (this.#isBeginning()) return true;
      this.at += 1;
    }
    return false;
  }
  /** The byte `ahead` of where the scanner stands; -1 behind the end. */
  peek(ahead = 0) {
    const at = this.at + ahead;
    if (at >= this.window.end && !(at < this.window.size && this.window.hold(this.at, at + 1))) return -1;
    return this.window.bytes[at - this.window.base] ?? -1;
  }
  /** To the next byte that is `one` or `other`, which is given back; -1 at the end. Bytes on the way go to the sink. */
  #passUntil(one, other, sink) {
    while (this.peek() >= 0) {
      const { bytes, base } = this.window;
      const from = this.at - base;
      let i = from;
      while (i < bytes.length && bytes[i] !== one && bytes[i] !== other) i += 1;
      this.#steps += i - from + 1;
      sink?.take(bytes, from, i);
      this.at = base + i;
      if (i < bytes.length) return bytes[i];
    }
    return -1;
  }
  /** As `#passUntil`, for whoever steps over what is not a tag. */
  passTo(byte) {
    return this.#passUntil(byte, byte, null) >= 0;
  }
  #text(start) {
    let isBlank3 = true;
    while (this.peek() >= 0 && this.peek() !== LT2) {
      const { bytes, base } = this.window;
      let i = this.at - base;
      for (; i < bytes.length && bytes[i] !== LT2; i++) if (!isSpace(bytes[i])) isBlank3 = false;
      this.#steps += i - (this.at - base) + 1;
      this.at = base + i;
    }
    return { what: "text", start, end: this.at, isBlank: isBlank3 };
  }
  #close(start) {
    this.at += 1;
    const name = this.#name();
    this.#skipSpace();
    if (this.peek() !== GT2 || name === "") return this.#stopped(start, this.#whyNot());
    this.at += 1;
    return { what: "close", start, end: this.at, name };
  }
  #open(start) {
    const name = this.#name();
    if (name === "") return this.#stopped(start, this.#whyNot());
    const values = /* @__PURE__ */ new Map();
    const repeated = [];
    for (; ; ) {
      this.#skipSpace();
      const byte = this.peek();
      const isEmpty = byte === SLASH && this.peek(1) === GT2;
      if (byte === GT2 || isEmpty) {
        this.at += isEmpty ? 2 : 1;
        return { what: "open", start, end: this.at, name, attributes: { values, repeated }, isEmpty };
      }
      const attribute = this.#name();
      const value = attribute === "" ? this.#whyNot() : this.#value(name, attribute);
      if (typeof value === "string") return this.#stopped(start, value);
      if (value.text === null) continue;
      if (values.has(attribute)) repeated.push([attribute, value.text]);
      else values.set(attribute, value.text);
    }
  }
  /** The value behind `=`, decoded; null when its bytes went elsewhere. */
  #value(element, attribute) {
    this.#skipSpace();
    if (this.peek() !== EQUALS) return this.#whyNot();
    this.at += 1;
    this.#skipSpace();
    const quote = this.peek();
    if (quote !== DOUBLE && quote !== SINGLE) return this.#whyNot();
    this.at += 1;
    const sink = this.#habits.passOver(element, attribute);
    this.room -= ATTRIBUTE_BYTES + attribute.length;
    if (sink || this.room < 0) return this.#passValue(quote, sink);
    return this.#heldValue(quote);
  }
  #heldValue(quote) {
    let [looked, hasReference] = [this.at, false];
    for (let room = FIRST_BYTES4; ; room *= 4) {
      this.window.hold(this.at, this.at + Math.min(room, MOST_MESSAGE_BYTES));
      const { bytes, base, isLast } = this.window;
      const end = isLast ? bytes.length : bytes.length - this.#longestBeginning;
      let i = looked - base;
      for (; i < end; i++) {
        const byte = bytes[i];
        if (byte === quote || byte === LT2 && this.#beginsAt(i)) break;
        if (byte === AMPERSAND2) hasReference = true;
      }
      this.#steps += Math.max(0, base + i - looked) + 1;
      if (i < end)
        return bytes[i] === quote ? this.#decoded(base + i, hasReference) : this.#brokenAt(base + i);
      if (isLast) return this.#cutOff();
      if (bytes.length - (this.at - base) >= Math.min(this.room, MOST_MESSAGE_BYTES)) {
        this.room = -1;
        return this.#passValue(quote, null);
      }
      looked = Math.max(looked, base + i);
    }
  }
  #decoded(end, hasReference) {
    const { bytes, base } = this.window;
    const span2 = [this.at - base, end - base];
    const text2 = hasReference ? xmlText(bytes, span2, base, this.notes) : plainText2(bytes, span2, this.notes);
    this.room -= end - this.at;
    this.at = end + 1;
    return { text: text2 };
  }
  #passValue(quote, sink) {
    for (; ; ) {
      const byte = this.#passUntil(quote, LT2, sink);
      if (byte < 0) return "cut-off";
      if (byte === LT2 && this.#isBeginning()) return "broken";
      if (byte === LT2)
        sink?.take(this.window.bytes, this.at - this.window.base, this.at - this.window.base + 1);
      this.at += 1;
      if (byte === quote) return { text: null };
    }
  }
  #name() {
    let length = 0;
    while (length < LONGEST_NAME && isNameByte(this.peek(length))) length += 1;
    this.#steps += length + 1;
    const from = this.at - this.window.base;
    this.at += length;
    return this.#nameText(from, from + length);
  }
  /** The same few names stand in every tag: each is made into text once. */
  #nameText(from, to) {
    const { bytes } = this.window;
    const known = this.#nameTexts[this.#names.find(bytes, from, to)];
    if (known !== void 0) return known;
    const text2 = textOf(bytes, from, to);
    if (this.#nameTexts.length < MOST_NAMES2) this.#nameTexts[this.#names.intern(bytes, from, to)] = text2;
    return text2;
  }
  #skipSpace() {
    while (isSpace(this.peek())) {
      this.at += 1;
      this.#steps += 1;
    }
  }
  #isBeginning() {
    this.window.hold(this.at, this.at + this.#longestBeginning);
    return this.#beginsAt(this.at - this.window.base);
  }
  /** Whether one of the beginnings stands at this place in what is held. */
  #beginsAt(place) {
    this.#steps += 1;
    const text2 = textOf(this.window.bytes, place + 1, place + this.#longestBeginning);
    return this.#habits.beginnings.some(
      (name) => text2.startsWith(name) && /^[\s>/]/.test(text2.slice(name.length))
    );
  }
  #whyNot() {
    return this.peek() < 0 ? "cut-off" : "broken";
  }
  #brokenAt(at) {
    this.at = at;
    return "broken";
  }
  #cutOff() {
    this.at = this.window.size;
    return "cut-off";
  }
  #stopped(start, what) {
    return { what, start, end: this.at };
  }
};
function isSpace(byte) {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
function isNameByte(byte) {
  if (byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90) return true;
  return byte >= 48 && byte <= 57 || byte === 95 || byte === 45 || byte === 58 || byte === 46;
}

// src/portable/chat/sms-backup/people.ts
var PHONE_OWNER = "(owner of the phone)";
var OWN_TOKEN = "insert-address-token";
var UNKNOWN_CONTACT = "(Unknown)";
var TAIL_DIGITS = 9;
function contactName(written) {
  return written === null || written === UNKNOWN_CONTACT || written.trim() === "" ? null : written;
}
function foreignAddress(written) {
  return written === null || written === OWN_TOKEN || written === "" ? null : written;
}
function addressesOf(written) {
  return (written ?? "").split("~").flatMap((each) => foreignAddress(each) ?? []);
}
function bareNumber(address) {
  return /^[\d\s()+.-]+$/.test(address) ? address.replace(/[^\d+]/g, "") : address;
}
function canBeSame(a, b) {
  const [first, second] = [bareNumber(a), bareNumber(b)];
  if (first === second) return true;
  const [one, other] = [first.replace("+", ""), second.replace("+", "")];
  if (!/^\d{9,}$/.test(one) || !/^\d{9,}$/.test(other)) return false;
  return one.slice(-TAIL_DIGITS) === other.slice(-TAIL_DIGITS);
}

// src/portable/chat/sms-backup/conversations.ts
var MOST = 1e4;
var KEY_SEPARATOR = "\n";
var Conversations = class {
  chats = [];
  /** True once some were put together for want of room. */
  isFull = false;
  #numbers = /* @__PURE__ */ new Map();
  /** The index of the conversation with these people; `written` and `name` are as the file has them. */
  indexOf(addresses, written, name) {
    const people = [...new Set(addresses.map(bareNumber))].sort();
    const key = people.join(KEY_SEPARATOR);
    const known = this.#numbers.get(key);
    if (known === void 0) return this.#add(key, people.length, written, name);
    const chat = this.chats[known];
    chat.name ??= name;
    return known;
  }
  #add(key, people, written, name) {
    if (this.chats.length >= MOST) {
      if (!this.isFull) this.chats.push({ name: null, id: null, kind: "others" });
      this.isFull = true;
      return MOST;
    }
    const kind2 = people > 1 ? "group" : "one-to-one";
    const index = this.chats.push({ name, id: written, kind: kind2 }) - 1;
    this.#numbers.set(key, index);
    return index;
  }
};

// src/portable/chat/sms-backup/element.ts
var ABSENT = "null";
var Element = class {
  name;
  #attributes;
  constructor(name, attributes) {
    this.name = name;
    this.#attributes = attributes;
  }
  /** The value; null when it is not there or is the word `null`. */
  text(attribute) {
    const value = this.#attributes.values.get(attribute);
    return value === void 0 || value === ABSENT ? null : value;
  }
  /** The value as written; null when it is not there. */
  written(attribute) {
    return this.#attributes.values.get(attribute) ?? null;
  }
  get hasRepeated() {
    return this.#attributes.repeated.length > 0;
  }
  /** Whether any attribute that has a value is none of those known. */
  hasUnknown(known) {
    for (const [name, value] of this.#attributes.values)
      if (!known.has(name) && value !== ABSENT) return true;
    return false;
  }
  /** Every attribute but those taken, without those that are `null`; then those given again. */
  rest(taken) {
    const rest = [];
    for (const each of this.#attributes.values)
      if (!taken.has(each[0]) && each[1] !== ABSENT) rest.push(each);
    if (!this.hasRepeated) return rest;
    const again = this.#attributes.repeated.map(([name, value], i) => [
      `${name} (again ${i + 1})`,
      value
    ]);
    return [...rest, ...again];
  }
  /** All of them as one JSON text. */
  asJson(taken) {
    return JSON.stringify(Object.fromEntries(this.rest(taken)));
  }
};

// src/portable/chat/sms-backup/keys.ts
function words3(text2) {
  return new Set(text2.trim().split(/\s+/));
}
var ROOTS = words3("smses calls");
var MESSAGES = words3("sms mms call");
var LISTS = words3("parts addrs");
var TAKEN = {
  sms: words3("date type body"),
  mms: words3("date msg_box"),
  call: words3("date type duration")
};
var KNOWN3 = {
  sms: words3(`
    protocol address contact_name subject toa sc_toa service_center read status locked date_sent sub_id readable_date
  `),
  call: words3(
    "number contact_name presentation readable_date subscription_id subscription_component_name post_dial_digits"
  )
};
var ALL_KNOWN = {
  sms: /* @__PURE__ */ new Set([...KNOWN3.sms, ...TAKEN.sms]),
  call: /* @__PURE__ */ new Set([...KNOWN3.call, ...TAKEN.call])
};
var NOTHING_TAKEN = /* @__PURE__ */ new Set();

// src/portable/chat/sms-backup/times.ts
var EARLIEST_MS = 9466848e5;
var LATEST_MS2 = 41024448e5;
var LAST_MS = 253402300799999;
function fits(ms) {
  return ms >= EARLIEST_MS && ms < LATEST_MS2;
}
function timeOfNumber(text2, usual) {
  if (text2 === null || !/^\d{1,15}$/.test(text2)) return null;
  const value = Number(text2);
  if (value === 0) return null;
  const [asUsual, asOther] = usual === "second" ? [value * 1e3, value] : [value, value * 1e3];
  const isOtherUnit = !fits(asUsual) && fits(asOther);
  const ms = isOtherUnit ? asOther : asUsual;
  if (ms > LAST_MS) return null;
  const isSeconds = usual === "second" !== isOtherUnit;
  return { ms, precision: isSeconds ? "second" : "millisecond", isOtherUnit };
}

// src/portable/chat/sms-backup/message-base.ts
var DAY_MS2 = 864e5;
function baseOf(element, { span: span2, notes }) {
  const time = timeOfNumber(element.text("date"), "millisecond");
  const isWholeSecond = element.name === "mms" && time !== null && time.ms % 1e3 === 0;
  return {
    span: span2,
    writtenText: element.written("date") ?? "",
    localMs: null,
    utcMs: time?.ms ?? null,
    precision: isWholeSecond ? "second" : time?.precision ?? "none",
    doubts: [...time?.isOtherUnit === true ? ["time-unit-chosen"] : [], ...textDoubts2(notes)],
    ...notes.repairs.length > 0 ? { repairs: notes.repairs } : {}
  };
}
function textDoubts2({ repairs, invalidUtf8, loneSurrogate }) {
  const doubts = [];
  if (invalidUtf8) doubts.push("invalid-utf8");
  if (loneSurrogate) doubts.push("lone-surrogate");
  if (repairs.some(({ what }) => what !== "unknown-reference")) doubts.push("xml-repaired");
  if (repairs.some(({ what }) => what === "unknown-reference")) doubts.push("reference-not-expanded");
  return doubts;
}
function sentTimeDiffers(element, unit, utcMs) {
  const sent = timeOfNumber(element.text("date_sent"), unit);
  return sent !== null && utcMs !== null && Math.abs(sent.ms - utcMs) > DAY_MS2;
}
function extraOf4(rest) {
  return rest.length > 0 ? { extra: Object.fromEntries(rest) } : {};
}

// src/portable/chat/sms-backup/direction.ts
var BOXES = {
  1: "received",
  2: "sent",
  3: "draft",
  4: "outbox",
  5: "failed",
  6: "queued"
};
var CALLS = {
  1: "incoming",
  2: "outgoing",
  3: "missed",
  4: "voicemail",
  5: "rejected",
  6: "refused"
};
function lookUp(table2, key) {
  return key !== null && Object.hasOwn(table2, key) ? table2[key] : null;
}
function boxOf(written) {
  return lookUp(BOXES, written);
}
function callWord(written) {
  return lookUp(CALLS, written);
}
function isUnsent(box) {
  return box !== null && box !== "received" && box !== "sent";
}

// src/portable/chat/sms-backup/mms.ts
var FROM = "137";
var LAYOUT = "application/smil";
var TEXT_TAKEN = /* @__PURE__ */ new Set(["text"]);
var MmsContent = class {
  texts = [];
  attachments = [];
  addresses = [];
  extra = [];
  from = null;
  parts = 0;
  hasRepeated = false;
  hasUnknown = false;
  hasBrokenData = false;
  hasNullText = false;
  #addrs = 0;
  #others = 0;
  /** True when anything stood inside. */
  get holdsSomething() {
    return this.hasUnknown || this.extra.length > 0;
  }
  /** A `part`, and what its `data` holds; null when it has none. */
  part(element, content) {
    const type = element.text("ct");
    const text2 = element.written("text");
    const isText3 = type === "text/plain" && (content === null || content.isAbsent);
    if (isText3 && text2 !== null) this.#text(text2);
    else if (type !== LAYOUT) this.attachments.push(this.#attachment(element, type, content));
    this.#keep(`part ${this.parts}`, element, isText3 ? TEXT_TAKEN : NOTHING_TAKEN);
    this.parts += 1;
  }
  /** An `addr`. */
  addr(element) {
    const address = foreignAddress(element.text("address"));
    if (element.text("type") === FROM) this.from ??= address;
    if (address !== null) this.addresses.push(address);
    this.#keep(`addr ${this.#addrs}`, element, NOTHING_TAKEN);
    this.#addrs += 1;
  }
  other(element) {
    this.hasUnknown = true;
    this.#keep(`element ${this.#others} ${element.name}`, element, NOTHING_TAKEN);
    this.#others += 1;
  }
  #text(text2) {
    this.texts.push(text2);
    if (text2 === ABSENT) this.hasNullText = true;
  }
  #attachment(element, kind2, content) {
    const name = element.text("name") ?? element.text("cl") ?? element.text("fn");
    if (content === null || content.isAbsent) return { name, kind: kind2, included: false, note: null };
    if (!content.isWhole) {
      this.hasBrokenData = true;
      return { name, kind: kind2, included: true, note: null };
    }
    const sha2563 = content.sha256();
    return {
      name,
      kind: kind2,
      included: true,
      note: null,
      ...sha2563 === null ? {} : { sha256: sha2563 },
      sizeBytes: content.sizeBytes
    };
  }
  #keep(name, element, taken) {
    if (element.hasRepeated) this.hasRepeated = true;
    this.extra.push([name, element.asJson(taken)]);
  }
};
function senderOf(element, { from, addresses }) {
  const people = addressesOf(element.text("address"));
  const isOne = people.length < 2;
  const number2 = (isOne ? people[0] : void 0) ?? from;
  const name = isOne ? contactName(element.text("contact_name")) : null;
  const isStranger = from !== null && people.length > 0 && !people.some((each) => canBeSame(each, from));
  const isAllOne = !isOne && addresses.length > 1 && addresses.every((each) => each === addresses[0]);
  return {
    speaker: name ?? number2,
    ...number2 === null ? {} : { speakerId: number2 },
    isOpen: isStranger || isAllOne,
    isNamed: name !== null
  };
}
function doubtsOf5(content) {
  const doubts = [];
  if (content.hasUnknown) doubts.push("unknown-fields");
  if (content.hasBrokenData) doubts.push("attachment-not-decoded");
  if (content.hasNullText) doubts.push("null-or-text");
  if (content.parts === 0) doubts.push("content-absent");
  return doubts;
}
function mmsRecord(element, content, around) {
  const base = baseOf(element, around);
  const box = boxOf(element.text("msg_box"));
  const sender = box === "received" ? senderOf(element, content) : null;
  const speaker = sender ? sender.speaker : box === null ? null : PHONE_OWNER;
  base.doubts.push(...doubtsOf5(content));
  if (element.hasRepeated || content.hasRepeated) base.doubts.push("repeated-key");
  if (speaker === null) base.doubts.push("sender-not-named");
  if (sender?.isOpen === true) base.doubts.push("sender-not-certain");
  if (isUnsent(box)) base.doubts.push("not-sent");
  if (sentTimeDiffers(element, "second", base.utcMs)) base.doubts.push("sent-time-differs");
  const taken = /* @__PURE__ */ new Set([
    ...box === null ? ["date"] : TAKEN.mms,
    ...sender?.isNamed ? ["contact_name"] : []
  ]);
  return {
    ...base,
    chat: conversationOf2(element, content, around),
    kind: content.attachments.length > 0 ? "media" : "text",
    speaker,
    ...sender?.speakerId === void 0 ? {} : { speakerId: sender.speakerId },
    body: content.texts.join("\n"),
    rule: `sms-backup/mms-${box ?? "other"}`,
    ...box !== null && isUnsent(box) ? { action: box } : {},
    ...content.attachments.length > 0 ? { attachments: content.attachments } : {},
    ...extraOf4([...element.rest(taken), ...content.extra])
  };
}
function conversationOf2(element, content, { conversations }) {
  const written = element.text("address");
  const people = addressesOf(written);
  const name = contactName(element.text("contact_name"));
  return people.length > 0 ? conversations.indexOf(people, written, name) : conversations.indexOf(content.addresses, content.addresses.join("~") || null, name);
}

// src/portable/chat/sms-backup/part-content.ts
var PIECE_BYTES = 4096;
var PADDING = 61;
var NOT_BASE64 = 255;
var BLANK = 254;
var SHIFTS = [0, 0, 4, 2];
var WORD_NULL = 39 << 18 | 46 << 12 | 37 << 6 | 37;
var MEANINGS = meanings();
function meanings() {
  const table2 = new Uint8Array(256).fill(NOT_BASE64);
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (let value = 0; value < alphabet.length; value++) table2[alphabet.charCodeAt(value)] = value;
  for (const blank of " 	\r\n") table2[blank.charCodeAt(0)] = BLANK;
  return table2;
}
var PartContent = class {
  /** The size of what was decoded, in bytes. Meaningful when `isWhole`. */
  sizeBytes = 0;
  #hash;
  #piece = null;
  #filled = 0;
  #bits = 0;
  #letters = 0;
  #padding = 0;
  #isBroken = false;
  /** `hashed`: also work out the SHA-256, which costs more than all the rest. */
  constructor(hashed) {
    this.#hash = hashed ? sha256.create() : null;
  }
  /** True when no content was given: nothing at all, or the word `null`, which this app writes for it. */
  get isAbsent() {
    if (this.#isBroken || this.#padding > 0) return false;
    return this.#letters === 0 || this.#letters === 4 && this.#bits === WORD_NULL;
  }
  /** True when all that was taken is base64 and nothing is missing at its end. */
  get isWhole() {
    const rest = this.#letters % 4;
    const wanted = rest === 0 ? 0 : 4 - rest;
    return !this.#isBroken && rest !== 1 && (this.#padding === 0 || this.#padding === wanted);
  }
  /** The SHA-256 of what was decoded, in hexadecimal, when it was asked for. Once only, at the end. */
  sha256() {
    if (!this.#hash) return null;
    if (this.#piece) this.#hash.update(this.#piece.subarray(0, this.#filled));
    return Array.from(this.#hash.digest(), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  take(bytes, start, end) {
    if (this.#isBroken) return;
    for (let i = start; i < end; i++) {
      const value = MEANINGS[bytes[i]];
      if (value < 64) this.#letter(value);
      else if (bytes[i] === PADDING) this.#padding += 1;
      else if (value !== BLANK) this.#isBroken = true;
    }
  }
  #letter(value) {
    if (this.#padding > 0) this.#isBroken = true;
    this.#letters += 1;
    this.#bits = (this.#bits << 6 | value) & 16777215;
    const place = this.#letters & 3;
    if (place === 1) return;
    this.sizeBytes += 1;
    if (this.#hash) this.#put(this.#bits >> SHIFTS[place] & 255);
  }
  #put(byte) {
    this.#piece ??= new Uint8Array(PIECE_BYTES);
    this.#piece[this.#filled] = byte;
    this.#filled += 1;
    if (this.#filled < PIECE_BYTES) return;
    this.#hash?.update(this.#piece);
    this.#filled = 0;
  }
};

// src/portable/chat/sms-backup/sms.ts
function speakerOf(element, address, isOwner) {
  if (isOwner === null) return { speaker: null, used: [] };
  if (isOwner) return { speaker: PHONE_OWNER, used: [] };
  const [number2] = addressesOf(address);
  const name = contactName(element.text("contact_name"));
  return {
    speaker: name ?? number2 ?? null,
    ...number2 === void 0 ? {} : { speakerId: number2 },
    used: [
      ...name === null ? [] : ["contact_name"],
      ...number2 === void 0 ? [] : ["address", "number"]
    ]
  };
}
function conversationOf3(element, address, { conversations }) {
  return conversations.indexOf(addressesOf(address), address, contactName(element.text("contact_name")));
}
function doubtsOf6(element, speaker, known) {
  return [
    ...element.hasRepeated ? ["repeated-key"] : [],
    ...speaker === null ? ["sender-not-named"] : [],
    ...element.hasUnknown(known) ? ["unknown-fields"] : []
  ];
}
function smsRecord(element, around) {
  const base = baseOf(element, around);
  const box = boxOf(element.text("type"));
  const address = element.text("address");
  const { used, ...named2 } = speakerOf(element, address, box === null ? null : box !== "received");
  const taken = /* @__PURE__ */ new Set([...box === null ? ["date", "body"] : TAKEN.sms, ...used]);
  const body = element.written("body") ?? "";
  base.doubts.push(...doubtsOf6(element, named2.speaker, ALL_KNOWN.sms));
  if (isUnsent(box)) base.doubts.push("not-sent");
  if (body === ABSENT) base.doubts.push("null-or-text");
  if (sentTimeDiffers(element, "millisecond", base.utcMs)) base.doubts.push("sent-time-differs");
  return {
    ...base,
    ...named2,
    chat: conversationOf3(element, address, around),
    kind: "text",
    body,
    rule: `sms-backup/sms-${box ?? "other"}`,
    ...box !== null && isUnsent(box) ? { action: box } : {},
    ...extraOf4(element.rest(taken))
  };
}
function callRecord(element, around) {
  const base = baseOf(element, around);
  const word = callWord(element.text("type"));
  const address = element.text("number");
  const { used, ...named2 } = speakerOf(element, address, word === null ? null : word === "outgoing");
  const taken = /* @__PURE__ */ new Set([...word === null ? ["date", "duration"] : TAKEN.call, ...used]);
  const duration = element.text("duration");
  base.doubts.push(...doubtsOf6(element, named2.speaker, ALL_KNOWN.call));
  return {
    ...base,
    ...named2,
    chat: conversationOf3(element, address, around),
    kind: "call",
    body: "",
    rule: "sms-backup/call",
    call: {
      media: null,
      outcome: word,
      durationText: duration,
      durationSeconds: duration !== null && /^\d{1,9}$/.test(duration) ? Number(duration) : null
    },
    ...extraOf4(element.rest(taken))
  };
}

// src/portable/chat/sms-backup/unread.ts
var MOST2 = 1e4;
var UnreadSpans2 = class {
  spans = [];
  /** False when there is no room for another: the walk must end, with `rest`. */
  add(start, end) {
    if (end <= start) return true;
    const last = this.spans.at(-1);
    if (last && last[1] === start) this.spans[this.spans.length - 1] = [last[0], end];
    else this.spans.push([start, end]);
    return this.spans.length < MOST2;
  }
  /** The last span goes to the end of the item. */
  rest(size) {
    const last = this.spans.pop();
    if (last) this.spans.push([last[0], size]);
  }
};

// src/portable/chat/sms-backup/walk.ts
var BEGINNINGS2 = [...MESSAGES, ...ROOTS].flatMap((name) => [name, `/${name}`]);
var ELEMENT_BYTES = 256;
var BackupWalk = class {
  scanner;
  conversations = new Conversations();
  unread = new UnreadSpans2();
  /** What the first root says it holds, as written; null when it does not say. */
  declared = null;
  roots = 0;
  messages = 0;
  hasDoctype = false;
  isBroken = false;
  isCutOff = false;
  #isOpen = false;
  #hasLarge = false;
  #content = null;
  /** What was noticed in the message that is read, and how many bytes of it are held. */
  #notes = new TextNotes();
  #held = 0;
  /** A token that was met where it cannot stand, and is looked at again. */
  #again = null;
  constructor(source, purpose) {
    this.scanner = new XmlScanner(source, {
      beginnings: BEGINNINGS2,
      passOver: (element, attribute) => {
        if (element !== "part" || attribute !== "data") return null;
        this.#content ??= new PartContent(purpose === "messages");
        return this.#content;
      }
    });
  }
  /** To be run through once, from the offset behind a byte order mark on. */
  *records(from) {
    this.scanner.at = from;
    for (let token = this.#next(); token !== null; token = this.#next()) {
      const record2 = token.what === "open" ? this.#element(token) : this.#between(token);
      if (record2 === "full") {
        this.unread.rest(this.scanner.window.size);
        return;
      }
      if (record2 === null) continue;
      this.messages += 1;
      yield record2;
    }
    if (this.#isOpen) this.isCutOff = true;
    if (this.roots === 0 && this.messages > 0) this.isBroken = true;
  }
  noteFile(ledger) {
    if (this.isCutOff) ledger.noteFile("file-cut-off");
    if (this.isBroken) ledger.noteFile("xml-broken");
    if (this.hasDoctype) ledger.noteFile("xml-doctype");
    if (this.#hasLarge) ledger.noteFile("message-too-large");
    if (this.conversations.isFull) ledger.noteFile("conversations-not-told-apart");
  }
  #next() {
    const again = this.#again;
    this.#again = null;
    return again ?? this.#scan();
  }
  /** The next token, with notes and room of its own. */
  #scan() {
    this.scanner.room = MOST_MESSAGE_BYTES;
    this.scanner.notes = new TextNotes();
    this.#content = null;
    return this.scanner.next();
  }
  #element(token) {
    const { name, isEmpty, start } = token;
    if (ROOTS.has(name)) {
      if (this.roots === 0) this.declared = new Element(name, token.attributes).text("count");
      this.roots += 1;
      this.#isOpen = !isEmpty;
      return null;
    }
    if (!MESSAGES.has(name)) return this.#broken(start, token.end);
    const content = new MmsContent();
    this.#notes = this.scanner.notes;
    this.#held = MOST_MESSAGE_BYTES - this.scanner.room;
    const end = isEmpty ? token.end : this.#inside(token, content);
    if (end === null) return this.#aside(start, this.#again?.start ?? this.scanner.at);
    if (this.#held > MOST_MESSAGE_BYTES) {
      this.#hasLarge = true;
      return this.#aside(start, end);
    }
    if (name !== "mms" && content.holdsSomething) return this.#broken(start, end);
    return this.#record(token, content, end);
  }
  #record(token, content, end) {
    const around = {
      span: [token.start, end],
      notes: this.#notes,
      conversations: this.conversations
    };
    const element = new Element(token.name, token.attributes);
    if (token.name === "mms") return mmsRecord(element, content, around);
    return token.name === "sms" ? smsRecord(element, around) : callRecord(element, around);
  }
  /** Through what stands inside a message; where it ends, or null when it does not end as it should. */
  #inside({ name }, content) {
    for (; ; ) {
      const token = this.#scan();
      if (token === null || token.what === "cut-off") {
        this.isCutOff = true;
        this.scanner.at = this.scanner.window.size;
        return null;
      }
      if (token.what === "close" && token.name === name) return token.end;
      if (!this.#isInner(token)) return this.#outOf(token);
      this.#notes.add(this.scanner.notes);
      if (token.what === "open") this.#child(token, content);
      else if (holdsWords(token)) content.hasUnknown = true;
    }
  }
  #isInner(token) {
    if (token.what === "open") return !MESSAGES.has(token.name) && !ROOTS.has(token.name);
    if (token.what === "close") return !MESSAGES.has(token.name) && !ROOTS.has(token.name);
    return token.what === "text" || token.what === "comment";
  }
  #outOf(token) {
    this.isBroken = true;
    if (token.what === "broken") this.#goOn();
    else if (token.what === "open" || token.what === "close") this.#again = token;
    else if (token.what === "doctype") this.hasDoctype = true;
    return null;
  }
  #child(token, content) {
    this.#held += MOST_MESSAGE_BYTES - this.scanner.room + ELEMENT_BYTES;
    if (this.#held > MOST_MESSAGE_BYTES || LISTS.has(token.name)) return;
    const element = new Element(token.name, token.attributes);
    if (token.name === "part") content.part(element, this.#content);
    else if (token.name === "addr") content.addr(element);
    else content.other(element);
  }
  #between(token) {
    const { what, start, end } = token;
    if (what === "close") return this.#closed(token.name, start, end);
    if (what === "doctype") this.hasDoctype = true;
    if (what === "broken") {
      this.#goOn();
      return this.#broken(start, this.scanner.at);
    }
    if (what === "cut-off") {
      this.isCutOff = true;
      this.scanner.at = this.scanner.window.size;
      return this.#aside(start, this.scanner.at);
    }
    if (what === "doctype") return this.#aside(start, end);
    const isEnvelope = what === "instruction" || (what === "text" ? token.isBlank : !token.holdsMarkup);
    return isEnvelope ? null : this.#broken(start, end);
  }
  #closed(name, start, end) {
    if (!ROOTS.has(name) || !this.#isOpen) return this.#broken(start, end);
    this.#isOpen = false;
    return null;
  }
  #broken(start, end) {
    this.isBroken = true;
    return this.#aside(start, end);
  }
  #aside(start, end) {
    return this.unread.add(start, end) ? null : "full";
  }
  #goOn() {
    if (!this.scanner.resume()) this.scanner.at = this.scanner.window.size;
  }
};
function holdsWords(token) {
  return token.what === "text" && !token.isBlank || token.what === "comment" && token.holdsMarkup;
}

// src/portable/chat/sms-backup/read.ts
var SMS_BACKUP_READER = "sms-backup-xml/2";
function readSmsBackup(source) {
  const from = byteOrderMarkBytes(endsOf(source, 3).head);
  const walk = (purpose) => passOf7(new BackupWalk(source, purpose), from);
  return readingOfRecords({
    format: "sms-backup-xml",
    reader: SMS_BACKUP_READER,
    sizeBytes: source.size,
    mayRunNewestFirst: true,
    walk
  });
}
function passOf7(walk, from) {
  return {
    records: walk.records(from),
    chats: walk.conversations.chats,
    unread: walk.unread.spans,
    finish: (ledger) => {
      if (from > 0) ledger.noteFile("byte-order-mark");
      walk.noteFile(ledger);
      noteCount(walk, ledger);
    },
    zone: zoneOf4
  };
}
function noteCount({ declared, roots, messages }, ledger) {
  if (declared === null || roots > 1 || declared === `${messages}`) return;
  ledger.noteFile("count-differs", `The file says ${declared.slice(0, 40)}; ${messages} were read.`);
}
function zoneOf4({ utcOnly, offsetsMinutes }) {
  return utcOnly > 0 ? { basis: "utc", offsetsMinutes, statement: "The file gives times in UTC, and they are shown in UTC." } : { basis: "unknown", offsetsMinutes, statement: "The file gives no times." };
}

// src/portable/chat/sms-backup/sniff.ts
var ROOT = /<smses[\s>]/;
var CALL_LOG = /<calls[\s>]/;
var MESSAGE = /<(?:sms|mms)\s[^<]{0,4000}?\bdate="\d/;
var CALL = /<call\s[^<]{0,4000}?\bnumber="/;
var AFTER_END = /<\/(?:smses|calls)>\s*$|<(?:smses|calls)\b[^<>]*\/>\s*$/;
function sniffSmsBackup({ headText, tailText, name }) {
  if (!/^\s*</.test(headText)) return NOT_MINE;
  const both = headText + tailText;
  const signs = [
    [ROOT, "list-smses", 50],
    [MESSAGE, "sms-and-mms", 40],
    [CALL, "calls-with-number", 40]
  ];
  const seen = signs.filter(([pattern]) => pattern.test(both));
  if (seen.length === 0) return NOT_MINE;
  const named2 = /^(?:sms|calls)-\d.*\.xml$/i.test(name);
  const listed = CALL_LOG.test(headText) ? 20 : 0;
  const points = seen.reduce((sum, [, , value]) => sum + value, (named2 ? 5 : 0) + listed);
  return {
    score: Math.min(points, 100),
    reasons: reasonsOf(...seen.map(([, sign]) => sign), named2 && "file-name"),
    broken: AFTER_END.test(tailText) ? null : "cut-off"
  };
}

// src/portable/chat/telegram/absent-ids.ts
var NUMBER4 = /^-?\d{1,15}$/;
var RANGES_LISTED = 50;
var OWN_NUMBERS = /(?:supergroup|channel)$/;
var SMALL_GROUP = "private_group";
var MESSAGES_PER_SKIP = 10;
var SKIPS_KEPT = 1e3;
var SKIPS_KEPT_OF_ALL = 1e4;
var AbsentIds = class {
  #runs = [];
  #kept = 0;
  /** Looks at message `n`, the next in file order, which is of that chat and has so many unread spans before it. */
  look(n, chat, text2, unread) {
    const run = this.#runs[chat] ??= {
      rising: true,
      id: null,
      n,
      unread,
      messages: 0,
      ranges: 0,
      numbers: 0,
      skips: []
    };
    run.messages += 1;
    if (!run.rising) return;
    const id = text2 !== void 0 && NUMBER4.test(text2) ? Number(text2) : null;
    if (id === null || run.id !== null && id <= run.id) this.#drop(run);
    else {
      if (run.id !== null && id > run.id + 1 && goesOn(run, id, unread)) this.#skip(run, run.id, id, n);
      run.id = id;
      run.n = n;
      run.unread = unread;
    }
  }
  #skip(run, before, id, n) {
    run.ranges += 1;
    run.numbers += id - 1 - before;
    const most = this.#kept < SKIPS_KEPT_OF_ALL ? SKIPS_KEPT : RANGES_LISTED;
    if (run.skips.length >= most) return;
    run.skips.push({ first: before + 1, last: id - 1, before: run.n, after: n });
    this.#kept += 1;
  }
  #drop(run) {
    run.rising = false;
    this.#kept -= run.skips.length;
    run.skips = [];
  }
  /** States what was skipped, once every message was looked at. */
  note(chats, ledger) {
    const own = new RangeList(chats.length > 1);
    const shared = new RangeList(chats.length > 1);
    this.#runs.forEach((run, chat) => {
      if (!run.rising || run.ranges === 0) return;
      const kind2 = chats[chat]?.kind ?? null;
      const counts = OWN_NUMBERS.test(kind2 ?? "");
      (counts ? own : shared).add(chat, run);
      const few = kind2 === SMALL_GROUP && run.ranges * MESSAGES_PER_SKIP <= run.messages;
      if (counts || few) noteNeighbours(counts ? "ids-absent" : "ids-absent-shared", run.skips, ledger);
    });
    if (own.ranges > 0) ledger.noteFile("ids-absent", own.text());
    if (shared.ranges > 0) ledger.noteFile("ids-absent-shared", shared.text());
  }
};
function goesOn(run, id, unread) {
  return (run.id ?? 0) < 0 === id < 0 && unread === run.unread;
}
function noteNeighbours(code, skips, ledger) {
  for (const { before, after } of skips) {
    ledger.noteMessage(code, before);
    ledger.noteMessage(code, after);
  }
}
var RangeList = class {
  ranges = 0;
  #numbers = 0;
  #listed = [];
  #nameChats;
  constructor(nameChats) {
    this.#nameChats = nameChats;
  }
  add(chat, { skips, ranges, numbers }) {
    this.ranges += ranges;
    this.#numbers += numbers;
    skips.slice(0, RANGES_LISTED - this.#listed.length).forEach(({ first, last }, i) => {
      const where = this.#nameChats && i === 0 ? `in conversation ${chat}: ` : "";
      this.#listed.push(where + (first === last ? `${first}` : `${first} to ${last}`));
    });
  }
  text() {
    const more = this.ranges > RANGES_LISTED ? `, and ${this.ranges - RANGES_LISTED} more` : "";
    return `Absent numbers: ${this.#numbers}; ranges: ${this.ranges}: ${this.#listed.join(", ")}${more}`;
  }
};

// src/portable/chat/json/known-keys.ts
var SLOTS = 2048;
function slotOf(bytes, start, end) {
  const at = (i) => bytes[i];
  const mixed = at(start) * 31 + at(start + end >> 1) * 7 + at(end - 1) * 127 + (end - start) * 613;
  return mixed & SLOTS - 1;
}
var KnownKeys = class {
  /** The number of each key: its place in the list given. */
  number;
  names;
  #bytes;
  #slots = new Int16Array(SLOTS).fill(-1);
  constructor(names) {
    this.names = names;
    this.#bytes = names.map((name) => new TextEncoder().encode(name));
    this.number = Object.fromEntries(names.map((name, i) => [name, i]));
    this.#bytes.forEach((bytes, i) => {
      let slot = slotOf(bytes, 0, bytes.length);
      while (this.#slots[slot] !== -1) slot = slot + 1 & SLOTS - 1;
      this.#slots[slot] = i;
    });
  }
  /** The number of the key that stands there, -1 when it is none of these. */
  find(bytes, start, end) {
    if (start === end) return -1;
    for (let slot = slotOf(bytes, start, end); ; slot = slot + 1 & SLOTS - 1) {
      const number2 = this.#slots[slot];
      if (number2 === -1 || this.#isAt(number2, bytes, start, end)) return number2;
    }
  }
  #isAt(number2, bytes, start, end) {
    const key = this.#bytes[number2];
    if (key.length !== end - start) return false;
    for (let i = 0; i < key.length; i++) if (key[i] !== bytes[start + i]) return false;
    return true;
  }
};

// src/portable/chat/telegram/keys.ts
var USUAL = [
  "type",
  "id",
  "date",
  "date_unixtime",
  "from",
  "from_id",
  "actor",
  "actor_id",
  "action",
  "text",
  "text_entities",
  "reply_to_message_id"
];
var READ3 = [
  "edited",
  "edited_unixtime",
  "photo",
  "file",
  "file_name",
  "media_type",
  "duration_seconds",
  "discard_reason",
  "contact_vcard"
];
var READ_AND_SHOWN = [
  "reactions",
  "forwarded_from",
  "poll",
  "todo_list",
  "photo_file_size",
  "file_size",
  "contact_vcard_file_size",
  "location_information",
  "contact_information",
  "reply_to_peer_id"
];
var SHOWN = [
  "thumbnail",
  "thumbnail_file_size",
  "mime_type",
  "width",
  "height",
  "sticker_emoji",
  "performer",
  "title",
  "forwarded_from_id",
  "saved_from",
  "saved_from_id",
  "via_bot",
  "author",
  "signature",
  "place_name",
  "address",
  "live_location_period_seconds",
  "inline_bot_buttons",
  "members",
  "message_id",
  "inviter",
  "schedule_date",
  "duration",
  "period",
  "new_title",
  "new_icon_emoji_id",
  "game_title",
  "game_message_id",
  "game_description",
  "game_link",
  "score",
  "amount",
  "currency",
  "reason_app_name",
  "reason_app_id",
  "reason_domain",
  "values",
  "media_spoiler",
  "self_destruct_period_seconds",
  "invoice_information",
  "invoice_message_id",
  "recurring",
  "emoticon",
  "is_video",
  "to",
  "to_id",
  "distance",
  "information_text",
  "cost",
  "months",
  "button_id",
  "peers",
  "peer_id",
  "peer_name",
  "gift_code",
  "boost_peer_id",
  "boost_peer_name",
  "boosts",
  "unclaimed",
  "via_giveaway",
  "winners",
  "stars",
  "charge_id",
  "is_unclaimed",
  "giveaway_msg_id",
  "transaction_id",
  "gift_id",
  "gift_text",
  "is_limited",
  "is_anonymous",
  "giveaway_information",
  "giveaway_results",
  "paid_stars_amount"
];
var MESSAGE_KEYS = new KnownKeys([...USUAL, ...READ3, ...READ_AND_SHOWN, ...SHOWN]);
var FIRST_RARE = USUAL.length;
var FIRST_SHOWN = USUAL.length + READ3.length;
var OTHER_SECTIONS = /* @__PURE__ */ new Set([
  "personal_information",
  "profile_pictures",
  "stories",
  "contacts",
  "frequent_contacts",
  "sessions",
  "web_sessions",
  "other_data",
  "ringtones"
]);

// src/portable/chat/telegram/export-walk.ts
var OBJECT10 = 123;
var ARRAY10 = 91;
var QUOTE7 = 34;
var MESSAGE_START5 = /^\{\s*"(?:id"\s*:|type"\s*:\s*"(?:message|service|unsupported)")/;
var MOST_CHATS3 = 2e4;
var BOM_BYTES4 = 3;
function undescribed() {
  return { chat: { name: null, id: null, kind: null }, index: -1 };
}
var ExportWalk = class {
  json;
  chats = [];
  unread = new UnreadSpans();
  otherSections = /* @__PURE__ */ new Set();
  bomBytes;
  isCutOff = false;
  isBroken = false;
  hasLarge = false;
  /** The place of the last message in the bytes that the window holds. */
  start = 0;
  end = 0;
  /** The chat of the last message, index into `chats`. */
  chat = -1;
  #places = [];
  #export = undescribed();
  #inner = undescribed();
  #isEnded = false;
  constructor(source) {
    this.json = new JsonWalker(source);
    this.json.window.hold(0, BOM_BYTES4);
    this.bomBytes = byteOrderMarkBytes(this.json.window.bytes);
    this.json.at = this.bomBytes;
    if (this.json.peek() === OBJECT10) this.#enter("export");
    else this.#end();
  }
  /** Goes to the next message; false when there is none, and then everything else is known. */
  next() {
    while (!this.#isEnded) if (this.#step()) return true;
    return false;
  }
  /** One step of the walk; true when it ended at a message. */
  #step() {
    const place = this.#places.at(-1);
    if (place === "messages") return this.#message();
    if (place === void 0) this.#end();
    else if (place === "list") this.#listed();
    else this.#member(place);
    return false;
  }
  #message() {
    const { json } = this;
    if (!json.nextElement()) return this.#left();
    const isObject3 = json.peek() === OBJECT10;
    const from = json.at;
    const value = json.value();
    if (value === null) return this.#notRead(from);
    [this.start, this.end] = value;
    if (isObject3) return true;
    this.isBroken = true;
    return this.#unreadTo(from, json.at);
  }
  /** A message that could not be held: too large, or broken; goes on behind it where that can be. */
  #notRead(from) {
    const { json } = this;
    if (json.stop === "too-large") {
      this.hasLarge = true;
      return this.#unreadTo(...json.large);
    }
    const passed = json.stop === "broken" ? json.resume(MESSAGE_START5) : null;
    if (passed === null) return this.#endAt(from);
    this.isBroken = true;
    return this.#unreadTo(...passed);
  }
  #unreadTo(...span2) {
    this.unread.add(span2);
    return this.unread.isFull ? this.#endAt(span2[1]) : false;
  }
  #listed() {
    if (!this.json.nextElement()) this.#left();
    else if (this.json.peek() === OBJECT10) this.#enterChat();
    else this.#pass();
  }
  #member(place) {
    const key = this.json.nextMember();
    if (key === null) {
      this.#left();
      return;
    }
    const opens = this.json.peek();
    const isTop = place === "export";
    if (place === "chats") {
      if (key === "list" && opens === ARRAY10) this.#enter("list");
      else this.#pass();
    } else if (key === "messages" && opens === ARRAY10) this.#enterMessages(isTop ? this.#export : this.#inner);
    else if (isTop && (key === "chats" || key === "left_chats") && opens === OBJECT10) this.#enter("chats");
    else this.#describe(key, isTop);
  }
  #describe(key, isTop) {
    if (isTop && OTHER_SECTIONS.has(key)) this.otherSections.add(key);
    const value = this.#pass();
    if (value === null) return;
    const { chat } = isTop ? this.#export : this.#inner;
    if (key === "name") chat.name = this.#scalar(value);
    if (key === "type") chat.kind = this.#scalar(value);
    if (key === "id") chat.id = this.#scalar(value);
  }
  #scalar([start, end]) {
    const { bytes } = this.json.window;
    if (bytes[start] === QUOTE7) return jsonText(bytes, start + 1, end - 1, new TextNotes());
    const text2 = textOf(bytes, start, end);
    return text2 === "null" ? null : text2;
  }
  #enterChat() {
    this.#inner = undescribed();
    this.#enter("chat");
  }
  #enterMessages(described) {
    if (described.index < 0 && this.chats.length === MOST_CHATS3) {
      this.#end();
      return;
    }
    if (described.index < 0) described.index = this.chats.push(described.chat) - 1;
    this.chat = described.index;
    this.#enter("messages");
  }
  #enter(place) {
    if (!this.json.enter()) return this.#end();
    this.#places.push(place);
    return true;
  }
  /** Behind the last member or element: out of the container, or the end of the walk. */
  #left() {
    if (this.json.stop !== null) return this.#end();
    this.#places.pop();
    return this.#places.length === 0 ? this.#finish() : false;
  }
  /** Steps over a value; its place in the window when it could be held. */
  #pass() {
    this.json.peek();
    const from = this.json.at;
    const value = this.json.value();
    if (value === null && this.json.stop !== "too-large") this.#endAt(from);
    return value;
  }
  /** The export ended; anything but blanks behind it is unread. */
  #finish() {
    this.#isEnded = true;
    if (this.json.peek() < 0) return false;
    return this.#end();
  }
  #end() {
    return this.#endAt(this.json.at);
  }
  /** Ends the walk before its time: what is behind `from` is unread. */
  #endAt(from) {
    this.#isEnded = true;
    if (this.json.stop === "cut-off") this.isCutOff = true;
    else this.isBroken = true;
    this.unread.add([from, this.json.window.size]);
    return false;
  }
};

// src/portable/chat/word-cache.ts
var SLOTS2 = 1024;
var LONGEST2 = 64;
var WordCache = class {
  #bytes = Array.from({ length: SLOTS2 });
  #texts = Array.from({ length: SLOTS2 }, () => "");
  /** The text kept for these bytes. */
  find(bytes, start, end) {
    if (end - start > LONGEST2) return null;
    const slot = slotOf2(bytes, start, end);
    if (this.#isAt(slot, bytes, start, end)) return this.#texts[slot];
    return this.#isAt(slot ^ 1, bytes, start, end) ? this.#texts[slot ^ 1] : null;
  }
  /** Keeps the text of the bytes; what stood in its place moves one aside, so that two words do not displace each other. */
  keep(bytes, start, end, text2) {
    if (end - start > LONGEST2) return;
    const slot = slotOf2(bytes, start, end);
    this.#bytes[slot ^ 1] = this.#bytes[slot];
    this.#texts[slot ^ 1] = this.#texts[slot];
    this.#bytes[slot] = bytes.slice(start, end);
    this.#texts[slot] = text2;
  }
  #isAt(slot, bytes, start, end) {
    const known = this.#bytes[slot];
    return known !== void 0 && isSame(known, bytes, start, end);
  }
};
function slotOf2(bytes, start, end) {
  if (start === end) return 0;
  const at = (i) => bytes[i];
  const last = at(end - 1) * 131 + at(Math.max(start, end - 2)) * 31 + at(Math.max(start, end - 3)) * 17;
  const mixed = last + at(start) * 61 + at(start + end >> 1) * 257 + (end - start) * 7;
  return (mixed ^ mixed >> 10) & SLOTS2 - 1;
}
function isSame(known, bytes, start, end) {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}

// src/portable/chat/json/known-fields.ts
var QUOTE8 = 34;
var ARRAY11 = 91;
var OBJECT11 = 123;
var BACKSLASH4 = 92;
var SMALL_N = 110;
var NOT_ASCII2 = 128;
var UNKNOWN = -1;
var REPEATED = -2;
var MOST_DIGITS2 = 15;
var KnownFields = class {
  /** For each member of the object in file order: the number of its key, or UNKNOWN, or REPEATED. */
  numbers = new Int16Array(64);
  size = 0;
  /** True when every member has a key of its own, and one of the first `usual`, and none is an object or list that should not be. */
  isUsual = true;
  /** True when the last `richText` left something out: parts that are no text, or members beside `type` and `text`. */
  isReduced = false;
  #keys;
  #scanner;
  #words = new WordCache();
  /** For each known key, one more than the place of its member; 0 when there is none. */
  #places;
  #others = /* @__PURE__ */ new Set();
  #parts = new MemberTable();
  #table;
  #notes = new TextNotes();
  #usual;
  #lists;
  /** `usual`: how many of the keys, from the first, need no second look; see `isUsual`. `lists`: those of them that may be lists. */
  constructor(keys, { usual, lists }, scanner, table2) {
    this.#usual = usual;
    this.#lists = lists;
    this.#keys = keys;
    this.#scanner = scanner;
    this.#places = new Int32Array(keys.names.length);
    this.#table = table2;
  }
  /** Looks at the object whose members the table holds now. */
  take(notes) {
    this.#notes = notes;
    for (let i = 0; i < this.size; i++) {
      const number2 = this.numbers[i];
      if (number2 >= 0) this.#places[number2] = 0;
    }
    if (this.#others.size > 0) this.#others.clear();
    this.size = this.#table.size;
    if (this.size > this.numbers.length) this.numbers = new Int16Array(this.size * 2);
    this.isUsual = true;
    for (let i = 0; i < this.size; i++) {
      const number2 = this.#numberOf(i);
      this.numbers[i] = number2;
      if (number2 < 0 || number2 >= this.#usual || this.isOdd(i)) this.isUsual = false;
    }
  }
  /** Whether a member is an object, or a list that should be none. */
  isOdd(i) {
    const first = this.#scanner.bytes[this.#table.start(i)];
    return first === OBJECT11 || first === ARRAY11 && !this.#lists.has(this.numbers[i]);
  }
  /** The key of a member as text. */
  keyOf(i) {
    return this.#keyText(i, new TextNotes());
  }
  /** The bytes of a member's value as they stand. */
  rawOf(i) {
    const { bytes } = this.#scanner;
    const text2 = textOf(bytes, this.#table.start(i), this.#table.end(i));
    if (text2.includes("\uFFFD") && !isUtf8(bytes, this.#table.start(i), this.#table.end(i)))
      this.#notes.invalidUtf8 = true;
    return text2;
  }
  has(key) {
    return this.#places[key] !== 0;
  }
  /** The bytes of the value as they stand; empty when absent. */
  raw(key) {
    return this.has(key) ? this.rawOf(this.#place(key)) : "";
  }
  /** Where the value begins; 0 when absent. */
  start(key) {
    return this.has(key) ? this.#table.start(this.#place(key)) : 0;
  }
  /** Where the value ends; 0 when absent. */
  end(key) {
    return this.has(key) ? this.#table.end(this.#place(key)) : 0;
  }
  /** True when the value is a string of plain ASCII without escapes, which no decoding finds anything to note in. */
  isPlainString(key) {
    const place = this.#places[key];
    if (place === 0) return false;
    const start = this.#table.start(place - 1);
    const { bytes } = this.#scanner;
    return bytes[start] === QUOTE8 && isPlain2(bytes, start + 1, this.#table.end(place - 1) - 1);
  }
  /** A string or number as text, whatever its size; null when absent, null, or something else. */
  text(key) {
    const place = this.#places[key];
    return place === 0 ? null : this.#text(this.#table.start(place - 1), this.#table.end(place - 1), false);
  }
  /** The same, for values that come again and again. */
  word(key) {
    const place = this.#places[key];
    return place === 0 ? null : this.#text(this.#table.start(place - 1), this.#table.end(place - 1), true);
  }
  /** A safe whole number, written as a number or in a string; null otherwise. */
  count(key) {
    const place = this.#places[key];
    if (place === 0) return null;
    const { bytes } = this.#scanner;
    let at = this.#table.start(place - 1);
    let end = this.#table.end(place - 1);
    if (bytes[at] === QUOTE8) {
      at += 1;
      end -= 1;
    }
    if (at === end || end - at > MOST_DIGITS2) return null;
    let value = 0;
    for (; at < end; at++) {
      const digit = bytes[at] - 48;
      if (digit < 0 || digit > 9) return null;
      value = value * 10 + digit;
    }
    return value;
  }
  /** Seconds since 1970 for a string that is `YYYY-MM-DDTHH:MM:SS`, as if it were UTC; null for anything else. */
  isoSeconds(key) {
    const place = this.#places[key];
    if (place === 0) return null;
    const start = this.#table.start(place - 1);
    const { bytes } = this.#scanner;
    return bytes[start] === QUOTE8 ? secondsOfIsoBytes(bytes, start + 1, this.#table.end(place - 1) - 1) : null;
  }
  /** A string, or an array of strings and objects with a `text`, joined. See `isReduced`. */
  richText(key) {
    this.isReduced = false;
    const place = this.#places[key];
    if (place === 0) return "";
    const start = this.#table.start(place - 1);
    const end = this.#table.end(place - 1);
    if (this.#scanner.bytes[start] !== ARRAY11) return this.#text(start, end, false) ?? "";
    let text2 = "";
    for (const [from, to] of this.#scanner.elements(start, end)) text2 += this.#part(from, to);
    return text2;
  }
  #keyText(i, notes) {
    return jsonText(this.#scanner.bytes, this.#table.keyStart(i), this.#table.keyEnd(i), notes);
  }
  #place(key) {
    return this.#places[key] - 1;
  }
  #numberOf(i) {
    const start = this.#table.keyStart(i);
    const end = this.#table.keyEnd(i);
    let number2 = this.#keys.find(this.#scanner.bytes, start, end);
    if (number2 < 0) {
      if (isPlain2(this.#scanner.bytes, start, end))
        return this.#other(textOf(this.#scanner.bytes, start, end));
      const name = this.#keyText(i, this.#notes);
      number2 = this.#keys.names.indexOf(name);
      if (number2 < 0) return this.#other(name);
    }
    if (this.#places[number2] !== 0) return REPEATED;
    this.#places[number2] = i + 1;
    return number2;
  }
  #other(name) {
    if (this.#others.has(name)) return REPEATED;
    this.#others.add(name);
    return UNKNOWN;
  }
  #text(start, end, isWord) {
    const { bytes } = this.#scanner;
    const first = bytes[start];
    if (first === QUOTE8) {
      return isWord ? this.#word(start + 1, end - 1) : jsonText(bytes, start + 1, end - 1, this.#notes);
    }
    if (first === OBJECT11 || first === ARRAY11) return null;
    const raw = textOf(bytes, start, end);
    return first === SMALL_N && raw === "null" ? null : raw;
  }
  /** Only words that gave nothing to note are kept. */
  #word(start, end) {
    const { bytes } = this.#scanner;
    const known = this.#words.find(bytes, start, end);
    if (known !== null) return known;
    const notes = new TextNotes();
    const text2 = jsonText(bytes, start, end, notes);
    if (!notes.isEmpty) return jsonText(bytes, start, end, this.#notes);
    this.#words.keep(bytes, start, end, text2);
    return text2;
  }
  #part(start, end) {
    const { bytes } = this.#scanner;
    if (bytes[start] === QUOTE8) return jsonText(bytes, start + 1, end - 1, this.#notes);
    const text2 = bytes[start] === OBJECT11 ? this.#partText(start) : null;
    if (text2 === null) this.isReduced = true;
    return text2 ?? "";
  }
  /** The `text` of a part; the first when there are several. */
  #partText(start) {
    const { bytes } = this.#scanner;
    const parts = this.#parts;
    this.#scanner.valueEnd(start, parts);
    let text2 = null;
    for (let i = 0; i < parts.size; i++) {
      const key = textOf(bytes, parts.keyStart(i), parts.keyEnd(i));
      if (key === "text" && text2 === null) text2 = this.#text(parts.start(i), parts.end(i), false);
      else if (key !== "type") this.isReduced = true;
    }
    return text2;
  }
};
function isPlain2(bytes, start, end) {
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === BACKSLASH4 || byte >= NOT_ASCII2) return false;
  }
  return true;
}

// src/portable/chat/telegram/attachments.ts
var K = MESSAGE_KEYS.number;
function attachment2(value, name, kind2, sizeBytes) {
  const isMissing = value === null || value.startsWith("(");
  return {
    name: isMissing ? name : value,
    kind: kind2,
    included: !isMissing,
    note: isMissing ? value : null,
    ...sizeBytes === null ? {} : { sizeBytes }
  };
}
function attachmentsOf6(fields) {
  const hasFile = fields.has(K.file) || fields.has(K.media_type);
  if (!hasFile && !fields.has(K.photo) && !fields.has(K.contact_vcard)) return null;
  const found2 = [];
  if (fields.has(K.photo))
    found2.push(attachment2(fields.text(K.photo), null, "photo", fields.count(K.photo_file_size)));
  if (hasFile) {
    const kind2 = fields.word(K.media_type) ?? "file";
    found2.push(attachment2(fields.text(K.file), fields.text(K.file_name), kind2, fields.count(K.file_size)));
  }
  if (fields.has(K.contact_vcard)) {
    const size = fields.count(K.contact_vcard_file_size);
    found2.push(attachment2(fields.text(K.contact_vcard), null, "contact_vcard", size));
  }
  return found2;
}

// src/portable/chat/telegram/reactions.ts
var ARRAY12 = 91;
var OBJECT12 = 123;
var KEYS2 = new KnownKeys(["type", "count", "emoji", "document_id", "recent", "from", "from_id", "date"]);
var K2 = KEYS2.number;
var ALL_USUAL = { usual: KEYS2.names.length, lists: /* @__PURE__ */ new Set() };
var ReactionReader = class {
  #scanner;
  #table = new MemberTable();
  #fields;
  constructor(scanner) {
    this.#scanner = scanner;
    this.#fields = new KnownFields(KEYS2, ALL_USUAL, scanner, this.#table);
  }
  /**
   * The reactions in the array at that place. The app counts each and names only the last who set it: each who is named is
   * one of the list, and the others are one more with their number and no name.
   */
  read(start, end, notes) {
    const found2 = [];
    for (const [from] of this.#objects(start, end)) this.#reaction(from, notes, found2);
    return found2;
  }
  #reaction(start, notes, found2) {
    const fields = this.#take(start, notes);
    const reaction = fields.word(K2.emoji) ?? fields.word(K2.type) ?? "";
    const count2 = fields.count(K2.count);
    let named2 = 0;
    for (const [from] of this.#objects(fields.start(K2.recent), fields.end(K2.recent))) {
      named2 += 1;
      found2.push({ reaction, by: this.#take(from, notes).word(K2.from) });
    }
    if (count2 !== null && count2 > named2) found2.push({ reaction, by: null, count: count2 - named2 });
  }
  #take(start, notes) {
    this.#scanner.valueEnd(start, this.#table);
    this.#fields.take(notes);
    return this.#fields;
  }
  *#objects(start, end) {
    if (start === end || this.#scanner.bytes[start] !== ARRAY12) return;
    for (const span2 of this.#scanner.elements(start, end))
      if (this.#scanner.bytes[span2[0]] === OBJECT12) yield span2;
  }
};

// src/portable/chat/telegram/text-entities.ts
var QUOTE9 = 34;
var COLON5 = 58;
var OBJECT13 = 123;
var OBJECT_END3 = 125;
var ARRAY_END3 = 93;
var TEXT_KEY = new TextEncoder().encode('"text"');
function isOnePart(bytes, places, text2, entities) {
  const start = places.start(text2);
  const end = places.end(text2);
  const from = places.start(entities);
  const to = places.end(entities);
  if (bytes[start] !== QUOTE9 || bytes[to - 1] !== ARRAY_END3) return false;
  const object = spaceBefore(bytes, to - 1);
  if (bytes[object - 1] !== OBJECT_END3) return false;
  const partEnd = spaceBefore(bytes, object - 1);
  const partStart = partEnd - (end - start);
  if (partStart <= from) return false;
  for (let i = 0; i < end - start; i++) if (bytes[start + i] !== bytes[partStart + i]) return false;
  return isOneKey(bytes, from + 1, partStart);
}
function isOneKey(bytes, from, to) {
  const colon = spaceBefore(bytes, to);
  const keyEnd = spaceBefore(bytes, colon - 1);
  const keyStart = keyEnd - TEXT_KEY.length;
  if (bytes[colon - 1] !== COLON5 || keyStart <= from) return false;
  for (let i = 0; i < TEXT_KEY.length; i++) if (bytes[keyStart + i] !== TEXT_KEY[i]) return false;
  let objects = 0;
  for (let at = from; at < keyStart; at++) if (bytes[at] === OBJECT13) objects += 1;
  return objects === 1;
}
function spaceBefore(bytes, end) {
  let at = end;
  while (isJsonSpace(bytes[at - 1])) at -= 1;
  return at;
}

// src/portable/chat/telegram/message.ts
var K3 = MESSAGE_KEYS.number;
var OBJECT14 = 123;
var USUAL_FORM = { usual: FIRST_RARE, lists: /* @__PURE__ */ new Set([K3.text, K3.text_entities]) };
var CALLS2 = /* @__PURE__ */ new Set(["phone_call", "group_call", "conference_call"]);
var MessageReader = class {
  #json;
  #fields;
  #reactions;
  #isSurvey;
  #notes = new TextNotes();
  /** For a survey, records may lack what it does not look at: see `WalkPurpose`. */
  constructor(json, isSurvey) {
    this.#json = json;
    this.#fields = new KnownFields(MESSAGE_KEYS, USUAL_FORM, json.scanner, json.table);
    this.#reactions = new ReactionReader(json.scanner);
    this.#isSurvey = isSurvey;
  }
  /** The message that the walker has just stepped over; it stands from `start` to `end` in the bytes held. */
  read(start, end, chat) {
    const fields = this.#fields;
    if (!this.#notes.isEmpty) this.#notes = new TextNotes();
    fields.take(this.#notes);
    const { base } = this.#json.window;
    const isBrief = this.#isSurvey && this.#isBrief();
    const record2 = draftOf(fields, isBrief, chat, [base + start, base + end]);
    if (!isBrief) this.#complete(record2);
    this.#doubtText(record2, base);
    this.#doubtSpeakerAndTime(record2);
    return record2;
  }
  /** Whether nothing but what every record has is needed to know what there is to doubt. */
  #isBrief() {
    const fields = this.#fields;
    if (!fields.isUsual || fields.isoSeconds(K3.date) === null || !fields.isPlainString(K3.text)) return false;
    return !fields.has(K3.text_entities) || this.#isOnePart();
  }
  #complete(record2) {
    if (record2.kind === "call") record2.call = callOf3(this.#fields);
    this.#extra(record2);
    if (!this.#fields.isUsual) this.#rare(record2);
  }
  /** What few messages have. */
  #rare(record2) {
    const fields = this.#fields;
    const forwardedFrom = fields.word(K3.forwarded_from);
    const attachments = attachmentsOf6(fields);
    if (fields.has(K3.reply_to_peer_id)) record2.repliesElsewhere = true;
    if (fields.has(K3.edited) || fields.has(K3.edited_unixtime)) record2.edited = editOf2(fields);
    if (attachments !== null) record2.attachments = attachments;
    if (forwardedFrom !== null) record2.forwardedFrom = forwardedFrom;
    if (fields.has(K3.reactions)) {
      const [start, end] = [fields.start(K3.reactions), fields.end(K3.reactions)];
      const reactions = this.#reactions.read(start, end, this.#notes);
      if (reactions.length > 0) record2.reactions = reactions;
    }
    if (record2.body === "" && fields.has(K3.poll)) record2.body = this.#inner(K3.poll, "question");
    if (record2.body === "" && fields.has(K3.todo_list)) record2.body = this.#inner(K3.todo_list, "title");
  }
  /** The text of a member of a member. */
  #inner(key, name) {
    const [start, end] = [this.#fields.start(key), this.#fields.end(key)];
    if (this.#json.scanner.bytes[start] !== OBJECT14) return "";
    return new JsonFields(this.#json.scanner, [start, end], this.#notes).richText(name);
  }
  /** Members that are passed on as written. */
  #extra(record2) {
    const fields = this.#fields;
    const { isReduced } = fields;
    const hasOtherParts = this.#hasOtherParts(record2.body);
    const hasOddInstant = record2.utcMs === null && fields.has(K3.date_unixtime);
    if (fields.isUsual && !isReduced && !hasOtherParts && !hasOddInstant) return;
    const extra = this.#shown(record2);
    if (isReduced) extra.push(["text", fields.raw(K3.text)]);
    if (hasOtherParts) {
      extra.push(["text_entities", fields.raw(K3.text_entities)]);
      record2.doubts.push("text-parts-differ");
    }
    if (extra.length > 0) record2.extra = Object.fromEntries(extra);
  }
  #shown(record2) {
    const fields = this.#fields;
    const { doubts } = record2;
    const extra = [];
    const repeated = [];
    let hasUnknown2 = false;
    for (let i = 0; i < fields.size; i++) {
      const number2 = fields.numbers[i];
      if (number2 === REPEATED)
        repeated.push([`${fields.keyOf(i)} (again ${repeated.length + 1})`, fields.rawOf(i)]);
      else if (number2 >= FIRST_SHOWN || number2 === UNKNOWN || this.#isLost(i, record2))
        extra.push([fields.keyOf(i), fields.rawOf(i)]);
      if (number2 === UNKNOWN) hasUnknown2 = true;
    }
    if (hasUnknown2 && repeated.length === 0) doubts.push("unknown-fields");
    if (repeated.length > 0) doubts.push("repeated-key");
    return [...extra, ...repeated];
  }
  /** Whether a member that becomes a field is of another sort than the app writes, so that the field does not hold it. */
  #isLost(i, { utcMs, writtenText, edited: edited2 }) {
    const fields = this.#fields;
    const number2 = fields.numbers[i];
    if (fields.isOdd(i)) return true;
    const raw = fields.rawOf(i);
    if (raw === "null") return false;
    if (number2 === K3.date_unixtime) return utcMs === null && fields.text(number2) !== writtenText;
    if (number2 === K3.edited) return edited2?.written == null;
    return number2 === K3.edited_unixtime && edited2?.instant == null;
  }
  /** The app writes each text twice; whether the second, cut into pieces, says something else. */
  #hasOtherParts(body) {
    const fields = this.#fields;
    if (!fields.has(K3.text_entities) || !fields.has(K3.text) || this.#isOnePart()) return false;
    return fields.richText(K3.text_entities) !== body;
  }
  #isOnePart() {
    const fields = this.#fields;
    return isOnePart(this.#json.scanner.bytes, fields, K3.text, K3.text_entities);
  }
  #doubtText(record2, base) {
    const notes = this.#notes;
    if (notes.isEmpty) return;
    if (notes.loneSurrogate) record2.doubts.unshift("lone-surrogate");
    if (notes.invalidUtf8) record2.doubts.unshift("invalid-utf8");
    if (notes.repairs.length === 0) return;
    record2.doubts.unshift("json-repaired");
    record2.repairs = notes.repairs.map((one) => ({ ...one, at: base + one.at }));
  }
  #doubtSpeakerAndTime(record2) {
    const { doubts } = record2;
    if (record2.speaker === null && record2.kind !== "other") doubts.push("sender-not-named");
    if (record2.localMs === null && record2.utcMs !== null) doubts.push("instant-only");
    if (this.#fields.has(K3.forwarded_from)) doubts.push("forwarded-time");
    if (record2.edited && this.#fields.has(K3.reactions)) doubts.push("edited-or-reacted");
  }
};
function draftOf(fields, isBrief, chat, span2) {
  const type = fields.word(K3.type);
  const action = fields.word(K3.action);
  const date = isBrief ? "" : fields.text(K3.date);
  const localSeconds = fields.isoSeconds(K3.date);
  const utcSeconds = inCalendar(fields.count(K3.date_unixtime));
  return {
    chat,
    kind: kindOf6(fields, type, action),
    speaker: fields.word(K3.from) ?? fields.word(K3.actor),
    writtenText: date ?? fields.text(K3.date_unixtime) ?? "",
    body: isBrief ? "" : fields.richText(K3.text),
    span: span2,
    rule: type === "service" ? "telegram/service" : "telegram/message",
    localMs: localSeconds === null ? null : localSeconds * 1e3,
    utcMs: utcSeconds === null ? null : utcSeconds * 1e3,
    precision: localSeconds === null && utcSeconds === null ? "none" : "second",
    doubts: [],
    id: fields.text(K3.id) ?? void 0,
    speakerId: fields.word(K3.from_id) ?? fields.word(K3.actor_id) ?? void 0,
    action: action ?? void 0,
    replyTo: fields.text(K3.reply_to_message_id) ?? void 0
  };
}
function kindOf6(fields, type, action) {
  if (type === "service") return CALLS2.has(action) ? "call" : "system";
  if (type === "unsupported") return "other";
  if (fields.has(K3.location_information)) return "location";
  if (fields.has(K3.contact_information)) return "contact";
  if (fields.has(K3.poll)) return "poll";
  return fields.has(K3.photo) || fields.has(K3.file) || fields.has(K3.media_type) ? "media" : "text";
}
function callOf3(fields) {
  return {
    media: null,
    outcome: fields.word(K3.discard_reason),
    durationText: fields.text(K3.duration_seconds) ?? fields.text(K3.duration),
    durationSeconds: fields.count(K3.duration_seconds) ?? fields.count(K3.duration)
  };
}
function editOf2(fields) {
  const localSeconds = fields.isoSeconds(K3.edited);
  const utcSeconds = inCalendar(fields.count(K3.edited_unixtime));
  return {
    written: localSeconds === null ? null : isoOfSeconds(localSeconds),
    instant: utcSeconds === null ? null : instantOfSeconds(utcSeconds)
  };
}

// src/portable/chat/telegram/read.ts
var TELEGRAM_READER = "telegram-json/3";
function* recordsOf2(walk, absent, isSurvey) {
  const reader = new MessageReader(walk.json, isSurvey);
  for (let n = 0; walk.next(); n += 1) {
    const record2 = reader.read(walk.start, walk.end, walk.chat);
    if (isSurvey) absent.look(n, record2.chat, record2.id, walk.unread.spans.length);
    yield record2;
  }
}
function noteFile(walk, ledger) {
  if (walk.bomBytes > 0) ledger.noteFile("byte-order-mark");
  if (walk.isCutOff) ledger.noteFile("file-cut-off");
  if (walk.isBroken) ledger.noteFile("json-broken");
  if (walk.hasLarge) ledger.noteFile("message-too-large");
  if (walk.otherSections.size > 0) ledger.noteFile("sections-not-read", [...walk.otherSections].join(", "));
}
function zoneOf5({ offsetsMinutes, localOnly, utcOnly }) {
  if (offsetsMinutes.length > 0) {
    const statement = "Each message has its local time and its UTC time; the difference is the offset used.";
    return { basis: "offset-from-both-clocks", offsetsMinutes, statement };
  }
  if (utcOnly > 0) {
    const statement = "The file gives times in UTC only, and they are shown in UTC.";
    return { basis: "utc", offsetsMinutes, statement };
  }
  if (localOnly === 0) return { basis: "unknown", offsetsMinutes, statement: "The file gives no times." };
  return {
    basis: "exporter-local",
    offsetsMinutes,
    statement: "Times are as the exporting computer showed them. Its time zone is not in the file."
  };
}
function passOf8(source, purpose) {
  const walk = new ExportWalk(source);
  const absent = new AbsentIds();
  return {
    records: recordsOf2(walk, absent, purpose === "survey"),
    chats: walk.chats,
    unread: walk.unread.spans,
    finish(ledger, { localOnly }) {
      noteFile(walk, ledger);
      if (localOnly > 0) ledger.noteFile("zone-not-stated");
      absent.note(walk.chats, ledger);
    },
    zone: zoneOf5
  };
}
function readTelegram(source) {
  return readingOfRecords({
    format: "telegram-json",
    reader: TELEGRAM_READER,
    sizeBytes: source.size,
    serviceBeganMs: Date.UTC(2013, 7, 14),
    walk: (purpose) => passOf8(source, purpose)
  });
}

// src/portable/chat/telegram/sniff.ts
var MESSAGES2 = /"messages"\s*:\s*\[/;
var MESSAGE2 = /"type"\s*:\s*"(?:message|service)"/;
var CLOCK = /"date_unixtime"\s*:/;
var CHAT_KIND = /"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:group|supergroup|channel))"/;
var ACCOUNT = /"(?:chats|personal_information|frequent_contacts|left_chats)"\s*:\s*\{/;
function sniffTelegram({ headText, tailText, name }) {
  if (!/^\s*\{/.test(headText)) return NOT_MINE;
  const both = headText + tailText;
  const signs = [
    [MESSAGES2, "list-of-messages", 20],
    [MESSAGE2, "message-and-service", 30],
    [CLOCK, "date-unixtime", 25],
    [CHAT_KIND, "kind-of-chat", 25],
    [ACCOUNT, "account-sections", 25]
  ];
  const seen = signs.filter(([pattern]) => pattern.test(both));
  const own = seen.some(([pattern]) => pattern !== MESSAGES2);
  if (!own) return NOT_MINE;
  const named2 = /^result.*\.json$/i.test(name);
  const points = seen.reduce((sum, [, , value]) => sum + value, named2 ? 5 : 0);
  return {
    score: Math.min(points, 100),
    reasons: reasonsOf(...seen.map(([, sign]) => sign), named2 && "file-name"),
    broken: tailText.trimEnd().endsWith("}") ? null : "cut-off"
  };
}

// src/portable/chat/telegram-html/media.ts
var WRAPS = [
  ["photo_wrap", "photo"],
  ["video_file_wrap", "video_file"],
  ["animated_wrap", "animation"],
  ["sticker_wrap", "sticker"]
];
var PLACES2 = /* @__PURE__ */ new Set(["location", "live_location", "venue"]);
var NO_FILES = /* @__PURE__ */ new Set([...PLACES2, "call", "game", "invoice"]);
var SECONDS = /\((\d{1,9}) seconds?\)$/;
function boxKind({ classes }) {
  const wrap = WRAPS.find(([name]) => classes.has(name));
  if (wrap) return wrap[1];
  const own = [...classes].find((name) => name.startsWith("media_"));
  return own === void 0 ? "file" : own.slice("media_".length);
}
function kindOf7(parts) {
  if (parts.isService) return "system";
  const kinds = parts.media.map(boxKind);
  if (kinds.includes("call")) return "call";
  if (parts.question !== null) return "poll";
  if (kinds.some((kind2) => PLACES2.has(kind2))) return "location";
  if (kinds.includes("contact")) return "contact";
  return kinds.some((kind2) => !NO_FILES.has(kind2)) ? "media" : "text";
}
function attachmentOf3(box) {
  const kind2 = boxKind(box);
  if (NO_FILES.has(kind2) || kind2 === "contact" && box.href === null) return null;
  const name = box.href ?? (kind2 === "file" ? box.title : null);
  return { name, kind: kind2, included: box.href !== null, note: box.href === null ? box.description : null };
}
function callOf4({ media }) {
  const box = media.find((one) => boxKind(one) === "call");
  if (!box) return void 0;
  const [whole = null, seconds] = SECONDS.exec(box.status ?? "") ?? [];
  return {
    media: null,
    outcome: (box.status ?? "").replace(SECONDS, "").trim() || null,
    durationText: whole === null ? null : whole.slice(1, -1),
    durationSeconds: seconds === void 0 ? null : Number(seconds)
  };
}

// src/portable/chat/html/tags.ts
var LESS = 60;
var GREATER = 62;
var SLASH2 = 47;
var BANG = 33;
var DOUBLE2 = 34;
var SINGLE2 = 39;
var DASH3 = 45;
var TAG_CUT_OFF = -1;
var NO_TAG = 0;
var VOID = /* @__PURE__ */ new Set(["br", "img", "hr", "meta", "link", "input", "source", "wbr"]);
function tagEnd(bytes, at) {
  const first = bytes[at + 1];
  if (first === void 0) return TAG_CUT_OFF;
  if (first === BANG && bytes[at + 2] === DASH3 && bytes[at + 3] === DASH3) return commentEnd(bytes, at + 4);
  if (!isLetter(first) && first !== SLASH2 && first !== BANG) return NO_TAG;
  let quote = 0;
  for (let i = at + 2; i < bytes.length; i++) {
    const byte = bytes[i];
    if (quote !== 0) quote = byte === quote ? 0 : quote;
    else if (byte === GREATER) return i + 1;
    else if (byte === LESS) return NO_TAG;
    else if (byte === DOUBLE2 || byte === SINGLE2) quote = byte;
  }
  return TAG_CUT_OFF;
}
function commentEnd(bytes, from) {
  for (let at = bytes.indexOf(GREATER, from); at >= 0; at = bytes.indexOf(GREATER, at + 1))
    if (bytes[at - 1] === DASH3 && bytes[at - 2] === DASH3) return at + 1;
  return TAG_CUT_OFF;
}
function tagOf(bytes, start, end) {
  const isClose = bytes[start + 1] === SLASH2;
  const nameStart = isClose ? start + 2 : start + 1;
  let nameEnd = nameStart;
  while (nameEnd < end && isNameByte2(bytes[nameEnd])) nameEnd += 1;
  const name = textOf(bytes, nameStart, nameEnd).toLowerCase();
  if (name === "") return { name, kind: "other", start, end };
  if (isClose) return { name, kind: "close", start, end };
  return { name, kind: VOID.has(name) || bytes[end - 2] === SLASH2 ? "void" : "open", start, end };
}
var ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;
function attributesOf(bytes, { start, end }) {
  const found2 = /* @__PURE__ */ new Map();
  for (const [, name = "", double, single, bare] of textOf(bytes, start, end).matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found2.has(key)) found2.set(key, double ?? single ?? bare ?? "");
  }
  return found2;
}
function isLetter(byte) {
  return byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90;
}
function isNameByte2(byte) {
  return isLetter(byte) || byte >= 48 && byte <= 57;
}

// src/portable/chat/telegram-html/roles.ts
var BY_CLASS = [
  ["forwarded", "forwarded"],
  ["from_name", "from_name"],
  ["date", "date"],
  ["reply_to", "reply_to"],
  ["text", "text"],
  ["signature", "signature"],
  ["media_poll", "poll"],
  ["media", "media"],
  ["photo_wrap", "media"],
  ["video_file_wrap", "media"],
  ["animated_wrap", "media"],
  ["sticker_wrap", "media"],
  ["title", "title"],
  ["description", "description"],
  ["status", "status"],
  ["video_duration", "duration"],
  ["question", "question"],
  ["answer", "answer"],
  ["total", "total"],
  ["reactions", "reactions"],
  ["reaction", "reaction"],
  ["emoji", "emoji"],
  ["count", "count"],
  ["userpics", "skip"],
  ["userpic", "skip"],
  ["initials", "skip"],
  ["video_play_bg", "skip"],
  ["gif_play", "skip"]
];
function roleOf2(classes, within, isService) {
  if (within === "text" || within === "skip") return null;
  if (classes.has("body") && isService) return "text";
  if (classes.has("details") && within === "poll" && !classes.has("total")) return "details";
  if (classes.has("userpic_wrap")) return "skip";
  return BY_CLASS.find(([name]) => classes.has(name))?.[1] ?? null;
}

// src/portable/chat/telegram-html/message-parts.ts
var LESS2 = 60;
var DEEPEST2 = 64;
var MessageParts = class {
  id;
  isService;
  isJoined;
  from = null;
  dateTitle = null;
  isForwarded = false;
  forwardedFrom = null;
  forwardedDate = null;
  replyHref = null;
  replyText = null;
  text = null;
  signature = null;
  media = [];
  question = null;
  pollLines = [];
  reactions = [];
  rawReactions = null;
  /** Targets of links that say something else than the words they stand under. */
  links = [];
  /** Words that stand in no element known. */
  other = [];
  invalidUtf8 = false;
  brokenReference = false;
  #bytes;
  #frames = [];
  /** The message whose bytes are `start` to `end`. */
  constructor(bytes, start, end) {
    this.#bytes = bytes;
    const opening = tagOf(bytes, start, tagEnd(bytes, start));
    const attributes = attributesOf(bytes, opening);
    const classes = classesOf(attributes);
    this.id = /^message(-?\d+)$/.exec(attributes.get("id") ?? "")?.[1] ?? null;
    this.isService = classes.has("service");
    this.isJoined = classes.has("joined");
    this.#walk(opening.end, end);
    while (this.#frames.length > 0) this.#pop(end);
  }
  #walk(start, end) {
    let at = start;
    while (at < end) {
      const less = this.#bytes.indexOf(LESS2, at);
      const until = less < 0 || less > end ? end : less;
      this.#words(at, until);
      if (until === end) return;
      const after = tagEnd(this.#bytes, until);
      if (after === NO_TAG || after === TAG_CUT_OFF || after > end) {
        this.#words(until, until + 1);
        at = until + 1;
      } else {
        this.#tag(tagOf(this.#bytes, until, after));
        at = after;
      }
    }
  }
  #words(start, end) {
    if (start >= end) return;
    const raw = textOf(this.#bytes, start, end);
    if (raw.includes("\uFFFD") && !isUtf8(this.#bytes, start, end)) this.invalidUtf8 = true;
    const words4 = this.#unescape(raw);
    const sink = this.#frames.at(-1)?.sink;
    if (sink) sink.text += words4;
    else if (words4.trim() !== "") this.other.push(words4.trim());
  }
  #unescape(raw) {
    return unescapeHtml(raw, () => {
      this.brokenReference = true;
      return "\uFFFD";
    });
  }
  #tag(tag) {
    if (tag.kind === "open") this.#push(tag);
    else if (tag.kind === "close") this.#close(tag);
    else if (tag.name === "br") {
      const sink = this.#frames.at(-1)?.sink;
      if (sink) sink.text += "\n";
    }
  }
  #push(tag) {
    if (this.#frames.length >= DEEPEST2) return;
    const attributes = attributesOf(this.#bytes, tag);
    const above2 = this.#frames.at(-1);
    const role = roleOf2(classesOf(attributes), above2?.sink?.role ?? null, this.isService);
    const frame = { name: tag.name, role, sink: null, attributes, start: tag.start, text: "" };
    const sink = role === null ? above2?.sink ?? null : frame;
    this.#frames.push(Object.assign(frame, { sink }));
    if (role !== null) this.#begin(frame, role);
    if (attributes.has("title") && classesOf(attributes).has("initials"))
      this.reactions.at(-1)?.names.push(this.#unescape(attributes.get("title") ?? ""));
  }
  #begin({ attributes }, role) {
    if (role === "forwarded") this.isForwarded = true;
    if (role === "reaction") this.reactions.push({ emoji: "", names: [], count: null });
    if (role === "media") {
      const href = attributes.get("href");
      this.media.push({
        classes: classesOf(attributes),
        href: href === void 0 ? null : this.#unescape(href),
        title: null,
        description: null,
        status: null
      });
    }
    if (role !== "date") return;
    const title = this.#unescape(attributes.get("title") ?? "");
    if (this.isForwarded) this.forwardedDate = title;
    else this.dateTitle = title;
  }
  #close(tag) {
    let at = this.#frames.length - 1;
    while (at >= 0 && this.#frames[at]?.name !== tag.name) at -= 1;
    if (at >= 0) while (this.#frames.length > at) this.#pop(tag.end);
  }
  #pop(end) {
    const frame = this.#frames.pop();
    if (!frame) return;
    if (frame.role !== null) this.#finish(frame, frame.role, end);
    else if (frame.name === "a") this.#link(frame);
  }
  #link({ attributes, sink }) {
    const href = this.#unescape(attributes.get("href") ?? "");
    if (sink?.role === "reply_to") this.replyHref ??= href;
    else if (href !== "" && sink?.text.endsWith(href) !== true) this.links.push(href);
  }
  #finish(frame, role, end) {
    const words4 = frame.text.trim();
    const [box, reaction] = [this.media.at(-1), this.reactions.at(-1)];
    if (role === "from_name") this.#named(words4);
    else if (role === "text") this.text = (this.text ?? "") + bodyOf(frame.text);
    else if (role === "reply_to") this.replyText = words4;
    else if (role === "signature") this.signature = words4;
    else if (role === "title" && box) box.title = words4;
    else if (role === "description" && box) box.description = words4;
    else if ((role === "status" || role === "duration") && box) box.status = words4;
    else if (role === "question") this.question = words4;
    else if (role === "answer" || role === "total" || role === "details") this.pollLines.push(words4);
    else if (role === "emoji" && reaction) reaction.emoji = words4;
    else if (role === "count" && reaction) reaction.count = words4;
    else if (role === "reactions") this.rawReactions = textOf(this.#bytes, frame.start, end);
    else if (role !== "skip" && role !== "date" && words4 !== "") this.other.push(words4);
  }
  #named(words4) {
    if (this.isForwarded) this.forwardedFrom = words4;
    else this.from = words4;
  }
};
function bodyOf(text2) {
  return text2.replace(/^\r?\n/, "").replace(/\r?\n[ \t]*$/, "");
}
function classesOf(attributes) {
  return new Set((attributes.get("class") ?? "").split(/\s+/));
}

// src/portable/chat/telegram-html/time.ts
var TITLE2 = /^\s*(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})(?: UTC([+-])(\d{2}):(\d{2}))?\s*$/;
var SEPARATOR = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/;
var MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
];
var DAY_MS3 = 864e5;
function printedTime(title) {
  const parts = TITLE2.exec(title);
  if (!parts) return null;
  const [, day, month, year, hour, minute, second, sign, offsetHours, offsetMinutes] = parts;
  const date = dayNumber(Number(year), Number(month), Number(day));
  if (date === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const offset = sign === void 0 ? null : Number(offsetHours) * 60 + Number(offsetMinutes);
  return {
    localMs: date * DAY_MS3 + seconds * 1e3,
    offsetMinutes: offset !== null && sign === "-" ? -offset : offset
  };
}
function separatorDay(text2) {
  const [, day, month, year] = SEPARATOR.exec(text2) ?? [];
  const date = dayNumber(Number(year), MONTHS.indexOf(month ?? "") + 1, Number(day));
  return date === null ? null : date * DAY_MS3;
}

// src/portable/chat/telegram-html/message.ts
var REPLY = /^([^#]*)#go_to_message(\d+)$/;
var VIA = / via (@\w{3,})$/;
var PageReader = class {
  /** Offsets that are printed beside times, in minutes. */
  offsets = /* @__PURE__ */ new Set();
  #above = { from: null, forwardedFrom: null, day: null, dayText: "" };
  /** The message whose bytes held are `start` to `end`; null for a separator of days, which is none. */
  read(bytes, [start, end], base) {
    const parts = new MessageParts(bytes, start, end);
    const day = parts.isService && parts.id?.startsWith("-") === true ? separatorDay(parts.text ?? "") : null;
    if (day !== null) {
      this.#above.day = day;
      this.#above.dayText = parts.text ?? "";
      return null;
    }
    return this.#record(parts, [base + start, base + end]);
  }
  #record(parts, span2) {
    const attachments = parts.media.map(attachmentOf3).filter((one) => one !== null);
    const reactions = reactionsOf4(parts);
    const extra = extraOf5(parts);
    const doubts = doubtsOf7(parts);
    const who = this.#speaker(parts);
    if (who.speaker === null && !parts.isService) doubts.push("sender-not-named");
    return {
      chat: 0,
      kind: kindOf7(parts),
      ...who,
      ...this.#time(parts),
      body: parts.text ?? parts.question ?? "",
      span: span2,
      rule: `telegram-html/${parts.isService ? "service" : parts.isJoined ? "joined" : "message"}`,
      doubts,
      id: parts.id ?? void 0,
      ...replyOf2(parts),
      call: callOf4(parts),
      attachments: attachments.length > 0 ? attachments : void 0,
      reactions: reactions.length > 0 ? reactions : void 0,
      forwardedFrom: this.#forwardedFrom(parts) ?? void 0,
      extra: extra.length > 0 ? Object.fromEntries(extra) : void 0
    };
  }
  /** A joined message has no name: it is that of the message above. */
  #speaker(parts) {
    if (parts.isService) return { speaker: null };
    const written = parts.from ?? (parts.isJoined ? this.#above.from : null);
    this.#above.from = written;
    if (written === null || !VIA.test(written)) return { speaker: written };
    return { speaker: written.replace(VIA, "").trim(), speakerWritten: written };
  }
  #forwardedFrom(parts) {
    if (!parts.isForwarded) return null;
    this.#above.forwardedFrom = parts.forwardedFrom ?? this.#above.forwardedFrom;
    return this.#above.forwardedFrom;
  }
  /** Rows of the app have no time; they stand under the day of the last separator. */
  #time(parts) {
    const time = parts.dateTitle === null ? null : printedTime(parts.dateTitle);
    if (time?.offsetMinutes !== void 0 && time.offsetMinutes !== null)
      this.offsets.add(time.offsetMinutes);
    if (time)
      return { writtenText: parts.dateTitle ?? "", localMs: time.localMs, utcMs: null, precision: "second" };
    const { day, dayText: dayText2 } = this.#above;
    if (parts.dateTitle === null && parts.isService && day !== null)
      return { writtenText: dayText2, localMs: day, utcMs: null, precision: "day" };
    return { writtenText: parts.dateTitle ?? "", localMs: null, utcMs: null, precision: "none" };
  }
};
function replyOf2({ replyHref, replyText }) {
  if (replyText === null) return {};
  const [, page = "", replyTo] = REPLY.exec(replyHref ?? "") ?? [];
  return replyTo === void 0 ? {} : { replyTo, repliesElsewhere: page !== "" };
}
function reactionsOf4({ reactions }) {
  return reactions.flatMap(({ emoji, names, count: count2 }) => {
    const named2 = names.map((by) => ({ reaction: emoji, by }));
    const all = /^\d{1,9}$/.test(count2 ?? "") ? Number(count2) : Math.max(1, names.length);
    return all > names.length ? [...named2, { reaction: emoji, by: null, count: all - names.length }] : named2;
  });
}
function doubtsOf7(parts) {
  const doubts = [];
  if (parts.invalidUtf8) doubts.push("invalid-utf8");
  if (parts.brokenReference) doubts.push("lone-surrogate");
  if (parts.other.length > 0) doubts.push("unknown-fields");
  return doubts;
}
function extraOf5(parts) {
  const extra = [
    ["forwarded_date", parts.forwardedDate],
    ["reply_to", parts.replyText !== null && replyOf2(parts).replyTo === void 0 ? parts.replyText : null],
    ["reply_to_page", REPLY.exec(parts.replyHref ?? "")?.[1] || null],
    ["author", parts.signature],
    ["links", parts.links.join("\n") || null],
    ["poll", parts.question === null ? null : [parts.question, ...parts.pollLines].join("\n")],
    ["reactions", parts.rawReactions],
    ["other_text", parts.other.join("\n") || null],
    ...parts.media.flatMap((box, i) => mediaExtra(box, i === 0 ? "" : ` ${i + 1}`))
  ];
  return extra.filter((entry) => entry[1] !== null);
}
function mediaExtra(box, which) {
  const file = attachmentOf3(box);
  return [
    [`media${which}`, boxKind(box)],
    [`media_title${which}`, box.title],
    [`media_description${which}`, file?.note === box.description ? null : box.description],
    [`media_status${which}`, box.status],
    [`media_link${which}`, file?.name === box.href ? null : box.href]
  ];
}

// src/portable/chat/telegram-html/message-end.ts
var LESS3 = 60;
function isMessage(bytes, tag) {
  if (tag.name !== "div" || tag.kind !== "open") return false;
  return /(?:^|\s)message(?:\s|$)/.test(attributesOf(bytes, tag).get("class") ?? "");
}
function elementEnd(bytes, start) {
  let depth = 0;
  for (let at = bytes.indexOf(LESS3, start); at >= 0; at = bytes.indexOf(LESS3, at)) {
    const end = tagEnd(bytes, at);
    if (end === TAG_CUT_OFF) break;
    if (end === NO_TAG) {
      at += 1;
      continue;
    }
    const tag = tagOf(bytes, at, end);
    if (at > start && isMessage(bytes, tag)) return { end: at, isClosed: false };
    if (tag.name === "div" && tag.kind === "open") depth += 1;
    if (tag.name === "div" && tag.kind === "close") depth -= 1;
    if (depth === 0) return { end, isClosed: true };
    at = end;
  }
  return { end: 0, isClosed: false };
}

// src/portable/chat/telegram-html/page-walk.ts
var LESS4 = 60;
var FIRST_BYTES5 = 4096;
var BOM_BYTES5 = 3;
var BLANK2 = /^\s*$/;
var PageWalk = class {
  window;
  chat = { name: null, id: null, kind: null };
  unread = new UnreadSpans();
  bomBytes;
  isCutOff = false;
  isBroken = false;
  hasLarge = false;
  /** Bytes looked at, for tests of linear work. */
  steps = 0;
  /** The place of the last message in the bytes that the window holds. */
  start = 0;
  end = 0;
  #at;
  #isEnded = false;
  /** Where words of the page belong: to the page itself, to its header, to the history, or to a link in it. */
  #place = "page";
  #isPageClosed = false;
  /** Where the bytes begin that are unread up to the next message. */
  #lostFrom = null;
  constructor(source) {
    this.window = new Window(source);
    this.window.hold(0, BOM_BYTES5);
    this.bomBytes = byteOrderMarkBytes(this.window.bytes);
    this.#at = this.bomBytes;
  }
  /** Goes to the next message; false when there is none, and then everything else is known. */
  next() {
    while (!this.#isEnded) if (this.#step()) return true;
    return false;
  }
  /** Over the words before the next tag, and over that tag or the message it begins. */
  #step() {
    const less = this.#nextLess();
    const { bytes, base } = this.window;
    const from = this.#at - base;
    const until = less < 0 ? Math.min(bytes.length, from + MOST_MESSAGE_BYTES) : less;
    this.#words(from, until);
    this.#at = base + until;
    if (less >= 0) return this.#tag();
    if (this.#at >= this.window.size) this.#finish();
    return false;
  }
  /** The place of the next `<`, whose words before it are held whole; -1 when there is none in as much as may be held. */
  #nextLess() {
    for (let room = FIRST_BYTES5; ; room *= 4) {
      this.window.hold(this.#at, this.#at + Math.min(room, MOST_MESSAGE_BYTES));
      const { bytes, base, isLast } = this.window;
      const from = this.#at - base;
      const less = bytes.indexOf(LESS4, from);
      this.steps += (less < 0 ? bytes.length : less) - from + 1;
      if (less >= 0 || isLast || room >= MOST_MESSAGE_BYTES) return less;
    }
  }
  #tag() {
    for (let room = FIRST_BYTES5; ; room *= 4) {
      this.window.hold(this.#at, this.#at + Math.min(room, MOST_MESSAGE_BYTES));
      const start = this.#at - this.window.base;
      const end = tagEnd(this.window.bytes, start);
      this.steps += (end > 0 ? end : this.window.bytes.length) - start;
      if (end > 0) return this.#passed(tagOf(this.window.bytes, start, end));
      if (end === NO_TAG) return this.#noTag(start);
      if (this.window.isLast || room >= MOST_MESSAGE_BYTES) return this.#lost(this.#at);
    }
  }
  #noTag(start) {
    this.#words(start, start + 1);
    this.#at += 1;
    return false;
  }
  #passed(tag) {
    if (isMessage(this.window.bytes, tag)) return this.#message();
    this.#at = this.window.base + tag.end;
    this.#follow(tag);
    return false;
  }
  /** What a tag outside of messages says of the words behind it. */
  #follow(tag) {
    if (tag.kind === "close" && tag.name === "html") this.#isPageClosed = true;
    if (tag.kind === "close" && this.#place === "link" && tag.name === "a") this.#place = "history";
    if (tag.kind === "close" && this.#place === "name") this.#place = "page";
    if (tag.kind !== "open") return;
    const classes = ` ${attributesOf(this.window.bytes, tag).get("class") ?? ""} `;
    if (classes.includes(" history ")) this.#place = "history";
    else if (classes.includes(" pagination ") && this.#place === "history") this.#place = "link";
    else if (classes.includes(" page_header ")) this.#place = "header";
    else if (classes.includes(" text ") && this.#place === "header") this.#place = "name";
  }
  #words(start, end) {
    if (start >= end || this.#lostFrom !== null) return;
    const words4 = textOf(this.window.bytes, start, end);
    if (BLANK2.test(words4)) return;
    if (this.#place === "name") {
      this.chat.name = (this.chat.name ?? "") + unescapeHtml(words4, () => "\uFFFD").trim();
      return;
    }
    if (this.#place !== "history" && !this.#isPageClosed) return;
    this.#addUnread(this.window.base + start, this.window.base + end);
  }
  #message() {
    this.#place = "history";
    this.#found(this.#at);
    for (let room = FIRST_BYTES5; !this.#isEnded; room *= 4) {
      this.window.hold(this.#at, this.#at + Math.min(room, MOST_MESSAGE_BYTES));
      const { bytes, base } = this.window;
      const start = this.#at - base;
      const element = elementEnd(bytes, start);
      this.steps += (element.end > 0 ? element.end : bytes.length) - start;
      if (element.end > 0) {
        [this.start, this.end] = [start, element.end];
        this.#at = base + element.end;
        this.isBroken ||= !element.isClosed;
        return true;
      }
      if (this.window.isLast) return this.#lost(this.#at);
      if (room >= MOST_MESSAGE_BYTES) return this.#tooLarge(start);
    }
    return false;
  }
  /** A message that cannot be held: unread up to the next, which is looked for behind its first tag. */
  #tooLarge(start) {
    this.hasLarge = true;
    this.#lostFrom = this.#at;
    this.#at = this.window.base + Math.max(start + 1, tagEnd(this.window.bytes, start));
    return false;
  }
  #found(at) {
    if (this.#lostFrom !== null) this.#addUnread(this.#lostFrom, at);
    this.#lostFrom = null;
  }
  #addUnread(start, end) {
    this.unread.add([start, end]);
    if (this.unread.isFull) this.#lost(end);
  }
  /** Nothing behind `from` can be read. */
  #lost(from) {
    if (this.#isEnded) return false;
    this.#isEnded = true;
    if (this.window.isLast && !this.unread.isFull) this.isCutOff = true;
    else this.isBroken = true;
    this.unread.add([this.#lostFrom ?? from, this.window.size]);
    return false;
  }
  #finish() {
    this.#found(this.window.size);
    if (!this.#isPageClosed) this.isCutOff = true;
    this.#isEnded = true;
  }
};

// src/portable/chat/telegram-html/read.ts
var TELEGRAM_HTML_READER = "telegram-html/2";
function* recordsOf3(walk, reader) {
  while (walk.next()) {
    const { bytes, base } = walk.window;
    const record2 = reader.read(bytes, [walk.start, walk.end], base);
    if (record2 !== null) yield record2;
  }
}
function noteFile2(walk, ledger) {
  ledger.noteFile("html-holds-less");
  if (walk.bomBytes > 0) ledger.noteFile("byte-order-mark");
  if (walk.isCutOff) ledger.noteFile("file-cut-off");
  if (walk.isBroken) ledger.noteFile("html-broken");
  if (walk.hasLarge) ledger.noteFile("message-too-large");
}
function zoneOf6({ offsets }, hasTimes) {
  const offsetsMinutes = [...offsets].sort((a, b) => a - b);
  if (!hasTimes) return { basis: "unknown", offsetsMinutes, statement: "The file gives no times." };
  const statement = offsetsMinutes.length > 0 ? "Times are as the exporting computer showed them. The offset printed beside them is that of its time zone without summer time." : "Times are as the exporting computer showed them. Its time zone is not in the file.";
  return { basis: "exporter-local", offsetsMinutes, statement };
}
function passOf9(source) {
  const walk = new PageWalk(source);
  const reader = new PageReader();
  return {
    records: recordsOf3(walk, reader),
    chats: [walk.chat],
    unread: walk.unread.spans,
    finish(ledger, { localOnly }) {
      if (reader.offsets.size > 0) ledger.noteFile("offset-of-standard-time");
      else if (localOnly > 0) ledger.noteFile("zone-not-stated");
      noteFile2(walk, ledger);
    },
    zone: ({ localOnly }) => zoneOf6(reader, localOnly > 0)
  };
}
function readTelegramHtml(source) {
  return readingOfRecords({
    format: "telegram-html",
    reader: TELEGRAM_HTML_READER,
    sizeBytes: source.size,
    walk: () => passOf9(source)
  });
}

// src/portable/chat/telegram-html/sniff.ts
var HTML = /^\s*(?:<!DOCTYPE html|<html|<div )/i;
var PAGE = /class="page_wrap"/;
var HISTORY = /class="history"/;
var MESSAGE3 = /class="message (?:default|service)/;
var CLOCK2 = /class="pull_right date details" title="\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d/;
function sniffTelegramHtml({ headText, tailText, name }) {
  if (!HTML.test(headText)) return NOT_MINE;
  const both = headText + tailText;
  const signs = [
    [PAGE, "export-page", 20],
    [HISTORY, "message-history", 20],
    [MESSAGE3, "message-classes", 40],
    [CLOCK2, "printed-clock", 20]
  ];
  const seen = signs.filter(([pattern]) => pattern.test(both));
  if (!seen.some(([pattern]) => pattern === HISTORY || pattern === MESSAGE3)) return NOT_MINE;
  const isNamed = /^messages\d*\.html?$/i.test(name);
  const points = seen.reduce((sum, [, , value]) => sum + value, isNamed ? 5 : 0);
  return {
    score: Math.min(points, 100),
    reasons: reasonsOf(...seen.map(([, sign]) => sign), isNamed && "file-name"),
    broken: /<\/html>\s*$/i.test(tailText) ? null : "cut-off"
  };
}

// src/portable/chat/clocks/date-order.ts
var WORDS = {
  DMY: "day, month, year",
  MDY: "month, day, year",
  YMD: "year, month, day",
  YDM: "year, day, month"
};
var CLEAR_LEAD = 2;
var FAR_FEWER = 10;
function candidateOrders({ yearPlace, habit }) {
  if (habit.separator === "cjk") return ["YMD"];
  if (yearPlace === "last") return ["DMY", "MDY"];
  if (yearPlace === "first") return ["YMD", "YDM"];
  return ["DMY", "MDY", "YMD", "YDM"];
}
function showParts({ a, b, c }) {
  return `${a} ${b} ${c}`;
}
function struckEvidence(struck) {
  return struck.map(({ order: order2, firstFailure, failures }) => {
    const example = firstFailure ? ` (first: ${showParts(firstFailure)})` : "";
    return `Not ${WORDS[order2]}: ${failures} written ${failures === 1 ? "date" : "dates"} would be impossible${example}.`;
  });
}
function* arguedByOrderInFile(travels, dates) {
  for (const { order: order2, backward, daysTravelled } of travels) {
    const others = travels.filter((other) => other.order !== order2);
    if (others.every((other) => other.backward > backward * 2)) {
      yield { order: order2, points: backward === 0 ? 3 : 2, text: `The fewest steps back in time (${backward}).` };
    }
    if (others.every((other) => other.daysTravelled > daysTravelled * 3)) {
      yield {
        order: order2,
        points: dates > 2 ? 2 : 1,
        text: `Dates follow each other most closely (${daysTravelled} days in all).`
      };
    }
  }
}
function* arguedByWitnesses(travels, witnesses) {
  for (const { order: order2, agreeing } of travels) {
    if (agreeing > 0) {
      const text2 = `${agreeing} of ${witnesses} media file names give the same date.`;
      yield { order: order2, points: 4, text: text2 };
    }
  }
}
function* arguedByHabit({ yearPlace, habit, tally: tally2 }) {
  const { separator, clock, padded } = habit;
  const eastAsian = clock === "12-east-asian";
  if (yearPlace === "unknown" && separator !== "-" && !eastAsian) {
    const text2 = "A year of two digits is rarely written first.";
    yield { order: "DMY", points: 2, text: text2 };
    yield { order: "MDY", points: 2, text: text2 };
  }
  if (yearPlace === "first") {
    yield { order: "YMD", points: 4, text: "The year stands first, and then month before day is usual." };
  } else if (eastAsian) {
    yield {
      order: "YMD",
      points: 3,
      text: "The word for morning or afternoon is of a language that puts the year first."
    };
  } else if (separator === ".") {
    yield { order: "DMY", points: 3, text: "Dates with full stops are usually day first." };
  } else if (separator === "-") {
    yield { order: "DMY", points: 1, text: "Dates with hyphens and the year last are usually day first." };
  } else if (clock === "12-ascii-upper" && !padded && tally2.twoDigitYear) {
    yield { order: "MDY", points: 2, text: "Short dates beside AM and PM are usually month first." };
  } else if (clock === "24" || clock === "12-ascii-lower") {
    yield { order: "DMY", points: 1, text: "Slashes beside this kind of clock are more often day first." };
  } else if (clock === "12-other") {
    yield { order: "DMY", points: 2, text: "The language of the clock is one that puts the day first." };
  }
}
function weigh(alive, segment) {
  const { tally: tally2 } = segment;
  const args = [
    ...arguedByOrderInFile(alive, tally2.dates),
    ...arguedByWitnesses(alive, tally2.witnesses),
    ...arguedByHabit(segment)
  ].filter((argument) => alive.some(({ order: order3 }) => order3 === argument.order));
  const points = (order3) => args.filter((argument) => argument.order === order3).reduce((sum, argument) => sum + argument.points, 0);
  const ranked = alive.map(({ order: order3 }) => order3).sort((x, y) => points(y) - points(x));
  const [order2 = null, other = null] = ranked;
  const lead = order2 && other ? points(order2) - points(other) : 0;
  const evidence = args.filter((argument) => argument.order === order2 || argument.order === other).map((argument) => `For ${WORDS[argument.order]}: ${argument.text}`);
  const decision = lead >= CLEAR_LEAD ? "inferred" : "undetermined";
  return { decision, order: order2, other, evidence, conflict: false };
}
var NAMED6 = "The characters beside the numbers name year, month and day.";
var SAME_DATES = "Every order that is possible gives the same dates.";
var AFTER_SEALING = "Some dates are later than the sealing of the item in every order; that limit was left aside.";
function certain(order2, evidence) {
  return { decision: "certain", order: order2, other: null, evidence, conflict: false };
}
function decideDateOrder(segment, declared = null) {
  const decided2 = decideWithout(segment, true);
  if (declared === null || decided2.order === null) return { ...decided2, declared: null };
  if (decided2.decision === "certain" && decided2.order === declared) return { ...decided2, declared: null };
  if (decided2.evidence.includes(SAME_DATES)) return { ...decided2, declared: null };
  return isOpen(segment, decided2, declared) ? asDeclared(decided2, declared) : excluded(decided2, declared);
}
function decideWithout(segment, hasLatest) {
  const { tally: tally2 } = segment;
  if (tally2.dates === 0) {
    return { decision: "not-needed", order: null, other: null, evidence: [], conflict: false };
  }
  const travels = tally2.under(candidateOrders(segment), hasLatest);
  const alive = travels.filter(({ failures }) => failures === 0);
  const struck = struckEvidence(travels.filter(({ failures }) => failures > 0));
  if (alive.length === 0) return withoutSurvivor(segment, travels, hasLatest);
  const order2 = alive[0]?.order ?? null;
  if (segment.habit.separator === "cjk") return certain(order2, [NAMED6]);
  if (alive.length === 1) return certain(order2, struck);
  if (tally2.areSame(alive.map((travel) => travel.order))) return certain(order2, [...struck, SAME_DATES]);
  const weighed = weigh(alive, segment);
  return { ...weighed, evidence: [...struck, ...weighed.evidence] };
}
function withoutSurvivor(segment, travels, hasLatest) {
  const { tally: tally2 } = segment;
  if (hasLatest && tally2.limits.latest !== null) {
    const again = decideWithout(segment, false);
    if (!again.conflict) return { ...again, evidence: [AFTER_SEALING, ...again.evidence] };
  }
  const readable = travels.filter(({ failures }) => failures < tally2.dates);
  const [best, next] = readable.sort((x, y) => x.failures - y.failures);
  const clear = best && (!next || best.failures * FAR_FEWER <= next.failures);
  return {
    decision: clear ? "inferred" : "undetermined",
    order: best?.order ?? null,
    other: next?.order ?? null,
    evidence: struckEvidence(travels),
    conflict: best !== void 0
  };
}
function isOpen(segment, decided2, declared) {
  const { decision, order: order2, other, conflict } = decided2;
  if (decision === "certain" || decision === "not-needed") return false;
  if (conflict) return decision === "undetermined" && (order2 === declared || other === declared);
  const hasLatest = !decided2.evidence.includes(AFTER_SEALING);
  return segment.tally.under(candidateOrders(segment), hasLatest).some((travel) => travel.order === declared && travel.failures === 0);
}
function asDeclared(decided2, declared) {
  const other = decided2.order === declared ? decided2.other : decided2.order;
  const said = `Declared by somebody who was asked: ${WORDS[declared]}. The bytes leave it open.`;
  const evidence = [said, ...decided2.evidence];
  return { ...decided2, decision: "inferred", order: declared, other, evidence, declared: "used" };
}
function excluded(decided2, declared) {
  const said = `Declared was ${WORDS[declared]}, which does not fit the dates here. It was not used.`;
  return { ...decided2, evidence: [...decided2.evidence, said], declared: "excluded" };
}

// src/portable/chat/clocks/date-tally.ts
var ORDERS = ["DMY", "MDY", "YMD", "YDM"];
var OrderTally = class {
  order;
  failures = 0;
  firstFailure = null;
  backward = 0;
  daysTravelled = 0;
  agreeing = 0;
  #last = null;
  constructor(order2) {
    this.order = order2;
  }
  add(parts, day) {
    if (day === null) {
      this.failures += 1;
      this.firstFailure ??= parts;
      return;
    }
    if (this.#last !== null && day < this.#last) this.backward += 1;
    if (this.#last !== null) this.daysTravelled += Math.abs(day - this.#last);
    this.#last = day;
  }
};
var DateTally = class {
  twoDigitYear;
  limits;
  /** How many dates were added. */
  dates = 0;
  witnesses = 0;
  #limited = ORDERS.map((order2) => new OrderTally(order2));
  #open = ORDERS.map((order2) => new OrderTally(order2));
  /** For two orders by their places, whether every date was the same day under both. */
  #same = ORDERS.map(() => ORDERS.map(() => true));
  constructor(twoDigitYear, limits) {
    this.twoDigitYear = twoDigitYear;
    this.limits = limits;
  }
  add(parts) {
    this.dates += 1;
    const { earliest, latest } = this.limits;
    const days = ORDERS.map((order2) => dayUnder(order2, parts, this.twoDigitYear));
    days.forEach((day, i) => {
      const known = day === null || day < earliest ? null : day;
      this.#open[i]?.add(parts, known);
      this.#limited[i]?.add(parts, known !== null && latest !== null && known > latest ? null : known);
      days.forEach((other, k) => {
        if (other !== day) this.#same[i][k] = false;
      });
    });
  }
  /** A date from another clock (the name of a media file) beside the date of the message that carries it. */
  witness(parts, day) {
    this.witnesses += 1;
    for (const tallies of [this.#limited, this.#open])
      for (const tally2 of tallies)
        if (dayUnder(tally2.order, parts, this.twoDigitYear) === day) tally2.agreeing += 1;
  }
  /** The dates under each of these orders; `hasLatest` false leaves the later limit aside. */
  under(orders, hasLatest) {
    return orders.map((order2) => (hasLatest ? this.#limited : this.#open)[ORDERS.indexOf(order2)]);
  }
  /** True when every date is the same day under all of these orders. */
  areSame(orders) {
    const places = orders.map((order2) => ORDERS.indexOf(order2));
    return places.every((i) => places.every((k) => this.#same[i]?.[k] === true));
  }
};

// src/portable/chat/whatsapp/shape-table.ts
var MOST_SHAPES = 500;
var NO_SHAPE = -1;
var ShapeTable = class {
  shapes = [];
  #byKey = /* @__PURE__ */ new Map();
  /** The number of a header's shape, which takes note of what this header shows of it; NO_SHAPE when there are too many. */
  idOf(header) {
    const key = header.shapeKey();
    let id = this.#byKey.get(key);
    if (id === void 0) {
      if (this.shapes.length >= MOST_SHAPES) return NO_SHAPE;
      id = this.shapes.push(newShape(header)) - 1;
      this.#byKey.set(key, id);
    }
    const known = this.shapes[id];
    known.padded &&= header.date.padded;
    known.oneDigitFirst ||= header.date.twoDigitYear && header.date.yearPlace === "last";
    known.oneDigitLast ||= header.date.twoDigitYear && header.date.yearPlace === "first";
    return id;
  }
};
function newShape(header) {
  const { upper } = header.time;
  return { shape: header.shape(), upper, padded: true, oneDigitFirst: false, oneDigitLast: false };
}
function packDate({ a, b, c }, { yearPlace }) {
  return yearPlace === "last" ? c * 1e4 + a * 100 + b : a * 1e4 + b * 100 + c;
}
function unpackDate(packed, { yearPlace }) {
  const large = Math.floor(packed / 1e4);
  const middle = Math.floor(packed / 100) % 100;
  const small = packed % 100;
  return yearPlace === "last" ? { a: middle, b: small, c: large } : { a: large, b: middle, c: small };
}

// src/portable/chat/whatsapp/date-segments.ts
var SERVICE_BEGAN_DAY = dayNumber(2009, 1, 1);
function limitsFor(sealedAt) {
  const sealed = sealedAt === void 0 ? null : millisOfInstant(sealedAt);
  return {
    earliest: SERVICE_BEGAN_DAY,
    latest: sealed === null ? null : Math.floor(sealed / 864e5) + 1
  };
}
function clockHabit({ shape, upper }) {
  if (shape.clock === "24") return "24";
  if (shape.clock === "12-before") return "12-east-asian";
  if (shape.clock === "12-after") return "12-other";
  return upper ? "12-ascii-upper" : "12-ascii-lower";
}
function yearPlaceOf({ shape, oneDigitFirst, oneDigitLast }) {
  if (!shape.twoDigitYear) return shape.yearPlace;
  if (oneDigitFirst === oneDigitLast) return "unknown";
  return oneDigitFirst ? "last" : "first";
}
var ShapeDates = class {
  counts = [];
  #table;
  #limits;
  #tallies = [];
  #last = [];
  constructor(table2, limits) {
    this.#table = table2;
    this.#limits = limits;
  }
  /** Takes the headers from `from` up to `to`, each header once in a pass. */
  learn(batch, from, to) {
    const { shape: shapes, date: dates } = batch;
    for (let i = from; i < to; ) {
      const shape = shapes[i];
      const date = dates[i];
      const first = i;
      while (i < to && shapes[i] === shape && dates[i] === date) i += 1;
      this.counts[shape] = (this.counts[shape] ?? 0) + i - first;
      if (this.#last[shape] === date) continue;
      this.#last[shape] = date;
      this.#tallyOf(shape).add(unpackDate(date, this.#shapeOf(shape).shape));
    }
  }
  /** A date in the name of a media file, beside the date of the message that carries it. */
  witness(shape, date, day) {
    this.#tallyOf(shape).witness(unpackDate(date, this.#shapeOf(shape).shape), day);
  }
  /** The order of each shape's dates, by the number of the shape. */
  decide(declared) {
    return this.#table.shapes.map((_, shape) => decideDateOrder(this.#segmentOf(shape), declared));
  }
  /** The shape of most headers, the earlier one of equals. */
  main() {
    let best = 0;
    this.counts.forEach((count2, shape) => {
      if (count2 > (this.counts[best] ?? 0)) best = shape;
    });
    return best;
  }
  #shapeOf(shape) {
    return this.#table.shapes[shape];
  }
  #tallyOf(shape) {
    return this.#tallies[shape] ??= new DateTally(this.#shapeOf(shape).shape.twoDigitYear, this.#limits);
  }
  #segmentOf(shape) {
    const known = this.#shapeOf(shape);
    const habit = { separator: known.shape.separator, clock: clockHabit(known), padded: known.padded };
    return { yearPlace: yearPlaceOf(known), habit, tally: this.#tallyOf(shape) };
  }
};

// src/portable/chat/whatsapp/header-shape.ts
var CLOCK_TEXT = { "24": "", "12-ascii": " AM", "12-before": "", "12-after": " (word)" };
var SHELL_TEXT = {
  bracket: (text2) => `[${text2}] `,
  dash: (text2) => `${text2} - `,
  "long-dash": (text2) => `${text2} \u2013 `,
  colon: (text2) => `${text2}: `
};
function dateText({ separator, yearPlace, twoDigitYear }) {
  const year = twoDigitYear ? "yy" : "yyyy";
  const join = separator === "cjk" ? "\u5E74" : separator;
  if (yearPlace === "unknown") return ["00", "00", "00"].join(join);
  return (yearPlace === "first" ? [year, "00", "00"] : ["00", "00", year]).join(join);
}
function describeShape(shape) {
  const { timeSeparator: between, clock } = shape;
  const before = clock === "12-before" ? "(word) " : "";
  const time = `${before}00${between}00${shape.seconds ? `${between}00` : ""}${CLOCK_TEXT[clock]}`;
  const join = shape.comma ? ", " : " ";
  const date = dateText(shape);
  const text2 = SHELL_TEXT[shape.shell](shape.timeFirst ? time + join + date : date + join + time);
  return shape.digits === 0 ? text2 : `${text2}(digits of another script)`;
}

// src/portable/chat/whatsapp/date-statement.ts
var MOST_SEGMENTS = 50;
var WEAKEST = ["undetermined", "inferred", "certain", "not-needed"];
function statedDateOrder({ shapes }, counts, orders) {
  const segments = shapes.flatMap(({ shape }, id) => {
    const decided2 = orders[id];
    const messages = counts[id] ?? 0;
    if (messages === 0 || !decided2) return [];
    const { decision: decision2, order: order2, other, evidence } = decided2;
    return [{ shape: describeShape(shape), messages, decision: decision2, order: order2, other, evidence }];
  });
  const bySize = segments.toSorted((a, b) => b.messages - a.messages);
  const [main] = bySize;
  if (!main) return { decision: "not-needed", order: null, other: null, evidence: [], segments };
  const decision = WEAKEST.find((level) => segments.some((segment) => segment.decision === level)) ?? main.decision;
  const whole = { decision, order: main.order, other: main.other, evidence: main.evidence };
  return { ...whole, segments: bySize.slice(0, MOST_SEGMENTS) };
}

// src/portable/chat/whatsapp/file-doubts.ts
var EXPORT_CAPS = [4e4, 1e4];
var NEAR = 0.01;
var MOST_SHAPES2 = 10;
function noteFileDoubts(file, learned, unread) {
  const { ledger, survey, pass, dates, known } = learned;
  const { crlfLines, lfLines } = pass.batches.scanner;
  const { messages } = survey;
  if (messages > 0) ledger.noteFile("zone-not-stated");
  if (file.bomBytes > 0) ledger.noteFile("byte-order-mark");
  if (crlfLines > 0 && lfLines > 0) {
    ledger.noteFile("mixed-line-ends", `${crlfLines} lines end in CR LF and ${lfLines} in LF.`);
  }
  if (unread.length > 0) ledger.noteFile("unread-bytes");
  if (pass.batches.tooLarge > 0) ledger.noteFile("message-too-large");
  if (file.names.isFull) ledger.noteFile("speakers-not-counted");
  if (EXPORT_CAPS.some((cap) => Math.abs(messages - cap) <= cap * NEAR)) {
    ledger.noteFile("near-export-cap", `The file has ${messages} messages.`);
  }
  noteShapes(file, dates.counts, ledger);
  noteOrders(dates.counts, known.orders, ledger);
}
function noteShapes({ shapes }, counts, ledger) {
  const used = shapes.shapes.flatMap(
    ({ shape }, id) => (counts[id] ?? 0) > 0 ? [`${counts[id]} \xD7 "${describeShape(shape)}"`] : []
  );
  if (used.length < 2) return;
  const more = used.length > MOST_SHAPES2 ? `, and ${used.length - MOST_SHAPES2} more` : "";
  ledger.noteFile("mixed-header-shapes", used.slice(0, MOST_SHAPES2).join(", ") + more);
}
function noteOrders(counts, orders, ledger) {
  const used = orders.filter((_, id) => (counts[id] ?? 0) > 0);
  if (used.some(({ conflict }) => conflict)) ledger.noteFile("date-order-conflict");
  if (used.some(({ decision, order: order2, conflict }) => decision === "undetermined" && order2 && !conflict)) {
    ledger.noteFile("date-order-undetermined");
  }
  if (used.some(({ decision, declared }) => decision === "inferred" && declared !== "used"))
    ledger.noteFile("date-order-inferred");
  if (used.some(({ declared }) => declared === "used")) ledger.noteFile("date-order-declared");
  if (used.some(({ declared }) => declared === "excluded")) ledger.noteFile("declared-order-excluded");
}

// src/portable/chat/whatsapp/angle-bodies.ts
var NEWLINE = 10;
var LESS5 = 60;
var GREATER2 = 62;
var SHORTEST2 = 6;
var LONGEST3 = 120;
var MOST_PHRASES = 1e3;
function isAngled(bytes, start, end) {
  if (end - start < SHORTEST2 || end - start > LONGEST3) return false;
  if (bytes[start] !== LESS5 || bytes[end - 1] !== GREATER2) return false;
  let parted = false;
  for (let i = start + 1; i < end - 1; i++) {
    const byte = bytes[i];
    if (byte === LESS5 || byte === GREATER2 || byte === NEWLINE) return false;
    parted ||= byte === 32 || byte >= 128;
  }
  return parted;
}
var AngleBodies = class {
  #strings = new ByteStrings();
  #counts = [];
  note(bytes, start, end) {
    if (!isAngled(bytes, start, end)) return;
    const known = this.#strings.find(bytes, start, end);
    if (known < 0 && this.#strings.size >= MOST_PHRASES) return;
    const id = known < 0 ? this.#strings.intern(bytes, start, end) : known;
    this.#counts[id] = (this.#counts[id] ?? 0) + 1;
  }
  isRepeated(bytes, start, end) {
    return isAngled(bytes, start, end) && (this.#counts[this.#strings.find(bytes, start, end)] ?? 0) > 1;
  }
  /** True when every phrase that is repeated in one is in the other. */
  agrees(other) {
    return this.#isWithin(other) && other.#isWithin(this);
  }
  #isWithin(other) {
    return this.#counts.every((count2, id) => {
      const bytes = this.#strings.bytesOf(id);
      return count2 < 2 || other.isRepeated(bytes, 0, bytes.length);
    });
  }
};

// src/portable/chat/whatsapp/glyphs.ts
var Glyphs = class {
  bytes = new Uint8Array(0);
  at = 0;
  end = 0;
  /** The code point at `at`, -1 at the end. A byte that is not UTF-8 counts as U+FFFD of one byte. */
  peek() {
    return this.at < this.end ? codePointAt(this.bytes, this.at, this.end) : -1;
  }
  skip(codePoint) {
    this.at += codePoint === 65533 ? badWidth(this.bytes, this.at) : widthOf2(codePoint);
  }
  /** Steps over the code point when it is the one given. */
  take(codePoint) {
    if (this.peek() !== codePoint) return false;
    this.skip(codePoint);
    return true;
  }
  skipMarks() {
    for (let code = this.peek(); isMark(code); code = this.peek()) this.skip(code);
  }
  /** Steps over spaces of any kind and marks; returns how many spaces there were. */
  skipSpaces() {
    let spaces = 0;
    for (let code = this.peek(); isSpace2(code) || isMark(code); code = this.peek()) {
      if (isSpace2(code)) spaces += 1;
      this.skip(code);
    }
    return spaces;
  }
};
function widthOf2(codePoint) {
  if (codePoint < 128) return 1;
  if (codePoint < 2048) return 2;
  return codePoint < 65536 ? 3 : 4;
}
function badWidth(bytes, at) {
  return bytes[at] === 239 && bytes[at + 1] === 191 && bytes[at + 2] === 189 ? 3 : 1;
}
function tail(bytes, at, end) {
  const byte = at < end ? bytes[at] : 0;
  return (byte & 192) === 128 ? byte & 63 : -1;
}
function codePointAt(bytes, at, end) {
  const first = bytes[at];
  if (first < 128) return first;
  const second = tail(bytes, at + 1, end);
  if (second < 0) return 65533;
  if (first >= 194 && first < 224) return (first & 31) << 6 | second;
  const third = tail(bytes, at + 2, end);
  if (third < 0) return 65533;
  if (first >= 224 && first < 240) return inRange(2048, (first & 15) << 12 | second << 6 | third);
  const fourth = tail(bytes, at + 3, end);
  if (fourth < 0 || first < 240 || first > 244) return 65533;
  return inRange(65536, (first & 7) << 18 | second << 12 | third << 6 | fourth);
}
function inRange(smallest, codePoint) {
  if (codePoint < smallest || codePoint > 1114111) return 65533;
  return codePoint >= 55296 && codePoint <= 57343 ? 65533 : codePoint;
}
function isMark(code) {
  if (code < 1564) return false;
  if (code === 1564 || code === 8206 || code === 8207 || code === 65279) return true;
  return code >= 8234 && code <= 8238 || code >= 8294 && code <= 8297;
}
function isSpace2(code) {
  return code === 32 || code === 160 || code === 8201 || code === 8239 || code === 12288 || code === 8199;
}
var DIGIT_ROWS = [48, 1632, 1776, 2406, 2534, 3664, 4160];
function digitRow(code) {
  if (code < 1632) return code >= 48 && code <= 57 ? 0 : -1;
  return code > 4169 ? -1 : DIGIT_ROWS.findIndex((zero) => code >= zero && code <= zero + 9);
}
function digitValue(code, row) {
  return code - DIGIT_ROWS[row];
}

// src/portable/chat/whatsapp/names.ts
var NOBODY2 = -1;
var UNNUMBERED = -2;
var MOST_NAMES3 = 2e4;
var MOST_NAME_BYTES = 1 << 22;
var NameTable = class {
  /** True once there were names that got no number. */
  isFull = false;
  #strings = new ByteStrings();
  #texts = [];
  #bytes = 0;
  get size() {
    return this.#strings.size;
  }
  /** The number of a name, a new one when it was never seen; UNNUMBERED when there are too many. */
  intern(bytes, start, end) {
    const known = this.#strings.find(bytes, start, end);
    if (known >= 0) return known;
    if (this.size >= MOST_NAMES3 || this.#bytes + end - start > MOST_NAME_BYTES) {
      this.isFull = true;
      return UNNUMBERED;
    }
    this.#bytes += end - start;
    return this.#strings.intern(bytes, start, end);
  }
  /** The number of a name, -1 when it has none. */
  find(bytes, start, end) {
    return this.#strings.find(bytes, start, end);
  }
  bytesOf(id) {
    return this.#strings.bytesOf(id);
  }
  /** How many bytes a name has. */
  lengthOf(id) {
    return this.#strings.bytesOf(id).length;
  }
  text(id) {
    const known = this.#texts[id];
    if (known !== void 0) return known;
    const bytes = this.#strings.bytesOf(id);
    return this.#texts[id] = textOf(bytes, 0, bytes.length);
  }
};
function trimmed(bytes, start, end) {
  const glyphs = new Glyphs();
  glyphs.bytes = bytes;
  glyphs.at = start;
  glyphs.end = end;
  glyphs.skipSpaces();
  const from = glyphs.at;
  let to = end;
  for (let width = edgeWidth(glyphs, from, to); width > 0; width = edgeWidth(glyphs, from, to)) to -= width;
  return from < to ? { start: from, end: to } : null;
}
function edgeWidth(glyphs, start, end) {
  glyphs.end = end;
  for (let width = 1; width <= 3 && end - width >= start; width++) {
    glyphs.at = end - width;
    const code = glyphs.peek();
    if (!isSpace2(code) && !isMark(code)) continue;
    glyphs.skip(code);
    if (glyphs.at === end) return width;
  }
  return 0;
}
function hasOpenQuotation(text2) {
  let straight = 0;
  let open3 = 0;
  for (const letter of text2) {
    if (letter === '"') straight += 1;
    else if (letter === "\u201C" || letter === "\u201E" || letter === "\xAB" || letter === "\u300C") open3 += 1;
    else if (letter === "\u201D" || letter === "\xBB" || letter === "\u300D") open3 -= 1;
  }
  return straight % 2 === 1 || open3 > 0;
}

// src/portable/chat/whatsapp/name-uses.ts
var LEAST_COLON_NAMES = 3;
var MOST_QUOTED_LINES = 2;
var LONGEST_LONGER_BYTES = 256;
var MOST_CANDIDATES = 64;
var NO_RULES = { withColon: /* @__PURE__ */ new Set(), quoted: /* @__PURE__ */ new Set(), isUsed: () => false };
var NameUses = class {
  /** Lines that begin with the name and a colon, by number. */
  lines = [];
  /** Lines that the name speaks by the plain rule or a later one. */
  spoken = [];
  /** The name up to the second colon, while it is the same on every line; null once it is not. */
  #longer = [];
  /** What stands before a colon on lines that no name begins. */
  #candidates = new ByteStrings();
  #hasMore = false;
  /** True while the lines of a name have to be compared behind its colon. */
  isAlike(id) {
    return this.lines[id] === void 0 || this.#longer[id] !== null;
  }
  /** Counts a line; `secondColon` is -1 when there is none. */
  note(id, bytes, nameStart, secondColon) {
    const count2 = this.lines[id];
    this.lines[id] = (count2 ?? 0) + 1;
    const longer = secondColon < 0 || secondColon - nameStart > LONGEST_LONGER_BYTES ? null : bytes.subarray(nameStart, secondColon);
    if (count2 === void 0) this.#longer[id] = longer && longer.slice();
    else if (!isSame2(this.#longer[id] ?? null, longer)) this.#longer[id] = null;
  }
  noteCandidate(bytes, start, end) {
    if (this.#candidates.size < MOST_CANDIDATES) this.#candidates.intern(bytes, start, end);
    else if (this.#candidates.find(bytes, start, end) < 0) this.#hasMore = true;
  }
  /** Counts a line that is text after all. */
  noteText(id) {
    this.spoken[id] = (this.spoken[id] ?? 0) + 1;
  }
  rules(names) {
    const withColon = /* @__PURE__ */ new Set();
    const quoted2 = /* @__PURE__ */ new Set();
    this.lines.forEach((count2, id) => {
      if (count2 >= LEAST_COLON_NAMES && this.#longer[id]) withColon.add(id);
      else if (count2 > 0 && count2 <= MOST_QUOTED_LINES && hasOpenQuotation(names.text(id))) quoted2.add(id);
    });
    return { withColon, quoted: quoted2, isUsed: (id) => (this.lines[id] ?? 0) > 0 };
  }
  /** True when lines would be divided alike under both rules. */
  agree(a, b, names) {
    if (!isSameSet(a.withColon, b.withColon) || !isSameSet(a.quoted, b.quoted) || this.#hasMore) return false;
    for (let i = 0; i < this.#candidates.size; i++) {
      const bytes = this.#candidates.bytesOf(i);
      const id = names.find(bytes, 0, bytes.length);
      if (id >= 0 && a.isUsed(id) !== b.isUsed(id)) return false;
    }
    return true;
  }
};
function isSame2(a, b) {
  return a !== null && b !== null && a.length === b.length && a.every((byte, i) => byte === b[i]);
}
function isSameSet(a, b) {
  return a.size === b.size && [...a].every((value) => b.has(value));
}

// src/portable/chat/whatsapp/file-notes.ts
var TABLE = `
  en  file attached; attached
  de  Datei angeh\xE4ngt; Anhang
  es  archivo adjunto; adjunto
  fr  fichier joint; pi\xE8ce jointe
  it  file allegato; allegato
  pt  arquivo anexado; ficheiro anexado; anexado; anexo
  nl  bestand bijgevoegd; bijgevoegd; bijlage
  pl  za\u0142\u0105czono plik; za\u0142\u0105cznik
  ru  \u0444\u0430\u0439\u043B \u0434\u043E\u0431\u0430\u0432\u043B\u0435\u043D; \u043F\u0440\u0438\u043A\u0440\u0435\u043F\u043B\u0435\u043D\u043E
  uk  \u0444\u0430\u0439\u043B \u0434\u043E\u0434\u0430\u043D\u043E; \u0432\u043A\u043B\u0430\u0434\u0435\u043D\u043E
  tr  dosya ekli; ek; eklendi
  sv  bifogad fil; bifogad
  da  vedh\xE6ftet fil; vedh\xE6ftet
  nb  fil vedlagt; vedlegg
  fi  tiedosto liitetty; liite
  cs  soubor p\u0159ilo\u017Een; p\u0159\xEDloha
  hu  f\xE1jl csatolva; csatolm\xE1ny
  ro  fi\u0219ier ata\u0219at; ata\u0219at
  el  \u03C3\u03C5\u03BD\u03B7\u03BC\u03BC\u03AD\u03BD\u03BF \u03B1\u03C1\u03C7\u03B5\u03AF\u03BF; \u03B5\u03C0\u03B9\u03C3\u03C5\u03BD\u03AC\u03C0\u03C4\u03B5\u03C4\u03B1\u03B9
  he  \u05E7\u05D5\u05D1\u05E5 \u05DE\u05E6\u05D5\u05E8\u05E3; \u05DE\u05E6\u05D5\u05E8\u05E3
  ar  \u0645\u0644\u0641 \u0645\u0631\u0641\u0642; \u0645\u0631\u0641\u0642
  hi  \u0938\u0902\u0932\u0917\u094D\u0928 \u092B\u093C\u093E\u0907\u0932; \u0905\u091F\u0948\u091A \u0915\u093F\u092F\u093E \u0917\u092F\u093E
  id  file terlampir; terlampir
  vi  t\u1EC7p \u0111\xEDnh k\xE8m; \u0111\xEDnh k\xE8m
  ja  \u30D5\u30A1\u30A4\u30EB\u6DFB\u4ED8; \u6DFB\u4ED8\u30D5\u30A1\u30A4\u30EB; \u6DFB\u4ED8
  ko  \uD30C\uC77C \uCCA8\uBD80\uB428; \uCCA8\uBD80\uD30C\uC77C; \uCCA8\uBD80\uB428
  zh  \u6587\u4EF6\u9644\u4EF6; \u6587\u4EF6\u5DF2\u9644\u52A0; \u9644\u4EF6; \u6A94\u6848\u5DF2\u9644\u52A0
`;
var FILE_NOTES = new Set(
  TABLE.trim().split("\n").flatMap(
    (line) => line.trim().replace(/^\S+\s+/, "").split("; ")
  )
);

// src/portable/chat/whatsapp/event-phrases.ts
var EVENT_PHRASES = {
  deleted: `
    en  This message was deleted; You deleted this message; ?This message was deleted by admin; ?You deleted this message as admin
    de  Diese Nachricht wurde gel\xF6scht; Du hast diese Nachricht gel\xF6scht
    es  Se elimin\xF3 este mensaje; Eliminaste este mensaje; ?Este mensaje fue eliminado
    fr  Ce message a \xE9t\xE9 supprim\xE9; Vous avez supprim\xE9 ce message
    it  Questo messaggio \xE8 stato eliminato; Hai eliminato questo messaggio
    pt  Mensagem apagada; ?Esta mensagem foi apagada; ?Essa mensagem foi apagada; Voc\xEA apagou esta mensagem; ?Voc\xEA apagou essa mensagem; ?Apagou esta mensagem
    nl  Dit bericht is verwijderd; Je hebt dit bericht verwijderd; ?U hebt dit bericht verwijderd
    pl  ?Ta wiadomo\u015B\u0107 zosta\u0142a usuni\u0119ta; ?Usun\u0105\u0142e\u015B t\u0119 wiadomo\u015B\u0107; ?Usuni\u0119to t\u0119 wiadomo\u015B\u0107
    ru  \u0414\u0430\u043D\u043D\u043E\u0435 \u0441\u043E\u043E\u0431\u0449\u0435\u043D\u0438\u0435 \u0443\u0434\u0430\u043B\u0435\u043D\u043E; ?\u0421\u043E\u043E\u0431\u0449\u0435\u043D\u0438\u0435 \u0443\u0434\u0430\u043B\u0435\u043D\u043E; \u0412\u044B \u0443\u0434\u0430\u043B\u0438\u043B\u0438 \u0434\u0430\u043D\u043D\u043E\u0435 \u0441\u043E\u043E\u0431\u0449\u0435\u043D\u0438\u0435; ?\u0412\u044B \u0443\u0434\u0430\u043B\u0438\u043B\u0438 \u044D\u0442\u043E \u0441\u043E\u043E\u0431\u0449\u0435\u043D\u0438\u0435
    uk  ?\u0426\u0435 \u043F\u043E\u0432\u0456\u0434\u043E\u043C\u043B\u0435\u043D\u043D\u044F \u0432\u0438\u0434\u0430\u043B\u0435\u043D\u043E; ?\u0412\u0438 \u0432\u0438\u0434\u0430\u043B\u0438\u043B\u0438 \u0446\u0435 \u043F\u043E\u0432\u0456\u0434\u043E\u043C\u043B\u0435\u043D\u043D\u044F
    tr  Bu mesaj silindi; Bu mesaj\u0131 sildiniz
    sv  ?Detta meddelande togs bort; ?Du tog bort detta meddelande; ?Det h\xE4r meddelandet raderades
    da  ?Denne besked blev slettet; ?Du slettede denne besked
    nb  ?Denne meldingen ble slettet; ?Du slettet denne meldingen
    fi  ?T\xE4m\xE4 viesti poistettiin; ?Poistit t\xE4m\xE4n viestin
    cs  ?Tato zpr\xE1va byla odstran\u011Bna; ?Tato zpr\xE1va byla smaz\xE1na; ?Smazali jste tuto zpr\xE1vu
    sk  ?T\xE1to spr\xE1va bola odstr\xE1nen\xE1; ?Odstr\xE1nili ste t\xFAto spr\xE1vu
    hu  ?Ezt az \xFCzenetet t\xF6r\xF6lt\xE9k; ?T\xF6r\xF6lted ezt az \xFCzenetet; ?Ez az \xFCzenet t\xF6r\xF6lve lett
    ro  ?Acest mesaj a fost \u0219ters; ?A\u021Bi \u0219ters acest mesaj; ?Ai \u0219ters acest mesaj
    el  ?\u0391\u03C5\u03C4\u03CC \u03C4\u03BF \u03BC\u03AE\u03BD\u03C5\u03BC\u03B1 \u03B4\u03B9\u03B1\u03B3\u03C1\u03AC\u03C6\u03B7\u03BA\u03B5; ?\u0394\u03B9\u03B1\u03B3\u03C1\u03AC\u03C8\u03B1\u03C4\u03B5 \u03B1\u03C5\u03C4\u03CC \u03C4\u03BF \u03BC\u03AE\u03BD\u03C5\u03BC\u03B1
    bg  ?\u0422\u043E\u0432\u0430 \u0441\u044A\u043E\u0431\u0449\u0435\u043D\u0438\u0435 \u0431\u0435\u0448\u0435 \u0438\u0437\u0442\u0440\u0438\u0442\u043E; ?\u0412\u0438\u0435 \u0438\u0437\u0442\u0440\u0438\u0445\u0442\u0435 \u0442\u043E\u0432\u0430 \u0441\u044A\u043E\u0431\u0449\u0435\u043D\u0438\u0435
    hr  ?Ova poruka je izbrisana; ?Izbrisali ste ovu poruku
    sr  ?\u041E\u0432\u0430 \u043F\u043E\u0440\u0443\u043A\u0430 \u0458\u0435 \u0438\u0437\u0431\u0440\u0438\u0441\u0430\u043D\u0430; ?\u0418\u0437\u0431\u0440\u0438\u0441\u0430\u043B\u0438 \u0441\u0442\u0435 \u043E\u0432\u0443 \u043F\u043E\u0440\u0443\u043A\u0443
    sl  ?To sporo\u010Dilo je bilo izbrisano
    sq  ?Ky mesazh u fshi; ?Ti e fshive k\xEBt\xEB mesazh
    lt  ?\u0160i \u017Einut\u0117 buvo i\u0161trinta
    lv  ?\u0160\u012B zi\u0146a tika dz\u0113sta
    et  ?See s\xF5num kustutati
    ca  ?Aquest missatge ha estat suprimit; ?Has suprimit aquest missatge
    he  \u05D4\u05D5\u05D3\u05E2\u05D4 \u05D6\u05D5 \u05E0\u05DE\u05D7\u05E7\u05D4; ?\u05DE\u05D7\u05E7\u05EA \u05D4\u05D5\u05D3\u05E2\u05D4 \u05D6\u05D5
    ar  ?\u062A\u0645 \u062D\u0630\u0641 \u0647\u0630\u0647 \u0627\u0644\u0631\u0633\u0627\u0644\u0629; ?\u062D\u0630\u0641\u062A \u0647\u0630\u0647 \u0627\u0644\u0631\u0633\u0627\u0644\u0629; ?\u0644\u0642\u062F \u062D\u0630\u0641\u062A \u0647\u0630\u0647 \u0627\u0644\u0631\u0633\u0627\u0644\u0629
    fa  ?\u0627\u06CC\u0646 \u067E\u06CC\u0627\u0645 \u062D\u0630\u0641 \u0634\u062F; ?\u0634\u0645\u0627 \u0627\u06CC\u0646 \u067E\u06CC\u0627\u0645 \u0631\u0627 \u062D\u0630\u0641 \u06A9\u0631\u062F\u06CC\u062F
    ur  ?\u06CC\u06C1 \u067E\u06CC\u063A\u0627\u0645 \u062D\u0630\u0641 \u06A9\u0631 \u062F\u06CC\u0627 \u06AF\u06CC\u0627; ?\u0622\u067E \u0646\u06D2 \u06CC\u06C1 \u067E\u06CC\u063A\u0627\u0645 \u062D\u0630\u0641 \u06A9\u0631 \u062F\u06CC\u0627
    hi  ?\u0907\u0938 \u092E\u0948\u0938\u0947\u091C \u0915\u094B \u092E\u093F\u091F\u093E\u092F\u093E \u0917\u092F\u093E; ?\u092F\u0939 \u0938\u0902\u0926\u0947\u0936 \u092E\u093F\u091F\u093E\u092F\u093E \u0917\u092F\u093E; ?\u0906\u092A\u0928\u0947 \u0907\u0938 \u092E\u0948\u0938\u0947\u091C \u0915\u094B \u092E\u093F\u091F\u093E\u092F\u093E; ?\u0906\u092A\u0928\u0947 \u092F\u0939 \u092E\u0948\u0938\u0947\u091C \u092E\u093F\u091F\u093E\u092F\u093E
    mr  ?\u0939\u093E \u0938\u0902\u0926\u0947\u0936 \u0939\u091F\u0935\u093F\u0923\u094D\u092F\u093E\u0924 \u0906\u0932\u093E; ?\u0906\u092A\u0923 \u0939\u093E \u0938\u0902\u0926\u0947\u0936 \u0939\u091F\u0935\u093F\u0932\u093E
    bn  ?\u098F\u0987 \u09AE\u09C7\u09B8\u09C7\u099C\u099F\u09BF \u09AE\u09C1\u099B\u09C7 \u09AB\u09C7\u09B2\u09BE \u09B9\u09AF\u09BC\u09C7\u099B\u09C7; ?\u0986\u09AA\u09A8\u09BF \u098F\u0987 \u09AE\u09C7\u09B8\u09C7\u099C\u099F\u09BF \u09AE\u09C1\u099B\u09C7 \u09AB\u09C7\u09B2\u09C7\u099B\u09C7\u09A8
    ta  ?\u0B87\u0BA8\u0BCD\u0BA4 \u0B9A\u0BC6\u0BAF\u0BCD\u0BA4\u0BBF \u0BA8\u0BC0\u0B95\u0BCD\u0B95\u0BAA\u0BCD\u0BAA\u0B9F\u0BCD\u0B9F\u0BA4\u0BC1
    te  ?\u0C08 \u0C38\u0C02\u0C26\u0C47\u0C36\u0C02 \u0C24\u0C4A\u0C32\u0C17\u0C3F\u0C02\u0C1A\u0C2C\u0C21\u0C3F\u0C02\u0C26\u0C3F
    ml  ?\u0D08 \u0D38\u0D28\u0D4D\u0D26\u0D47\u0D36\u0D02 \u0D07\u0D32\u0D4D\u0D32\u0D3E\u0D24\u0D3E\u0D15\u0D4D\u0D15\u0D3F
    gu  ?\u0A86 \u0AB8\u0A82\u0AA6\u0AC7\u0AB6 \u0A95\u0ABE\u0AA2\u0AC0 \u0AA8\u0ABE\u0A96\u0AB5\u0ABE\u0AAE\u0ABE\u0A82 \u0A86\u0AB5\u0ACD\u0AAF\u0ACB
    id  Pesan ini telah dihapus; ?Pesan ini dihapus; Anda telah menghapus pesan ini; ?Anda menghapus pesan ini
    ms  ?Mesej ini telah dipadam; ?Anda telah memadam mesej ini
    fil  ?Nabura ang mensaheng ito; ?Binura mo ang mensaheng ito
    sw  ?Ujumbe huu ulifutwa; ?Ulifuta ujumbe huu
    af  ?Hierdie boodskap is uitgevee; ?Jy het hierdie boodskap uitgevee
    vi  ?Tin nh\u1EAFn n\xE0y \u0111\xE3 b\u1ECB x\xF3a; ?B\u1EA1n \u0111\xE3 x\xF3a tin nh\u1EAFn n\xE0y; ?Tin nh\u1EAFn n\xE0y \u0111\xE3 b\u1ECB xo\xE1; ?B\u1EA1n \u0111\xE3 xo\xE1 tin nh\u1EAFn n\xE0y
    th  ?\u0E02\u0E49\u0E2D\u0E04\u0E27\u0E32\u0E21\u0E19\u0E35\u0E49\u0E16\u0E39\u0E01\u0E25\u0E1A\u0E41\u0E25\u0E49\u0E27; ?\u0E02\u0E49\u0E2D\u0E04\u0E27\u0E32\u0E21\u0E19\u0E35\u0E49\u0E16\u0E39\u0E01\u0E25\u0E1A; ?\u0E04\u0E38\u0E13\u0E25\u0E1A\u0E02\u0E49\u0E2D\u0E04\u0E27\u0E32\u0E21\u0E19\u0E35\u0E49\u0E41\u0E25\u0E49\u0E27; ?\u0E04\u0E38\u0E13\u0E25\u0E1A\u0E02\u0E49\u0E2D\u0E04\u0E27\u0E32\u0E21\u0E19\u0E35\u0E49
    zh-Hans  ?\u6B64\u6D88\u606F\u5DF2\u5220\u9664; ?\u60A8\u5220\u9664\u4E86\u6B64\u6D88\u606F; ?\u4F60\u5220\u9664\u4E86\u8FD9\u6761\u6D88\u606F; ?\u8FD9\u6761\u6D88\u606F\u5DF2\u5220\u9664; ?\u6D88\u606F\u5DF2\u5220\u9664
    zh-Hant  ?\u6B64\u8A0A\u606F\u5DF2\u522A\u9664; ?\u60A8\u5DF2\u522A\u9664\u6B64\u8A0A\u606F; ?\u9019\u5247\u8A0A\u606F\u5DF2\u522A\u9664; ?\u4F60\u5DF2\u522A\u9664\u6B64\u8A0A\u606F
    ja  \u3053\u306E\u30E1\u30C3\u30BB\u30FC\u30B8\u306F\u524A\u9664\u3055\u308C\u307E\u3057\u305F; ?\u3053\u306E\u30E1\u30C3\u30BB\u30FC\u30B8\u3092\u524A\u9664\u3057\u307E\u3057\u305F; ?\u3042\u306A\u305F\u306F\u3053\u306E\u30E1\u30C3\u30BB\u30FC\u30B8\u3092\u524A\u9664\u3057\u307E\u3057\u305F
    ko  \uC0AD\uC81C\uB41C \uBA54\uC2DC\uC9C0\uC785\uB2C8\uB2E4; ?\uC774 \uBA54\uC2DC\uC9C0\uB294 \uC0AD\uC81C\uB418\uC5C8\uC2B5\uB2C8\uB2E4; ?\uC774 \uBA54\uC2DC\uC9C0\uB97C \uC0AD\uC81C\uD588\uC2B5\uB2C8\uB2E4; ?\uBA54\uC2DC\uC9C0\uB97C \uC0AD\uC81C\uD588\uC2B5\uB2C8\uB2E4
    kk  ?\u0411\u04B1\u043B \u0445\u0430\u0431\u0430\u0440 \u0436\u043E\u0439\u044B\u043B\u0493\u0430\u043D; ?\u0411\u04B1\u043B \u0445\u0430\u0431\u0430\u0440\u0434\u044B \u0436\u043E\u0439\u0434\u044B\u04A3\u044B\u0437
    az  Bu mesaj silindi; ?Siz bu mesaj\u0131 sildiniz
    uz  ?Bu xabar o\u02BBchirildi
    mk  ?\u041E\u0432\u0430\u0430 \u043F\u043E\u0440\u0430\u043A\u0430 \u0431\u0435\u0448\u0435 \u0438\u0437\u0431\u0440\u0438\u0448\u0430\u043D\u0430
    ga  ?Scriosadh an teachtaireacht seo
  `,
  /** What stands in place of content that the export does not have. */
  unsaid: `
    en  null; Waiting for this message; Waiting for this message. This may take a while; ?<View once voice message omitted>; ?View once photo; ?View once video
  `,
  edited: `
    en  <This message was edited>
    de  <Diese Nachricht wurde bearbeitet>; <Diese Nachricht wurde bearbeitet.>
    es  <Se edit\xF3 este mensaje>; <Se edit\xF3 este mensaje.>
    fr  <Ce message a \xE9t\xE9 modifi\xE9>
    it  ?<Questo messaggio \xE8 stato modificato>
    pt  <Mensagem editada>; ?<Esta mensagem foi editada>
    nl  ?<Dit bericht is bewerkt>
    pl  ?<Ta wiadomo\u015B\u0107 zosta\u0142a edytowana>; ?<Wiadomo\u015B\u0107 edytowana>
    ru  ?<\u0421\u043E\u043E\u0431\u0449\u0435\u043D\u0438\u0435 \u0438\u0437\u043C\u0435\u043D\u0435\u043D\u043E>; ?<\u042D\u0442\u043E \u0441\u043E\u043E\u0431\u0449\u0435\u043D\u0438\u0435 \u0438\u0437\u043C\u0435\u043D\u0435\u043D\u043E>
    uk  ?<\u0426\u0435 \u043F\u043E\u0432\u0456\u0434\u043E\u043C\u043B\u0435\u043D\u043D\u044F \u0432\u0456\u0434\u0440\u0435\u0434\u0430\u0433\u043E\u0432\u0430\u043D\u043E>
    tr  ?<Bu mesaj d\xFCzenlendi>
    sv  ?<Detta meddelande redigerades>
    da  ?<Denne besked blev redigeret>
    nb  ?<Denne meldingen ble redigert>
    fi  ?<T\xE4t\xE4 viesti\xE4 muokattiin>
    cs  ?<Tato zpr\xE1va byla upravena>
    ar  ?<\u062A\u0645 \u062A\u0639\u062F\u064A\u0644 \u0647\u0630\u0647 \u0627\u0644\u0631\u0633\u0627\u0644\u0629>
    id  ?<Pesan ini diedit>
    zh-Hans  ?<\u6B64\u6D88\u606F\u5DF2\u7F16\u8F91>; ?<\u6D88\u606F\u5DF2\u7F16\u8F91>
    zh-Hant  ?<\u6B64\u8A0A\u606F\u5DF2\u7DE8\u8F2F>
  `,
  location: `
    en  live location shared
    de  Live-Standort wird geteilt
    es  ?ubicaci\xF3n en tiempo real compartida
    fr  ?localisation en direct partag\xE9e
    it  ?posizione in tempo reale condivisa
    pt  ?localiza\xE7\xE3o em tempo real compartilhada; ?localiza\xE7\xE3o em tempo real partilhada
    nl  ?live locatie gedeeld
  `,
  missedVoice: `
    en  Missed voice call; Missed group voice call; ?Silenced voice call
    de  Verpasster Sprachanruf; ?Sprachanruf verpasst
    es  ?Llamada perdida; ?Llamada de voz perdida
    fr  Appel vocal manqu\xE9
    it  Chiamata vocale persa
    pt  Chamada de voz perdida; ?Liga\xE7\xE3o de voz perdida
    nl  ?Gemiste spraakoproep
    pl  ?Nieodebrane po\u0142\u0105czenie g\u0142osowe
    ru  ?\u041F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u043D\u044B\u0439 \u0430\u0443\u0434\u0438\u043E\u0437\u0432\u043E\u043D\u043E\u043A; ?\u041F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u043D\u044B\u0439 \u0433\u043E\u043B\u043E\u0441\u043E\u0432\u043E\u0439 \u0437\u0432\u043E\u043D\u043E\u043A
    uk  ?\u041F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u0438\u0439 \u0433\u043E\u043B\u043E\u0441\u043E\u0432\u0438\u0439 \u0434\u0437\u0432\u0456\u043D\u043E\u043A; ?\u041F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u0438\u0439 \u0430\u0443\u0434\u0456\u043E\u0434\u0437\u0432\u0456\u043D\u043E\u043A
    tr  ?Cevaps\u0131z sesli arama
    sv  ?Missat r\xF6stsamtal
    da  ?Ubesvaret taleopkald
    nb  ?Tapt taleanrop; ?Ubesvart taleanrop
    fi  ?Vastaamaton \xE4\xE4nipuhelu
    cs  ?Zme\u0161kan\xFD hlasov\xFD hovor
    sk  ?Zme\u0161kan\xFD hlasov\xFD hovor
    hu  ?Nem fogadott hangh\xEDv\xE1s
    ro  ?Apel vocal nepreluat; ?Apel vocal pierdut
    el  ?\u0391\u03BD\u03B1\u03C0\u03AC\u03BD\u03C4\u03B7\u03C4\u03B7 \u03C6\u03C9\u03BD\u03B7\u03C4\u03B9\u03BA\u03AE \u03BA\u03BB\u03AE\u03C3\u03B7
    bg  ?\u041F\u0440\u043E\u043F\u0443\u0441\u043D\u0430\u0442\u043E \u0433\u043B\u0430\u0441\u043E\u0432\u043E \u043E\u0431\u0430\u0436\u0434\u0430\u043D\u0435
    hr  ?Propu\u0161teni glasovni poziv
    ca  ?Trucada perduda
    he  ?\u05E9\u05D9\u05D7\u05D4 \u05E7\u05D5\u05DC\u05D9\u05EA \u05E9\u05DC\u05D0 \u05E0\u05E2\u05E0\u05EA\u05D4
    ar  ?\u0645\u0643\u0627\u0644\u0645\u0629 \u0635\u0648\u062A\u064A\u0629 \u0641\u0627\u0626\u062A\u0629
    fa  ?\u062A\u0645\u0627\u0633 \u0635\u0648\u062A\u06CC \u0627\u0632\u062F\u0633\u062A\u200C\u0631\u0641\u062A\u0647; ?\u062A\u0645\u0627\u0633 \u0635\u0648\u062A\u06CC \u0628\u06CC\u200C\u067E\u0627\u0633\u062E
    hi  ?\u092E\u093F\u0938\u094D\u0921 \u0935\u0949\u0907\u0938 \u0915\u0949\u0932
    id  ?Panggilan suara tak terjawab
    ms  ?Panggilan suara terlepas
    vi  ?Cu\u1ED9c g\u1ECDi tho\u1EA1i nh\u1EE1; ?Cu\u1ED9c g\u1ECDi tho\u1EA1i b\u1ECB nh\u1EE1
    th  ?\u0E2A\u0E32\u0E22\u0E42\u0E17\u0E23\u0E40\u0E2A\u0E35\u0E22\u0E07\u0E17\u0E35\u0E48\u0E44\u0E21\u0E48\u0E44\u0E14\u0E49\u0E23\u0E31\u0E1A
    zh-Hans  ?\u672A\u63A5\u8BED\u97F3\u901A\u8BDD; ?\u672A\u63A5\u8BED\u97F3\u6765\u7535
    zh-Hant  ?\u672A\u63A5\u8A9E\u97F3\u901A\u8A71; ?\u672A\u63A5\u8A9E\u97F3\u4F86\u96FB
    ja  ?\u4E0D\u5728\u7740\u4FE1(\u97F3\u58F0\u901A\u8A71); ?\u97F3\u58F0\u901A\u8A71\u306E\u4E0D\u5728\u7740\u4FE1; ?\u4E0D\u5728\u7740\u4FE1
    ko  ?\uBD80\uC7AC\uC911 \uC74C\uC131\uD1B5\uD654; ?\uBD80\uC7AC\uC911 \uC74C\uC131 \uD1B5\uD654
  `,
  missedVideo: `
    en  Missed video call; Missed group video call; ?Silenced video call
    de  Verpasster Videoanruf; ?Videoanruf verpasst
    es  Videollamada perdida
    fr  Appel vid\xE9o manqu\xE9
    it  Videochiamata persa
    pt  Chamada de v\xEDdeo perdida; ?Liga\xE7\xE3o de v\xEDdeo perdida; ?Videochamada perdida
    nl  ?Gemiste video-oproep; ?Gemiste videogesprek
    pl  ?Nieodebrane po\u0142\u0105czenie wideo
    ru  ?\u041F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u043D\u044B\u0439 \u0432\u0438\u0434\u0435\u043E\u0437\u0432\u043E\u043D\u043E\u043A
    uk  ?\u041F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u0438\u0439 \u0432\u0456\u0434\u0435\u043E\u0434\u0437\u0432\u0456\u043D\u043E\u043A
    tr  ?Cevaps\u0131z g\xF6r\xFCnt\xFCl\xFC arama
    sv  ?Missat videosamtal
    da  ?Ubesvaret videoopkald
    nb  ?Tapt videoanrop; ?Ubesvart videoanrop
    fi  ?Vastaamaton videopuhelu
    cs  ?Zme\u0161kan\xFD videohovor
    hu  ?Nem fogadott vide\xF3h\xEDv\xE1s
    ro  ?Apel video nepreluat; ?Apel video pierdut
    el  ?\u0391\u03BD\u03B1\u03C0\u03AC\u03BD\u03C4\u03B7\u03C4\u03B7 \u03B2\u03B9\u03BD\u03C4\u03B5\u03BF\u03BA\u03BB\u03AE\u03C3\u03B7
    he  ?\u05E9\u05D9\u05D7\u05EA \u05D5\u05D9\u05D3\u05D0\u05D5 \u05E9\u05DC\u05D0 \u05E0\u05E2\u05E0\u05EA\u05D4
    ar  ?\u0645\u0643\u0627\u0644\u0645\u0629 \u0641\u064A\u062F\u064A\u0648 \u0641\u0627\u0626\u062A\u0629
    hi  ?\u092E\u093F\u0938\u094D\u0921 \u0935\u0940\u0921\u093F\u092F\u094B \u0915\u0949\u0932
    id  ?Panggilan video tak terjawab
    vi  ?Cu\u1ED9c g\u1ECDi video nh\u1EE1; ?Cu\u1ED9c g\u1ECDi video b\u1ECB nh\u1EE1
    zh-Hans  ?\u672A\u63A5\u89C6\u9891\u901A\u8BDD; ?\u672A\u63A5\u89C6\u9891\u6765\u7535
    zh-Hant  ?\u672A\u63A5\u8996\u8A0A\u901A\u8A71; ?\u672A\u63A5\u8996\u50CF\u901A\u8A71
    ja  ?\u30D3\u30C7\u30AA\u901A\u8A71\u306E\u4E0D\u5728\u7740\u4FE1
    ko  ?\uBD80\uC7AC\uC911 \uC601\uC0C1\uD1B5\uD654; ?\uBD80\uC7AC\uC911 \uC601\uC0C1 \uD1B5\uD654
  `,
  voiceCall: `
    en  Voice call; Group voice call
    de  Sprachanruf
    es  Llamada de voz
    fr  Appel vocal
    it  Chiamata vocale
    pt  Chamada de voz; ?Liga\xE7\xE3o de voz
    nl  ?Spraakoproep
    pl  ?Po\u0142\u0105czenie g\u0142osowe
    ru  ?\u0410\u0443\u0434\u0438\u043E\u0437\u0432\u043E\u043D\u043E\u043A; ?\u0413\u043E\u043B\u043E\u0441\u043E\u0432\u043E\u0439 \u0437\u0432\u043E\u043D\u043E\u043A
    tr  ?Sesli arama
  `,
  videoCall: `
    en  Video call; Group video call
    de  Videoanruf
    es  Videollamada
    fr  Appel vid\xE9o
    it  Videochiamata
    pt  Chamada de v\xEDdeo; ?Liga\xE7\xE3o de v\xEDdeo; ?Videochamada
    nl  ?Video-oproep
    pl  ?Po\u0142\u0105czenie wideo
    ru  ?\u0412\u0438\u0434\u0435\u043E\u0437\u0432\u043E\u043D\u043E\u043A
    tr  ?G\xF6r\xFCnt\xFCl\xFC arama
  `
};

// src/portable/chat/whatsapp/media-phrases.ts
var MEDIA_PHRASES = {
  omitted: `
    en  <Media omitted>; ?<File omitted>
    de  <Medien ausgeschlossen>; ?<Medien weggelassen>; ?<Datei ausgelassen>
    es  <Multimedia omitido>; ?<Archivo omitido>; ?<Medios omitidos>
    fr  <M\xE9dias omis>; ?<Fichier omis>; ?<M\xE9dia omis>
    it  <Media omessi>; ?<Media omesso>; ?<File omesso>
    pt  <M\xEDdia oculta>; <Arquivo de m\xEDdia oculto>; <Ficheiro n\xE3o revelado>; ?<Ficheiro omitido>
    nl  <Media weggelaten>; ?<Media uitgesloten>
    pl  ?<Pomini\u0119to multimedia>; ?<multimedia pomini\u0119to>; ?<Plik pomini\u0119to>
    ru  <\u0411\u0435\u0437 \u043C\u0435\u0434\u0438\u0430\u0444\u0430\u0439\u043B\u043E\u0432>; ?<\u041C\u0435\u0434\u0438\u0430\u0444\u0430\u0439\u043B \u043F\u0440\u043E\u043F\u0443\u0449\u0435\u043D>; ?<\u0424\u0430\u0439\u043B \u043F\u0440\u043E\u043F\u0443\u0449\u0435\u043D>
    uk  ?<\u0411\u0435\u0437 \u043C\u0435\u0434\u0456\u0430\u0444\u0430\u0439\u043B\u0456\u0432>; ?<\u041C\u0435\u0434\u0456\u0430 \u043F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u043E>; ?<\u041C\u0435\u0434\u0456\u0430\u0444\u0430\u0439\u043B \u043F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u043E>
    tr  <Medya dahil edilmedi>; ?<Medya atland\u0131>
    sv  <Media har utel\xE4mnats>; ?<Media utel\xE4mnades>; ?<Mediefil utel\xE4mnad>
    da  ?<Mediefil udeladt>; ?<Medier udeladt>; ?<Medie udeladt>
    nb  ?<Media utelatt>; ?<Mediefil utelatt>; ?<Medier utelatt>; ?<uten vedlegg>
    fi  ?<Media j\xE4tettiin pois>; ?<Media j\xE4tetty pois>; ?<Media poistettu>
    cs  ?<M\xE9dia vynech\xE1ny>; ?<M\xE9dia vynech\xE1na>; ?<Soubor vynech\xE1n>
    sk  ?<M\xE9di\xE1 vynechan\xE9>; ?<M\xE9di\xE1 boli vynechan\xE9>
    hu  <Hi\xE1nyz\xF3 m\xE9diaf\xE1jl>; ?<M\xE9diaf\xE1jl kihagyva>
    ro  ?<Fi\u0219ier media omis>; ?<Con\u021Binut media omis>; ?<Media omise>
    el  ?<\u03A0\u03B1\u03C1\u03B1\u03BB\u03B5\u03AF\u03C6\u03B8\u03B7\u03BA\u03B1\u03BD \u03C0\u03BF\u03BB\u03C5\u03BC\u03AD\u03C3\u03B1>; ?<\u03A4\u03B1 \u03C0\u03BF\u03BB\u03C5\u03BC\u03AD\u03C3\u03B1 \u03C0\u03B1\u03C1\u03B1\u03BB\u03B5\u03AF\u03C6\u03B8\u03B7\u03BA\u03B1\u03BD>; ?<\u03A0\u03B1\u03C1\u03B1\u03BB\u03AE\u03C6\u03B8\u03B7\u03BA\u03B5 \u03C4\u03BF \u03B1\u03C1\u03C7\u03B5\u03AF\u03BF \u03C0\u03BF\u03BB\u03C5\u03BC\u03AD\u03C3\u03C9\u03BD>
    bg  ?<\u0411\u0435\u0437 \u043C\u0443\u043B\u0442\u0438\u043C\u0435\u0434\u0438\u044F>; ?<\u041C\u0443\u043B\u0442\u0438\u043C\u0435\u0434\u0438\u044F\u0442\u0430 \u0435 \u043F\u0440\u043E\u043F\u0443\u0441\u043D\u0430\u0442\u0430>; ?<\u0424\u0430\u0439\u043B\u044A\u0442 \u0435 \u043F\u0440\u043E\u043F\u0443\u0441\u043D\u0430\u0442>
    hr  ?<Mediji izostavljeni>; ?<Medijski zapis izostavljen>; ?<Medij izostavljen>
    sr  ?<\u041C\u0435\u0434\u0438\u0458\u0438 \u0438\u0437\u043E\u0441\u0442\u0430\u0432\u0459\u0435\u043D\u0438>; ?<\u041C\u0435\u0434\u0438\u0458\u0441\u043A\u0430 \u0434\u0430\u0442\u043E\u0442\u0435\u043A\u0430 \u0458\u0435 \u0438\u0437\u043E\u0441\u0442\u0430\u0432\u0459\u0435\u043D\u0430>
    sl  ?<Predstavnost izpu\u0161\u010Dena>; ?<Medij izpu\u0161\u010Den>
    sq  ?<Media \xEBsht\xEB hequr>; ?<Media u la jasht\xEB>
    lt  ?<Praleistas medijos failas>; ?<Medija praleista>
    lv  ?<Multivide ir izlaista>; ?<Multivides fails izlaists>
    et  ?<Meedia j\xE4eti v\xE4lja>; ?<Meedia \xE4ra j\xE4etud>
    ca  ?<Mitjans omesos>; ?<Fitxer multim\xE8dia om\xE8s>; ?<Multim\xE8dia om\xE8s>
    he  <\u05D4\u05DE\u05D3\u05D9\u05D4 \u05DC\u05D0 \u05E0\u05DB\u05DC\u05DC\u05D4>; ?<\u05DE\u05D3\u05D9\u05D4 \u05D4\u05D5\u05E9\u05DE\u05D8\u05D4>; ?<\u05D4\u05DE\u05D3\u05D9\u05D4 \u05D4\u05D5\u05E9\u05DE\u05D8\u05D4>
    ar  <\u062A\u0645 \u0627\u0633\u062A\u0628\u0639\u0627\u062F \u0627\u0644\u0648\u0633\u0627\u0626\u0637>; ?<\u0627\u0644\u0648\u0633\u0627\u0626\u0637 \u063A\u064A\u0631 \u0645\u062F\u0631\u062C\u0629>; ?<\u062A\u0645 \u062D\u0630\u0641 \u0627\u0644\u0648\u0633\u0627\u0626\u0637>
    fa  ?<\u0631\u0633\u0627\u0646\u0647 \u062D\u0630\u0641 \u0634\u062F>; ?<\u067E\u06CC\u0648\u0633\u062A \u0646\u0634\u062F\u0647 \u0627\u0633\u062A>; ?<\u0631\u0633\u0627\u0646\u0647 \u0636\u0645\u06CC\u0645\u0647 \u0646\u0634\u062F>
    ur  ?<\u0645\u06CC\u0688\u06CC\u0627 \u0634\u0627\u0645\u0644 \u0646\u06C1\u06CC\u06BA \u06C1\u06D2>; ?<\u0645\u06CC\u0688\u06CC\u0627 \u0686\u06BE\u0648\u0691 \u062F\u06CC\u0627 \u06AF\u06CC\u0627>
    hi  ?<\u092E\u0940\u0921\u093F\u092F\u093E \u0915\u094B \u091B\u094B\u0921\u093C\u093E \u0917\u092F\u093E>; ?<\u092E\u0940\u0921\u093F\u092F\u093E \u0915\u0947 \u092C\u093F\u0928\u093E>; ?<\u092E\u0940\u0921\u093F\u092F\u093E \u0936\u093E\u092E\u093F\u0932 \u0928\u0939\u0940\u0902 \u0939\u0948>
    mr  ?<\u092E\u0940\u0921\u093F\u092F\u093E \u0935\u0917\u0933\u0932\u0947>; ?<\u092E\u0940\u0921\u093F\u092F\u093E \u0935\u0917\u0933\u0932\u093E>
    bn  ?<\u09AE\u09BF\u09A1\u09BF\u09AF\u09BC\u09BE \u09AC\u09BE\u09A6 \u09A6\u09C7\u0993\u09AF\u09BC\u09BE \u09B9\u09AF\u09BC\u09C7\u099B\u09C7>; ?<\u09AE\u09BF\u09A1\u09BF\u09AF\u09BC\u09BE \u09AC\u09BE\u09A6 \u09AA\u09A1\u09BC\u09C7\u099B\u09C7>
    ta  ?<\u0BAE\u0BC0\u0B9F\u0BBF\u0BAF\u0BBE \u0BB5\u0BBF\u0B9F\u0BAA\u0BCD\u0BAA\u0B9F\u0BCD\u0B9F\u0BA4\u0BC1>; ?<\u0B8A\u0B9F\u0B95\u0BAE\u0BCD \u0BA4\u0BB5\u0BBF\u0BB0\u0BCD\u0B95\u0BCD\u0B95\u0BAA\u0BCD\u0BAA\u0B9F\u0BCD\u0B9F\u0BA4\u0BC1>
    te  ?<\u0C2E\u0C40\u0C21\u0C3F\u0C2F\u0C3E \u0C35\u0C3F\u0C38\u0C4D\u0C2E\u0C30\u0C3F\u0C02\u0C1A\u0C2C\u0C21\u0C3F\u0C02\u0C26\u0C3F>; ?<\u0C2E\u0C40\u0C21\u0C3F\u0C2F\u0C3E \u0C2E\u0C3F\u0C28\u0C39\u0C3E\u0C2F\u0C3F\u0C02\u0C1A\u0C2C\u0C21\u0C3F\u0C02\u0C26\u0C3F>
    ml  ?<\u0D2E\u0D40\u0D21\u0D3F\u0D2F \u0D12\u0D34\u0D3F\u0D35\u0D3E\u0D15\u0D4D\u0D15\u0D3F>; ?<\u0D2E\u0D40\u0D21\u0D3F\u0D2F \u0D12\u0D34\u0D3F\u0D35\u0D3E\u0D15\u0D4D\u0D15\u0D3F\u0D2F\u0D3F\u0D30\u0D3F\u0D15\u0D4D\u0D15\u0D41\u0D28\u0D4D\u0D28\u0D41>
    gu  ?<\u0AAE\u0AC0\u0AA1\u0ABF\u0AAF\u0ABE \u0A85\u0AB5\u0A97\u0AA3\u0AB5\u0ABE\u0AAE\u0ABE\u0A82 \u0A86\u0AB5\u0ACD\u0AAF\u0AC1\u0A82>; ?<\u0AAE\u0AC0\u0AA1\u0ABF\u0AAF\u0ABE \u0A9B\u0ACB\u0AA1\u0AC0 \u0AA6\u0AC7\u0AB5\u0ABE\u0AAE\u0ABE\u0A82 \u0A86\u0AB5\u0ACD\u0AAF\u0AC1\u0A82>
    id  <Media tidak disertakan>; ?<Media dihilangkan>
    ms  ?<Media disingkirkan>; ?<Media dikecualikan>; ?<Media ditinggalkan>
    fil  ?<Media na hindi isinama>; ?<Hindi isinama ang media>
    sw  ?<Media imeachwa>; ?<Media haikujumuishwa>
    af  ?<Media weggelaat>; ?<Media uitgelaat>
    vi  ?<Media b\u1ECB b\u1ECF qua>; ?<T\u1EC7p b\u1ECB b\u1ECF qua>; ?<\u0110\xE3 b\u1ECF qua t\u1EC7p ph\u01B0\u01A1ng ti\u1EC7n>; ?<\u0110\xE3 lo\u1EA1i b\u1ECF file ph\u01B0\u01A1ng ti\u1EC7n>
    th  ?<\u0E44\u0E21\u0E48\u0E23\u0E27\u0E21\u0E2A\u0E37\u0E48\u0E2D>; ?<\u0E2A\u0E37\u0E48\u0E2D\u0E16\u0E39\u0E01\u0E25\u0E30\u0E40\u0E27\u0E49\u0E19>; ?<\u0E25\u0E30\u0E40\u0E27\u0E49\u0E19\u0E2A\u0E37\u0E48\u0E2D>
    zh-Hans  <\u7701\u7565\u591A\u5A92\u4F53\u6587\u4EF6>; ?<\u5A92\u4F53\u6587\u4EF6\u5DF2\u7701\u7565>; ?<\u5FFD\u7565\u591A\u5A92\u4F53\u6587\u4EF6>
    zh-Hant  ?<\u5A92\u9AD4\u5DF2\u7565\u53BB>; ?<\u5DF2\u7565\u53BB\u591A\u5A92\u9AD4\u6A94\u6848>; ?<\u5FFD\u7565\u591A\u5A92\u9AD4\u6A94>; ?<\u7701\u7565\u591A\u5A92\u9AD4\u6A94\u6848>
    ja  <\u30E1\u30C7\u30A3\u30A2\u306F\u542B\u307E\u308C\u3066\u3044\u307E\u305B\u3093>; ?<\u30E1\u30C7\u30A3\u30A2\u672A\u6DFB\u4ED8>; ?<\u30E1\u30C7\u30A3\u30A2\u306A\u3057>; ?<\u30E1\u30C7\u30A3\u30A2\u30D5\u30A1\u30A4\u30EB\u3092\u9664\u304F>
    ko  ?<\uBBF8\uB514\uC5B4 \uD30C\uC77C\uC744 \uC81C\uC678\uD55C \uCC44\uD305 \uB0B4\uC6A9>; ?<\uBBF8\uB514\uC5B4 \uD30C\uC77C \uC0DD\uB7B5\uB428>; ?<\uBBF8\uB514\uC5B4 \uC0DD\uB7B5\uB428>; ?<\uBBF8\uB514\uC5B4 \uD30C\uC77C \uC81C\uC678\uB428>
    kk  ?<\u041C\u0435\u0434\u0438\u0430 \u049B\u043E\u0441\u044B\u043B\u043C\u0430\u0493\u0430\u043D>; ?<\u041C\u0435\u0434\u0438\u0430\u0444\u0430\u0439\u043B \u0436\u043E\u049B>
    az  ?<Media \xE7\u0131xar\u0131l\u0131b>; ?<Media daxil edilm\u0259yib>
    uz  ?<Media qoldirib ketildi>; ?<Media fayl qo\u02BBshilmagan>
    mk  ?<\u041C\u0435\u0434\u0438\u0443\u043C\u043E\u0442 \u0435 \u0438\u0437\u043E\u0441\u0442\u0430\u0432\u0435\u043D>; ?<\u0411\u0435\u0437 \u043C\u0435\u0434\u0438\u0443\u043C\u0438>
    ga  ?<F\xE1gadh na me\xE1in ar l\xE1r>
  `,
  photo: `
    en  image omitted; ?photo omitted
    de  Bild weggelassen
    es  imagen omitida
    fr  image absente
    it  immagine omessa
    pt  imagem ocultada; ?imagem omitida
    nl  afbeelding weggelaten
    pl  ?obraz zosta\u0142 pomini\u0119ty; ?pomini\u0119to obraz
    ru  ?\u0438\u0437\u043E\u0431\u0440\u0430\u0436\u0435\u043D\u0438\u0435 \u043E\u0442\u0441\u0443\u0442\u0441\u0442\u0432\u0443\u0435\u0442
    uk  ?\u0437\u043E\u0431\u0440\u0430\u0436\u0435\u043D\u043D\u044F \u043F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u043E
    tr  g\xF6r\xFCnt\xFC dahil edilmedi
    sv  ?bild utel\xE4mnad; ?bilden har utel\xE4mnats
    da  ?billede udeladt
    nb  ?bilde utelatt
    fi  ?kuva j\xE4tettiin pois
    cs  ?obr\xE1zek vynech\xE1n
    hu  ?k\xE9p kihagyva
    ro  ?imagine omis\u0103
    el  ?\u03B7 \u03B5\u03B9\u03BA\u03CC\u03BD\u03B1 \u03C0\u03B1\u03C1\u03B1\u03BB\u03B5\u03AF\u03C6\u03B8\u03B7\u03BA\u03B5
    ca  ?imatge omesa
    he  ?\u05D4\u05EA\u05DE\u05D5\u05E0\u05D4 \u05D4\u05D5\u05E9\u05DE\u05D8\u05D4
    ar  ?\u062A\u0645 \u0627\u0633\u062A\u0628\u0639\u0627\u062F \u0627\u0644\u0635\u0648\u0631\u0629; ?\u0627\u0644\u0635\u0648\u0631\u0629 \u063A\u064A\u0631 \u0645\u062F\u0631\u062C\u0629
    hi  ?\u0924\u0938\u094D\u0935\u0940\u0930 \u0915\u094B \u091B\u094B\u0921\u093C\u093E \u0917\u092F\u093E
    id  ?gambar tidak disertakan
    vi  ?h\xECnh \u1EA3nh b\u1ECB b\u1ECF qua; ?\u0111\xE3 b\u1ECF qua \u1EA3nh
    zh-Hans  ?\u5FFD\u7565\u56FE\u7247; ?\u56FE\u50CF\u5DF2\u5FFD\u7565; ?\u7701\u7565\u56FE\u7247
    zh-Hant  ?\u5716\u7247\u5DF2\u7565\u53BB; ?\u5DF2\u7565\u53BB\u5716\u7247; ?\u5FFD\u7565\u5716\u7247
    ja  ?\u753B\u50CF\u306F\u542B\u307E\u308C\u3066\u3044\u307E\u305B\u3093; ?\u753B\u50CF\u3092\u7701\u304D\u307E\u3057\u305F; ?\u753B\u50CF\u304C\u7701\u7565\u3055\u308C\u307E\u3057\u305F
    ko  ?\uC774\uBBF8\uC9C0 \uC0DD\uB7B5\uB428; ?\uC0AC\uC9C4 \uC0DD\uB7B5\uB428; ?\uC774\uBBF8\uC9C0 \uC0DD\uB7B5
  `,
  video: `
    en  video omitted; ?video note omitted
    de  Video weggelassen
    es  video omitido; v\xEDdeo omitido
    fr  vid\xE9o absente
    it  video omesso
    pt  v\xEDdeo omitido; ?v\xEDdeo ocultado
    nl  video weggelaten
    pl  ?film zosta\u0142 pomini\u0119ty; ?pomini\u0119to film
    ru  ?\u0432\u0438\u0434\u0435\u043E \u043E\u0442\u0441\u0443\u0442\u0441\u0442\u0432\u0443\u0435\u0442
    uk  ?\u0432\u0456\u0434\u0435\u043E \u043F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u043E
    tr  video dahil edilmedi
    sv  ?video utel\xE4mnad; ?videon har utel\xE4mnats
    da  ?video udeladt
    nb  ?video utelatt
    fi  ?video j\xE4tettiin pois
    cs  ?video vynech\xE1no
    hu  ?vide\xF3 kihagyva
    ro  ?video omis
    el  ?\u03C4\u03BF \u03B2\u03AF\u03BD\u03C4\u03B5\u03BF \u03C0\u03B1\u03C1\u03B1\u03BB\u03B5\u03AF\u03C6\u03B8\u03B7\u03BA\u03B5
    he  ?\u05D4\u05E1\u05E8\u05D8\u05D5\u05DF \u05D4\u05D5\u05E9\u05DE\u05D8
    ar  ?\u062A\u0645 \u0627\u0633\u062A\u0628\u0639\u0627\u062F \u0627\u0644\u0641\u064A\u062F\u064A\u0648; ?\u0627\u0644\u0641\u064A\u062F\u064A\u0648 \u063A\u064A\u0631 \u0645\u062F\u0631\u062C
    hi  ?\u0935\u0940\u0921\u093F\u092F\u094B \u0915\u094B \u091B\u094B\u0921\u093C\u093E \u0917\u092F\u093E
    id  ?video tidak disertakan
    vi  ?video b\u1ECB b\u1ECF qua; ?\u0111\xE3 b\u1ECF qua video
    zh-Hans  ?\u5FFD\u7565\u89C6\u9891; ?\u89C6\u9891\u5DF2\u5FFD\u7565; ?\u7701\u7565\u89C6\u9891
    zh-Hant  ?\u5F71\u7247\u5DF2\u7565\u53BB; ?\u5DF2\u7565\u53BB\u5F71\u7247; ?\u5FFD\u7565\u5F71\u7247
    ja  ?\u52D5\u753B\u306F\u542B\u307E\u308C\u3066\u3044\u307E\u305B\u3093; ?\u52D5\u753B\u3092\u7701\u304D\u307E\u3057\u305F; ?\u52D5\u753B\u304C\u7701\u7565\u3055\u308C\u307E\u3057\u305F
    ko  ?\uB3D9\uC601\uC0C1 \uC0DD\uB7B5\uB428; ?\uB3D9\uC601\uC0C1 \uC0DD\uB7B5
  `,
  audio: `
    en  audio omitted
    de  Audio weggelassen
    es  audio omitido
    fr  audio omis
    it  audio omesso
    pt  \xE1udio ocultado; ?\xE1udio omitido
    nl  audio weggelaten
    pl  ?plik audio pomini\u0119ty; ?pomini\u0119to audio
    ru  ?\u0430\u0443\u0434\u0438\u043E\u0444\u0430\u0439\u043B \u043E\u0442\u0441\u0443\u0442\u0441\u0442\u0432\u0443\u0435\u0442
    uk  ?\u0430\u0443\u0434\u0456\u043E \u043F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u043E
    tr  ?ses dahil edilmedi
    sv  ?ljud utel\xE4mnat; ?ljudet har utel\xE4mnats
    da  ?lyd udeladt
    nb  ?lyd utelatt
    fi  ?\xE4\xE4ni j\xE4tettiin pois
    cs  ?zvuk vynech\xE1n
    hu  ?hang kihagyva
    ro  audio omis
    he  ?\u05E7\u05D5\u05D1\u05E5 \u05D4\u05E9\u05DE\u05E2 \u05D4\u05D5\u05E9\u05DE\u05D8
    ar  ?\u062A\u0645 \u0627\u0633\u062A\u0628\u0639\u0627\u062F \u0627\u0644\u0635\u0648\u062A; ?\u0627\u0644\u0635\u0648\u062A \u063A\u064A\u0631 \u0645\u062F\u0631\u062C
    id  ?audio tidak disertakan
    zh-Hans  ?\u5FFD\u7565\u97F3\u9891; ?\u97F3\u9891\u5DF2\u5FFD\u7565; ?\u7701\u7565\u97F3\u9891
    zh-Hant  ?\u97F3\u8A0A\u5DF2\u7565\u53BB; ?\u5DF2\u7565\u53BB\u97F3\u8A0A; ?\u5FFD\u7565\u97F3\u8A0A
    ja  ?\u97F3\u58F0\u306F\u542B\u307E\u308C\u3066\u3044\u307E\u305B\u3093; ?\u97F3\u58F0\u3092\u7701\u304D\u307E\u3057\u305F; ?\u97F3\u58F0\u304C\u7701\u7565\u3055\u308C\u307E\u3057\u305F
    ko  ?\uC624\uB514\uC624 \uC0DD\uB7B5\uB428; ?\uC624\uB514\uC624 \uC0DD\uB7B5
  `,
  sticker: `
    en  sticker omitted
    de  Sticker weggelassen
    es  sticker omitido
    fr  sticker omis
    it  sticker non incluso; ?sticker omesso
    pt  figurinha omitida; sticker omitido
    nl  sticker weggelaten
    pl  ?naklejka zosta\u0142a pomini\u0119ta; ?pomini\u0119to naklejk\u0119
    ru  ?\u0441\u0442\u0438\u043A\u0435\u0440 \u043E\u0442\u0441\u0443\u0442\u0441\u0442\u0432\u0443\u0435\u0442
    uk  ?\u0441\u0442\u0456\u043A\u0435\u0440 \u043F\u0440\u043E\u043F\u0443\u0449\u0435\u043D\u043E
    tr  ?\xC7\u0131kartma dahil edilmedi
    he  ?\u05D4\u05E1\u05D8\u05D9\u05E7\u05E8 \u05D4\u05D5\u05E9\u05DE\u05D8
    ar  ?\u062A\u0645 \u0627\u0633\u062A\u0628\u0639\u0627\u062F \u0627\u0644\u0645\u0644\u0635\u0642; ?\u0627\u0644\u0645\u0644\u0635\u0642 \u063A\u064A\u0631 \u0645\u062F\u0631\u062C
    id  ?stiker tidak disertakan
    zh-Hans  ?\u5FFD\u7565\u8D34\u56FE; ?\u8D34\u56FE\u5DF2\u5FFD\u7565
    zh-Hant  ?\u8CBC\u5716\u5DF2\u7565\u53BB; ?\u5DF2\u7565\u53BB\u8CBC\u5716; ?\u5FFD\u7565\u8CBC\u5716
    ja  ?\u30B9\u30BF\u30F3\u30D7\u306F\u542B\u307E\u308C\u3066\u3044\u307E\u305B\u3093; ?\u30B9\u30BF\u30F3\u30D7\u3092\u7701\u304D\u307E\u3057\u305F
    ko  ?\uC2A4\uD2F0\uCEE4 \uC0DD\uB7B5\uB428
  `,
  gif: `
    en  GIF omitted
    de  GIF weggelassen
    es  GIF omitido
    fr  GIF retir\xE9
    it  GIF esclusa; ?GIF omessa
    pt  GIF omitido
    nl  GIF weggelaten
    pl  ?GIF zosta\u0142 pomini\u0119ty; ?pomini\u0119to GIF
    ru  ?GIF \u043E\u0442\u0441\u0443\u0442\u0441\u0442\u0432\u0443\u0435\u0442
    tr  ?GIF dahil edilmedi
    id  ?GIF tidak disertakan
    zh-Hans  ?\u5FFD\u7565 GIF; ?GIF \u5DF2\u5FFD\u7565
  `,
  document: `
    en  document omitted
    de  Dokument weggelassen
    es  documento omitido
    fr  document manquant
    it  documento omesso
    pt  documento omitido
    nl  document weggelaten
    pl  ?dokument zosta\u0142 pomini\u0119ty; ?pomini\u0119to dokument
    ru  ?\u0434\u043E\u043A\u0443\u043C\u0435\u043D\u0442 \u043E\u0442\u0441\u0443\u0442\u0441\u0442\u0432\u0443\u0435\u0442
    tr  ?belge dahil edilmedi
    id  ?dokumen tidak disertakan
    zh-Hans  ?\u5FFD\u7565\u6587\u6863; ?\u6587\u6863\u5DF2\u5FFD\u7565
  `,
  contact: `
    en  Contact card omitted
    de  Kontaktkarte ausgelassen; ?Kontaktkarte weggelassen
    es  Tarjeta de contacto omitida
    fr  fiche contact absente
    it  ?Scheda contatto omessa
    pt  ?Cart\xE3o do contato omitido
    nl  ?Contactkaart weggelaten
    ru  ?\u041A\u0430\u0440\u0442\u043E\u0447\u043A\u0430 \u043A\u043E\u043D\u0442\u0430\u043A\u0442\u0430 \u043E\u0442\u0441\u0443\u0442\u0441\u0442\u0432\u0443\u0435\u0442
    tr  ?Ki\u015Fi kart\u0131 dahil edilmedi
  `
};

// src/portable/chat/whatsapp/phrase-book.ts
var { edited, ...EVENTS } = EVENT_PHRASES;
var PHRASES = { ...MEDIA_PHRASES, ...EVENTS };
var MEANINGS2 = {
  omitted: { kind: "media", what: null, missed: false },
  photo: { kind: "media", what: "photo", missed: false },
  video: { kind: "media", what: "video", missed: false },
  audio: { kind: "media", what: "audio", missed: false },
  sticker: { kind: "media", what: "sticker", missed: false },
  gif: { kind: "media", what: "gif", missed: false },
  document: { kind: "media", what: "document", missed: false },
  contact: { kind: "contact", what: "contact", missed: false },
  deleted: { kind: "deleted", what: null, missed: false },
  unsaid: { kind: "other", what: null, missed: false },
  location: { kind: "location", what: null, missed: false },
  missedVoice: { kind: "call", what: "voice", missed: true },
  missedVideo: { kind: "call", what: "video", missed: true },
  voiceCall: { kind: "call", what: "voice", missed: false },
  videoCall: { kind: "call", what: "video", missed: false }
};
var LONGEST_PHRASE_BYTES = 160;
var CALL_STARTS = 1 << 12;
var SLOT_BITS = 16;
var SPREAD = 2654435761;
function phraseSlot(bytes, start, end) {
  const middle = bytes[start + end >> 1];
  const edges = bytes[start] << 8 | bytes[end - 1];
  return Math.imul(edges << 16 | middle << 8 | end - start, SPREAD) >>> 32 - SLOT_BITS;
}
var encoder2 = new TextEncoder();
function withEitherCase(phrase) {
  const at = phrase.startsWith("<") ? 1 : 0;
  const rest = phrase.slice(at + 1);
  const first = phrase.charAt(at);
  return [first.toLowerCase(), first.toUpperCase()].map((letter) => phrase.slice(0, at) + letter + rest);
}
var PhraseBook = class {
  #strings = new ByteStrings();
  #meanings = [];
  /** 1 where some phrase has this length and this first byte: most bodies are turned away here. */
  #possible = new Uint8Array((LONGEST_PHRASE_BYTES + 1) * 256);
  #slots = new Uint8Array(1 << SLOT_BITS);
  add(phrase, meaning) {
    for (const variant of withEitherCase(phrase)) {
      const bytes = encoder2.encode(variant);
      const id = this.#strings.intern(bytes, 0, bytes.length);
      if (this.#meanings[id]?.isGuessed !== false) this.#meanings[id] = meaning;
      this.#possible[bytes.length * 256 + (bytes[0] ?? 0)] = 1;
      this.#slots[phraseSlot(bytes, 0, bytes.length)] = 1;
    }
  }
  /** False when no phrase has this length and these bytes at its beginning, middle and end. */
  hasLike(bytes, start, end) {
    const length = end - start;
    if (length > LONGEST_PHRASE_BYTES || this.#possible[length * 256 + bytes[start]] !== 1)
      return false;
    return this.#slots[phraseSlot(bytes, start, end)] === 1;
  }
  meaningOf(bytes, start, end) {
    if (end <= start || !this.hasLike(bytes, start, end)) return null;
    const id = this.#strings.find(bytes, start, end);
    return id < 0 ? null : this.#meanings[id] ?? null;
  }
};
function phrasesIn(table2) {
  const lines = table2.trim().split("\n");
  return lines.flatMap((line) => {
    const [language = "", ...words4] = line.trim().split(/\s+/);
    return words4.join(" ").split("; ").map((text2) => ({ language, text: text2.replace(/^\?/, ""), isGuessed: text2.startsWith("?") }));
  });
}
function fillBook() {
  const book = new PhraseBook();
  for (const key of Object.keys(MEANINGS2)) {
    for (const { text: text2, isGuessed } of phrasesIn(PHRASES[key]))
      book.add(text2, { ...MEANINGS2[key], isGuessed });
  }
  return book;
}
var BODY_PHRASES = fillBook();
function fillCallStarts() {
  const starts = new Uint8Array(CALL_STARTS);
  const words4 = ["missedVoice", "missedVideo", "voiceCall", "videoCall"].flatMap(
    (key) => phrasesIn(PHRASES[key]).map(({ text: text2 }) => text2)
  );
  for (const word of words4.flatMap(withEitherCase)) {
    const bytes = encoder2.encode(word);
    starts[callSlot(bytes, 0)] = 1;
    FIRST_OF_CALLS[bytes[0]] = 1;
  }
  return starts;
}
function callSlot(bytes, at) {
  const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  return (a * 31 + b) * 31 + c * 7 + d & CALL_STARTS - 1;
}
var FIRST_OF_CALLS = new Uint8Array(256);
var STARTS = fillCallStarts();
function mayBeginCall(bytes, at) {
  return FIRST_OF_CALLS[bytes[at]] === 1 && STARTS[callSlot(bytes, at)] === 1;
}
var EDITED_PHRASES = new Map(
  phrasesIn(edited).map(({ text: text2, isGuessed }) => [text2, isGuessed])
);

// src/portable/chat/whatsapp/body-kind.ts
var PLAIN_BODY = {
  kind: "text",
  rule: "text",
  sure: true,
  what: null,
  file: null,
  missed: false,
  durationText: null,
  edited: false,
  isGuessed: false
};
var NEWLINE2 = 10;
var RETURN = 13;
var SPACE2 = 32;
var LESS6 = 60;
var GREATER3 = 62;
var PAREN_END = 41;
var STOP = 46;
var COMMA4 = 44;
var COLON6 = 58;
var SLASH3 = 47;
var LONGEST_EDITED_BYTES = 200;
var LONGEST_FILE_BYTES = 300;
var LONGEST_LINE_BYTES = 600;
var APP_FILE = /^(?:(?:IMG|VID|AUD|PTT|STK|DOC)-\d{8}-WA\d{4}|\d{8}-[A-Z]+-\d{4}(?:-\d\d){5})/;
var ANDROID_FILE = /^[\u200e\u200f]*([^\n]+\.[A-Za-z0-9]{1,8}) \(([^()]+)\)$/;
var IOS_FILE = /^([\u200e\u200f]*)<([^<>:]{1,40}):([^<>]+)>$/;
var IOS_FILE_AFTER_CAPTION = /^[\u200e\u200f]<([^<>:\n]{1,40}):([^<>\n]+)>$/;
var KIND_BY_NAME = [
  [/^STK-|-STICKER-|\.webp$/i, "sticker"],
  [/-GIF-|\.gif$/i, "gif"],
  [/^IMG-|-PHOTO-|\.(?:jpe?g|png|heic)$/i, "photo"],
  [/^VID-|-VIDEO-|\.(?:mp4|mov|3gp)$/i, "video"],
  [/^AUD-|^PTT-|-AUDIO-|\.(?:opus|m4a|mp3|aac|ogg)$/i, "audio"],
  [/\.vcf$/i, "contact"]
];
var MAP_LINK = new RegExp("^[\\u200e\\u200f]*(?:\\p{L}[^:\\n]{0,40}: ?)?(?:[^\\n]{0,200} )?https:\\/\\/maps\\.google\\.com\\/\\?q=\\S+$", "u");
var POLL = /^[\u200e\u200f]*(?:POLL|UMFRAGE|ENCUESTA|SONDAGE|SONDAGGIO|ENQUETE|PEILING|ANKIETA|ОПРОС|ANKET):[\u200e\u200f]*$/;
var POLL_SURE = /^[\u200e\u200f]*POLL:/;
var CALL_WITH_DURATION = new RegExp("^[\\u200e\\u200f]*<?([^,.<>\\d]{4,40})[,.] [\\u200e\\u200f]*(\\d+ ?\\p{L}{1,12}\\.?(?: \\d+ ?\\p{L}{1,12}\\.?)*)>?$", "u");
var CALL_WITH_OFFER = /^[\u200e\u200f]*([^,.<>\d]{4,40})\. [\u200e\u200f]+[^\n\u200e\u200f]{1,60}$/u;
function bodyKind(bytes, start, end) {
  const editedFrom = editedMark(bytes, start, end);
  if (editedFrom < 0) return kindOf8(bytes, start, end);
  const body = kindOf8(bytes, start, editedFrom);
  const isGuessed = body.isGuessed || isGuessedEdit(bytes, editedFrom, end);
  return { ...body, edited: true, isGuessed };
}
function kindOf8(bytes, start, end) {
  const first = firstLine(bytes, start, end);
  const captioned = fileAfterCaption(bytes, start, end) ?? fileAfterCaption(bytes, start, first.end);
  if (captioned) return captioned;
  if (first.end - start > LONGEST_LINE_BYTES) return PLAIN_BODY;
  const whole = first.end === end ? wholePhrase(bytes, start, end) : null;
  if (whole) return whole;
  const last = bytes[first.end - 1];
  if (last === GREATER3 || last === PAREN_END) {
    const named2 = namedFile(textOf(bytes, start, first.end));
    if (named2) return named2;
  }
  const mayBeMarked = first.signs || last === COLON6 || isDirectionMark(bytes, start);
  return mayBeMarked ? marked(textOf(bytes, start, first.end)) : PLAIN_BODY;
}
function firstLine(bytes, start, end) {
  const until = Math.min(end, start + LONGEST_LINE_BYTES + 1);
  let signs = false;
  for (let i = start; i < until; i++) {
    const byte = bytes[i];
    if (byte === NEWLINE2) return { end: i > start && bytes[i - 1] === RETURN ? i - 1 : i, signs };
    if (byte === COLON6 && bytes[i + 1] === SLASH3) signs = true;
    if ((byte === COMMA4 || byte === STOP) && bytes[i + 1] === SPACE2) signs ||= isDigitOrMark(bytes[i + 2]);
  }
  return { end, signs };
}
function isDigitOrMark(byte) {
  return byte !== void 0 && (byte === 226 || byte >= 48 && byte <= 57);
}
function isDirectionMark(bytes, at) {
  return bytes[at] === 226 && bytes[at + 1] === 128 && (bytes[at + 2] === 142 || bytes[at + 2] === 143);
}
function wholePhrase(bytes, start, end) {
  let from = start;
  let to = end;
  while (to - from >= 3 && isDirectionMark(bytes, from)) from += 3;
  while (to - from >= 3 && isDirectionMark(bytes, to - 3)) to -= 3;
  while (to > from && (bytes[to - 1] === SPACE2 || bytes[to - 1] === STOP)) to -= 1;
  const meaning = BODY_PHRASES.meaningOf(bytes, from, to);
  if (!meaning) return null;
  const byTheApp = from > start || bytes[from] === LESS6;
  if (meaning.kind === "call" && !meaning.missed && !byTheApp) return null;
  const sure = !meaning.isGuessed && byTheApp;
  return { ...PLAIN_BODY, ...meaning, rule: meaning.isGuessed ? "phrase-guessed" : "phrase", sure };
}
function editedMark(bytes, start, end) {
  if (end === start || bytes[end - 1] !== GREATER3) return -1;
  const least = Math.max(start, end - LONGEST_EDITED_BYTES);
  let open3 = end - 1;
  while (open3 > least && bytes[open3] !== LESS6) open3 -= 1;
  if (bytes[open3] !== LESS6 || !EDITED_PHRASES.has(textOf(bytes, open3, end))) return -1;
  const mark = open3 - 3 >= start && isDirectionMark(bytes, open3 - 3) ? open3 - 3 : open3;
  return mark > start && bytes[mark - 1] === SPACE2 ? mark - 1 : mark;
}
function isGuessedEdit(bytes, from, end) {
  const text2 = textOf(bytes, from, end);
  return EDITED_PHRASES.get(text2.slice(text2.lastIndexOf("<"))) === true;
}
function namedFile(line) {
  const android = ANDROID_FILE.exec(line);
  const ios = android ? null : IOS_FILE.exec(line);
  return fileBody(android?.[1] ?? ios?.[3], android?.[2] ?? ios?.[2], "file-name");
}
function fileAfterCaption(bytes, start, end) {
  if (end === start || bytes[end - 1] !== GREATER3) return null;
  const least = Math.max(start, end - LONGEST_FILE_BYTES);
  let open3 = end - 1;
  while (open3 > least && bytes[open3] !== LESS6) open3 -= 1;
  const mark = open3 - 3;
  if (mark <= start || bytes[mark - 1] !== SPACE2 || !isDirectionMark(bytes, mark)) return null;
  const named2 = IOS_FILE_AFTER_CAPTION.exec(textOf(bytes, mark, end));
  return fileBody(named2?.[2], named2?.[1], "file-name-after-caption");
}
function fileBody(name, wording, rule) {
  const file = name?.trim();
  if (file === void 0) return null;
  if (!APP_FILE.test(file) && !FILE_NOTES.has((wording ?? "").trim())) return null;
  const what = KIND_BY_NAME.find(([pattern]) => pattern.test(file))?.[1] ?? "document";
  return { ...PLAIN_BODY, kind: what === "contact" ? "contact" : "media", rule, what, file };
}
var encoder3 = new TextEncoder();
function marked(line) {
  if (POLL.test(line)) return { ...PLAIN_BODY, kind: "poll", rule: "poll", isGuessed: !POLL_SURE.test(line) };
  if (MAP_LINK.test(line)) return { ...PLAIN_BODY, kind: "location", rule: "location" };
  const call = CALL_WITH_DURATION.exec(line) ?? CALL_WITH_OFFER.exec(line);
  const word = encoder3.encode(call?.[1] ?? "");
  const meaning = call ? BODY_PHRASES.meaningOf(word, 0, word.length) : null;
  if (meaning?.kind !== "call") return PLAIN_BODY;
  return { ...PLAIN_BODY, ...meaning, rule: "call", durationText: call?.[2] ?? null };
}

// src/portable/chat/whatsapp/header-clock.ts
var DAY_SECONDS2 = 86400;
var HALF_DAY_SECONDS = DAY_SECONDS2 / 2;
var NO_TIME2 = -1;
var HeaderClock = class {
  /** NO_TIME when no order gives a date at which the service existed. */
  at = NO_TIME2;
  /** The second possible time, NO_TIME when there is none. */
  other = NO_TIME2;
  /** True when the date does not fit the order that the other headers have. */
  misfit = false;
  #table;
  #orders;
  #date = -1;
  #shape = -1;
  #day = null;
  #otherDay = null;
  constructor(table2, orders) {
    this.#table = table2;
    this.#orders = orders;
  }
  look(batch, i) {
    const date = batch.date[i];
    const shape = batch.shape[i];
    if (date !== this.#date || shape !== this.#shape) this.#lookAtDate(date, shape);
    const second = batch.second[i];
    this.other = NO_TIME2;
    if (this.#day === null) {
      this.at = NO_TIME2;
      return;
    }
    this.at = this.#day * DAY_SECONDS2 + second;
    if (this.#otherDay !== null) this.other = this.#otherDay * DAY_SECONDS2 + second;
    else if (batch.openHour[i] === 1 && second < HALF_DAY_SECONDS) this.other = this.at + HALF_DAY_SECONDS;
  }
  /** The day of the header asked last; null when it is not understood. */
  get day() {
    return this.#day;
  }
  hasSeconds(batch, i) {
    return this.#table.shapes[batch.shape[i]].shape.seconds;
  }
  #lookAtDate(date, shape) {
    this.#date = date;
    this.#shape = shape;
    this.#otherDay = null;
    this.misfit = false;
    const decided2 = this.#orders[shape];
    this.#day = decided2 ? this.#dayUnder(decided2.order) : null;
    if (!decided2 || decided2.decision === "certain") return;
    const { decision, conflict } = decided2;
    const other = this.#dayUnder(decided2.other);
    if (conflict && this.#day === null) {
      this.#day = other;
      this.misfit = other !== null;
    } else if (other !== this.#day && this.#day !== null && !(conflict && decision === "inferred"))
      this.#otherDay = other;
  }
  #dayUnder(order2) {
    if (order2 === null) return null;
    const { shape } = this.#table.shapes[this.#shape];
    const day = dayUnder(order2, unpackDate(this.#date, shape), shape.twoDigitYear);
    return day === null || day < SERVICE_BEGAN_DAY ? null : day;
  }
};

// src/portable/chat/whatsapp/clean-text.ts
var HIGH_BITS = 2155905152 | 0;
var ONES = 16843009;
function isCleanText(bytes, view, from, to) {
  let i = from;
  while (i < to) {
    while (i + 4 <= to && isPlainWord(view.getInt32(i, true))) i += 4;
    if (i >= to) return true;
    const byte = bytes[i];
    const width = byte < 128 ? byte === 0 ? 0 : 1 : sequenceWidth(bytes, i, to);
    if (width === 0) return false;
    i += width;
  }
  return true;
}
function isPlainWord(word) {
  return ((word | word - ONES) & HIGH_BITS) === 0;
}
function sequenceWidth(bytes, at, to) {
  const first = bytes[at];
  const second = at + 1 < to ? bytes[at + 1] : 0;
  if (first < 194 || first > 244) return 0;
  if (first < 224) return isTail(second) ? 2 : 0;
  if (!isSecond(first, second) || at + 2 >= to || !isTail(bytes[at + 2])) return 0;
  if (first < 240) return 3;
  return at + 3 < to && isTail(bytes[at + 3]) ? 4 : 0;
}
function isTail(byte) {
  return (byte & 192) === 128;
}
function isSecond(first, second) {
  if (first === 224) return second >= 160 && second <= 191;
  if (first === 237) return second >= 128 && second <= 159;
  if (first === 240) return second >= 144 && second <= 191;
  if (first === 244) return second >= 128 && second <= 143;
  return isTail(second);
}

// src/portable/chat/whatsapp/template-words.ts
var ANY_DIGIT = 0;
var WORD_BYTES = 4;
var UPPER_HALF = 240;
var DIGIT_HALF = 48;
var OVER_NINE = 6;
var PER_WORD = 6;
var BytePattern = class {
  length;
  /**
   * For each word: its place, mask and value under it, then the mask and value of its digits and what is added to see whether
   * one of them is above nine.
   */
  #words;
  constructor(bytes) {
    this.length = bytes.length;
    this.#words = Int32Array.from(wordPlaces(bytes.length).flatMap((at) => wordAt(bytes, at)));
  }
  /** True when the bytes from `start` on fit; there must be as many as the pattern has. */
  fits(view, start) {
    const words4 = this.#words;
    for (let i = 0; i < words4.length; i += PER_WORD) {
      const word = view.getInt32(start + words4[i], true);
      if ((word & words4[i + 1]) !== words4[i + 2]) return false;
      if ((word + words4[i + 5] & words4[i + 3]) !== words4[i + 4]) return false;
    }
    return true;
  }
};
var ByteKey = class {
  length;
  #words;
  constructor(bytes) {
    this.length = bytes.length;
    const view = new DataView(bytes.slice().buffer);
    this.#words = Int32Array.from(wordPlaces(bytes.length), (at) => view.getInt32(at, true));
  }
  /** True when the bytes from `start` on are the same; there must be as many. */
  fits(view, start) {
    const words4 = this.#words;
    const last = words4.length - 1;
    for (let i = 0; i < last; i++) if (view.getInt32(start + i * WORD_BYTES, true) !== words4[i]) return false;
    return view.getInt32(start + this.length - WORD_BYTES, true) === words4[last];
  }
};
function wordPlaces(length) {
  const words4 = Math.ceil(length / WORD_BYTES);
  return Array.from({ length: words4 }, (_, i) => Math.min(i * WORD_BYTES, length - WORD_BYTES));
}
function wordAt(bytes, at) {
  let [mask, value, digits, overNine] = [0, 0, 0, 0];
  for (let i = 0; i < WORD_BYTES; i++) {
    const byte = bytes[at + i];
    const shift = i * 8;
    const isDigit2 = byte === ANY_DIGIT;
    mask |= (isDigit2 ? UPPER_HALF : 255) << shift;
    value |= (isDigit2 ? DIGIT_HALF : byte) << shift;
    if (!isDigit2) continue;
    digits |= UPPER_HALF << shift;
    overNine |= OVER_NINE << shift;
  }
  return [at, mask, value, digits, value & digits, overNine];
}

// src/portable/chat/whatsapp/speakers.ts
var COLON7 = 58;
var SPACE3 = 32;
var CACHED = 1 << 10;
var SLOT_SHIFT = 32 - 10;
var SPREAD2 = 2654435761;
var SHORTEST_KNOWN = 4;
var LONGEST_KNOWN = 64;
var LINE_RULES = [
  "speaker",
  "no-speaker",
  "known-speaker-without-space",
  "quotation-open-in-name",
  "name-with-colon"
];
var PLAIN = 0;
var NO_SPEAKER = 1;
var WITHOUT_SPACE = 2;
var QUOTATION_OPEN = 3;
var NAME_WITH_COLON = 4;
var UNDIVIDED = 255;
function colonAfter(bytes, from, lineEnd2) {
  for (let i = from; i < lineEnd2; i++) {
    if (bytes[i] !== COLON7) continue;
    const next = i + 1 < lineEnd2 ? bytes[i + 1] : SPACE3;
    if (next === SPACE3 || next === 226 && bytes[i + 2] === 128) return i;
  }
  return -1;
}
function bodyAfter(bytes, colon, lineEnd2) {
  return colon + 1 < lineEnd2 && bytes[colon + 1] === SPACE3 ? colon + 2 : colon + 1;
}
var LineDivider = class {
  #names;
  #rules;
  #uses;
  #cache = Array(CACHED).fill(void 0);
  /** `uses` counts how names are used, in the passes that learn. */
  constructor(names, rules, uses) {
    this.#names = names;
    this.#rules = rules;
    this.#uses = uses;
  }
  /**
   * Divides a line that begins as one did before, byte for byte up to the body; gives the place of the body. Of any other
   * line it gives the place of the content, and leaves the line undivided.
   */
  divideKnown(batch, i) {
    const { bytes } = batch;
    const from = batch.contentStart[i];
    if (from + LONGEST_KNOWN > bytes.length) return from;
    const entry = this.#cache[slotOf3(batch.view, from)];
    if (!entry?.key.fits(batch.view, from)) return from;
    const { length } = entry.key;
    batch.speaker[i] = entry.speaker;
    batch.bodyStart[i] = from + length;
    batch.rule[i] = entry.rule;
    batch.nameLess[i] = entry.less;
    return from + length;
  }
  /** Divides a line whose end is known. */
  divide(batch, i) {
    const { bytes } = batch;
    const from = batch.contentStart[i];
    const lineEnd2 = batch.lineEnd[i];
    const colon = colonAfter(bytes, from, lineEnd2);
    const name = colon < 0 ? null : trimmed(bytes, from, colon);
    if (name === null) return this.#findKnown(batch, i);
    const id = this.#names.intern(bytes, name.start, name.end);
    if (id >= 0 && this.#rules.withColon.has(id)) return this.#lengthenName(batch, i, colon);
    const rule = id >= 0 && this.#rules.quoted.has(id) ? QUOTATION_OPEN : PLAIN;
    const bodyStart = bodyAfter(bytes, colon, lineEnd2);
    set(batch, i, id, bodyStart, rule);
    const isSpaced = bytes[colon + 1] === SPACE3 && colon + 1 < lineEnd2;
    if (id >= 0 && isSpaced) this.#remember(batch, from, bodyStart, { speaker: id, rule });
  }
  #remember(batch, from, to, as) {
    const { bytes, view } = batch;
    if (to - from < SHORTEST_KNOWN || to - from > LONGEST_KNOWN || !isCleanText(bytes, view, from, to))
      return;
    const less = to - from - textOf(bytes, from, to).length;
    this.#cache[slotOf3(view, from)] = { key: new ByteKey(bytes.subarray(from, to)), less, ...as };
  }
  #findKnown(batch, i) {
    const { bytes } = batch;
    const from = batch.contentStart[i];
    const lineEnd2 = batch.lineEnd[i];
    set(batch, i, NOBODY2, from, NO_SPEAKER);
    const colon = bytes.subarray(0, lineEnd2).indexOf(COLON7, from);
    const name = colon < 0 ? null : trimmed(bytes, from, colon);
    if (!name) return;
    this.#uses?.noteCandidate(bytes, name.start, name.end);
    const id = this.#names.find(bytes, name.start, name.end);
    if (id >= 0 && this.#rules.isUsed(id)) set(batch, i, id, colon + 1, WITHOUT_SPACE);
  }
  #lengthenName(batch, i, first) {
    const { bytes } = batch;
    const from = batch.contentStart[i];
    const lineEnd2 = batch.lineEnd[i];
    const colon = colonAfter(bytes, first + 1, lineEnd2);
    const name = colon < 0 ? null : trimmed(bytes, from, colon);
    const id = name ? this.#names.intern(bytes, name.start, name.end) : NOBODY2;
    if (!name) set(batch, i, NOBODY2, from, NO_SPEAKER);
    else set(batch, i, id, bodyAfter(bytes, colon, lineEnd2), NAME_WITH_COLON);
  }
  /** Counts the names of the headers from `from` up to `to`, each header once in a pass. */
  learn(batch, from, to) {
    const uses = this.#uses;
    if (!uses) return;
    for (let i = from; i < to; i++) {
      const id = batch.speaker[i];
      const rule = batch.rule[i];
      if (id < 0) continue;
      uses.spoken[id] = (uses.spoken[id] ?? 0) + 1;
      if (rule === WITHOUT_SPACE) continue;
      if (rule === NAME_WITH_COLON || uses.isAlike(id)) this.#compare(batch, i, uses);
      else uses.lines[id] = uses.lines[id] + 1;
    }
  }
  #compare(batch, i, uses) {
    const { bytes } = batch;
    const from = batch.contentStart[i];
    const lineEnd2 = batch.lineEnd[i];
    const colon = colonAfter(bytes, from, lineEnd2);
    const name = trimmed(bytes, from, colon);
    const id = name ? this.#names.find(bytes, name.start, name.end) : -1;
    if (name && id >= 0) uses.note(id, bytes, name.start, colonAfter(bytes, colon + 1, lineEnd2));
  }
};
function slotOf3(view, at) {
  return Math.imul(view.getInt32(at, true), SPREAD2) >>> SLOT_SHIFT;
}
function set(batch, i, speaker, ...[bodyStart, rule]) {
  batch.speaker[i] = speaker;
  batch.bodyStart[i] = bodyStart;
  batch.rule[i] = rule;
}

// src/portable/chat/whatsapp/strangers.ts
var LEAST_MESSAGES = 10;
var CLOSE_SECONDS = 60;
function usesBetweenTwo({ spoken }) {
  const counts = spoken.filter((count2) => count2 > 0);
  const often = counts.filter((count2) => count2 >= LEAST_MESSAGES).length;
  const once = counts.filter((count2) => count2 === 1).length;
  return often === 2 && once > 0 && often + once === counts.length ? [...spoken] : null;
}
var StrangerFilter = class {
  spoken;
  #clock;
  #uses;
  /** Up to this offset, headers were counted: a stretch can come twice. */
  #counted = 0;
  constructor(spoken, clock, uses) {
    this.spoken = spoken;
    this.#clock = clock;
    this.#uses = uses;
  }
  apply(batch, end) {
    const { length } = batch;
    let kept = 0;
    for (let i = 0; i < length; i++) {
      if (i > 0 && i + 1 < length && this.#isStranger(batch, i) && isText(batch, i - 1)) {
        const speaker = batch.speaker[i];
        batch.pasted.set(kept - 1, { speaker, bodyStart: batch.bodyStart[i] });
        batch.takeIn(kept - 1, batch.strange[i]);
        this.#count(batch, i);
      } else batch.move(i, kept++);
    }
    batch.length = kept;
    if (end.atEnd) batch.whole = Math.min(batch.whole, kept);
    else batch.whole = Math.min(batch.whole, Math.max(0, kept - (end.atLimit ? 1 : 2)));
  }
  #count(batch, i) {
    const offset = batch.base + batch.start[i];
    if (offset < this.#counted) return;
    this.#counted = offset + 1;
    this.#uses?.noteText(batch.speaker[i]);
  }
  #isStranger(batch, i) {
    const uses = (k) => this.spoken[batch.speaker[k]] ?? 0;
    if (uses(i) !== 1 || batch.rule[i] !== PLAIN) return false;
    if (uses(i - 1) < LEAST_MESSAGES || uses(i + 1) < LEAST_MESSAGES) return false;
    if (batch.shape[i - 1] !== batch.shape[i] || batch.shape[i + 1] !== batch.shape[i]) return false;
    const [before, at, after] = [this.#time(batch, i - 1), this.#time(batch, i), this.#time(batch, i + 1)];
    if (before === NO_TIME2 || at === NO_TIME2 || after === NO_TIME2) return false;
    return at < before && before <= after && after - before <= CLOSE_SECONDS;
  }
  /** The one time that a header can mean, NO_TIME when it can mean several or none. */
  #time(batch, i) {
    this.#clock.look(batch, i);
    return this.#clock.other === NO_TIME2 ? this.#clock.at : NO_TIME2;
  }
};
function isText(batch, i) {
  return bodyKind(batch.bytes, batch.bodyStart[i], batch.bodyEnd(i)).kind === "text";
}

// src/portable/chat/whatsapp/knowledge.ts
var FEW_HEADERS = 3;
var NOTHING_KNOWN = {
  orders: [],
  names: NO_RULES,
  angles: new AngleBodies(),
  rareShapes: /* @__PURE__ */ new Set(),
  imitations: null,
  strangers: null,
  isMarkExpected: false
};
function knowledgeOf(lesson, names, declared) {
  const { raw, dates, uses } = lesson;
  const isMixed = raw.counts.filter((count2) => count2 > 0).length > 1;
  const mayHaveStrangers = isMixed ? lesson.imitations === 0 : true;
  return {
    orders: dates.decide(declared),
    names: uses.rules(names),
    angles: lesson.angles,
    rareShapes: rareOf(dates.counts),
    imitations: isMixed ? { main: raw.main(), orders: raw.decide(declared) } : null,
    strangers: mayHaveStrangers ? usesBetweenTwo(uses) : null,
    isMarkExpected: lesson.isMarkExpected
  };
}
function rareOf(counts) {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const used = counts.filter((count2) => count2 > 0).length;
  const rare = /* @__PURE__ */ new Set();
  if (used < 2) return rare;
  counts.forEach((count2, shape) => {
    if (count2 > 0 && count2 <= FEW_HEADERS && count2 < most) rare.add(shape);
  });
  return rare;
}
function agree(before, after, uses, names) {
  return isSameOrders(before.orders, after.orders) && uses.agree(before.names, after.names, names) && before.angles.agrees(after.angles) && isSameSet(before.rareShapes, after.rareShapes) && isSameImitations(before.imitations, after.imitations) && isSameStrangers(before.strangers, after.strangers) && before.isMarkExpected === after.isMarkExpected;
}
function isSameOrders(a, b) {
  const text2 = (orders) => orders.map(({ decision, order: order2, other, conflict }) => `${decision} ${order2} ${other} ${conflict}`).join();
  return text2(a) === text2(b);
}
function isSameImitations(a, b) {
  if (a === null || b === null) return a === b;
  return a.main === b.main && isSameOrders(a.orders, b.orders);
}
function isSameStrangers(a, b) {
  if (a === null || b === null) return a === b;
  const size = Math.max(a.length, b.length);
  for (let id = 0; id < size; id++) if (Math.min(a[id] ?? 0, 10) !== Math.min(b[id] ?? 0, 10)) return false;
  return true;
}

// src/portable/chat/whatsapp/header-batch.ts
var FIRST_CAPACITY = 1 << 10;
var HOLDS_NOTHING = 0;
var HOLDS_OTHER_STYLE = 1;
var HeaderBatch = class {
  bytes = new Uint8Array(0);
  view = new DataView(new ArrayBuffer(0));
  base = 0;
  length = 0;
  /** How many of the headers have all that belongs to them here: the rest come again with the next stretch. */
  whole = 0;
  /** Where the message of the last header ends, when it is whole. */
  endsAt = 0;
  start = new Int32Array(FIRST_CAPACITY);
  textStart = new Int32Array(FIRST_CAPACITY);
  textEnd = new Int32Array(FIRST_CAPACITY);
  contentStart = new Int32Array(FIRST_CAPACITY);
  /** End of the header's line, without its line end. */
  lineEnd = new Int32Array(FIRST_CAPACITY);
  second = new Int32Array(FIRST_CAPACITY);
  shape = new Int32Array(FIRST_CAPACITY);
  /** The numbers of the date as one number; equal for equal dates of one shape. */
  date = new Int32Array(FIRST_CAPACITY);
  /** 1 when the word beside the time is not known, so that the hour may be 12 hours later. */
  openHour = new Uint8Array(FIRST_CAPACITY);
  /** Number of the name, or one of the marks of names.ts. */
  speaker = new Int32Array(FIRST_CAPACITY);
  bodyStart = new Int32Array(FIRST_CAPACITY);
  rule = new Uint8Array(FIRST_CAPACITY);
  holds = new Uint8Array(FIRST_CAPACITY);
  /** Not 0 when a byte of the message is zero or not ASCII, those of a known name aside. */
  strange = new Uint8Array(FIRST_CAPACITY);
  /** How many characters less than bytes a known name has: then `strange` says nothing of it. */
  nameLess = new Int32Array(FIRST_CAPACITY);
  /** Headers of strangers that were taken for text, by the place of the header that holds them. */
  pasted = /* @__PURE__ */ new Map();
  clear(bytes, base) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.base = base;
    this.length = 0;
    this.whole = 0;
    if (this.pasted.size > 0) this.pasted.clear();
  }
  /** Makes room for one more header. */
  reserve() {
    if (this.length < this.start.length) return;
    const room = this.start.length * 2;
    this.start = grown(this.start, room);
    this.textStart = grown(this.textStart, room);
    this.textEnd = grown(this.textEnd, room);
    this.contentStart = grown(this.contentStart, room);
    this.lineEnd = grown(this.lineEnd, room);
    this.second = grown(this.second, room);
    this.shape = grown(this.shape, room);
    this.date = grown(this.date, room);
    this.speaker = grown(this.speaker, room);
    this.bodyStart = grown(this.bodyStart, room);
    this.openHour = grownBytes(this.openHour, room);
    this.rule = grownBytes(this.rule, room);
    this.holds = grownBytes(this.holds, room);
    this.strange = grownBytes(this.strange, room);
    this.nameLess = grown(this.nameLess, room);
  }
  /** Where the message of a header ends: at the next one. */
  end(i) {
    return i + 1 < this.length ? this.start[i + 1] : this.endsAt;
  }
  /** Where its body ends: before the last line end. */
  bodyEnd(i) {
    const end = this.end(i);
    if (this.bytes[end - 1] !== 10) return end;
    return this.bytes[end - 2] === 13 ? end - 2 : end - 1;
  }
  span(i) {
    return [this.base + this.start[i], this.base + this.end(i)];
  }
  /** The message of header `i` gets the lines of a header that was taken out. */
  takeIn(i, strange) {
    this.strange[i] = this.strange[i] | strange;
  }
  /** Moves header `from` to place `to`, where headers before it were taken out. */
  move(from, to) {
    if (from === to) return;
    for (const column of [this.start, this.textStart, this.textEnd, this.contentStart, this.lineEnd])
      column[to] = column[from];
    for (const column of [this.second, this.shape, this.date, this.speaker, this.bodyStart, this.nameLess])
      column[to] = column[from];
    for (const column of [this.openHour, this.rule, this.holds, this.strange])
      column[to] = column[from];
  }
};
function grown(column, room) {
  const larger = new Int32Array(room);
  larger.set(column);
  return larger;
}
function grownBytes(column, room) {
  const larger = new Uint8Array(room);
  larger.set(column);
  return larger;
}

// src/portable/chat/whatsapp/day-periods.ts
var WORDS2 = {
  am: `am vm fm pd paradite eparadites \u0635 \u0635\u0628\u0627\u062D\u0627 \u0642\u0638 \u03C0\u03BC \u043F\u0440\u043E\u043F\u043B \u043F\u0440\u0435\u0442\u043F\u043B \u043F\u0440\u043F\u043B \u043F\u0440\u043F\u0434 \u043F\u0440\u043E\u0431 \u0434\u043F \u043F\u0440\u0435\u043F\u043E\u0434\u043D\u0435 prijepodne ujutro
    \u4E0A\u5348 \u5348\u524D \uC624\uC804 \u51CC\u6668 \u6E05\u6668 \u65E9\u4E0A \u0938\u0941\u092C\u0939 \u092A\u094D\u0930\u093E\u0924 \u092A\u0942\u0930\u094D\u0935\u093E\u0939\u094D\u0928 \u092A\u0942\u0930\u094D\u0935\u093E\u0928\u094D\u0939 \u092E\u092A\u0942 \u09AA\u09C2\u09B0\u09CD\u09AC\u09BE\u09B9\u09CD\u09A3 \u09B8\u0995\u09BE\u09B2 \u09AD\u09CB\u09B0 \u0A2A\u0A42\u0A26\u0A41 \u0BAE\u0BC1\u0BB1\u0BCD\u0BAA\u0B95\u0BB2\u0BCD \u0B95\u0BBE\u0BB2\u0BC8 \u0C09\u0C26\u0C2F\u0C02 \u0CAA\u0CC2\u0CB0\u0CCD\u0CB5\u0CBE\u0CB9\u0CCD\u0CA8 \u0CAC\u0CC6\u0CB3\u0CBF\u0C97\u0CCD\u0C97\u0CC6
    \u0D30\u0D3E\u0D35\u0D3F\u0D32\u0D46 \u0D2A\u0D41\u0D32\u0D7C\u0D1A\u0D4D\u0D1A\u0D46 \u0DB4\u0DD9\u0DC0 \xF6\xF6 sa de dop priek\u0161p prie\u0161piet manh\xE3 damanh\xE3 matin diminea\u021Ba \u0E01\u0E48\u0E2D\u0E19\u0E40\u0E17\u0E35\u0E48\u0E22\u0E07 \u1796\u17D2\u179A\u17B9\u1780 \u1014\u1036\u1014\u1000\u103A \u0E81\u0EC8\u0EAD\u0E99\u0E97\u0EC8\u0EBD\u0E87
    \u04AF\u04E9 \u0442\u0430\u04A3\u043A\u044B \u0442\u0430\u04A3\u0435\u0440\u0442\u0435\u04A3 to \u1325\u12CB\u1275 asubuhi \u05DC\u05E4\u05E0\u05D4\u05E6
    inthemorning delama\xF1ana delamadrugada pg ap \u0434\u043F em\xEBngjesit`,
  pm: `pm nm em md pasdite epasdites \u0645 \u0645\u0633\u0627\u0621 \u0628\u0638 \u03BC\u03BC \u043F\u043E\u043F\u043B \u0441\u043B\u043F\u043B \u0441\u043B\u043E\u0431 \u043F\u043F popodne \u043F\u043E\u043F\u043E\u0434\u043D\u0435
    \u4E0B\u5348 \u5348\u5F8C \uC624\uD6C4 \u665A\u4E0A \u508D\u665A \u0936\u093E\u092E \u0905\u092A\u0930\u093E\u0939\u094D\u0928 \u0905\u092A\u0930\u093E\u0928\u094D\u0939 \u092E\u0909 \u0985\u09AA\u09B0\u09BE\u09B9\u09CD\u09A3 \u09AC\u09BF\u0995\u09BE\u09B2 \u09B8\u09A8\u09CD\u09A7\u09CD\u09AF\u09BE \u0A2C\u0A3E\u0A26\u0A41 \u0BAA\u0BBF\u0BB1\u0BCD\u0BAA\u0B95\u0BB2\u0BCD \u0BAE\u0BBE\u0BB2\u0BC8 \u0C38\u0C3E\u0C2F\u0C02\u0C24\u0C4D\u0C30\u0C02 \u0C85\u0CAA\u0CB0\u0CBE\u0CB9\u0CCD\u0CA8 \u0CB8\u0C82\u0C9C\u0CC6
    \u0D35\u0D48\u0D15\u0D41\u0D28\u0D4D\u0D28\u0D47\u0D30\u0D02 \u0D35\u0D48\u0D15\u0D3F\u0D1F\u0D4D\u0D1F\u0D4D \u0DB4\u0DC0 \xF6s ch du odp pop p\u0113cp popiet tarde datarde soir dup\u0103amiaza \u0E2B\u0E25\u0E31\u0E07\u0E40\u0E17\u0E35\u0E48\u0E22\u0E07 \u179B\u17D2\u1784\u17B6\u1785 \u100A\u1014\u1031 \u0EAB\u0EBC\u0EB1\u0E87\u0E97\u0EC8\u0EBD\u0E87
    \u04AF\u0445 \u0442\u04AF\u0448\u0442\u04E9\u043D\u043A\u0438\u0439\u0438\u043D\u043A\u0438 \u0442\u04AF\u0441\u0442\u0435\u043D\u043A\u0435\u0439\u0456\u043D tk \u12A8\u1230\u12D3\u1275 jioni mchana \u05D0\u05D7\u05D4\u05E6
    intheafternoon intheevening delatarde delanoche ptg ip embr\xEBmjes`,
  noon: `\u4E2D\u5348 \u0926\u094B\u092A\u0939\u0930 \u09A6\u09C1\u09AA\u09C1\u09B0 \u0D09\u0D1A\u0D4D\u0D1A\u0D2F\u0D4D\u0D15\u0D4D\u0D15\u0D4D \u0C2E\u0C27\u0C4D\u0C2F\u0C3E\u0C39\u0C4D\u0C28\u0C02 \u0BAE\u0BA4\u0BBF\u0BAF\u0BAE\u0BCD noon delmediod\xEDa`,
  night: `\u0930\u093E\u0924 \u09B0\u09BE\u09A4 \u0D30\u0D3E\u0D24\u0D4D\u0D30\u0D3F \u0C30\u0C3E\u0C24\u0C4D\u0C30\u0C3F \u0B87\u0BB0\u0BB5\u0BC1 \u0CB0\u0CBE\u0CA4\u0CCD\u0CB0\u0CBF atnight`,
  none: `\u0447 h uhr uur \u0E19 hs hrs`
};
function table() {
  const found2 = /* @__PURE__ */ new Map();
  for (const [period, words4] of Object.entries(WORDS2)) {
    for (const word of words4.split(/\s+/)) found2.set(word, period);
  }
  return found2;
}
var PERIODS = table();
function dayPeriodOf(word) {
  return PERIODS.get(word) ?? "unknown";
}
function hourOfDay(hour, period) {
  if (hour > 23) return null;
  if (period === "none" || hour > 12) return hour;
  if (period === "am" || period === "unknown") return hour % 12;
  if (period === "pm") return hour % 12 + 12;
  if (period === "noon") return hour >= 9 && hour < 12 ? hour : hour % 12 + 12;
  return hour === 12 || hour < 6 ? hour % 12 : hour + 12;
}

// src/portable/chat/whatsapp/header-date.ts
var SLASH4 = 47;
var STOP2 = 46;
var HYPHEN2 = 45;
var NAMED_PARTS = [
  [24180, 26376, 26085],
  [45380, 50900, 51068]
];
var ERAS = { 82: 2018, 72: 1988, 83: 1925, 84: 1911, 77: 1867 };
var NAMED_ERAS = {
  20196: [21644, 2018],
  24179: [25104, 1988],
  26157: [21644, 1925]
};
var AFTER_YEAR = /* @__PURE__ */ new Set(["\u0433", "be", "ad", "ce", "\u0E1E\u0E28", "m", "\u0645", "\u0440"]);
var LONGEST_AFTER_YEAR = 4;
var DateReader = class {
  a = 0;
  b = 0;
  c = 0;
  separator = "/";
  yearPlace = "unknown";
  twoDigitYear = false;
  digits = 0;
  /** False when a day or month below 10 stands with one digit. */
  padded = true;
  #g;
  #width = 0;
  /** True when the year is counted from the beginning of a Japanese era. */
  era = false;
  constructor(glyphs) {
    this.#g = glyphs;
  }
  /** Reads `number separator number separator number` at the glyphs' place; false leaves the place anywhere. */
  read() {
    this.era = false;
    this.a = this.#part();
    const aWidth = this.#width;
    if (aWidth === 0 || !this.#firstSeparator()) return false;
    this.b = this.#part();
    const bWidth = this.#width;
    if (bWidth === 0 || bWidth > 2 || !this.#nextSeparator(1)) return false;
    this.c = this.#part();
    const cWidth = this.#width;
    if (cWidth === 0 || !this.#placeYear(aWidth, cWidth)) return false;
    this.padded = this.#isPadded(aWidth, bWidth, cWidth);
    return this.#afterDate();
  }
  #part() {
    const g = this.#g;
    g.skipMarks();
    const era = this.#eraBefore();
    const row = digitRow(g.peek());
    this.#width = 0;
    if (row < 0) return 0;
    let value = 0;
    for (; digitRow(g.peek()) === row && this.#width < 5; this.#width += 1) {
      value = value * 10 + digitValue(g.peek(), row);
      g.skip(g.peek());
    }
    this.digits = row;
    if (era === void 0) return value;
    this.era = this.#width <= 2;
    this.#width = this.era ? 4 : 0;
    return era + value;
  }
  /** The year before the first of the era that is named here. */
  #eraBefore() {
    const g = this.#g;
    const code = g.peek();
    const named2 = NAMED_ERAS[code];
    if (named2) {
      const back = g.at;
      g.skip(code);
      if (g.take(named2[0])) return named2[1];
      g.at = back;
      return void 0;
    }
    const era = ERAS[code];
    if (era !== void 0) g.skip(code);
    return era;
  }
  #firstSeparator() {
    const g = this.#g;
    g.skipMarks();
    const code = g.peek();
    if (code === SLASH4) this.separator = "/";
    else if (code === STOP2) this.separator = ".";
    else if (code === HYPHEN2) this.separator = "-";
    else if (NAMED_PARTS.some(([year]) => year === code)) this.separator = "cjk";
    else return false;
    return this.#nextSeparator(0);
  }
  #nextSeparator(place) {
    const g = this.#g;
    g.skipMarks();
    const code = g.peek();
    if (!this.#isSeparator(code, place)) return false;
    g.skip(code);
    if (code !== SLASH4 && code !== HYPHEN2) g.skipSpaces();
    return true;
  }
  #isSeparator(code, place) {
    if (this.separator === "/") return code === SLASH4;
    if (this.separator === ".") return code === STOP2;
    if (this.separator === "-") return code === HYPHEN2;
    return NAMED_PARTS.some((parts) => parts[place] === code);
  }
  #placeYear(aWidth, cWidth) {
    const long = aWidth === 4 ? "first" : cWidth === 4 ? "last" : "unknown";
    const short = long === "first" ? cWidth : aWidth;
    if (short > 2 || aWidth > 4 || cWidth > 4 || aWidth === 3 || cWidth === 3) return false;
    this.yearPlace = this.separator === "cjk" ? "first" : long;
    this.twoDigitYear = long === "unknown";
    if (!this.twoDigitYear) return true;
    if (this.separator === "cjk" || cWidth === 1) this.yearPlace = "first";
    else if (aWidth === 1) this.yearPlace = "last";
    return aWidth === 2 || cWidth === 2;
  }
  #isPadded(aWidth, bWidth, cWidth) {
    return bWidth > 1 && (this.yearPlace === "first" ? cWidth : aWidth) > 1;
  }
  #afterDate() {
    const g = this.#g;
    if (this.separator === "cjk") {
      const day = g.peek();
      return NAMED_PARTS.some((parts) => parts[2] === day) && g.take(day);
    }
    if (this.separator === ".") g.take(STOP2);
    const back = g.at;
    g.skipSpaces();
    if (digitRow(g.peek()) >= 0 || !AFTER_YEAR.has(this.#word())) g.at = back;
    return true;
  }
  #word() {
    const g = this.#g;
    let word = "";
    for (let code = g.peek(); word.length < LONGEST_AFTER_YEAR; code = g.peek()) {
      if (code < 0 || code === 44 || code === 32 || code === 93) break;
      if (code !== STOP2) word += String.fromCodePoint(code).toLowerCase();
      g.skip(code);
    }
    g.take(STOP2);
    return word;
  }
};

// src/portable/chat/whatsapp/header-time.ts
var COLON8 = 58;
var WIDE_COLON = 65306;
var STOP3 = 46;
var SMALL_H = 104;
var COMMA5 = 44;
var ARABIC_COMMA = 1548;
var BRACKET_END2 = 93;
var LONGEST_WORD = 32;
var TimeReader = class {
  hour = 0;
  minute = 0;
  /** -1 when the header has no seconds. */
  second = -1;
  period = "none";
  clock = "24";
  upper = false;
  separator = ":";
  #g;
  constructor(glyphs) {
    this.#g = glyphs;
  }
  /** Reads a time at the glyphs' place, and leaves the place right behind it. False leaves it anywhere. */
  read() {
    const g = this.#g;
    g.skipMarks();
    this.period = "none";
    this.clock = "24";
    if (digitRow(g.peek()) < 0 && !this.#wordBefore()) return false;
    this.hour = this.#number(1);
    if (this.hour < 0 || !this.#separator()) return false;
    this.minute = this.#number(2);
    if (this.minute < 0 || this.minute > 59) return false;
    this.second = this.#seconds();
    if (this.second > 59) return false;
    return this.clock !== "24" || this.#wordAfter();
  }
  /** A number of one or two digits, at least `least`; -1 when there is none. */
  #number(least) {
    const g = this.#g;
    g.skipMarks();
    const row = digitRow(g.peek());
    if (row < 0) return -1;
    let value = 0;
    let width = 0;
    for (; width < 3 && digitRow(g.peek()) === row; width += 1) {
      value = value * 10 + digitValue(g.peek(), row);
      g.skip(g.peek());
    }
    return width >= least && width <= 2 ? value : -1;
  }
  #separator() {
    const g = this.#g;
    const code = g.peek();
    if (code === COLON8 || code === WIDE_COLON) this.separator = ":";
    else if (code === STOP3) this.separator = ".";
    else if (code === SMALL_H || code === 32) return this.#letterH();
    else return false;
    g.skip(code);
    return true;
  }
  /** `15 h 05`, as in Canadian French. */
  #letterH() {
    const g = this.#g;
    g.skipSpaces();
    this.separator = "h";
    if (!g.take(SMALL_H)) return false;
    g.skipSpaces();
    return true;
  }
  /** Two digits behind the separator that stood before the minutes; -1 when there are none. */
  #seconds() {
    const g = this.#g;
    const back = g.at;
    const code = g.peek();
    if (this.separator === "." ? code === STOP3 : code === COLON8 || code === WIDE_COLON) {
      g.skip(code);
      const second = this.#number(2);
      if (second >= 0) return second;
    }
    g.at = back;
    return -1;
  }
  #wordBefore() {
    const word = this.#word();
    if (word === null) return false;
    this.period = dayPeriodOf(word);
    this.clock = "12-before";
    this.#g.skipSpaces();
    return this.period !== "unknown" && this.period !== "none";
  }
  /** True unless something stands behind the time that cannot belong to it. */
  #wordAfter() {
    const g = this.#g;
    const back = g.at;
    g.skipSpaces();
    if (this.#atWordEnd()) {
      g.at = back;
      return true;
    }
    this.upper = g.peek() === 65 || g.peek() === 80;
    const word = this.#word();
    if (word === null) return false;
    this.period = dayPeriodOf(word);
    if (this.period === "none") return true;
    this.clock = word === "am" || word === "pm" ? "12-ascii" : "12-after";
    return this.period !== "unknown" || this.hour >= 1 && this.hour <= 12 && /[^\0-\x7f]/.test(word);
  }
  /** A word in lower case without stops, spaces and quotation marks; null when it is empty or too long. */
  #word() {
    const g = this.#g;
    let word = "";
    let end = g.at;
    while (!this.#atWordEnd()) {
      const code = g.peek();
      g.skip(code);
      if (isSpace2(code) || isMark(code)) continue;
      if (!isSilent(code)) word += String.fromCodePoint(code);
      if (word.length > LONGEST_WORD) return null;
      end = g.at;
    }
    g.at = end;
    return word === "" ? null : word.toLowerCase();
  }
  #atWordEnd() {
    const code = this.#g.peek();
    if (code < 0 || code === BRACKET_END2 || code === COLON8 || code === COMMA5) return true;
    return code === ARABIC_COMMA || isDash(code) || digitRow(code) >= 0;
  }
};
function isDash(code) {
  return code === 45 || code === 8211 || code === 8212;
}
function isSilent(code) {
  return code === STOP3 || code === 34 || code === 39 || code === 8217 || code === 1523 || code === 1524;
}

// src/portable/chat/whatsapp/header.ts
var BRACKET2 = 91;
var BRACKET_END3 = 93;
var COLON9 = 58;
var COMMA6 = 44;
var ARABIC_COMMA2 = 1548;
var LONGEST_HEADER = 160;
var BETWEEN = new Set("klo at kl kl. um \xE0 om la o \u0432 saat \xE0s ore alle u".split(" "));
var HeaderReader = class {
  /** Byte offsets: the text of date and time, and the first byte after the header. */
  textStart = 0;
  textEnd = 0;
  contentStart = 0;
  shell = "dash";
  timeFirst = false;
  comma = false;
  hour = 0;
  date;
  time;
  /** Code points looked at, for tests of linear work. */
  steps = 0;
  #g = new Glyphs();
  constructor() {
    this.date = new DateReader(this.#g);
    this.time = new TimeReader(this.#g);
  }
  /** True when a header stands at `lineStart` of the bytes; the line ends before `lineEnd`. */
  read(bytes, lineStart, lineEnd2) {
    const g = this.#g;
    g.bytes = bytes;
    g.at = lineStart;
    g.end = Math.min(lineEnd2, lineStart + LONGEST_HEADER);
    const found2 = this.#parts();
    this.steps += g.at - lineStart + 1;
    return found2;
  }
  /** Keeps two headers of different layout apart, as a number. */
  shapeKey() {
    const { date, time } = this;
    let key = ["bracket", "dash", "long-dash", "colon"].indexOf(this.shell);
    key = key * 2 + Number(this.timeFirst);
    key = key * 2 + Number(this.comma);
    key = key * 4 + ["/", ".", "-", "cjk"].indexOf(date.separator);
    key = key * 3 + ["first", "last", "unknown"].indexOf(date.twoDigitYear ? "unknown" : date.yearPlace);
    key = key * 2 + Number(date.twoDigitYear);
    key = key * 2 + Number(time.second >= 0);
    key = key * 3 + [":", ".", "h"].indexOf(time.separator);
    key = key * 4 + ["24", "12-ascii", "12-before", "12-after"].indexOf(time.clock);
    return key * 8 + date.digits;
  }
  shape() {
    const { date, time } = this;
    return {
      shell: this.shell,
      timeFirst: this.timeFirst,
      comma: this.comma,
      separator: date.separator,
      yearPlace: date.twoDigitYear ? "unknown" : date.yearPlace,
      twoDigitYear: date.twoDigitYear,
      seconds: time.second >= 0,
      timeSeparator: time.separator,
      clock: time.clock,
      digits: date.digits
    };
  }
  #parts() {
    const g = this.#g;
    g.skipMarks();
    const bracket = g.take(BRACKET2);
    g.skipMarks();
    this.textStart = g.at;
    if (!this.#dateAndTime()) return false;
    this.textEnd = g.at;
    const hour = hourOfDay(this.time.hour, this.time.period);
    if (hour === null) return false;
    this.hour = hour;
    return bracket ? this.#endBracket() : this.#endPlain();
  }
  #dateAndTime() {
    const g = this.#g;
    this.timeFirst = false;
    if (this.date.read()) return this.#gap() && this.time.read();
    g.at = this.textStart;
    this.timeFirst = true;
    return this.time.read() && this.#gap() && this.date.read();
  }
  /** The comma, spaces and perhaps a word between date and time. */
  #gap() {
    const g = this.#g;
    g.skipMarks();
    this.comma = g.take(COMMA6) || g.take(ARABIC_COMMA2);
    const spaces = g.skipSpaces();
    if (digitRow(g.peek()) < 0) this.#wordBetween();
    return this.comma || spaces > 0 || this.date.separator === "cjk";
  }
  #wordBetween() {
    const g = this.#g;
    const back = g.at;
    let word = "";
    for (let code = g.peek(); code >= 0 && !isSpace2(code) && word.length < 5; code = g.peek()) {
      word += String.fromCodePoint(code);
      g.skip(code);
    }
    if (!BETWEEN.has(word) || g.skipSpaces() === 0) g.at = back;
  }
  #endBracket() {
    const g = this.#g;
    g.skipSpaces();
    if (!g.take(BRACKET_END3)) return false;
    this.shell = "bracket";
    return this.#contentFollows();
  }
  #endPlain() {
    const g = this.#g;
    if (g.peek() === COLON9) {
      g.skip(COLON9);
      this.shell = "colon";
      return isSpace2(g.peek()) && this.#contentFollows();
    }
    const spaces = g.skipSpaces();
    const dash = g.peek();
    if (spaces === 0 || !isDash(dash)) return false;
    g.skip(dash);
    this.shell = dash === 45 ? "dash" : "long-dash";
    return (g.peek() < 0 || isSpace2(g.peek()) || isMark(g.peek())) && this.#contentFollows();
  }
  /** One space belongs to the header; everything after it is content. */
  #contentFollows() {
    const g = this.#g;
    if (isSpace2(g.peek())) g.skip(g.peek());
    this.contentStart = g.at;
    return true;
  }
};

// src/portable/chat/whatsapp/header-templates.ts
var ZERO3 = 48;
var SPACE4 = 32;
var MOST_TEMPLATES = 8;
function isDigit(byte) {
  return byte >= ZERO3 && byte <= ZERO3 + 9;
}
var HeaderTemplates = class {
  /** Bytes looked at, for tests of linear work. */
  steps = 0;
  textStart = 0;
  textEnd = 0;
  contentStart = 0;
  second = 0;
  date = 0;
  shape = 0;
  isStrange = false;
  /** Words of the date read last. */
  #first = 0;
  #middle = 0;
  #last = 0;
  #templates = [];
  /** Remembers a header with ASCII digits that ends in a space; others are rare. */
  learn(line, lineStart, header, shape) {
    const { date, time, timeFirst } = header;
    const bytes = line.slice(lineStart, header.contentStart);
    if (date.digits !== 0 || date.era || bytes.at(-1) !== SPACE4 || time.period === "unknown") return;
    if (bytes.includes(ANY_DIGIT)) return;
    const numbers = numbersIn(bytes);
    const hasSeconds = time.second >= 0;
    if (numbers.length !== (hasSeconds ? 6 : 5)) return;
    this.#templates.unshift({
      pattern: new BytePattern(bytes.map((byte) => isDigit(byte) ? ANY_DIGIT : byte)),
      places: Uint8Array.from(numbers, ([at]) => at),
      digits: Uint8Array.from(numbers, ([, digits]) => digits),
      textOffset: header.textStart - lineStart,
      textLength: header.textEnd - header.textStart,
      hour: timeFirst ? 0 : 3,
      date: timeFirst ? hasSeconds ? 3 : 2 : 0,
      dateLength: dateLengthOf(numbers, timeFirst ? hasSeconds ? 3 : 2 : 0),
      hasSeconds,
      period: time.period,
      isStrange: bytes.some((byte) => byte >= 128),
      isYearLast: header.shape().yearPlace === "last",
      shape
    });
    if (this.#templates.length > MOST_TEMPLATES) this.#templates.pop();
  }
  /** True when the line is like one of those remembered, and its values are possible. */
  match(view, lineStart) {
    for (let i = 0; i < this.#templates.length; i++) {
      const template = this.#templates[i];
      const { pattern } = template;
      this.steps += pattern.length;
      if (lineStart + pattern.length > view.byteLength || !pattern.fits(view, lineStart)) continue;
      if (i > 0) {
        this.#templates.splice(i, 1);
        this.#templates.unshift(template);
      }
      return this.#read(template, view, lineStart);
    }
    return false;
  }
  #read(template, view, lineStart) {
    const { hour: hourAt, places, digits } = template;
    const written = numberAt(view, lineStart + places[hourAt], digits[hourAt]);
    const minute = numberAt(view, lineStart + places[hourAt + 1], 2);
    const second = template.hasSeconds ? numberAt(view, lineStart + places[hourAt + 2], 2) : 0;
    const hour = template.period === "none" && written < 24 ? written : hourOfDay(written, template.period);
    if (hour === null || minute > 59 || second > 59) return false;
    this.second = hour * 3600 + minute * 60 + second;
    if (!this.#isSameDate(template, view, lineStart)) this.#readDate(template, view, lineStart);
    this.textStart = lineStart + template.textOffset;
    this.textEnd = this.textStart + template.textLength;
    this.contentStart = lineStart + template.pattern.length;
    this.shape = template.shape;
    this.isStrange = template.isStrange;
    return true;
  }
  /** True when the date is written as the one read last: neighbours mostly share it. */
  #isSameDate(template, view, lineStart) {
    const from = lineStart + template.places[template.date];
    const [first, middle, last] = [from, from + 2, from + template.dateLength - 4];
    const isSame4 = template.shape === this.shape && view.getInt32(first, true) === this.#first && view.getInt32(middle, true) === this.#middle && view.getInt32(last, true) === this.#last;
    if (isSame4 && template.dateLength <= 10) return true;
    this.#first = view.getInt32(first, true);
    this.#middle = view.getInt32(middle, true);
    this.#last = view.getInt32(last, true);
    return false;
  }
  #readDate({ places, digits, date, isYearLast }, view, lineStart) {
    const a = numberAt(view, lineStart + places[date], digits[date]);
    const b = numberAt(view, lineStart + places[date + 1], digits[date + 1]);
    const c = numberAt(view, lineStart + places[date + 2], digits[date + 2]);
    this.date = isYearLast ? c * 1e4 + a * 100 + b : a * 1e4 + b * 100 + c;
  }
};
function numberAt(view, at, digits) {
  let value = view.getUint8(at) - ZERO3;
  for (let i = 1; i < digits; i++) value = value * 10 + view.getUint8(at + i) - ZERO3;
  return value;
}
function numbersIn(bytes) {
  const found2 = [];
  bytes.forEach((byte, i) => {
    if (!isDigit(byte)) return;
    const last = found2.at(-1);
    if (last && last[0] + last[1] === i) last[1] += 1;
    else found2.push([i, 1]);
  });
  return found2;
}
function dateLengthOf(numbers, date) {
  const [first, last] = [numbers[date], numbers[date + 2]];
  return last[0] + last[1] - first[0];
}

// src/portable/chat/whatsapp/line-end.ts
var BLANKS = 538976288;
var HIGH_BITS2 = 2155905152 | 0;
var LINE_FEED = 10;
var LineEnds = class {
  /** True when one of the bytes before the line feed is zero or not ASCII. */
  isStrange = false;
  /** The place of the next line feed from `from` on; -1 when there is none before the end. */
  next(view, from) {
    const lastWord = view.byteLength - 4;
    this.isStrange = false;
    let at = from;
    for (; at <= lastWord; at += 4) {
      const word = view.getInt32(at, true);
      if (((word | word - BLANKS) & HIGH_BITS2) === 0) continue;
      const found2 = this.#inBytes(view, at, at + 4);
      if (found2 >= 0) return found2;
    }
    return this.#inBytes(view, at, view.byteLength);
  }
  #inBytes(view, from, to) {
    for (let at = from; at < to; at++) {
      const byte = view.getUint8(at);
      if (byte === LINE_FEED) return at;
      if (byte === 0 || byte >= 128) this.isStrange = true;
    }
    return -1;
  }
};

// src/portable/chat/whatsapp/scan.ts
var RETURN2 = 13;
var NEVER = 0;
var MAYBE = 1;
var BEFORE_DIGIT = 2;
var BEGINNINGS3 = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 48 && byte <= 57 || byte === 91 || byte === 226 || byte === 239) return MAYBE;
  if (byte >= 216 && byte <= 219 || byte === 224 || byte === 225) return MAYBE;
  if (byte === 228 || byte === 229 || byte === 236 || byte === 230) return MAYBE;
  return byte >= 72 && byte <= 84 ? BEFORE_DIGIT : NEVER;
});
var HeaderScanner = class {
  /** Lines that end in CR LF, and lines that end in LF alone. */
  crlfLines = 0;
  lfLines = 0;
  #batch;
  #shapes;
  #divider;
  #reader = new HeaderReader();
  #templates = new HeaderTemplates();
  #ends = new LineEnds();
  /** Lines that begin before this offset were counted: a stretch can come twice. */
  #counted = 0;
  #lines = 0;
  constructor(batch, shapes, divider) {
    this.#divider = divider;
    this.#batch = batch;
    this.#shapes = shapes;
  }
  /** Bytes of header text looked at one by one, for tests of linear work. */
  get steps() {
    return this.#reader.steps + this.#templates.steps + this.#lines;
  }
  /** Adds the headers of all lines that end in the stretch; gives the place of the line that does not. */
  scan(from, isLast) {
    const { bytes, view, base } = this.#batch;
    const size = bytes.length;
    let at = from;
    while (at < size) {
      const mayBegin = BEGINNINGS3[bytes[at]];
      const isKnown = mayBegin === MAYBE && this.#templates.match(view, at);
      const newline = this.#ends.next(view, isKnown ? this.#open(at) : at);
      if (newline < 0 && !isLast) return at;
      const hasReturn = newline > at && bytes[newline - 1] === RETURN2;
      const lineEnd2 = newline < 0 ? size : hasReturn ? newline - 1 : newline;
      if (base + at >= this.#counted) this.#count(base + at, newline >= 0, hasReturn);
      if (isKnown) this.#pushKnown(lineEnd2);
      else if (mayBegin === NEVER || !this.#read(at, lineEnd2)) this.#goOn();
      at = newline < 0 ? size : newline + 1;
    }
    return size;
  }
  /** A line that belongs to the header before it. */
  #goOn() {
    const { length, strange } = this.#batch;
    if (length > 0 && this.#ends.isStrange) strange[length - 1] = 1;
  }
  #count(offset, isEnded, hasReturn) {
    this.#counted = offset + 1;
    this.#lines += 1;
    if (hasReturn) this.crlfLines += 1;
    else if (isEnded) this.lfLines += 1;
  }
  /** Begins a header that is like one before, and gives the place from which its line is not known. */
  #open(lineStart) {
    const batch = this.#batch;
    const templates = this.#templates;
    batch.reserve();
    const i = batch.length;
    batch.start[i] = lineStart;
    batch.textStart[i] = templates.textStart;
    batch.textEnd[i] = templates.textEnd;
    batch.contentStart[i] = templates.contentStart;
    batch.second[i] = templates.second;
    batch.date[i] = templates.date;
    batch.shape[i] = templates.shape;
    batch.openHour[i] = 0;
    batch.holds[i] = HOLDS_NOTHING;
    batch.rule[i] = UNDIVIDED;
    batch.nameLess[i] = 0;
    return this.#divider === null ? templates.contentStart : this.#divider.divideKnown(batch, i);
  }
  /** Ends it, once the end of its line is here. */
  #pushKnown(lineEnd2) {
    const batch = this.#batch;
    const i = batch.length++;
    batch.lineEnd[i] = lineEnd2;
    batch.strange[i] = this.#ends.isStrange || this.#templates.isStrange ? 1 : 0;
    if (batch.rule[i] === UNDIVIDED) this.#divider?.divide(batch, i);
  }
  #read(lineStart, lineEnd2) {
    const { bytes } = this.#batch;
    const isEra = BEGINNINGS3[bytes[lineStart]] === BEFORE_DIGIT;
    const next = bytes[lineStart + 1] ?? 0;
    if (isEra && (next < 48 || next > 57)) return false;
    if (!this.#reader.read(bytes, lineStart, lineEnd2)) return false;
    const shape = this.#shapes.idOf(this.#reader);
    if (shape === NO_SHAPE) return false;
    this.#push(lineStart, lineEnd2, shape);
    this.#templates.learn(bytes, lineStart, this.#reader, shape);
    return true;
  }
  #push(lineStart, lineEnd2, shape) {
    const batch = this.#batch;
    const { textStart, textEnd, contentStart, hour, date, time } = this.#reader;
    batch.reserve();
    const i = batch.length++;
    batch.start[i] = lineStart;
    batch.lineEnd[i] = lineEnd2;
    batch.textStart[i] = textStart;
    batch.textEnd[i] = textEnd;
    batch.contentStart[i] = contentStart;
    batch.second[i] = hour * 3600 + time.minute * 60 + Math.max(time.second, 0);
    batch.date[i] = packDate(date, this.#shapes.shapes[shape].shape);
    batch.shape[i] = shape;
    batch.openHour[i] = time.period === "unknown" ? 1 : 0;
    batch.nameLess[i] = 0;
    batch.holds[i] = HOLDS_NOTHING;
    batch.strange[i] = this.#ends.isStrange ? 1 : 0;
    this.#divider?.divide(batch, i);
  }
};

// src/portable/chat/whatsapp/batches.ts
var NOTHING3 = -1;
var STRETCH_BYTES = 1 << 16;
var NEWLINE3 = 10;
var Batches = class {
  /** Stretches that belong to no message: what stands before the first header, and messages too large to be held. */
  unread = [];
  batch = new HeaderBatch();
  scanner;
  tooLarge = 0;
  /** True when the item ends with this stretch. */
  atEnd = false;
  /** True when no more can be held: what is open must be decided by what is here. */
  atLimit = false;
  #window;
  /** Offset of the first byte that is not done with. */
  #at;
  #unreadFrom;
  /** The line at `#at` began before it. */
  #inLine = false;
  /** Up to here lines were looked at. */
  #scanned = 0;
  #isOpenLine = false;
  constructor(source, shapes, from, divider = null) {
    const chunkBytes = source.chunkBytes ?? STRETCH_BYTES;
    this.#window = new Window({ size: source.size, read: (at, into) => source.read(at, into), chunkBytes });
    this.scanner = new HeaderScanner(this.batch, shapes, divider);
    this.#at = from;
    this.#unreadFrom = from;
  }
  /** Bytes fetched and looked at, for tests of linear work. */
  get steps() {
    return this.#window.steps + this.scanner.steps;
  }
  /** Finds the headers of the next stretch; false at the end of the item. `whole` is all but the last, or all at the end. */
  next() {
    const { batch } = this;
    let isStuck = batch.length > 0 && batch.whole === 0;
    if (batch.whole > 0) this.#at = batch.base + batch.end(batch.whole - 1);
    while (isStuck || this.#at < this.#window.size) {
      if (!this.#take(isStuck)) {
        this.#giveUp();
        isStuck = false;
      } else if (this.#find()) return true;
      else isStuck = this.#isOpenLine;
    }
    this.#finish();
    return false;
  }
  /** Holds more than before; false when that is more than may be held. */
  #take(isStuck) {
    const { end, size } = this.#window;
    const held = Math.max(0, end - this.#at);
    if (isStuck && held >= MOST_MESSAGE_BYTES) return false;
    const wanted = isStuck ? end + held : end + 1;
    return this.#window.hold(this.#at, Math.min(wanted, size, this.#at + MOST_MESSAGE_BYTES));
  }
  /** True when a stretch with headers was found. */
  #find() {
    const { batch } = this;
    const { bytes, base, isLast } = this.#window;
    batch.clear(bytes, base);
    this.atEnd = isLast;
    this.atLimit = this.#window.end - this.#at >= MOST_MESSAGE_BYTES;
    const from = this.#inLine ? this.#restOfLine(this.#at - base) : this.#at - base;
    this.#scanned = base + (from < 0 ? bytes.length : this.scanner.scan(from, isLast || this.atLimit));
    batch.endsAt = bytes.length;
    batch.whole = isLast ? batch.length : Math.max(0, batch.length - 1);
    this.#isOpenLine = false;
    if (this.#unreadFrom === NOTHING3) return true;
    if (batch.length > 0) this.#endUnread();
    else this.#passOver();
    return batch.length > 0;
  }
  /** Where the next line begins, in a line of which the beginning was passed over; -1 when it does not end here. */
  #restOfLine(from) {
    const newline = this.batch.bytes.indexOf(NEWLINE3, from);
    if (newline < 0) return -1;
    this.#inLine = false;
    return newline + 1;
  }
  #endUnread() {
    const start = this.batch.base + this.batch.start[0];
    if (start > this.#unreadFrom) this.unread.push([this.#unreadFrom, start]);
    this.#unreadFrom = NOTHING3;
    this.#at = start;
  }
  /** No header yet: what stands here is let go, but for a line that is not all here. */
  #passOver() {
    if (this.atEnd) this.#at = this.#window.size;
    else if (this.#isLineEndHere) this.#at = this.#scanned;
    else if (this.atLimit) this.#letGo();
    else this.#isOpenLine = true;
  }
  /** Lines were looked at, and the last of them is all here. */
  get #isLineEndHere() {
    return this.#scanned > this.#at && (!this.atLimit || this.#scanned < this.#window.end);
  }
  #letGo() {
    this.#at = this.#window.end;
    this.#inLine = this.batch.bytes.at(-1) !== NEWLINE3;
  }
  /** A message that cannot be held: its bytes are passed over up to the next header. */
  #giveUp() {
    if (this.#unreadFrom === NOTHING3) {
      this.tooLarge += 1;
      this.#unreadFrom = this.#at;
    }
    if (this.#isLineEndHere) this.#at = this.#scanned;
    else this.#letGo();
  }
  #finish() {
    const { size } = this.#window;
    if (this.#unreadFrom !== NOTHING3 && this.#unreadFrom < size) this.unread.push([this.#unreadFrom, size]);
    this.#unreadFrom = NOTHING3;
  }
};

// src/portable/chat/whatsapp/imitations.ts
var DAY_SECONDS3 = 86400;
var LONGEST_RUN_AT_END = 3;
var LONGEST_RUN = 250;
var SLACK_SECONDS = 60;
var ImitationFilter = class {
  /** How many headers were taken for text. */
  found = 0;
  #table;
  #main;
  #clock;
  constructor(table2, main, clock) {
    this.#table = table2;
    this.#main = main;
    this.#clock = clock;
  }
  apply(batch, end) {
    const { length } = batch;
    let kept = 0;
    for (let i = 0; i < length; ) {
      const to = this.#endOfRun(batch, i);
      if (to > i && kept > 0 && to === length && !end.atEnd && !end.atLimit && to - i <= LONGEST_RUN) {
        batch.length = kept;
        batch.whole = kept - 1;
        return;
      }
      if (to > i && kept > 0 && this.#isImitation(batch, { start: i, end: to }, end)) {
        batch.holds[kept - 1] = HOLDS_OTHER_STYLE;
        this.found += to - i;
        for (; i < to; i++) batch.takeIn(kept - 1, batch.strange[i]);
      } else for (const next = Math.max(to, i + 1); i < next; i++) batch.move(i, kept++);
    }
    batch.length = kept;
    batch.whole = Math.min(batch.whole, end.atEnd ? kept : Math.max(0, kept - 1));
  }
  #endOfRun(batch, from) {
    let end = from;
    while (end < batch.length && batch.shape[end] !== this.#main) end += 1;
    return end;
  }
  #isImitation(batch, run, { atEnd }) {
    const isLast = run.end === batch.length;
    if (isLast && (!atEnd || run.end - run.start > LONGEST_RUN_AT_END)) return false;
    if (run.end - run.start > LONGEST_RUN) return false;
    const from = this.#timeOf(batch, run.start - 1);
    const to = isLast ? NO_TIME2 : this.#timeOf(batch, run.end);
    if (from !== NO_TIME2 && to !== NO_TIME2 && to < from) return false;
    for (let i = run.start; i < run.end; i++) if (this.#fits(batch, i, { from, to })) return false;
    return true;
  }
  #timeOf(batch, i) {
    this.#clock.look(batch, i);
    return this.#clock.at;
  }
  /** True when some order of day and month puts the header between the two times (NO_TIME is no bound). */
  #fits(batch, i, { from, to }) {
    const { shape } = this.#table.shapes[batch.shape[i]];
    const parts = unpackDate(batch.date[i], shape);
    return ["DMY", "MDY", "YMD", "YDM"].some((order2) => {
      const day = dayUnder(order2, parts, shape.twoDigitYear);
      if (day === null) return false;
      const at = day * DAY_SECONDS3 + batch.second[i];
      return (from === NO_TIME2 || at + SLACK_SECONDS > from) && (to === NO_TIME2 || at < to + SLACK_SECONDS);
    });
  }
};

// src/portable/chat/whatsapp/settled-batches.ts
var SettledBatches = class {
  batches;
  clock;
  imitations;
  #strangers;
  #divider;
  #lessons;
  #seen = 0;
  constructor({ source, bomBytes, shapes, names }, known, lessons) {
    this.clock = new HeaderClock(shapes, known.orders);
    const uses = lessons?.uses ?? null;
    this.#divider = new LineDivider(names, known.names, uses);
    this.batches = new Batches(source, shapes, bomBytes, this.#divider);
    this.#lessons = lessons;
    const { imitations, strangers } = known;
    this.imitations = imitations && new ImitationFilter(shapes, imitations.main, new HeaderClock(shapes, imitations.orders));
    this.#strangers = strangers && new StrangerFilter(strangers, new HeaderClock(shapes, known.orders), uses);
  }
  /** The next stretch: its first `whole` headers are settled. Null at the end. */
  next() {
    const { batches } = this;
    if (!batches.next()) return null;
    const { batch } = batches;
    const lessons = this.#lessons;
    if (lessons && lessons.raw !== lessons.dates) this.#learnRaw(batch, lessons.raw);
    this.imitations?.apply(batch, batches);
    this.#strangers?.apply(batch, batches);
    if (lessons) {
      lessons.dates.learn(batch, 0, batch.whole);
      this.#divider.learn(batch, 0, batch.whole);
    }
    return batch;
  }
  #learnRaw(batch, raw) {
    let from = 0;
    while (from < batch.length && batch.base + batch.start[from] < this.#seen) from += 1;
    raw.learn(batch, from, batch.length);
    if (batch.length > 0) this.#seen = batch.base + batch.start[batch.length - 1] + 1;
  }
};

// src/portable/chat/whatsapp/message-doubts.ts
var MESSAGE_DOUBTS = [
  "header-like-line",
  "header-like-body-line",
  "placeholder-guessed",
  "system-or-user",
  "speaker-has-colon",
  "content-not-in-export",
  "invalid-utf8",
  "nul-bytes",
  "date-order-conflict",
  "day-period-not-understood",
  "date-not-understood",
  "date-after-sealing",
  "time-goes-backwards",
  "media-date-differs",
  "media-numbers-absent",
  "media-mark-missing",
  "speaker-appears-once",
  "header-shape-differs"
];
var BIT = Object.fromEntries(MESSAGE_DOUBTS.map((code, i) => [code, 1 << i]));
var NONE2 = [];
var DoubtLists = class {
  #lists = /* @__PURE__ */ new Map();
  in(set2) {
    if (set2 === 0) return NONE2;
    const known = this.#lists.get(set2);
    if (known) return known;
    const list = MESSAGE_DOUBTS.filter((code) => (set2 & BIT[code]) !== 0);
    this.#lists.set(set2, list);
    return list;
  }
};

// src/portable/chat/whatsapp/written-time.ts
var DAY_SECONDS4 = 86400;
var MINUTES = Array.from({ length: 1440 }, (_, minute) => formatTime(minute * 60, "minute"));
function writtenOf2(seconds, precision) {
  const day = Math.floor(seconds / DAY_SECONDS4);
  return formatDay(day) + formatTime(seconds - day * DAY_SECONDS4, precision);
}
var WrittenTimes = class {
  #from = 0;
  #to = 0;
  #day = "";
  of(seconds, hasSeconds) {
    if (seconds < this.#from || seconds >= this.#to) this.#enterDay(seconds);
    const second = seconds - this.#from;
    const minute = second / 60 | 0;
    return this.#day + (hasSeconds ? formatTime(second, "second") : MINUTES[minute]);
  }
  #enterDay(seconds) {
    const day = Math.floor(seconds / DAY_SECONDS4);
    this.#from = day * DAY_SECONDS4;
    this.#to = this.#from + DAY_SECONDS4;
    this.#day = formatDay(day);
  }
};

// src/portable/chat/whatsapp/survey.ts
var MOST_RANGES = 20;
var Survey2 = class {
  messages = 0;
  #kinds = {};
  /** Messages that are a person's plain words. */
  #plain = 0;
  #skipped = [];
  #ledger;
  #lists = new DoubtLists();
  #speeches = [];
  /** The speaker of the message before, when it was their first; their time is compared with the next. */
  #fresh = null;
  #before = NO_TIME2;
  #earliest = Number.MAX_SAFE_INTEGER;
  #latest = NO_TIME2;
  #earliestShape = 0;
  #latestShape = 0;
  constructor(ledger) {
    this.#ledger = ledger;
  }
  look(walk, batch, i) {
    const n = this.messages++;
    const { kind: kind2, doubts, clock } = walk;
    if (walk.verdict === null) this.#plain += 1;
    else this.#kinds[kind2] = (this.#kinds[kind2] ?? 0) + 1;
    if (doubts !== 0) for (const code of this.#lists.in(doubts)) this.#ledger.tally(code, n);
    if (walk.hasFile && walk.media.skipped !== null && this.#skipped.length < MOST_RANGES)
      this.#skipped.push(walk.media.skipped);
    const { at } = clock;
    if (this.#fresh !== null) {
      if (at !== NO_TIME2 && this.#before > at) this.#fresh.isOutOfOrder = true;
      this.#fresh = null;
    }
    if (walk.speaker >= 0 && kind2 !== "system") this.#spoke(walk.speaker, n, at);
    if (at > this.#latest) {
      this.#latest = at;
      this.#latestShape = batch.shape[i];
    }
    if (at < this.#earliest && at !== NO_TIME2) {
      this.#earliest = at;
      this.#earliestShape = batch.shape[i];
    }
    this.#before = at;
  }
  /** Once every message was looked at. */
  end() {
    if (this.#skipped.length === 0) return;
    const more = this.#skipped.length === MOST_RANGES ? " and perhaps more" : "";
    this.#ledger.noteFile("media-numbers-absent", `Numbers skipped: ${this.#skipped.join(", ")}${more}.`);
  }
  /** The places of messages whose speaker appears nowhere else, where their time does not fit. */
  loneSpeakers() {
    const found2 = this.#speeches.flatMap(
      (speech) => speech?.messages === 1 && speech.isOutOfOrder ? [speech.first] : []
    );
    return found2.sort((a, b) => a - b);
  }
  speakers(names) {
    const counts = new SpeakerCount();
    const byFirst = this.#speeches.flatMap((speech, id) => speech ? [{ ...speech, id }] : []).sort((a, b) => a.first - b.first);
    for (const { id, messages } of byFirst) counts.add(names.text(id), null, messages);
    return counts.list();
  }
  get kinds() {
    const text2 = this.#plain + (this.#kinds.text ?? 0);
    return text2 === 0 ? this.#kinds : { ...this.#kinds, text: text2 };
  }
  period({ shapes }) {
    if (this.#latest === NO_TIME2) return null;
    const written = (seconds, shape) => writtenOf2(seconds, shapes[shape]?.shape.seconds === true ? "second" : "minute");
    return {
      first: written(this.#earliest, this.#earliestShape),
      last: written(this.#latest, this.#latestShape)
    };
  }
  #spoke(id, n, at) {
    const known = this.#speeches[id];
    if (known) known.messages += 1;
    else {
      const isOutOfOrder = at !== NO_TIME2 && this.#before > at;
      this.#fresh = { messages: 1, first: n, isOutOfOrder };
      this.#speeches[id] = this.#fresh;
    }
  }
};

// src/portable/chat/whatsapp/media-watch.ts
var ANDROID = /^[A-Z]{3}-(\d{4})(\d\d)(\d\d)-WA(\d{4})/;
var IOS = /^(\d{8})-(?:[A-Z]+-(\d{4})-(\d\d)-(\d\d)(?:-\d\d){3})?/;
var NO_DAY = -1;
var MediaWatch = class {
  /** The day in the name looked at last, in days since 1970; null when it has none. */
  day = null;
  /** The numbers that are skipped before it, as `3 to 5`; null when none are. */
  skipped = null;
  #androidDay = NO_DAY;
  #android = 0;
  #ios = null;
  /** Takes the file name of message `n`. */
  look(name, n) {
    this.day = null;
    this.skipped = null;
    const android = ANDROID.exec(name);
    if (android) {
      this.day = dayOf(android, 1);
      this.#lookAtAndroid(Number(android[4]));
      return;
    }
    const ios = IOS.exec(name);
    if (!ios) return;
    if (ios[2] !== void 0) this.day = dayOf(ios, 2);
    this.#lookAtIos({ number: Number(ios[1]), n });
  }
  /** The phone counts through a day, over all its chats. */
  #lookAtAndroid(number2) {
    const day = this.day ?? NO_DAY;
    if (day === this.#androidDay && number2 > this.#android + 1)
      this.skipped = range(this.#android + 1, number2 - 1);
    if (day !== this.#androidDay || number2 > this.#android) this.#android = number2;
    this.#androidDay = day;
  }
  /** Whether the export counts files or messages: the number never grows by more than there are messages. */
  #lookAtIos(named2) {
    const before = this.#ios;
    this.#ios = named2;
    if (before && named2.number - before.number > named2.n - before.n)
      this.skipped = range(before.number + 1, named2.number - 1);
  }
};
function dayOf(match, from) {
  const [year = 0, month = 0, day = 0] = match.slice(from, from + 3).map(Number);
  return dayNumber(year, month, day);
}
function range(first, last) {
  return first === last ? `${first}` : `${first} to ${last}`;
}

// src/portable/chat/whatsapp/plain-body.ts
var LESS7 = 60;
var GREATER4 = 62;
var PAREN_END2 = 41;
var COLON10 = 58;
var SPACE5 = 32;
var EQUALS2 = 61;
var SHORTEST_LINK_BYTES = "https://maps.google.com/?q=".length;
var STOP4 = 46;
var FIRST_OF_MARK = 226;
var LEFT_TO_RIGHT = 142;
var RIGHT_TO_LEFT = 143;
function isPlainBody(bytes, start, lineEnd2, end) {
  if (lineEnd2 <= start) return false;
  const first = bytes[start];
  if (first === FIRST_OF_MARK || first === LESS7 || bytes[end - 1] === GREATER4) return false;
  const last = bytes[lineEnd2 - 1];
  if (last === GREATER4 || last === PAREN_END2 || last === COLON10 || last === LEFT_TO_RIGHT || last === RIGHT_TO_LEFT)
    return false;
  if (mayBeginCall(bytes, start) || endsInLink(bytes, start, lineEnd2)) return false;
  if (lineEnd2 < end) return true;
  let to = end;
  while (to > start && (bytes[to - 1] === SPACE5 || bytes[to - 1] === STOP4)) to -= 1;
  if (to < end && (bytes[to - 1] === LEFT_TO_RIGHT || bytes[to - 1] === RIGHT_TO_LEFT)) return false;
  return !BODY_PHRASES.hasLike(bytes, start, to);
}
function endsInLink(bytes, start, lineEnd2) {
  let from = lineEnd2 - 1;
  while (from > start && bytes[from] !== SPACE5) from -= 1;
  if (lineEnd2 - from < SHORTEST_LINK_BYTES) return false;
  for (let i = from; i < lineEnd2; i++) if (bytes[i] === EQUALS2) return true;
  return false;
}

// src/portable/chat/whatsapp/body-memo.ts
var PLACES3 = 128;
var LONGEST_BYTES = 80;
var BodyMemo = class {
  #known = Array(PLACES3).fill(void 0);
  of(bytes, start, end) {
    const length = end - start;
    if (length > LONGEST_BYTES || length === 0) return bodyKind(bytes, start, end);
    const place = placeOf2(bytes, start, end);
    const known = this.#known[place];
    if (known && isSame3(known.bytes, bytes, start, end)) return known.kind;
    const kind2 = bodyKind(bytes, start, end);
    if (kind2.kind !== "text") this.#known[place] = { bytes: bytes.slice(start, end), kind: kind2 };
    return kind2;
  }
};
function placeOf2(bytes, start, end) {
  const middle = bytes[start + end >> 1];
  return (end - start) * 7 + bytes[start] * 3 + middle + bytes[end - 1] & PLACES3 - 1;
}
function isSame3(known, bytes, ...[start, end]) {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}

// src/portable/chat/whatsapp/verdict.ts
var NOTICE = /end-to-end encrypted|\b(?:created|joined|left|added|removed|changed|turned (?:on|off)|pinned|blocked|unblocked|invited|deleted|updated|started|ended|reset|accepted|requested)\b|now an admin|security code|disappearing messages|business account|waiting for this message/i;
var NOTICE_BYTES = 240;
var EMPTY_RULE = "empty-body";
var Judgement = class {
  #angles;
  #memo = new BodyMemo();
  constructor(angles) {
    this.#angles = angles;
  }
  /** Reads message `i` of a batch, whose body ends before `bodyEnd`. */
  of(batch, i, bodyEnd) {
    const { bytes } = batch;
    const rule = LINE_RULES[batch.rule[i]];
    const bodyStart = batch.bodyStart[i];
    const isSpoken = rule !== "no-speaker" && rule !== "quotation-open-in-name";
    if (isSpoken && isBlank2(bytes, bodyStart, bodyEnd)) return emptyAt(bodyStart, batch.speaker[i]);
    const body = this.#memo.of(bytes, bodyStart, bodyEnd);
    if (rule === "no-speaker") {
      const kind2 = body.kind === "call" ? "call" : "system";
      return { kind: kind2, speaker: NOBODY2, bodyStart, rule, body: { ...body, kind: kind2 }, other: null };
    }
    if (body.kind !== "text" && body.sure && rule !== "quotation-open-in-name")
      return { kind: body.kind, speaker: batch.speaker[i], bodyStart, rule: body.rule, body, other: null };
    const asPerson = { kind: body.kind, speaker: batch.speaker[i], bodyStart };
    if (rule === "quotation-open-in-name") {
      const notice = { ...body, kind: "system", edited: false };
      const whole = batch.contentStart[i];
      return { kind: "system", speaker: NOBODY2, bodyStart: whole, rule, body: notice, other: asPerson };
    }
    return judgeSpoken({ bytes, asPerson, body, rule, bodyEnd }, this.#angles);
  }
};
function judgeSpoken({ bytes, asPerson, body, rule, bodyEnd }, angles) {
  const { bodyStart } = asPerson;
  const { kind: kind2, speaker } = asPerson;
  if (kind2 !== "text") {
    const other = body.sure ? null : { kind: "text", speaker, bodyStart };
    return { kind: kind2, speaker, bodyStart, rule: body.rule, body, other };
  }
  const asText = { kind: kind2, speaker, bodyStart };
  if (angles.isRepeated(bytes, bodyStart, bodyEnd)) {
    const guessed = { ...body, kind: "media" };
    return { kind: "media", speaker, bodyStart, rule: "repeated-angle-phrase", body: guessed, other: asText };
  }
  if (beginsWithMark(bytes, bodyStart, bodyEnd)) {
    const sure = NOTICE.test(textOf(bytes, bodyStart, Math.min(bodyEnd, bodyStart + NOTICE_BYTES)));
    const markRule = sure ? "mark-first-notice" : "mark-first";
    return { kind: "system", speaker, bodyStart, rule: markRule, body, other: sure ? null : asText };
  }
  return { kind: kind2, speaker, bodyStart, rule, body, other: null };
}
function emptyAt(bodyStart, speaker) {
  return { kind: "text", speaker, bodyStart, rule: EMPTY_RULE, body: PLAIN_BODY, other: null };
}
function isBlank2(bytes, start, end) {
  let at = start;
  while (at < end && bytes[at] === 226 && bytes[at + 1] === 128 && bytes[at + 2] >> 1 === 71)
    at += 3;
  return at >= end;
}
function beginsWithMark(bytes, start, end) {
  return end - start >= 3 && bytes[start] === 226 && bytes[start + 1] === 128 && bytes[start + 2] === 142;
}

// src/portable/chat/whatsapp/walk.ts
var DAY_SECONDS5 = 86400;
var MessageWalk = class {
  kind = "text";
  speaker = 0;
  bodyStart = 0;
  bodyEnd = 0;
  /** Null for a person's plain words. */
  verdict = null;
  doubts = 0;
  /** The bytes of the batch are well-formed UTF-8 without zero bytes. */
  isClean = true;
  clock;
  media = new MediaWatch();
  /** True when the message looked at last names a media file, of which `media` speaks. */
  hasFile = false;
  /** Lines for media files so far, with the mark of the app before them and without. */
  markedFiles = 0;
  unmarkedFiles = 0;
  #n = 0;
  #rules;
  #latest;
  #judgement;
  #before = NO_TIME2;
  constructor(rules) {
    this.#rules = rules;
    this.clock = rules.clock;
    this.#judgement = new Judgement(rules.angles);
    const { latest } = rules.limits;
    this.#latest = latest === null ? Number.POSITIVE_INFINITY : (latest + 1) * DAY_SECONDS5;
  }
  /** Begins a batch. */
  enter(batch) {
    const { bytes, whole, strange } = batch;
    this.isClean = true;
    for (let i = 0; i < whole; i++)
      if (strange[i] !== 0 && !isCleanText(bytes, batch.view, batch.start[i], batch.end(i)))
        this.isClean = false;
  }
  look(batch, i) {
    const start = batch.bodyStart[i];
    const end = batch.bodyEnd(i);
    this.bodyEnd = end;
    this.doubts = 0;
    this.hasFile = false;
    const lineEnd2 = batch.lineEnd[i];
    if (batch.rule[i] === PLAIN && isPlainBody(batch.bytes, start, lineEnd2, end)) {
      this.verdict = null;
      this.kind = "text";
      this.speaker = batch.speaker[i];
      this.bodyStart = start;
    } else this.#judge(batch, i);
    this.#lookAtTime(batch, i);
    if (this.verdict !== null) this.#lookAtMedia(batch, this.verdict);
    this.#n += 1;
    if (batch.holds[i] !== 0 || batch.pasted.size > 0) this.#lookAtHeld(batch, i);
    if (!this.isClean) this.#lookAtBytes(batch, i);
    if (this.#rules.rareShapes.size > 0 && this.#rules.rareShapes.has(batch.shape[i]))
      this.doubts |= BIT["header-shape-differs"];
  }
  #judge(batch, i) {
    const verdict = this.#judgement.of(batch, i, this.bodyEnd);
    this.verdict = verdict;
    this.kind = verdict.kind;
    this.speaker = verdict.speaker;
    this.bodyStart = verdict.bodyStart;
    const { rule, other, body } = verdict;
    if (rule === EMPTY_RULE || verdict.kind === "other") this.doubts |= BIT["content-not-in-export"];
    if (rule === "repeated-angle-phrase" || body.isGuessed) this.doubts |= BIT["placeholder-guessed"];
    else if (other || rule === "known-speaker-without-space") this.doubts |= BIT["system-or-user"];
    if (rule === "name-with-colon") this.doubts |= BIT["speaker-has-colon"];
  }
  #lookAtMedia({ bytes }, { kind: kind2, body }) {
    if (kind2 !== "media" && kind2 !== "contact") return;
    if (body.rule === "phrase" || body.rule === "file-name") {
      const isMarked = beginsWithMark(bytes, this.bodyStart, this.bodyEnd);
      if (isMarked) this.markedFiles += 1;
      else this.unmarkedFiles += 1;
      if (!isMarked && this.#rules.isMarkExpected) this.doubts |= BIT["media-mark-missing"];
    }
    if (body.file === null) return;
    this.hasFile = true;
    this.media.look(body.file, this.#n);
    const { day, skipped } = this.media;
    const written = this.clock.other === NO_TIME2 ? this.clock.day : null;
    if (day !== null && written !== null && Math.abs(day - written) > 1)
      this.doubts |= BIT["media-date-differs"];
    if (skipped !== null) this.doubts |= BIT["media-numbers-absent"];
  }
  #lookAtTime(batch, i) {
    const { clock } = this;
    clock.look(batch, i);
    if (clock.misfit) this.doubts |= BIT["date-order-conflict"];
    if (batch.openHour[i] === 1) this.doubts |= BIT["day-period-not-understood"];
    if (clock.at === NO_TIME2) {
      this.doubts |= BIT["date-not-understood"];
      return;
    }
    if (clock.at >= this.#latest) this.doubts |= BIT["date-after-sealing"];
    if (clock.at < this.#before) this.doubts |= BIT["time-goes-backwards"];
    this.#before = clock.at;
  }
  #lookAtHeld(batch, i) {
    if (batch.holds[i] === HOLDS_OTHER_STYLE) this.doubts |= BIT["header-like-line"];
    if (batch.pasted.has(i)) this.doubts |= BIT["header-like-body-line"];
  }
  #lookAtBytes(batch, i) {
    const [start, end] = [batch.start[i], batch.end(i)];
    if (batch.strange[i] === 0 || isCleanText(batch.bytes, batch.view, start, end)) return;
    if (!isUtf8(batch.bytes, start, end)) this.doubts |= BIT["invalid-utf8"];
    if (batch.bytes.subarray(start, end).includes(0)) this.doubts |= BIT["nul-bytes"];
  }
};

// src/portable/chat/whatsapp/learn.ts
var BEGINNING_BYTES3 = 1 << 18;
var MOST_PASSES = 5;
var MARKED_TO_ONE = 10;
function learn(file, options) {
  let known = NOTHING_KNOWN;
  if (file.source.size > BEGINNING_BYTES3)
    known = settle({ ...file, source: beginningOf(file.source) }, options, known).next;
  return settle(file, options, known).learned;
}
function settle(file, options, first) {
  let known = first;
  for (let passes = 1; ; passes++) {
    const { learned, next, isAgreed } = goThrough(file, options, known);
    if (isAgreed || passes === MOST_PASSES) return { learned, next };
    known = next;
  }
}
function goThrough(file, { limits, declared }, known) {
  const { shapes, names } = file;
  const dates = new ShapeDates(shapes, limits);
  const raw = known.imitations ? new ShapeDates(shapes, limits) : dates;
  const [uses, angles, ledger] = [new NameUses(), new AngleBodies(), new DoubtLedger()];
  const lessons = { raw, dates, uses };
  const pass = new SettledBatches(file, known, lessons);
  const walk = new MessageWalk({ ...known, clock: pass.clock, limits });
  const survey = new Survey2(ledger);
  for (let batch = pass.next(); batch; batch = pass.next()) {
    walk.enter(batch);
    for (let i = 0; i < batch.whole; i++) {
      walk.look(batch, i);
      survey.look(walk, batch, i);
      if (walk.verdict !== null) angles.note(batch.bytes, batch.bodyStart[i], walk.bodyEnd);
      if (walk.hasFile && walk.media.day !== null) witness(lessons, batch, i, walk.media.day);
    }
  }
  const imitations = pass.imitations?.found ?? null;
  survey.end();
  const isMarkExpected = walk.unmarkedFiles > 0 && walk.markedFiles >= MARKED_TO_ONE * walk.unmarkedFiles;
  const next = knowledgeOf({ ...lessons, angles, imitations, isMarkExpected }, names, declared);
  const learned = { known, survey, dates, ledger, pass };
  return { learned, next, isAgreed: agree(known, next, uses, names) };
}
function witness({ raw, dates }, batch, i, day) {
  const [shape, date] = [batch.shape[i], batch.date[i]];
  dates.witness(shape, date, day);
  if (raw !== dates) raw.witness(shape, date, day);
}
function beginningOf(source) {
  return {
    ...source,
    size: BEGINNING_BYTES3,
    read: (at, into) => source.read(at, into.subarray(0, Math.max(0, BEGINNING_BYTES3 - at)))
  };
}

// src/portable/chat/whatsapp/batch-text.ts
var PIECE_BYTES2 = 1 << 14;
var BatchText = class {
  #text = "";
  /** The bytes decoded end here. */
  #pieceEnd = 0;
  /** Up to here the characters were counted. */
  #at = 0;
  /** How far the place of the same character is less in the text. */
  #less = 0;
  #isStrange = false;
  /** A name that is known, the only part of a message that is not strange in which they differ. */
  #nameLess = 0;
  #nameEnd = 0;
  #bytes = new Uint8Array(0);
  enter(batch) {
    this.#bytes = batch.bytes;
    this.#pieceEnd = 0;
  }
  /** Makes the text of message `i` available. */
  hold(batch, i) {
    const start = batch.start[i];
    if (batch.end(i) > this.#pieceEnd) this.#decode(batch, i);
    else if (this.#isStrange) this.#count(start);
    else this.#less += this.#nameLess;
    this.#at = start;
    this.#isStrange = batch.strange[i] !== 0;
    this.#nameLess = batch.nameLess[i];
    this.#nameEnd = this.#nameLess === 0 ? 0 : batch.bodyStart[i];
  }
  /** The text between two places of the message, which are not before those asked last. */
  slice(from, to) {
    if (this.#isStrange) {
      this.#count(from);
      const unit = from - this.#less;
      this.#count(to);
      return this.#text.slice(unit, to - this.#less);
    }
    const less = this.#less + (from >= this.#nameEnd ? this.#nameLess : 0);
    return this.#text.slice(from - less, to - less);
  }
  #decode(batch, i) {
    const start = batch.start[i];
    let to = i + 1;
    while (to < batch.whole && batch.end(to) - start <= PIECE_BYTES2) to += 1;
    this.#pieceEnd = batch.end(to - 1);
    this.#text = textOf(batch.bytes, start, this.#pieceEnd);
    this.#less = start;
  }
  /** Every byte of a character but the first makes the text shorter; a character of four bytes is two units. */
  #count(to) {
    const bytes = this.#bytes;
    let less = this.#less;
    for (let i = this.#at; i < to; i++) {
      const byte = bytes[i];
      if (byte >= 240) less -= 1;
      else if (byte >= 128 && byte < 192) less += 1;
    }
    this.#less = less;
    this.#at = to;
  }
};

// src/portable/chat/whatsapp/make-message.ts
var RETURN3 = 13;
var NEWLINE4 = 10;
var COLON11 = 58;
var MessageMaker = class {
  #names;
  #walk;
  /** The places of messages with `speaker-appears-once`. */
  #lone;
  #text = new BatchText();
  #times = new WrittenTimes();
  #lists = new DoubtLists();
  #n = 0;
  constructor(names, walk, lone) {
    this.#names = names;
    this.#walk = walk;
    this.#lone = lone;
  }
  enter(batch) {
    this.#walk.enter(batch);
    this.#text.enter(batch);
  }
  make(batch, i) {
    const walk = this.#walk;
    walk.look(batch, i);
    const { verdict, clock, bodyStart, bodyEnd } = walk;
    if (walk.isClean) this.#text.hold(batch, i);
    const n = this.#n++;
    const hasSeconds = clock.hasSeconds(batch, i);
    const isKnown = clock.at !== NO_TIME2;
    const writtenText = this.#slice(batch, batch.textStart[i], batch.textEnd[i]);
    const draft = {
      n,
      kind: walk.kind,
      speaker: this.#nameOf(batch, i, walk.speaker),
      written: isKnown ? this.#times.of(clock.at, hasSeconds) : null,
      writtenText,
      instant: null,
      body: this.#slice(batch, bodyStart, bodyEnd),
      span: [batch.base + batch.start[i], batch.base + batch.end(i)],
      doubts: this.#lists.in(this.#lone.size > 0 && this.#lone.has(n) ? walk.doubts | BIT["speaker-appears-once"] : walk.doubts),
      // prettier-ignore
      precision: isKnown ? hasSeconds ? "second" : "minute" : "none",
      rule: verdict === null ? "whatsapp/speaker" : `whatsapp/${verdict.rule}`
    };
    if (clock.other !== NO_TIME2) draft.writtenOther = this.#times.of(clock.other, hasSeconds);
    if (verdict !== null) addDetails(draft, verdict);
    addContinuation(draft, batch, i);
    if (walk.speaker >= 0) this.#addWrittenName(draft, batch, i);
    if (verdict?.other || batch.pasted.size > 0) this.#addOther(draft, batch, i);
    return draft;
  }
  #slice(batch, from, to) {
    if (to <= from) return "";
    return this.#walk.isClean ? this.#text.slice(from, to) : textOf(batch.bytes, from, to);
  }
  #nameOf(batch, i, speaker) {
    if (speaker >= 0) return this.#names.text(speaker);
    if (speaker === NOBODY2) return null;
    const from = batch.contentStart[i];
    const name = trimmed(batch.bytes, from, colonBefore(batch, i));
    return name && textOf(batch.bytes, name.start, name.end);
  }
  /** The name with its marks, when some were left out. */
  #addWrittenName(draft, batch, i) {
    const from = batch.contentStart[i];
    const colon = colonBefore(batch, i);
    if (colon - from !== this.#names.lengthOf(this.#walk.speaker))
      draft.speakerWritten = textOf(batch.bytes, from, colon);
  }
  #addOther(draft, batch, i) {
    const pasted = batch.pasted.get(i);
    const other = this.#walk.verdict?.other;
    if (pasted) draft.otherReading = this.#reading(batch, i, { kind: "text", ...pasted });
    else if (other) draft.otherReading = this.#reading(batch, i, other);
  }
  #reading(batch, i, { kind: kind2, speaker, bodyStart }) {
    const body = textOf(batch.bytes, bodyStart, this.#walk.bodyEnd);
    return { kind: kind2, speaker: this.#nameOf(batch, i, speaker), body };
  }
};
function colonBefore({ bytes, bodyStart }, i) {
  const start = bodyStart[i];
  return bytes[start - 1] === COLON11 ? start - 1 : start - 2;
}
function addDetails(draft, { kind: kind2, body }) {
  if (body.edited) draft.edited = { written: null, instant: null };
  if (kind2 === "media" || kind2 === "contact") {
    draft.attachments = [{ name: body.file, kind: body.what, included: body.file !== null, note: null }];
  }
  if (kind2 === "call") {
    const media = body.what === "video" ? "video" : "voice";
    const outcome = body.missed ? "missed" : null;
    draft.call = { media, outcome, durationText: body.durationText, durationSeconds: null };
  }
}
function addContinuation(draft, { bytes, base, lineEnd: lineEnd2 }, i) {
  const [, end] = draft.span;
  let next = lineEnd2[i];
  if (bytes[next] === RETURN3) next += 1;
  if (bytes[next] === NEWLINE4) next += 1;
  if (base + next < end) draft.continuations = [[base + next, end]];
}

// src/portable/chat/whatsapp/messages.ts
var MessagePass = class {
  #pass;
  #maker;
  #batch = null;
  #i = 0;
  #whole = 0;
  constructor(file, { known, limits, lone }) {
    this.#pass = new SettledBatches(file, known, null);
    const walk = new MessageWalk({ ...known, clock: this.#pass.clock, limits });
    this.#maker = new MessageMaker(file.names, walk, lone);
  }
  next() {
    while (this.#i >= this.#whole) {
      this.#batch = this.#pass.next();
      if (this.#batch === null) return { done: true, value: void 0 };
      this.#maker.enter(this.#batch);
      this.#i = 0;
      this.#whole = this.#batch.whole;
    }
    return { done: false, value: this.#maker.make(this.#batch, this.#i++) };
  }
};

// src/portable/chat/whatsapp/read.ts
var WHATSAPP_READER = "whatsapp-text/3";
var ZONE = {
  basis: "exporter-local",
  offsetsMinutes: [],
  statement: "Times are as the exporting device showed them when the chat was exported. Its time zone is not in the file."
};
function readWhatsapp(item, options = {}) {
  const source = item instanceof Uint8Array ? sourceOf(item) : item;
  const bomBytes = bomBytesOf(source);
  const file = { source, bomBytes, shapes: new ShapeTable(), names: new NameTable() };
  const limits = limitsFor(options.sealedAt);
  const learned = learn(file, { limits, declared: options.dateOrder ?? null });
  const { known, survey, dates, ledger, pass } = learned;
  const { unread } = pass.batches;
  const lone = new Set(survey.loneSpeakers());
  for (const n of lone) ledger.tally("speaker-appears-once", n);
  noteFileDoubts(file, learned, unread);
  const envelope = bomBytes > 0 ? [[0, bomBytes]] : [];
  return {
    format: "whatsapp-text",
    reader: WHATSAPP_READER,
    bytes: source.size,
    messageCount: survey.messages,
    unreadBytes: sizeOf(unread),
    kinds: survey.kinds,
    period: survey.period(file.shapes),
    speakers: survey.speakers(file.names),
    dateOrder: statedDateOrder(file.shapes, dates.counts, known.orders),
    zone: ZONE,
    conversations: [],
    doubts: ledger.list(),
    messages: { [Symbol.iterator]: () => new MessagePass(file, { known, limits, lone }) },
    unread,
    envelope
  };
}
function bomBytesOf(source) {
  const head = new Uint8Array(3);
  let filled = 0;
  while (filled < Math.min(head.length, source.size)) {
    const got = source.read(filled, head.subarray(filled));
    if (got === 0) break;
    filled += got;
  }
  return byteOrderMarkBytes(head.subarray(0, filled));
}

// src/portable/chat/whatsapp/sniff.ts
var [LF5, CR3] = [10, 13];
var NAME2 = /^_chat.*\.txt$|whatsapp/i;
function sniffWhatsapp({ head, name, headText }) {
  const mark = byteOrderMarkBytes(head);
  if (endsLinesByCr(headText) && isOneLineOfMany(head, mark)) return NOT_MINE;
  const table2 = new ShapeTable();
  const found2 = new Batches(sourceOf(head), table2, mark);
  const dates = new ShapeDates(table2, limitsFor(void 0));
  let headers = 0;
  let first = 0;
  while (found2.next()) {
    if (headers === 0) first = found2.batch.base + found2.batch.start[0];
    headers += found2.batch.whole;
    dates.learn(found2.batch, 0, found2.batch.whole);
  }
  if (headers === 0) return NOT_MINE;
  const { shape } = table2.shapes[dates.main()] ?? {};
  const isMany = headers > 1;
  const isAtStart = first === mark;
  const isNamed = NAME2.test(name);
  const isUnusual = shape?.shell === "bracket" && !shape.seconds;
  const reasons2 = [
    { code: "line-headers", count: headers, form: shape ? describeShape(shape) : "" },
    ...reasonsOf(
      isAtStart && "first-line-is-header",
      isNamed && "file-name",
      isUnusual && "brackets-without-seconds"
    )
  ];
  const score = (isMany ? 60 : 40) + (isAtStart ? 25 : 0) + (isNamed ? 10 : 0) - (isUnusual ? 20 : 0);
  return { score, reasons: reasons2, broken: headText.includes("\0") ? "zero-bytes" : null };
}
function isOneLineOfMany(head, mark) {
  const divided = head.map((byte) => byte === CR3 ? LF5 : byte);
  const found2 = new Batches(sourceOf(divided), new ShapeTable(), mark);
  let headers = 0;
  while (found2.next()) headers += found2.batch.whole;
  return headers > 1;
}

// src/portable/chat/formats.ts
var FORMATS = [
  {
    format: "whatsapp-text",
    title: "WhatsApp text export",
    basis: "exports-seen",
    reader: WHATSAPP_READER,
    sniff: sniffWhatsapp,
    read: readWhatsapp
  },
  {
    format: "telegram-json",
    title: "Telegram JSON export",
    basis: "exports-seen",
    reader: TELEGRAM_READER,
    sniff: sniffTelegram,
    read: readTelegram
  },
  {
    format: "telegram-html",
    title: "Telegram HTML export",
    basis: "documentation-only",
    reader: TELEGRAM_HTML_READER,
    sniff: sniffTelegramHtml,
    read: readTelegramHtml
  },
  {
    format: "messenger-json",
    title: "Messenger JSON download",
    basis: "documentation-only",
    reader: MESSENGER_READER,
    sniff: sniffMeta("messenger"),
    read: (source) => readMeta(source, "messenger")
  },
  {
    format: "instagram-json",
    title: "Instagram JSON download",
    basis: "documentation-only",
    reader: INSTAGRAM_READER,
    sniff: sniffMeta("instagram"),
    read: (source) => readMeta(source, "instagram")
  },
  {
    format: "messenger-e2ee-json",
    title: "Messenger download of end-to-end encrypted messages",
    basis: "documentation-only",
    reader: MESSENGER_E2EE_READER,
    sniff: sniffMessengerE2ee,
    read: readMessengerE2ee
  },
  {
    format: "snapchat-json",
    title: "Snapchat JSON download",
    basis: "documentation-only",
    reader: SNAPCHAT_READER,
    sniff: sniffSnapchat,
    read: readSnapchat
  },
  {
    format: "discord-exporter-json",
    title: "Discord channel as JSON (DiscordChatExporter)",
    basis: "documentation-only",
    reader: DISCORD_EXPORTER_READER,
    sniff: sniffDiscordExporter,
    read: readDiscordExporter
  },
  {
    format: "discord-package-json",
    title: "Discord data package, messages as JSON",
    basis: "documentation-only",
    reader: DISCORD_PACKAGE_JSON_READER,
    sniff: sniffDiscordPackageJson,
    read: readDiscordPackageJson
  },
  {
    format: "discord-package-csv",
    title: "Discord data package, messages as CSV",
    basis: "documentation-only",
    reader: DISCORD_PACKAGE_CSV_READER,
    sniff: sniffDiscordPackageCsv,
    read: readDiscordPackageCsv
  },
  {
    format: "signal-export-md",
    title: "Signal chat as Markdown (signal-export)",
    basis: "documentation-only",
    reader: SIGNAL_EXPORT_READER,
    sniff: sniffSignalExport,
    read: readSignalExport
  },
  {
    format: "signal-jsonl",
    title: "Signal plaintext export",
    basis: "documentation-only",
    reader: SIGNAL_JSONL_READER,
    sniff: sniffSignalJsonl,
    read: readSignalJsonl
  },
  {
    format: "sms-backup-xml",
    title: "SMS Backup & Restore XML backup",
    basis: "documentation-only",
    reader: SMS_BACKUP_READER,
    sniff: sniffSmsBackup,
    read: (source) => readSmsBackup(source)
  }
];
var ALL_READERS = `handover-chat/${FORMATS.reduce((sum, { reader }) => sum + Number(reader.split("/")[1]), FORMATS.length)}`;
function formatOfReader(reader) {
  return FORMATS.find((known) => known.reader === reader)?.format ?? null;
}

// src/portable/chat/detect.ts
var HIGH_SCORE = 70;
var FAIR_SCORE = 50;
function detectChat(item, name = "") {
  const sample = sampleOf(item instanceof Uint8Array ? sourceOf(item) : item, name);
  const foreign = foreignByBytes(sample);
  if (foreign)
    return { format: null, found: foreign.kind, reasons: [{ code: foreign.reason }], runnersUp: [] };
  const sniffed = FORMATS.map(({ format: format2, sniff }) => ({ format: format2, ...sniff(sample) })).filter(({ score: score2 }) => score2 > 0).sort((a, b) => b.score - a.score);
  const [best, ...rest] = sniffed;
  const runnersUp = rest.map(({ format: format2, score: score2, reasons: reasons3 }) => ({ format: format2, score: score2, reasons: reasons3 }));
  if (!best) {
    const { kind: kind2, reason } = foreignByText(sample);
    return { format: null, found: kind2, reasons: [{ code: reason }], runnersUp };
  }
  const { format, score, reasons: reasons2, broken } = best;
  const confidence = score >= HIGH_SCORE ? "high" : score >= FAIR_SCORE ? "fair" : "low";
  return { format, confidence, reasons: reasons2, broken, runnersUp };
}

// src/portable/chat/line-shape.ts
function plain(accepts) {
  return { accepts, ordered: (value) => value };
}
var text = plain((value) => typeof value === "string");
var flag = plain((value) => typeof value === "boolean");
var count = plain((value) => Number.isSafeInteger(value) && value >= 0);
var integer = plain((value) => Number.isSafeInteger(value));
var span = plain(
  (value) => Array.isArray(value) && value.length === 2 && value.every((part) => count.accepts(part)) && value[0] <= value[1]
);
function oneOf(...allowed) {
  return plain((value) => typeof value === "string" && allowed.includes(value));
}
function orNull(shape) {
  return {
    accepts: (value) => value === null || shape.accepts(value),
    ordered: (value) => value === null ? null : shape.ordered(value)
  };
}
function listOf(shape) {
  return {
    accepts: (value) => Array.isArray(value) && value.every((item) => shape.accepts(item)),
    ordered: (value) => value.map((item) => shape.ordered(item))
  };
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function mapOf(shape) {
  return {
    accepts: (value) => isObject(value) && Object.values(value).every((item) => shape.accepts(item)),
    ordered: (value) => value
  };
}
function record(required, optional = {}) {
  const fields = Object.entries({ ...required, ...optional });
  const known = new Set(fields.map(([key]) => key));
  return {
    accepts(value) {
      if (!isObject(value) || Object.keys(value).some((key) => !known.has(key))) return false;
      return fields.every(
        ([key, shape]) => Object.hasOwn(value, key) ? shape.accepts(value[key]) : !Object.hasOwn(required, key)
      );
    },
    ordered(value) {
      const from = value;
      const to = {};
      for (const [key, shape] of fields) if (from[key] !== void 0) to[key] = shape.ordered(from[key]);
      return to;
    }
  };
}

// src/portable/chat/detection/decode-detection.ts
var MOST_REASONS = 24;
var MOST_RUNNERS_UP = 16;
var LONGEST_FORM = 100;
var FORMAT = oneOf(...FORMATS.map(({ format }) => format));
var UNPRINTABLE = new RegExp("\\p{C}", "u");
var FORM2 = {
  ...text,
  accepts: (value) => typeof value === "string" && value.length <= LONGEST_FORM && !UNPRINTABLE.test(value)
};
var REASONS = atMost(MOST_REASONS, record({ code: oneOf(...REASON_CODES) }, { count, form: FORM2 }));
var RUNNERS_UP = atMost(MOST_RUNNERS_UP, record({ format: FORMAT, score: count, reasons: REASONS }));
var KNOWN4 = record({
  format: FORMAT,
  confidence: oneOf("high", "fair", "low"),
  reasons: REASONS,
  broken: orNull(oneOf(...Object.keys(DAMAGE))),
  runnersUp: RUNNERS_UP
});
var NOT_KNOWN = record({
  format: { accepts: (value) => value === null, ordered: (value) => value },
  found: oneOf(...FOREIGN_KINDS),
  reasons: REASONS,
  runnersUp: RUNNERS_UP
});
function atMost(most, shape) {
  const list = listOf(shape);
  return { ...list, accepts: (value) => Array.isArray(value) && value.length <= most && list.accepts(value) };
}

// src/portable/chat/reading-lines.ts
var kind = oneOf("text", "media", "system", "deleted", "call", "poll", "location", "contact", "other");
var order = orNull(oneOf("DMY", "MDY", "YMD", "YDM"));
var decided = {
  decision: oneOf("certain", "inferred", "undetermined", "not-needed"),
  order,
  other: order,
  evidence: listOf(text)
};
var reasons = listOf(record({ code: text }, { count, form: text }));
var detection = record({
  format: text,
  confidence: oneOf("high", "fair", "low"),
  reasons,
  broken: orNull(text),
  runnersUp: listOf(record({ format: text, score: count, reasons }))
});
var SHAPES = {
  reading: record(
    {
      type: oneOf("reading"),
      format: text,
      messages: count,
      reader: text,
      bytes: count,
      unreadBytes: count,
      kinds: mapOf(count),
      period: orNull(record({ first: text, last: text })),
      speakers: listOf(record({ name: text, messages: count }, { id: text })),
      dateOrder: record({
        ...decided,
        segments: listOf(record({ shape: text, messages: count, ...decided }))
      }),
      zone: record({
        basis: oneOf(
          "utc",
          "exporter-local",
          "converter-local",
          "offset-in-file",
          "offset-from-both-clocks",
          "unknown"
        ),
        offsetsMinutes: listOf(integer),
        statement: text
      }),
      conversations: listOf(
        record({ name: orNull(text), id: orNull(text), kind: orNull(text), messages: count })
      ),
      doubts: listOf(
        record(
          { code: text, sentence: text, causes: listOf(text), count, messages: listOf(count) },
          { detail: text }
        )
      )
    },
    { detection }
  ),
  message: record(
    {
      type: oneOf("message"),
      n: count,
      kind,
      speaker: orNull(text),
      written: orNull(text),
      writtenText: text,
      instant: orNull(text),
      body: text,
      span,
      doubts: listOf(text),
      precision: oneOf("day", "minute", "second", "millisecond", "none"),
      rule: text
    },
    {
      writtenOther: text,
      conversation: count,
      id: text,
      replyTo: text,
      edited: record({ written: orNull(text), instant: orNull(text) }, { earlier: listOf(text) }),
      action: text,
      attachments: listOf(
        record(
          { name: orNull(text), kind: orNull(text), included: flag, note: orNull(text) },
          { sha256: text, sizeBytes: count }
        )
      ),
      call: record({
        media: orNull(oneOf("voice", "video")),
        outcome: orNull(text),
        durationText: orNull(text),
        durationSeconds: orNull(count)
      }),
      continuations: listOf(span),
      speakerWritten: text,
      speakerId: text,
      otherReading: record({ kind, speaker: orNull(text), body: text }),
      repairs: listOf(record({ what: text, at: count, before: text, after: text })),
      extra: mapOf(text),
      reactions: listOf(record({ reaction: text, by: orNull(text) }, { count })),
      quote: text,
      forwardedFrom: text
    }
  ),
  unread: record({ type: oneOf("unread"), span }),
  envelope: record({ type: oneOf("envelope"), span })
};
function encodeLine(line) {
  return JSON.stringify(SHAPES[line.type].ordered(line));
}
function headOf({
  messages: _messages,
  unread: _unread,
  envelope: _envelope,
  ...head
}) {
  const { messageCount, ...rest } = head;
  return { ...rest, type: "reading", messages: messageCount };
}
function* encodeReadingLines(reading, detection2 = null) {
  const isOfIt = detection2?.format === reading.format;
  yield encodeLine({ ...headOf(reading), ...isOfIt ? { detection: detection2 } : {} });
  for (const message of reading.messages) yield encodeLine({ type: "message", ...message });
  for (const span2 of reading.unread) yield encodeLine({ type: "unread", span: span2 });
  for (const span2 of reading.envelope) yield encodeLine({ type: "envelope", span: span2 });
}
function parseJson(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function shapeFor(value) {
  if (typeof value !== "object" || value === null || !("type" in value)) return null;
  const { type } = value;
  return typeof type === "string" && Object.hasOwn(SHAPES, type) ? SHAPES[type] : null;
}
function decodeReadingLine(text2) {
  const value = parseJson(text2);
  if (value === void 0) return { ok: false, reason: "not-json" };
  const shape = shapeFor(value);
  if (!shape?.accepts(value)) return { ok: false, reason: "not-a-reading-line" };
  if (JSON.stringify(shape.ordered(value)) !== text2) return { ok: false, reason: "not-canonical" };
  return { ok: true, line: value };
}

// src/portable/chat/read-chat.ts
function readChat(item, options = {}) {
  const source = item instanceof Uint8Array ? sourceOf(item) : item;
  const detection2 = detectChat(source, options.name);
  const format = options.format ?? detection2.format;
  const reader = FORMATS.find((known) => known.format === format);
  if (reader) return { ok: true, reading: reader.read(source, options), detection: detection2 };
  const reason = detection2.format === null ? detection2.found : "unknown-bytes";
  return { ok: false, reason, detail: detection2.reasons.map(reasonSentence).join(" "), detection: detection2 };
}

// src/portable/chat/reading.ts
var DATE_ORDERS = ["DMY", "MDY", "YMD", "YDM"];
function isDateOrder(text2) {
  return DATE_ORDERS.some((known) => known === text2);
}

// src/portable/bundle/json-shape.ts
function isText2(value) {
  return typeof value === "string";
}
function isLine(value) {
  return isText2(value) && /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,200}$/u.test(value);
}
function isHex(value, sizeBytes) {
  return isText2(value) && value.length === 2 * sizeBytes && /^[0-9a-f]*$/.test(value);
}
function isInstant(value) {
  if (!isText2(value) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const instant = new Date(value);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === value;
}
function isOrderOfDates(value) {
  return isText2(value) && isDateOrder(value);
}
function isList(check2) {
  return (value) => Array.isArray(value) && value.every((member) => check2(member));
}
function shaped(checks, optional = {}) {
  const keys = Object.keys(checks);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const members = value;
    const more = Object.keys(optional).filter((key) => Object.hasOwn(members, key));
    return Object.keys(members).length === keys.length + more.length && keys.every((key) => Object.hasOwn(members, key) && checks[key]?.(members[key]) === true) && more.every((key) => optional[key]?.(members[key]) === true);
  };
}

// src/portable/continuity/chain.ts
function verifyChain(links) {
  const faults = [];
  let last = { n: 0, commitment: null };
  for (const link of links) {
    if (!Number.isSafeInteger(link.n) || link.n <= last.n) {
      faults.push({ kind: "out-of-order", n: link.n });
      continue;
    }
    if (link.n > last.n + 1) faults.push({ kind: "missing", from: last.n + 1, to: link.n - 1 });
    else if (link.previous !== void 0 && link.previous !== last.commitment) {
      faults.push({ kind: "previous-differs", n: link.n });
    }
    last = link;
  }
  return faults;
}

// src/portable/continuity/commitment.ts
var ENTRY_VERSION = 1;
function eventCommitment(salt, eventBytes) {
  return commit("handover/event/v1", salt, eventBytes);
}
function itemCommitment(salt, factsBytes) {
  return commit("handover/item/v1", salt, factsBytes);
}
function commit(label, salt, bytes) {
  if (salt.length !== 32) throw new RangeError(`A salt is 32 bytes, not ${salt.length}.`);
  return sha2562(utf8(label), Uint8Array.of(0), salt, u64be(bytes.length), bytes);
}
function encodeEntry(commitment) {
  if (commitment.length !== 32) throw new RangeError(`A commitment is 32 bytes, not ${commitment.length}.`);
  return concatBytes(Uint8Array.of(ENTRY_VERSION), commitment);
}

// src/portable/continuity/shape.ts
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function hasExactly(value, keys) {
  return isObject2(value) && Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}
function isHex2(value, sizeBytes) {
  return typeof value === "string" && value.length === 2 * sizeBytes && /^[0-9a-f]*$/.test(value);
}
function isWhole(value, least) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least;
}

// src/portable/continuity/event.ts
var KEYS3 = ["v", "id", "type", "at", "actor", "submission", "case", "facts"];
var ACTOR_KINDS = ["submitter", "officer", "worker", "system"];
function decodeEvent(bytes) {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok) return json;
  const fault = faultOf(json.value);
  return fault === null ? { ok: true, event: json.value } : { ok: false, reason: fault };
}
function faultOf(value) {
  if (!hasExactly(value, KEYS3)) return "It does not have exactly the members of an event.";
  const broken = BROKEN_RULES.find(([holds2]) => !holds2(value));
  return broken === void 0 ? null : broken[1];
}
var BROKEN_RULES = [
  [(event) => event["v"] === 1, "It is not version 1 of the event format."],
  [(event) => isHex2(event["id"], 16), "The id is not 32 hexadecimal digits."],
  [(event) => isKebab(event["type"]), "The type is not lower-case words joined by hyphens."],
  [(event) => isInstant2(event["at"]), "The time is not a UTC time with milliseconds."],
  [(event) => isActor(event["actor"]), "The actor is not a known kind with an id."],
  [(event) => isPlace(event["submission"]), "The place in the submission is not well formed."],
  [(event) => isPlace(event["case"]), "The place in the case is not well formed."],
  [(event) => isObject2(event["facts"]), "The facts are not an object."]
];
function isKebab(value) {
  return typeof value === "string" && value.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
}
function isInstant2(value) {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const instant = new Date(value);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === value;
}
function isActor(value) {
  if (!hasExactly(value, ["kind", "id"])) return false;
  const kind2 = value["kind"];
  return kind2 !== void 0 && ACTOR_KINDS.includes(kind2) && typeof value["id"] === "string" && value["id"] !== "";
}
function isPlace(value) {
  if (value === null) return true;
  if (!hasExactly(value, ["id", "n", "previous"]) || !isHex2(value["id"], 16) || !isWhole(value["n"], 1))
    return false;
  return value["n"] === 1 ? value["previous"] === null : isHex2(value["previous"], 32);
}

// src/portable/continuity/item-facts.ts
function decodeItemFacts(bytes) {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok) return json;
  if (!isItemFacts(json.value))
    return { ok: false, reason: "They do not have exactly the members of item facts." };
  return { ok: true, facts: json.value };
}
function itemSealedFacts(facts) {
  const known = hasExactly(facts, ["item", "content"]) && isHex2(facts["item"], 16) && isHex2(facts["content"], 32);
  return known ? facts : null;
}
var MEMBERS = ["item", "name", "sha256", "sha512", "sizeBytes", "sourceClass"];
function isItemFacts(value) {
  if (!hasExactly(value, MEMBERS) && !hasExactly(value, [...MEMBERS, "extractOf"])) return false;
  const isExtract = value["sourceClass"] === "extract";
  return isHex2(value["item"], 16) && typeof value["name"] === "string" && isHex2(value["sha256"], 32) && isHex2(value["sha512"], 64) && isWhole(value["sizeBytes"], 0) && typeof value["sourceClass"] === "string" && value["sourceClass"] !== "" && (isExtract ? isExtractOf(value["extractOf"]) : !("extractOf" in value));
}
function isExtractOf(value) {
  return hasExactly(value, ["name", "sizeBytes", "sha256", "member", "extractor"]) && typeof value["name"] === "string" && isWhole(value["sizeBytes"], 0) && isHex2(value["sha256"], 32) && typeof value["member"] === "string" && typeof value["extractor"] === "string";
}

// src/portable/bundle/paths.ts
var BAGIT_PATH = "bagit.txt";
var BAG_INFO_PATH = "bag-info.txt";
var MANIFEST_256_PATH = "manifest-sha256.txt";
var TAG_MANIFEST_PATH = "tagmanifest-sha256.txt";
var COVER_PATH = "bundle.json";
var EVENTS_PATH = "continuity/events.jsonl";
var POLICY_PATH = "continuity/policy";
var BUNDLE_PROOF_PATH = "continuity/bundle.tlog-proof";
var VERIFIER_PATH = "verify/handover-verify.mjs";
var HOW_TO_CHECK_PATH = "verify/HOW-TO-CHECK.txt";
var FIXED_TAG_PATHS = [
  BAGIT_PATH,
  BAG_INFO_PATH,
  MANIFEST_256_PATH,
  COVER_PATH,
  EVENTS_PATH,
  POLICY_PATH,
  VERIFIER_PATH,
  HOW_TO_CHECK_PATH
];
function numbered(letter, number2) {
  return `${letter}${String(number2).padStart(4, "0")}`;
}
function itemName(number2) {
  return numbered("I", number2);
}
function transcriptName(number2) {
  return numbered("T", number2);
}
function itemPath(name) {
  return `data/items/${name}.bin`;
}
function openingPath(name) {
  return `data/items/${name}.json`;
}
function transcriptPath(name) {
  return `data/transcripts/${name}.jsonl`;
}
function proofPath(event) {
  const name = event.id ?? numbered("n", event.n);
  return `continuity/proofs/${name}.tlog-proof`;
}

// src/portable/bundle/zip/crc32.ts
var TABLES = makeTables();
function makeTables() {
  const tables = new Uint32Array(4 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
    tables[byte] = value;
  }
  for (let index = 256; index < tables.length; index += 1) {
    const before = tables[index - 256] ?? 0;
    tables[index] = before >>> 8 ^ (tables[before & 255] ?? 0);
  }
  return tables;
}
function look(table2, value) {
  return TABLES[table2 * 256 + (value & 255)] ?? 0;
}
function crc32(bytes, previous = 0) {
  let crc = ~previous;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^= (bytes[at] ?? 0) | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0) << 16 | (bytes[at + 3] ?? 0) << 24;
    crc = look(3, crc) ^ look(2, crc >>> 8) ^ look(1, crc >>> 16) ^ look(0, crc >>> 24);
  }
  for (; at < bytes.length; at += 1) crc = crc >>> 8 ^ look(0, crc ^ (bytes[at] ?? 0));
  return ~crc >>> 0;
}

// src/portable/bundle/zip/names.ts
var MAX_PATH_LENGTH = 149;
var SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
var DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
function segmentFault(segment) {
  if (!SEGMENT.test(segment) || segment.endsWith(".")) return "a character or place not allowed";
  return DEVICE.test(segment) ? "a name Windows keeps for a device" : null;
}
function pathFault(path) {
  if (path.length > MAX_PATH_LENGTH) return "too long";
  for (const segment of path.split("/")) {
    const fault = segmentFault(segment);
    if (fault) return fault;
  }
  return null;
}
function pathClash(paths) {
  const seen = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const clash = claimFolders(seen, path) ?? claimFile(seen, path);
    if (clash) return [clash, path];
  }
  return null;
}
function claimFolders(seen, path) {
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
    const folder = path.slice(0, at + 1);
    const key = folder.toLowerCase();
    const holder = seen.get(key) ?? seen.get(key.slice(0, -1));
    if (holder !== void 0 && holder !== folder) return holder;
    seen.set(key, folder);
  }
  return null;
}
function claimFile(seen, path) {
  const key = path.toLowerCase();
  const holder = seen.get(key) ?? seen.get(`${key}/`);
  if (holder !== void 0) return holder;
  seen.set(key, path);
  return null;
}

// src/portable/bundle/byte-source.ts
var CHUNK_BYTES2 = 1 << 20;
async function readRange(source, offset, length, space) {
  const bytes = length === 0 ? new Uint8Array(0) : await source.read(offset, length, space);
  if (bytes.length !== length) throw new Error(`the file gave ${bytes.length} of ${length} bytes`);
  return bytes;
}
async function* streamRange(source, offset, length, { passing = false } = {}) {
  const spaces = passing ? [spaceFor(length), spaceFor(length - CHUNK_BYTES2)] : [];
  const piece = (n) => {
    const done = n * CHUNK_BYTES2;
    return readRange(source, offset + done, Math.min(CHUNK_BYTES2, length - done), spaces[n % 2]);
  };
  let next = length > 0 ? piece(0) : null;
  for (let n = 1; next !== null; n += 1) {
    const bytes = await next;
    next = n * CHUNK_BYTES2 < length ? piece(n) : null;
    next?.catch(() => void 0);
    yield bytes;
  }
}
function spaceFor(length) {
  return new Uint8Array(Math.min(CHUNK_BYTES2, Math.max(0, length)));
}

// src/portable/bundle/zip/directory.ts
var END_BYTES = 22;
var ZIP64_END_BYTES = 56;
var ZIP64_LOCATOR_BYTES = 20;
var RECORD_BYTES = 46;
var FILL_16 = 65535;
var FILL_32 = 4294967295;
var MAX_DIRECTORY_BYTES = 1 << 24;
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
function wide(view, at) {
  const value = at + 8 <= view.byteLength ? view.getBigUint64(at, true) : -1n;
  return value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
}
async function findDirectory(source) {
  if (source.sizeBytes < END_BYTES) return { ok: false, fault: "It is too short to be a zip file." };
  const end = viewOf(await readRange(source, source.sizeBytes - END_BYTES, END_BYTES));
  if (end.getUint32(0, true) !== 101010256) {
    return {
      ok: false,
      fault: "The end record is not where the file ends: bytes are missing or were added."
    };
  }
  const place = {
    count: end.getUint16(10, true),
    sizeBytes: end.getUint32(12, true),
    offset: end.getUint32(16, true)
  };
  const needsWide = place.count === FILL_16 || place.sizeBytes === FILL_32 || place.offset === FILL_32;
  return checkPlace(source, needsWide ? await findWideDirectory(source) : place);
}
async function findWideDirectory(source) {
  const at = source.sizeBytes - END_BYTES - ZIP64_LOCATOR_BYTES - ZIP64_END_BYTES;
  if (at < 0) return null;
  const record2 = viewOf(await readRange(source, at, ZIP64_END_BYTES));
  const [count2, sizeBytes, offset] = [wide(record2, 32), wide(record2, 40), wide(record2, 48)];
  return count2 === null || sizeBytes === null || offset === null ? null : { count: count2, sizeBytes, offset };
}
function checkPlace(source, place) {
  if (!place || place.offset + place.sizeBytes > source.sizeBytes) {
    return { ok: false, fault: "The directory is said to lie outside the file." };
  }
  if (place.sizeBytes > MAX_DIRECTORY_BYTES || place.count * RECORD_BYTES > place.sizeBytes) {
    return { ok: false, fault: "The directory has a size that cannot be right." };
  }
  return { ok: true, value: place };
}
function readEntries(directory) {
  const view = viewOf(directory);
  const entries = [];
  let at = 0;
  while (at < directory.length) {
    const next = readEntry(view, at);
    if (!next) return { ok: false, fault: `The directory cannot be read past file ${entries.length + 1}.` };
    entries.push(next.entry);
    at = next.end;
  }
  return { ok: true, value: entries };
}
function readEntry(view, at) {
  if (at + RECORD_BYTES > view.byteLength || view.getUint32(at, true) !== 33639248) return null;
  const nameEnd = at + RECORD_BYTES + view.getUint16(at + 28, true);
  const end = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (end > view.byteLength) return null;
  const short = view.getUint32(at + 24, true);
  const sizeBytes = short === FILL_32 ? wide(view, nameEnd + 4) : short;
  if (sizeBytes === null) return null;
  const name = latin1(view, at + RECORD_BYTES, nameEnd);
  return { entry: { name, sizeBytes, crc32: view.getUint32(at + 16, true) }, end };
}
function latin1(view, from, to) {
  let text2 = "";
  for (let at = from; at < to; at += 1) text2 += String.fromCharCode(view.getUint8(at));
  return text2;
}

// src/portable/bundle/zip/records.ts
var ZIP_LIMITS = { count: 65535, size: 4294967295 };
var FILL_162 = 65535;
var FILL_322 = 4294967295;
var VERSION_STORED = 20;
var VERSION_ZIP64 = 45;
var MADE_BY_UNIX = 3 << 8;
var FLAG_UTF8 = 2048;
var DOS_1980_01_01 = 33;
var MODE_REGULAR_0644 = 33188 * 65536;
var ZIP64_TAG = 1;
function number(label, width, value) {
  const bytes = new Uint8Array(width);
  const view = new DataView(bytes.buffer);
  if (width === 2) view.setUint16(0, value, true);
  else if (width === 4) view.setUint32(0, value, true);
  else view.setBigUint64(0, BigInt(value), true);
  return { label, bytes };
}
function ascii(label, text2) {
  return { label, bytes: Uint8Array.from(text2, (letter) => letter.charCodeAt(0)) };
}
function zip64Extra(values) {
  if (values.length === 0) return [];
  return [number("Zip64 tag", 2, ZIP64_TAG), number("Zip64 length", 2, values.length * 8), ...values];
}
function sizeParts(entry, limits) {
  const wide2 = entry.sizeBytes >= limits.size;
  const short = wide2 ? FILL_322 : entry.sizeBytes;
  return {
    wide: wide2,
    short: [number("compressed size", 4, short), number("size", 4, short)],
    long: wide2 ? [number("Zip64 size", 8, entry.sizeBytes), number("Zip64 compressed size", 8, entry.sizeBytes)] : []
  };
}
function sharedParts(entry, wide2) {
  return [
    number("version needed", 2, wide2 ? VERSION_ZIP64 : VERSION_STORED),
    number("flags", 2, FLAG_UTF8),
    number("compression method", 2, 0),
    number("time", 2, 0),
    number("date", 2, DOS_1980_01_01),
    number("checksum", 4, entry.crc32)
  ];
}
function localHeader(entry, offset, limits) {
  const sizes = sizeParts(entry, limits);
  return [
    number("signature", 4, 67324752),
    ...sharedParts(entry, sizes.wide || offset >= limits.size),
    ...sizes.short,
    number("name length", 2, entry.name.length),
    number("extra length", 2, sizes.wide ? 20 : 0),
    ascii("name", entry.name),
    ...zip64Extra(sizes.long)
  ];
}
function directoryRecord(entry, limits) {
  const sizes = sizeParts(entry, limits);
  const far = entry.offset >= limits.size;
  const long = [...sizes.long, ...far ? [number("Zip64 offset", 8, entry.offset)] : []];
  return [
    number("signature", 4, 33639248),
    number("version made by", 2, MADE_BY_UNIX | VERSION_ZIP64),
    ...sharedParts(entry, long.length > 0),
    ...sizes.short,
    number("name length", 2, entry.name.length),
    number("extra length", 2, long.length > 0 ? 4 + 8 * long.length : 0),
    number("comment length", 2, 0),
    number("disk", 2, 0),
    number("internal attributes", 2, 0),
    number("mode", 4, MODE_REGULAR_0644),
    number("offset", 4, far ? FILL_322 : entry.offset),
    ascii("name", entry.name),
    ...zip64Extra(long)
  ];
}
function zip64End({ count: count2, offset, sizeBytes }) {
  return [
    number("Zip64 end signature", 4, 101075792),
    number("Zip64 end length", 8, 44),
    number("Zip64 version made by", 2, MADE_BY_UNIX | VERSION_ZIP64),
    number("Zip64 version needed", 2, VERSION_ZIP64),
    number("Zip64 disk", 4, 0),
    number("Zip64 directory disk", 4, 0),
    number("Zip64 entries on disk", 8, count2),
    number("Zip64 entries", 8, count2),
    number("Zip64 directory size", 8, sizeBytes),
    number("Zip64 directory offset", 8, offset),
    number("Zip64 locator signature", 4, 117853008),
    number("Zip64 locator disk", 4, 0),
    number("Zip64 end offset", 8, offset + sizeBytes),
    number("disks", 4, 1)
  ];
}
function endRecords(place, limits) {
  const many2 = place.count >= limits.count;
  const large = place.sizeBytes >= limits.size;
  const far = place.offset >= limits.size;
  return [
    ...many2 || large || far ? zip64End(place) : [],
    number("end signature", 4, 101010256),
    number("disk", 2, 0),
    number("directory disk", 2, 0),
    number("entries on disk", 2, many2 ? FILL_162 : place.count),
    number("entries", 2, many2 ? FILL_162 : place.count),
    number("directory size", 4, large ? FILL_322 : place.sizeBytes),
    number("directory offset", 4, far ? FILL_322 : place.offset),
    number("comment length", 2, 0)
  ];
}

// src/portable/bundle/zip/layout.ts
function lengthOf(parts) {
  return parts.reduce((sum, part) => sum + part.bytes.length, 0);
}
function layOutZip(entries, limits) {
  const placed = [];
  let offset = 0;
  for (const entry of entries) {
    const dataOffset = offset + lengthOf(localHeader(entry, offset, limits));
    placed.push({ ...entry, offset, dataOffset });
    offset = dataOffset + entry.sizeBytes;
  }
  const sizeBytes = placed.reduce((sum, entry) => sum + lengthOf(directoryRecord(entry, limits)), 0);
  const directory = { count: placed.length, offset, sizeBytes };
  return {
    entries: placed,
    directory,
    sizeBytes: offset + sizeBytes + lengthOf(endRecords(directory, limits))
  };
}

// src/portable/bundle/zip/read.ts
var MAX_FAULTS2 = 50;
async function readZip(source, limits = ZIP_LIMITS) {
  const place = await findDirectory(source);
  if (!place.ok) return { entries: null, faults: [place.fault] };
  const directory = await readRange(source, place.value.offset, place.value.sizeBytes);
  const listed = readEntries(directory);
  if (!listed.ok) return { entries: null, faults: [listed.fault] };
  const layout = layOutZip(listed.value, limits);
  if (layout.sizeBytes !== source.sizeBytes || layout.directory.offset !== place.value.offset) {
    return { entries: null, faults: [sizeFault(layout, source)] };
  }
  const faults = nameFaults(listed.value);
  faults.push(...directoryFaults(layout, directory, limits), ...await endFaults(source, layout, limits));
  for (const entry of layout.entries) {
    if (faults.length >= MAX_FAULTS2) break;
    faults.push(...await headerFaults(source, entry, limits));
  }
  return { entries: layout.entries, faults };
}
function sizeFault(layout, source) {
  const [expected, found2] = [layout.sizeBytes, source.sizeBytes];
  return `The listed files make a zip of ${expected} bytes, and this one has ${found2}: there are gaps, overlaps or extra bytes.`;
}
function nameFaults(entries) {
  const faults = [];
  const names = entries.map((entry) => entry.name);
  for (const [index, name] of names.entries()) {
    const fault = pathFault(name);
    if (fault) faults.push(`File ${index + 1} has a name that is not allowed (${fault}).`);
    else if (index > 0 && (names[index - 1] ?? "") >= name)
      faults.push(`${name} is out of order or listed twice.`);
    if (faults.length >= MAX_FAULTS2) return faults;
  }
  const clash = pathClash(names);
  if (clash) faults.push(`${clash[1]} cannot stand beside ${clash[0]} on every computer.`);
  return faults;
}
function firstDifference(parts, actual, from) {
  let at = from;
  for (const { label, bytes } of parts) {
    if (bytes.some((byte, index) => actual[at + index] !== byte)) return label;
    at += bytes.length;
  }
  return null;
}
function lengthOf2(parts) {
  return parts.reduce((sum, part) => sum + part.bytes.length, 0);
}
function directoryFaults(layout, directory, limits) {
  const faults = [];
  let at = 0;
  for (const entry of layout.entries) {
    const parts = directoryRecord(entry, limits);
    const label = firstDifference(parts, directory, at);
    if (label) faults.push(`The directory has another ${label} for ${shown(entry)} than our writer gives.`);
    if (faults.length >= MAX_FAULTS2) return faults;
    at += lengthOf2(parts);
  }
  return faults;
}
async function endFaults(source, layout, limits) {
  const parts = endRecords(layout.directory, limits);
  const length = lengthOf2(parts);
  const label = firstDifference(parts, await readRange(source, source.sizeBytes - length, length), 0);
  return label ? [`The end record has another ${label} than our writer gives.`] : [];
}
async function headerFaults(source, entry, limits) {
  const header = await readRange(source, entry.offset, entry.dataOffset - entry.offset);
  const label = firstDifference(localHeader(entry, entry.offset, limits), header, 0);
  return label ? [`The header of ${shown(entry)} has another ${label} than the directory says.`] : [];
}
function shown(entry) {
  return pathFault(entry.name) ? "a file" : entry.name;
}

// src/portable/bundle/cover.ts
var LF6 = Uint8Array.of(10);
function decodeJsonLine(bytes) {
  if (bytes.at(-1) !== 10) return void 0;
  const json = decodeCanonicalJson(bytes.subarray(0, -1));
  return json.ok ? json.value : void 0;
}
var isCover = shaped({
  format: (value) => value === "handover-bundle/v1",
  name: (value) => isText2(value) && pathFault(value) === null && !value.includes("/"),
  reference: isLine,
  force: isLine,
  createdAt: isInstant,
  software: shaped({ name: isLine, version: isLine }),
  checkpoint: isText2,
  items: isList(shaped({ file: isText2, item: (value) => isHex(value, 16) })),
  transcripts: isList(
    shaped(
      {
        file: isText2,
        item: isText2,
        reader: isLine,
        sealedAt: (value) => value === null || isText2(value)
      },
      { dateOrder: isOrderOfDates }
    )
  )
});
function decodeCover(bytes) {
  const value = decodeJsonLine(bytes);
  if (value === void 0) return refuse2("bundle.json is not canonical JSON with one line end.");
  if (!isCover(value)) return refuse2("bundle.json does not have exactly the members of a bundle.");
  const cover = value;
  if (cover.items.some(({ file }, index) => file !== itemName(index + 1))) {
    return refuse2("The items in bundle.json are not numbered in order.");
  }
  if (cover.transcripts.some(({ file }, index) => file !== transcriptName(index + 1))) {
    return refuse2("The transcripts in bundle.json are not numbered in order.");
  }
  const items = new Set(cover.items.map(({ file }) => file));
  if (cover.transcripts.some(({ item }) => !items.has(item))) {
    return refuse2("A transcript in bundle.json is of an item that is not there.");
  }
  const readings = new Set(
    cover.transcripts.map(({ item, reader, dateOrder }) => `${item} ${dateOrder ?? ""} ${reader}`)
  );
  if (readings.size < cover.transcripts.length) {
    return refuse2("Two transcripts in bundle.json are of one item by one reader that was told the same.");
  }
  return { ok: true, cover };
}
function refuse2(reason) {
  return { ok: false, reason };
}

// src/portable/bundle/hashers.ts
var NOBLE_HASHERS = {
  sha256: () => sha256.create(),
  sha512: () => sha512.create()
};
async function digestStream(chunks, hashers) {
  const wide2 = hashers.sha512();
  return { ...await digestNarrow(chunks, hashers, wide2), sha512: wide2.digest() };
}
async function digestNarrow(chunks, hashers, beside) {
  const [narrow, crc] = [hashers.sha256(), hashers.crc32 ?? crc32];
  let [sizeBytes, checksum] = [0, 0];
  for await (const chunk of chunks) {
    narrow.update(chunk);
    beside?.update(chunk);
    checksum = crc(chunk, checksum);
    sizeBytes += chunk.length;
  }
  return { sizeBytes, crc32: checksum, sha256: narrow.digest(), sha512: null };
}

// src/portable/bundle/how-to-check.ts
var TEXT = String.raw`HOW TO CHECK THIS BUNDLE

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
          sha256sum "${"$"}{f%.json}.bin"
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
function howToCheck(name) {
  return utf8(TEXT.replaceAll(/\bNAME\b/g, () => name));
}

// src/portable/bundle/order.ts
var isCount = (value) => Number.isSafeInteger(value) && value >= 0;
var isDigest = (value) => isHex(value, 32);
var isOpenedEvent = shaped({ n: isCount, event: isText2, salt: isDigest, proof: isText2 });
var isWithheldEvent = shaped({ n: isCount, commitment: isDigest, reason: isText2, proof: isText2 });
var isOrder = shaped({
  format: isText2,
  name: isText2,
  reference: isText2,
  force: isText2,
  createdAt: isText2,
  software: shaped({
    name: isText2,
    version: isText2
  }),
  checkpoint: isText2,
  policy: isText2,
  items: isList(
    shaped({
      facts: isText2,
      salt: isDigest
    })
  ),
  transcripts: isList(
    shaped(
      {
        item: isText2,
        reader: isText2,
        sha256: isDigest,
        sizeBytes: isCount,
        sealedAt: (value) => value === null || isText2(value)
      },
      { dateOrder: isOrderOfDates }
    )
  ),
  events: isList((value) => isOpenedEvent(value) || isWithheldEvent(value)),
  verifier: shaped({
    sha256: isDigest,
    sizeBytes: isCount
  })
});

// src/portable/bundle/record-lines.ts
var isNumber = (value) => Number.isSafeInteger(value) && value >= 1;
var isOpened = shaped({ n: isNumber, event: isText2, salt: (value) => isHex(value, 32) });
var isWithheld = shaped({
  n: isNumber,
  commitment: (value) => isHex(value, 32),
  reason: (value) => isText2(value) && value !== ""
});
function decodeRecordLine(bytes) {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok) return json;
  if (isWithheld(json.value)) {
    const { n, commitment, reason } = json.value;
    return { ok: true, line: { n, commitment, event: null, reason } };
  }
  if (!isOpened(json.value)) return { ok: false, reason: "It is neither an opened nor a withheld entry." };
  return open(json.value);
}
function open(line) {
  const bytes = fromBase64(line.event);
  const salt = fromHex(line.salt);
  if (!bytes || !salt) return { ok: false, reason: "Its event is not base64." };
  const decoded = decodeEvent(bytes);
  if (!decoded.ok) return decoded;
  const commitment = toHex(eventCommitment(salt, bytes));
  return { ok: true, line: { n: line.n, commitment, event: decoded.event, reason: null } };
}

// src/portable/tlog/verifier-key.ts
var ED25519 = 1;
var ED25519_COSIGNATURE = 4;
function isKeyName(name) {
  return name.isWellFormed() && /^[^\p{White_Space}+\u0000-\u001f]+$/u.test(name);
}
function keyIdOf(name, type, publicKey) {
  return toHex(sha2562(utf8(name), Uint8Array.of(10, type), publicKey).subarray(0, 4));
}
function verifierKey(name, publicKey, type = ED25519) {
  if (!isKeyName(name)) throw new TypeError("A key name has no spaces, no plus and is not empty.");
  if (publicKey.length !== 32) throw new RangeError(`A public key is 32 bytes, not ${publicKey.length}.`);
  return { name, keyId: keyIdOf(name, type, publicKey), type, publicKey };
}
function decodeVerifierKey(text2) {
  const [, name = "", keyId = "", base64 = ""] = /^([^+]*)\+([^+]*)\+(.*)$/su.exec(text2) ?? [];
  const material = fromBase64(base64);
  const type = material?.[0];
  if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(keyId) || material === null)
    return refuse3("It is not a verifier key.");
  if (type !== ED25519 && type !== ED25519_COSIGNATURE)
    return refuse3("Its signature type is not one this software knows.");
  if (material.length !== 33) return refuse3("Its public key is not 32 bytes.");
  const key = verifierKey(name, material.slice(1), type);
  return key.keyId === keyId ? { ok: true, key } : refuse3("Its key id does not belong to its name and public key.");
}
function refuse3(reason) {
  return { ok: false, reason };
}

// src/portable/tlog/note.ts
var MAX_SIGNATURES = 64;
var MAX_NOTE_LENGTH = 1e6;
var SIGNATURE_LINE = /^\u2014 ([^ ]+) ([A-Za-z0-9+/=]+)$/u;
function decodeNote(text2) {
  if (text2.length > MAX_NOTE_LENGTH) return refuse4("The note is too long.");
  if (!isNoteText(text2)) return refuse4("The note holds characters that a note may not hold.");
  const end = text2.lastIndexOf("\n\n");
  if (end < 0 || !text2.endsWith("\n")) return refuse4("The note has no text, blank line and signature lines.");
  const lines = text2.slice(end + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) return refuse4("The note has too many signature lines.");
  const signatures = lines.map(decodeSignatureLine).filter((signature) => signature !== null);
  if (signatures.length !== lines.length) return refuse4("A signature line of the note is malformed.");
  return { ok: true, note: { text: text2.slice(0, end + 1), signatures } };
}
function isNoteText(text2) {
  return text2.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text2);
}
function decodeSignatureLine(line) {
  const [, name = "", base64 = ""] = SIGNATURE_LINE.exec(line) ?? [];
  const payload = fromBase64(base64);
  if (!isKeyName(name) || payload === null || payload.length < 5) return null;
  return { name, keyId: toHex(payload.subarray(0, 4)), signature: payload.slice(4) };
}
function refuse4(reason) {
  return { ok: false, reason };
}

// src/portable/tlog/ranges.ts
function isTreeSize(size) {
  return Number.isSafeInteger(size) && size >= 0;
}

// src/portable/tlog/checkpoint.ts
function decodeCheckpoint(text2) {
  if (!isNoteText(text2) || !text2.endsWith("\n")) return refuse5("It is not the text of a note.");
  const [origin = "", sizeText = "", rootText = "", ...extensions] = text2.slice(0, -1).split("\n");
  const size = decodeDecimal(sizeText);
  const root = fromBase64(rootText);
  if (origin === "") return refuse5("It names no log.");
  if (size === null) return refuse5("Its tree size is not a whole number that can be counted to.");
  if (root?.length !== 32) return refuse5("Its root is not a SHA-256 hash.");
  if (extensions.includes("")) return refuse5("It has an empty extension line.");
  return { ok: true, checkpoint: { origin, size, root, extensions } };
}
function decodeDecimal(text2) {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text2)) return null;
  const number2 = Number(text2);
  return Number.isSafeInteger(number2) ? number2 : null;
}
function refuse5(reason) {
  return { ok: false, reason };
}

// node_modules/@noble/curves/utils.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
function aarray(item, title, inner = () => {
}) {
  if (!Array.isArray(item))
    throw new TypeError(`"${title}" expected array, got type=${typeof item}`);
  for (let i = 0; i < item.length; i++)
    inner(item[i], `${title}[${i}]`);
  return item;
}
var abytes2 = (value, length, title) => abytes(value, length, title);
var anumber2 = anumber;
function aobject2(value, title = "object") {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new TypeError(title === "object" ? "expected valid options object" : `"${title}" expected object, got type=${typeof value}`);
  return value;
}
function afunction(value, title) {
  if (typeof value !== "function")
    throw new TypeError(`"${title}" is invalid: expected function, got ${typeof value}`);
  return value;
}
var bytesToHex2 = bytesToHex;
var concatBytes3 = (...arrays) => concatBytes2(...arrays);
var hexToBytes2 = (hex) => hexToBytes(hex);
var isBytes2 = isBytes;
var randomBytes2 = (bytesLength) => randomBytes(bytesLength);
var _0n = /* @__PURE__ */ BigInt(0);
var _1n = /* @__PURE__ */ BigInt(1);
var atitle2 = (title) => title ? `"${title}" ` : "";
function abool(value, title = "") {
  if (typeof value !== "boolean")
    throw new TypeError(atitle2(title) + "expected boolean, got type=" + typeof value);
  return value;
}
function abignumber(n) {
  if (typeof n === "bigint") {
    if (!isPosBig(n))
      throw new RangeError("positive bigint expected, got " + n);
  } else
    anumber2(n);
  return n;
}
function asafenumber(value, title = "") {
  if (typeof value !== "number") {
    const prefix = title && `"${title}" `;
    throw new TypeError(prefix + "expected number, got type=" + typeof value);
  }
  if (!Number.isSafeInteger(value)) {
    const prefix = title && `"${title}" `;
    throw new RangeError(prefix + "expected safe integer, got " + value);
  }
}
function hexToNumber(hex) {
  if (typeof hex !== "string")
    throw new TypeError("hex string expected, got " + typeof hex);
  return hex === "" ? _0n : BigInt("0x" + hex);
}
function bytesToNumberBE(bytes) {
  return hexToNumber(bytesToHex(bytes));
}
function bytesToNumberLE(bytes) {
  return hexToNumber(bytesToHex(copyBytes(abytes(bytes)).reverse()));
}
function numberToBytesBE(n, len) {
  anumber(len);
  if (len === 0)
    throw new Error("zero output length is invalid");
  n = abignumber(n);
  const expectedLen = len * 2;
  const hex = n.toString(16);
  if (hex.length > expectedLen)
    throw new RangeError("number is too large");
  return hexToBytes(hex.padStart(expectedLen, "0"));
}
function numberToBytesLE(n, len) {
  return numberToBytesBE(n, len).reverse();
}
function copyBytes(bytes) {
  return Uint8Array.from(abytes2(bytes));
}
function isPosBig(n) {
  return typeof n === "bigint" && _0n <= n;
}
function inRange2(n, min, max) {
  return isPosBig(n) && isPosBig(min) && isPosBig(max) && min <= n && n < max;
}
function aInRange(title, n, min, max) {
  if (!inRange2(n, min, max))
    throw new RangeError("expected valid " + title + ": " + min + " <= n < " + max + ", got " + n);
}
function bitLen(n) {
  if (n < _0n)
    throw new Error("expected non-negative bigint, got " + n);
  return n === _0n ? 0 : n.toString(2).length;
}
var bitMask = (n) => {
  asafenumber(n, "n");
  return (_1n << BigInt(n)) - _1n;
};
function validateObject(object, fields = {}, optFields = {}, title = "object") {
  aobject2(object, title);
  aobject2(fields, "fields");
  aobject2(optFields, "optFields");
  function checkField(fieldName, expectedType, isOpt) {
    const label = title === "object" ? `param "${String(fieldName)}"` : `"${title}.${String(fieldName)}"`;
    const val = object[fieldName];
    if (!Object.hasOwn(object, fieldName) && (isOpt ? val !== void 0 : expectedType !== "function")) {
      throw new TypeError(`${label} is invalid: expected own property`);
    }
    if (isOpt && val === void 0)
      return;
    const current = typeof val;
    if (current !== expectedType || val === null)
      throw new TypeError(`${label} is invalid: expected ${expectedType}, got ${current}`);
  }
  const iter = (f, isOpt) => Object.entries(f).forEach(([k, v]) => checkField(k, v, isOpt));
  iter(fields, false);
  iter(optFields, true);
}

// node_modules/@noble/curves/abstract/modular.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
var _0n2 = /* @__PURE__ */ BigInt(0);
var _1n2 = /* @__PURE__ */ BigInt(1);
var _2n = /* @__PURE__ */ BigInt(2);
var _3n = /* @__PURE__ */ BigInt(3);
var _4n = /* @__PURE__ */ BigInt(4);
var _5n = /* @__PURE__ */ BigInt(5);
var _7n = /* @__PURE__ */ BigInt(7);
var _8n = /* @__PURE__ */ BigInt(8);
var _9n = /* @__PURE__ */ BigInt(9);
var _15n = /* @__PURE__ */ BigInt(15);
var _16n = /* @__PURE__ */ BigInt(16);
var POW_WINDOWED_MIN = /* @__PURE__ */ BigInt("0x10000000000000000");
function mod(a, b) {
  if (b <= _0n2)
    throw new Error("mod: expected positive modulus, got " + b);
  const result = a % b;
  return result >= _0n2 ? result : b + result;
}
function pow(num, power, modulo) {
  if (modulo <= _1n2)
    throw new Error("pow: expected modulus > 1, got " + modulo);
  if (typeof power !== "bigint")
    throw new TypeError("invalid exponent: expected bigint, got " + typeof power);
  if (power < _0n2)
    throw new Error("invalid exponent, negatives unsupported");
  if (power === _0n2)
    return _1n2;
  if (power === _1n2)
    return num;
  let d = num % modulo;
  if (d < _0n2)
    d += modulo;
  if (power < POW_WINDOWED_MIN) {
    let p2 = _1n2;
    while (power > _0n2) {
      if (power & _1n2)
        p2 = p2 * d % modulo;
      d = d * d % modulo;
      power >>= _1n2;
    }
    return p2;
  }
  const digits = [];
  while (power > _0n2) {
    digits.push(Number(power & _15n));
    power >>= _4n;
  }
  const table2 = new Array(16);
  table2[0] = _1n2;
  table2[1] = d;
  for (let i = 2; i < 16; i++)
    table2[i] = table2[i - 1] * d % modulo;
  let p = table2[digits[digits.length - 1]];
  for (let w = digits.length - 2; w >= 0; w--) {
    p = p * p % modulo;
    p = p * p % modulo;
    p = p * p % modulo;
    p = p * p % modulo;
    const digit = digits[w];
    if (digit !== 0)
      p = p * table2[digit] % modulo;
  }
  return p;
}
function pow2(x, power, modulo) {
  if (modulo <= _1n2)
    throw new Error("pow2: expected modulus > 1, got " + modulo);
  if (power < _0n2)
    throw new Error("pow2: expected non-negative exponent, got " + power);
  let res = x;
  while (power-- > _0n2) {
    res *= res;
    res %= modulo;
  }
  return res;
}
function invert(number2, modulo) {
  if (number2 === _0n2)
    throw new Error("invert: expected non-zero number");
  if (modulo <= _1n2)
    throw new Error("invert: expected modulus > 1, got " + modulo);
  let a = mod(number2, modulo);
  let b = modulo;
  let x = _0n2, u = _1n2;
  while (a !== _0n2) {
    const q = b / a;
    const r = b - a * q;
    const m = x - u * q;
    b = a, a = r, x = u, u = m;
  }
  const gcd = b;
  if (gcd !== _1n2)
    throw new Error("invert: does not exist");
  return mod(x, modulo);
}
function assertIsSquare(Fp2, root, n) {
  const F = Fp2;
  if (!F.eql(F.sqr(root), n))
    throw new Error("Cannot find square root");
}
function aoddModulus(order2, fnName) {
  if ((order2 & _1n2) === _0n2)
    throw new Error(fnName + ": expected odd modulus, got " + order2);
}
function sqrt3mod4(Fp2, n) {
  const F = Fp2;
  const p1div4 = (F.ORDER + _1n2) / _4n;
  const root = F.pow(n, p1div4);
  assertIsSquare(F, root, n);
  return root;
}
function sqrt5mod8(Fp2, n) {
  const F = Fp2;
  const p5div8 = (F.ORDER - _5n) / _8n;
  const n2 = F.mul(n, _2n);
  const v = F.pow(n2, p5div8);
  const nv = F.mul(n, v);
  const i = F.mul(F.mul(nv, _2n), v);
  const root = F.mul(nv, F.sub(i, F.ONE));
  assertIsSquare(F, root, n);
  return root;
}
function sqrt9mod16(P) {
  const Fp_ = Field(P);
  const tn = tonelliShanks(P);
  const c1 = tn(Fp_, Fp_.neg(Fp_.ONE));
  const c2 = tn(Fp_, c1);
  const c3 = tn(Fp_, Fp_.neg(c1));
  const c4 = (P + _7n) / _16n;
  return ((Fp2, n) => {
    const F = Fp2;
    let tv1 = F.pow(n, c4);
    let tv2 = F.mul(tv1, c1);
    const tv3 = F.mul(tv1, c2);
    const tv4 = F.mul(tv1, c3);
    const e1 = F.eql(F.sqr(tv2), n);
    const e2 = F.eql(F.sqr(tv3), n);
    tv1 = F.cmov(tv1, tv2, e1);
    tv2 = F.cmov(tv4, tv3, e2);
    const e3 = F.eql(F.sqr(tv2), n);
    const root = F.cmov(tv1, tv2, e3);
    assertIsSquare(F, root, n);
    return root;
  });
}
function tonelliShanks(P) {
  if (P < _3n)
    throw new Error("sqrt is not defined for small field");
  aoddModulus(P, "tonelliShanks");
  let Q = P - _1n2;
  let S = 0;
  while (Q % _2n === _0n2) {
    Q /= _2n;
    S++;
  }
  let Z = _2n;
  const _Fp = Field(P);
  while (FpLegendre(_Fp, Z) === 1) {
    if (Z++ > 1e3)
      throw new Error("Cannot find square root: probably non-prime P");
  }
  if (S === 1)
    return sqrt3mod4;
  let cc = _Fp.pow(Z, Q);
  const Q1div2 = (Q + _1n2) / _2n;
  return function tonelliSlow(Fp2, n) {
    const F = Fp2;
    if (F.is0(n))
      return n;
    if (FpLegendre(F, n) !== 1)
      throw new Error("Cannot find square root");
    let M = S;
    let c = F.mul(F.ONE, cc);
    let t = F.pow(n, Q);
    let R = F.pow(n, Q1div2);
    while (!F.eql(t, F.ONE)) {
      if (F.is0(t))
        throw new Error("Cannot find square root: probably non-prime P");
      let i = 1;
      let t_tmp = F.sqr(t);
      while (!F.eql(t_tmp, F.ONE)) {
        i++;
        t_tmp = F.sqr(t_tmp);
        if (i === M)
          throw new Error("Cannot find square root");
      }
      const exponent = _1n2 << BigInt(M - i - 1);
      const b = F.pow(c, exponent);
      M = i;
      c = F.sqr(b);
      t = F.mul(t, c);
      R = F.mul(R, b);
    }
    return R;
  };
}
function FpSqrt(P) {
  aoddModulus(P, "Fp.sqrt");
  if (P % _4n === _3n)
    return sqrt3mod4;
  if (P % _8n === _5n)
    return sqrt5mod8;
  if (P % _16n === _9n)
    return sqrt9mod16(P);
  return tonelliShanks(P);
}
var isNegativeLE = (num, modulo) => (mod(num, modulo) & _1n2) === _1n2;
var FIELD_FIELDS = [
  "create",
  "isValid",
  "is0",
  "neg",
  "inv",
  "sqrt",
  "sqr",
  "eql",
  "add",
  "sub",
  "mul",
  "pow",
  "div",
  "addN",
  "subN",
  "mulN",
  "sqrN"
];
function validateField(field) {
  aobject2(field, "field");
  if (typeof field.ORDER !== "bigint")
    throw new TypeError('param "ORDER" is invalid: expected bigint, got ' + typeof field.ORDER);
  asafenumber(field.BYTES, "BYTES");
  asafenumber(field.BITS, "BITS");
  for (const name of FIELD_FIELDS)
    afunction(field[name], "field." + name);
  if (field.BYTES < 1 || field.BITS < 1)
    throw new Error("invalid field: expected BYTES/BITS > 0");
  if (field.ORDER <= _1n2)
    throw new Error("invalid field: expected ORDER > 1, got " + field.ORDER);
  return field;
}
function FpInvertBatch(Fp2, nums, passZero = false) {
  validateField(Fp2);
  aarray(nums, "nums");
  abool(passZero, "passZero");
  const F = Fp2;
  const inverted = new Array(nums.length).fill(passZero ? F.ZERO : void 0);
  const multipliedAcc = nums.reduce((acc, num, i) => {
    if (F.is0(num))
      return acc;
    inverted[i] = acc;
    return F.mul(acc, num);
  }, F.ONE);
  const invertedAcc = F.inv(multipliedAcc);
  nums.reduceRight((acc, num, i) => {
    if (F.is0(num))
      return acc;
    inverted[i] = F.mul(acc, inverted[i]);
    return F.mul(acc, num);
  }, invertedAcc);
  return inverted;
}
function FpLegendre(Fp2, n) {
  validateField(Fp2);
  const F = Fp2;
  aoddModulus(F.ORDER, "FpLegendre");
  const p1mod2 = (F.ORDER - _1n2) / _2n;
  const powered = F.pow(n, p1mod2);
  const yes = F.eql(powered, F.ONE);
  const zero = F.eql(powered, F.ZERO);
  const no = F.eql(powered, F.neg(F.ONE));
  if (!yes && !zero && !no)
    throw new Error("invalid Legendre symbol result");
  return yes ? 1 : zero ? 0 : -1;
}
function nLength(n, nBitLength) {
  if (nBitLength !== void 0)
    anumber2(nBitLength);
  if (n <= _0n2)
    throw new Error("invalid n length: expected positive n, got " + n);
  if (nBitLength !== void 0 && nBitLength < 1)
    throw new Error("invalid n length: expected positive bit length, got " + nBitLength);
  const bits = bitLen(n);
  if (nBitLength !== void 0 && nBitLength < bits)
    throw new Error(`invalid n length: expected nBitLength (${nBitLength}) >= bitLen(n) (${bits})`);
  const _nBitLength = nBitLength !== void 0 ? nBitLength : bits;
  const nByteLength = Math.ceil(_nBitLength / 8);
  return { nBitLength: _nBitLength, nByteLength };
}
var FIELD_SQRT = /* @__PURE__ */ new WeakMap();
var _Field = class {
  ORDER;
  BITS;
  BYTES;
  isLE;
  ZERO = _0n2;
  ONE = _1n2;
  _lengths;
  _mod;
  constructor(ORDER2, opts = {}) {
    if (ORDER2 <= _1n2)
      throw new Error("invalid field: expected ORDER > 1, got " + ORDER2);
    let _nbitLength = void 0;
    this.isLE = false;
    if (opts != null && typeof opts === "object") {
      if (typeof opts.BITS === "number")
        _nbitLength = opts.BITS;
      if (typeof opts.sqrt === "function")
        Object.defineProperty(this, "sqrt", { value: opts.sqrt, enumerable: true });
      if (typeof opts.isLE === "boolean")
        this.isLE = opts.isLE;
      if (opts.allowedLengths)
        this._lengths = Object.freeze(opts.allowedLengths.slice());
      if (typeof opts.modFromBytes === "boolean")
        this._mod = opts.modFromBytes;
    }
    const { nBitLength, nByteLength } = nLength(ORDER2, _nbitLength);
    if (nByteLength > 2048)
      throw new Error("invalid field: expected ORDER of <= 2048 bytes");
    this.ORDER = ORDER2;
    this.BITS = nBitLength;
    this.BYTES = nByteLength;
    Object.freeze(this);
  }
  create(num) {
    return mod(num, this.ORDER);
  }
  isValid(num) {
    if (typeof num !== "bigint")
      throw new TypeError("invalid field element: expected bigint, got " + typeof num);
    return _0n2 <= num && num < this.ORDER;
  }
  is0(num) {
    return num === _0n2;
  }
  // is valid and invertible
  isValidNot0(num) {
    return !this.is0(num) && this.isValid(num);
  }
  isOdd(num) {
    return (num & _1n2) === _1n2;
  }
  neg(num) {
    return mod(-num, this.ORDER);
  }
  eql(lhs, rhs) {
    return lhs === rhs;
  }
  sqr(num) {
    return mod(num * num, this.ORDER);
  }
  add(lhs, rhs) {
    return mod(lhs + rhs, this.ORDER);
  }
  sub(lhs, rhs) {
    return mod(lhs - rhs, this.ORDER);
  }
  mul(lhs, rhs) {
    return mod(lhs * rhs, this.ORDER);
  }
  pow(num, power) {
    return pow(num, power, this.ORDER);
  }
  div(lhs, rhs) {
    return mod(lhs * invert(rhs, this.ORDER), this.ORDER);
  }
  // Same as above, but doesn't normalize
  sqrN(num) {
    return num * num;
  }
  addN(lhs, rhs) {
    return lhs + rhs;
  }
  subN(lhs, rhs) {
    return lhs - rhs;
  }
  mulN(lhs, rhs) {
    return lhs * rhs;
  }
  inv(num) {
    return invert(num, this.ORDER);
  }
  sqrt(num) {
    let sqrt = FIELD_SQRT.get(this);
    if (!sqrt)
      FIELD_SQRT.set(this, sqrt = FpSqrt(this.ORDER));
    return sqrt(this, num);
  }
  toBytes(num) {
    return this.isLE ? numberToBytesLE(num, this.BYTES) : numberToBytesBE(num, this.BYTES);
  }
  fromBytes(bytes, skipValidation = false) {
    abytes2(bytes);
    const { _lengths: allowedLengths, BYTES, isLE, ORDER: ORDER2, _mod: modFromBytes } = this;
    if (allowedLengths) {
      if (bytes.length < 1 || !allowedLengths.includes(bytes.length) || bytes.length > BYTES) {
        throw new Error("Field.fromBytes: expected " + allowedLengths + " bytes, got " + bytes.length);
      }
      const padded = new Uint8Array(BYTES);
      padded.set(bytes, isLE ? 0 : padded.length - bytes.length);
      bytes = padded;
    }
    if (bytes.length !== BYTES)
      throw new Error("Field.fromBytes: expected " + BYTES + " bytes, got " + bytes.length);
    let scalar = isLE ? bytesToNumberLE(bytes) : bytesToNumberBE(bytes);
    if (modFromBytes)
      scalar = mod(scalar, ORDER2);
    if (!skipValidation) {
      if (!this.isValid(scalar))
        throw new Error("invalid field element: outside of range 0..ORDER");
    }
    return scalar;
  }
  // TODO: we don't need it here, move out to separate fn
  invertBatch(lst) {
    return FpInvertBatch(this, lst, true);
  }
  // We can't move this out because Fp6, Fp12 implement it
  // and it's unclear what to return in there.
  cmov(a, b, condition) {
    abool(condition, "condition");
    return condition ? b : a;
  }
};
function Field(ORDER2, opts = {}) {
  Object.freeze(_Field.prototype);
  return new _Field(ORDER2, opts);
}

// node_modules/@noble/curves/abstract/curve.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
var _0n3 = /* @__PURE__ */ BigInt(0);
var _1n3 = /* @__PURE__ */ BigInt(1);
var _4n2 = /* @__PURE__ */ BigInt(4);
var BLIND_BYTES = 16;
var BLIND_BITS = 128;
var FW_WINDOW = 5;
var TABLE_BYTES_MAX = /* @__PURE__ */ (() => 2 ** 31)();
function validatePointCons(Point) {
  const pc = Point;
  if (typeof pc !== "function")
    throw new TypeError('"Point" expected constructor, got type=' + typeof Point);
  afunction(pc.fromAffine, "Point.fromAffine");
  afunction(pc.fromBytes, "Point.fromBytes");
  afunction(pc.fromHex, "Point.fromHex");
  aobject2(pc.BASE, "Point.BASE");
  aobject2(pc.ZERO, "Point.ZERO");
  validateField(pc.Fp);
  validateField(pc.Fn);
}
function normalizeZ(c, points) {
  validatePointCons(c);
  validateMSMPoints(points, c);
  const invertedZs = FpInvertBatch(c.Fp, points.map((p) => p.Z));
  return points.map((p, i) => c.fromAffine(p.toAffine(invertedZs[i])));
}
function validateW(W, bits, min = 1) {
  if (!Number.isSafeInteger(W) || W < min || W > bits)
    throw new Error("invalid window size, expected [" + min + ".." + bits + "], got W=" + W);
}
function validateTableBytes(numPoints, fpBytes) {
  const bytes = numPoints * (4 * fpBytes + 128);
  if (bytes > TABLE_BYTES_MAX)
    throw new Error("invalid window size: table would need ~" + Math.ceil(bytes / 2 ** 20) + " MiB, max " + TABLE_BYTES_MAX / 2 ** 20 + " MiB");
}
function probeRandomBytes(randomBytes3, length) {
  if (randomBytes3 === void 0)
    return void 0;
  afunction(randomBytes3, "randomBytes");
  try {
    const probe = randomBytes3(length);
    if (!isBytes2(probe) || probe.length !== length)
      return void 0;
  } catch {
    return void 0;
  }
  return randomBytes3;
}
function validateMSMPoints(points, c) {
  aarray(points, "points");
  points.forEach((p, i) => {
    if (!(p instanceof c))
      throw new Error("invalid point at index " + i);
  });
}
function validateMSMScalars(scalars, field, maxScalar) {
  if (!Array.isArray(scalars))
    throw new Error("array of scalars expected");
  scalars.forEach((s, i) => {
    const ok = maxScalar === void 0 ? field.isValid(s) : isPosBig(s) && s < maxScalar;
    if (!ok)
      throw new Error("invalid scalar at index " + i);
  });
}
var pointWindowSizes = /* @__PURE__ */ new WeakMap();
function getWindowSize(P) {
  return pointWindowSizes.get(P) || 1;
}
function oddMultiples(p, size) {
  const dbl = p.double();
  const t = [p];
  for (let j = 1; j < size; j++)
    t.push(t[j - 1].add(dbl));
  return t;
}
function wnafDigits(n, W) {
  const size = 2 ** W;
  const half = size / 2;
  const mask = BigInt(size - 1);
  const d = [];
  while (n > _0n3) {
    let w = 0;
    if (n & _1n3) {
      w = Number(n & mask);
      if (w >= half)
        w -= size;
      n -= BigInt(w);
    }
    d.push(w);
    n >>= _1n3;
  }
  return d;
}
function signedWindowDigits(n, W, windows) {
  const size = 2 ** W;
  const half = size / 2;
  const mask = BigInt(size - 1);
  const shiftBy = BigInt(W);
  const d = [];
  for (let w = 0; w < windows; w++) {
    let v = Number(n & mask);
    n >>= shiftBy;
    if (v > half) {
      v -= size;
      n += _1n3;
    }
    d.push(v);
  }
  if (n !== _0n3)
    throw new Error("invalid wnaf");
  return d;
}
function wnafWalk(zero, tables, digits) {
  let max = 0;
  for (const d of digits)
    max = Math.max(max, d.length);
  let acc = zero;
  for (let bit = max - 1; bit >= 0; bit--) {
    if (bit !== max - 1)
      acc = acc.double();
    for (let i = 0; i < digits.length; i++) {
      const w = digits[i][bit];
      if (w) {
        const item = tables[i][Math.abs(w) - 1 >> 1];
        acc = acc.add(w < 0 ? item.negate() : item);
      }
    }
  }
  return acc;
}
var ScalarMultiplier = class {
  Point;
  BASE;
  ZERO;
  randomBytes;
  wnafPrecomputes = /* @__PURE__ */ new WeakMap();
  baseCanBeBlinded;
  bits;
  // Parametrized with a given Point class (not individual point)
  constructor(Point, randomBytes3) {
    validatePointCons(Point);
    this.randomBytes = probeRandomBytes(randomBytes3, BLIND_BYTES);
    this.Point = Point;
    this.BASE = Point.BASE;
    this.ZERO = Point.ZERO;
    this.bits = Point.Fn.BITS;
  }
  /**
   * Creates a signed fixed-window wNAF precomputation table: for every window w, the
   * multiples `[1..2^(W−1)]⋅2^(w⋅W)⋅P`, flattened. All doublings are baked into the table,
   * so cached multiplication is additions-only. `windows = ceil(bits/W) + 1`: the extra
   * window absorbs the final carry of signed-digit recoding.
   * For a 256-bit curve and W=6, the table is 44⋅32 = 1408 points.
   * @param point - Point instance
   * @param W - window size
   * @param bits - scalar bitlength the table must cover
   */
  buildWnafTable(point, W, bits) {
    const windows = Math.ceil(bits / W) + 1;
    const half = 2 ** (W - 1);
    const comp = [];
    let base = point;
    for (let w = 0; w < windows; w++) {
      let acc = base;
      for (let i = 0; i < half; i++) {
        comp.push(acc);
        acc = acc.add(base);
      }
      base = comp[comp.length - 1].double();
    }
    return { W, bits, windows, comp };
  }
  /**
   * Implements ec multiplication using precomputed signed fixed-window wNAF tables.
   * Constant-time: fixed window count with one table addition per window — zero digits feed
   * the fake accumulator — and no doublings; the lookup scans the whole window slice.
   * Scalar bounds are validated by the public entry points ({@link ScalarMultiplier.mulCT},
   * {@link ScalarMultiplier.mulCTBlinded}, {@link ScalarMultiplier.mulUnsafe});
   * signedWindowDigits throws if `n` exceeds the table.
   * @returns real and fake (for const-time) points
   */
  wnafCachedCT(precomputes, n) {
    const { W, windows, comp } = precomputes;
    const half = 2 ** (W - 1);
    const digits = signedWindowDigits(n, W, windows);
    let p = this.ZERO;
    let f = this.BASE;
    for (let w = 0; w < windows; w++) {
      const digit = digits[w];
      const start = w * half;
      const idx = Math.abs(digit) - 1;
      let sel = comp[start];
      for (let i = 1; i < half; i++)
        sel = i === idx ? comp[start + i] : sel;
      const neg = sel.negate();
      if (digit === 0)
        f = f.add(comp[start]);
      else
        p = p.add(digit < 0 ? neg : sel);
    }
    return { p, f };
  }
  // Cache key is point identity plus (W, bits); at most two entries exist per point (public-width
  // `Fn.BITS` and blinded `Fn.BITS + BLIND_BITS`). Callers must not reuse the same point with
  // incompatible `transform(...)` layouts and expect a separate cache entry.
  getWnafPrecomputes(W, point, bits, transform) {
    let entries = this.wnafPrecomputes.get(point);
    let comp = entries?.find((entry) => entry.W === W && entry.bits === bits);
    if (!comp) {
      comp = this.buildWnafTable(point, W, bits);
      if (typeof transform === "function")
        comp = { ...comp, comp: transform(comp.comp) };
      if (!entries) {
        entries = [];
        this.wnafPrecomputes.set(point, entries);
      }
      entries.push(comp);
    }
    return comp;
  }
  assertPoint(point) {
    if (!(point instanceof this.Point))
      throw new TypeError('"point" expected Point instance, got type=' + typeof point);
  }
  // Shared prologue of the constant-time entry points. Rejects scalar 0: in key/signature-style
  // callers a zero scalar means broken upstream plumbing, and concrete Points already reject it.
  // Uses inRange instead of Fn.isValidNot0: validateField() only certifies the arithmetic subset.
  validateMulInput(point, scalar) {
    this.assertPoint(point);
    if (!inRange2(scalar, _1n3, this.Point.Fn.ORDER))
      throw new Error("invalid scalar");
  }
  // Constant-time dispatch shared by mulCT / mulCTBlinded. Un-precomputed points (W===1, e.g.
  // ECDH peer keys) skip building a throwaway cached table in favor of a small fixed-window
  // multiply. `n` must be < 2^bits.
  runCT(point, n, bits, transform) {
    const W = getWindowSize(point);
    if (W === 1)
      return this.fixedWindowCT(point, n, bits);
    return this.wnafCachedCT(this.getWnafPrecomputes(W, point, bits, transform), n);
  }
  mulCT(point, scalar, transform) {
    this.validateMulInput(point, scalar);
    return this.runCT(point, scalar, this.bits, transform);
  }
  mulCTBlinded(point, scalar, transform) {
    this.validateMulInput(point, scalar);
    if (this.randomBytes === void 0)
      throw new Error("randomBytes is required for scalar blinding");
    const bits = this.Point.Fn.BITS + BLIND_BITS;
    const blind = this.randomBytes(BLIND_BYTES);
    if (!isBytes2(blind) || blind.length !== BLIND_BYTES)
      throw new Error("randomBytes returned invalid byte array");
    blind[0] = blind[0] & 63 | 128;
    const n = scalar + bytesToNumberBE(blind) * this.Point.Fn.ORDER;
    return this.runCT(point, n, bits, transform);
  }
  /**
   * Constant-time multiplication `n*point` for an un-precomputed point, via a small fixed window.
   * A cached wNAF table only pays off when reused; a flat 2^FW_WINDOW table (`size-1` adds) is
   * far cheaper to build for a single use. The point-operation sequence is independent of `n`:
   * build the table, then per window exactly FW_WINDOW doublings, a data-oblivious scan over
   * every table entry, and one addition (adds the identity when the window digit is 0 — never
   * skipped).
   *
   * `n` must be `< 2^bits`. Assumes complete addition (adding the identity costs the same as any
   * add), which holds for the Weierstrass/Edwards point types used here. The table is left in
   * projective form (no normalizeZ): normalizing this small a table costs more than the
   * mixed-add savings it would buy for a single multiply.
   * @returns real point `p`; `f` duplicates it only to match {@link wnafCachedCT}'s return shape
   * (this path needs no fake accumulator — its op-count is already scalar-independent).
   */
  fixedWindowCT(point, n, bits) {
    const W = FW_WINDOW;
    const size = 1 << W;
    const mask = bitMask(W);
    const table2 = new Array(size);
    table2[0] = this.ZERO;
    for (let i = 1; i < size; i++)
      table2[i] = table2[i - 1].add(point);
    const windows = Math.ceil(bits / W);
    let acc = this.ZERO;
    for (let window = windows - 1; window >= 0; window--) {
      if (window !== windows - 1)
        for (let d = 0; d < W; d++)
          acc = acc.double();
      const digit = Number(n >> BigInt(window * W) & mask);
      let sel = table2[0];
      for (let i = 1; i < size; i++)
        sel = i === digit ? table2[i] : sel;
      acc = acc.add(sel);
    }
    return { p: acc, f: acc };
  }
  shouldBlind(point, cofactor) {
    if (this.randomBytes === void 0)
      return false;
    if (cofactor === _1n3)
      return true;
    if (point !== this.BASE)
      return false;
    if (this.baseCanBeBlinded === void 0)
      this.baseCanBeBlinded = this.mulUnsafe(this.BASE, this.Point.Fn.ORDER).is0();
    return this.baseCanBeBlinded;
  }
  mulSecret(point, scalar, cofactor, transform) {
    return this.shouldBlind(point, cofactor) ? this.mulCTBlinded(point, scalar, transform) : this.mulCT(point, scalar, transform);
  }
  mulUnsafe(point, scalar, transform) {
    this.assertPoint(point);
    if (!isPosBig(scalar))
      throw new Error("invalid scalar");
    const W = getWindowSize(point);
    if (W === 1 || scalar >= this.Point.Fn.ORDER)
      return mulAddUnsafe(this.Point, [point], [scalar], true);
    const precomputes = this.getWnafPrecomputes(W, point, this.bits, transform);
    return this.wnafCachedCT(precomputes, scalar).p;
  }
  // Remembers the window size used for precomputed wNAF multiplication of the given point
  // and drops any previously built tables. Usually only the base point is precomputed.
  // W=1 resets the point to the un-precomputed (table-less) paths.
  // W is additionally capped so tables stay under ~2 GiB ({@link TABLE_BYTES_MAX}).
  setWindowSize(point, W) {
    this.assertPoint(point);
    validateW(W, this.bits);
    const windows = Math.ceil((this.bits + BLIND_BITS) / W) + 1;
    validateTableBytes(windows * 2 ** (W - 1), this.Point.Fp.BYTES);
    pointWindowSizes.set(point, W);
    this.wnafPrecomputes.delete(point);
  }
  // True when a window size is set: tables themselves are built lazily on first multiply.
  hasWindowSize(point) {
    return getWindowSize(point) !== 1;
  }
};
function mulAddUnsafe(c, points, scalars, allowOversized = false) {
  validatePointCons(c);
  validateMSMPoints(points, c);
  abool(allowOversized, "allowOversized");
  validateMSMScalars(scalars, c.Fn, allowOversized ? c.Fn.ORDER ** _4n2 : void 0);
  if (points.length !== scalars.length)
    throw new Error("arrays of points and scalars must have equal length");
  const tables = points.map((p) => oddMultiples(p, 4));
  const digits = scalars.map((n) => wnafDigits(n, 4));
  return wnafWalk(c.ZERO, tables, digits);
}
function createField(order2, field, isLE) {
  if (field) {
    if (field.ORDER !== order2)
      throw new Error("Field.ORDER must match order: Fp == p, Fn == n");
    validateField(field);
    return field;
  } else {
    return Field(order2, { isLE });
  }
}
function createCurveFields(type, CURVE, curveOpts = {}, FpFnLE) {
  if (type !== "weierstrass" && type !== "edwards")
    throw new Error('expected curve type "weierstrass" or "edwards"');
  if (FpFnLE === void 0)
    FpFnLE = type === "edwards";
  if (!CURVE || typeof CURVE !== "object")
    throw new Error(`expected valid ${type} CURVE object`);
  validateObject(curveOpts);
  for (const p of ["p", "n", "h"]) {
    const val = CURVE[p];
    if (!(isPosBig(val) && val !== _0n3))
      throw new Error(`CURVE.${p} must be positive bigint`);
  }
  const Fp2 = createField(CURVE.p, curveOpts.Fp, FpFnLE);
  const Fn = createField(CURVE.n, curveOpts.Fn, FpFnLE);
  const _b = type === "weierstrass" ? "b" : "d";
  const params = ["Gx", "Gy", "a", _b];
  for (const p of params) {
    if (!Fp2.isValid(CURVE[p]))
      throw new Error(`CURVE.${p} must be valid field element of CURVE.Fp`);
  }
  CURVE = Object.freeze(Object.assign({}, CURVE));
  return { CURVE, Fp: Fp2, Fn };
}
function createKeygen(randomSecretKey, getPublicKey) {
  return function keygen(seed) {
    const secretKey = randomSecretKey(seed);
    return { secretKey, publicKey: getPublicKey(secretKey) };
  };
}

// node_modules/@noble/curves/abstract/edwards.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
var _0n4 = /* @__PURE__ */ BigInt(0);
var _1n4 = /* @__PURE__ */ BigInt(1);
var _2n2 = /* @__PURE__ */ BigInt(2);
var _4n3 = /* @__PURE__ */ BigInt(4);
var _8n2 = /* @__PURE__ */ BigInt(8);
function isEdValidXY(Fp2, CURVE, x, y) {
  const x2 = Fp2.sqr(x);
  const y2 = Fp2.sqr(y);
  const left = Fp2.add(Fp2.mul(CURVE.a, x2), y2);
  const right = Fp2.add(Fp2.ONE, Fp2.mul(CURVE.d, Fp2.mul(x2, y2)));
  return Fp2.eql(left, right);
}
function edwards(params, extraOpts = {}) {
  validateObject(extraOpts, {}, {}, "extraOpts");
  const opts = extraOpts;
  const validated = createCurveFields("edwards", params, opts, opts.FpFnLE);
  const { Fp: Fp2, Fn } = validated;
  let CURVE = validated.CURVE;
  const { h: cofactor } = CURVE;
  if (FpLegendre(Fp2, CURVE.a) !== 1)
    throw new Error("edwards: CURVE.a must be a square in Fp for complete addition formulas");
  if (FpLegendre(Fp2, CURVE.d) !== -1)
    throw new Error("edwards: CURVE.d must be a non-square in Fp for complete addition formulas");
  validateObject(opts, {}, { uvRatio: "function", randomBytes: "function" });
  const randomBytes3 = opts.randomBytes === void 0 ? randomBytes2 : opts.randomBytes;
  const MASK = _2n2 << BigInt(Fp2.BYTES * 8) - _1n4;
  function isOdd(n) {
    if (!Fp2.isOdd)
      throw new Error("Field does not have .isOdd()");
    return Fp2.isOdd(n);
  }
  const uvRatio2 = opts.uvRatio === void 0 ? (u, v) => {
    try {
      return { isValid: true, value: Fp2.sqrt(Fp2.div(u, v)) };
    } catch (e) {
      return { isValid: false, value: _0n4 };
    }
  } : opts.uvRatio;
  if (!isEdValidXY(Fp2, CURVE, CURVE.Gx, CURVE.Gy))
    throw new Error("bad curve params: generator point");
  const mulA = Fp2.eql(CURVE.a, Fp2.neg(Fp2.ONE)) ? (x) => Fp2.neg(x) : Fp2.eql(CURVE.a, Fp2.ONE) ? (x) => x : (x) => Fp2.mul(CURVE.a, x);
  function acoord(title, n, banZero = false) {
    const min = banZero ? _1n4 : _0n4;
    aInRange("coordinate " + title, n, min, MASK);
    return n;
  }
  function aedpoint(other) {
    if (!(other instanceof Point))
      throw new Error("EdwardsPoint expected");
  }
  class Point {
    static BASE = new Point(CURVE.Gx, CURVE.Gy, Fp2.ONE, Fp2.mul(CURVE.Gx, CURVE.Gy));
    static ZERO = new Point(Fp2.ZERO, Fp2.ONE, Fp2.ONE, Fp2.ZERO);
    static Fp = Fp2;
    static Fn = Fn;
    X;
    Y;
    Z;
    T;
    constructor(X, Y, Z, T) {
      this.X = acoord("x", X);
      this.Y = acoord("y", Y);
      this.Z = acoord("z", Z, true);
      this.T = acoord("t", T);
      Object.freeze(this);
    }
    static CURVE() {
      return CURVE;
    }
    /**
     * Create one extended Edwards point from affine coordinates.
     * Does NOT validate that the point is on-curve or torsion-free.
     * Use `.assertValidity()` on adversarial inputs.
     */
    static fromAffine(p) {
      if (p instanceof Point)
        throw new Error("extended point not allowed");
      const { x, y } = p || {};
      acoord("x", x);
      acoord("y", y);
      return new Point(x, y, Fp2.ONE, Fp2.mul(x, y));
    }
    // Uses algo from RFC8032 5.1.3.
    static fromBytes(bytes, zip215 = false) {
      const len = Fp2.BYTES;
      const { a, d } = CURVE;
      bytes = copyBytes(abytes2(bytes, len, "point"));
      abool(zip215, "zip215");
      const normed = copyBytes(bytes);
      const lastByte = bytes[len - 1];
      normed[len - 1] = lastByte & ~128;
      const y = bytesToNumberLE(normed);
      const max = zip215 ? MASK : Fp2.ORDER;
      aInRange("point.y", y, _0n4, max);
      const y2 = Fp2.sqr(y);
      const u = Fp2.sub(y2, Fp2.ONE);
      const v = Fp2.sub(Fp2.mulN(d, y2), a);
      let { isValid, value: x } = uvRatio2(u, v);
      if (!isValid)
        throw new Error("bad point: invalid y coordinate");
      const isXOdd = isOdd(x);
      const isLastByteOdd = (lastByte & 128) !== 0;
      if (!zip215 && Fp2.is0(x) && isLastByteOdd)
        throw new Error("bad point: x=0 and x_0=1");
      if (isLastByteOdd !== isXOdd)
        x = Fp2.neg(x);
      return Point.fromAffine({ x, y });
    }
    static fromHex(hex, zip215 = false) {
      return Point.fromBytes(hexToBytes2(hex), zip215);
    }
    get x() {
      return this.toAffine().x;
    }
    get y() {
      return this.toAffine().y;
    }
    precompute(windowSize = 6, isLazy = true) {
      wnaf.setWindowSize(this, windowSize);
      if (!isLazy)
        this.multiply(_2n2);
      return this;
    }
    // Useful in fromAffine() - not for fromBytes(), which always created valid points.
    assertValidity() {
      const p = this;
      const { a, d } = CURVE;
      if (p.is0())
        throw new Error("bad point: ZERO");
      const { X, Y, Z, T } = p;
      const X2 = Fp2.sqr(X);
      const Y2 = Fp2.sqr(Y);
      const Z2 = Fp2.sqr(Z);
      const Z4 = Fp2.sqr(Z2);
      const aX2 = Fp2.mul(X2, a);
      const left = Fp2.mul(Fp2.add(aX2, Y2), Z2);
      const right = Fp2.add(Z4, Fp2.mul(d, Fp2.mul(X2, Y2)));
      if (!Fp2.eql(left, right))
        throw new Error("bad point: equation left != right (1)");
      const XY = Fp2.mul(X, Y);
      const ZT = Fp2.mul(Z, T);
      if (!Fp2.eql(XY, ZT))
        throw new Error("bad point: equation left != right (2)");
    }
    // Compare one point to another.
    equals(other) {
      aedpoint(other);
      const { X: X1, Y: Y1, Z: Z1 } = this;
      const { X: X2, Y: Y2, Z: Z2 } = other;
      const X1Z2 = Fp2.mul(X1, Z2);
      const X2Z1 = Fp2.mul(X2, Z1);
      const Y1Z2 = Fp2.mul(Y1, Z2);
      const Y2Z1 = Fp2.mul(Y2, Z1);
      return Fp2.eql(X1Z2, X2Z1) && Fp2.eql(Y1Z2, Y2Z1);
    }
    is0() {
      return this.equals(Point.ZERO);
    }
    negate() {
      return new Point(Fp2.neg(this.X), this.Y, this.Z, Fp2.neg(this.T));
    }
    // Fast algo for doubling Extended Point.
    // https://hyperelliptic.org/EFD/g1p/auto-twisted-extended.html#doubling-dbl-2008-hwcd
    // Cost: 4M + 4S + 1*a + 6add + 1*2.
    double() {
      const { X: X1, Y: Y1, Z: Z1 } = this;
      const A = Fp2.sqr(X1);
      const B = Fp2.sqr(Y1);
      const C = Fp2.mul(Fp2.sqr(Z1), _2n2);
      const D = mulA(A);
      const x1y1 = Fp2.addN(X1, Y1);
      const E = Fp2.sub(Fp2.subN(Fp2.sqr(x1y1), A), B);
      const G = Fp2.addN(D, B);
      const F = Fp2.subN(G, C);
      const H = Fp2.subN(D, B);
      const X3 = Fp2.mul(E, F);
      const Y3 = Fp2.mul(G, H);
      const T3 = Fp2.mul(E, H);
      const Z3 = Fp2.mul(F, G);
      return new Point(X3, Y3, Z3, T3);
    }
    // Fast algo for adding 2 Extended Points.
    // https://hyperelliptic.org/EFD/g1p/auto-twisted-extended.html#addition-add-2008-hwcd
    // Cost: 9M + 1*a + 1*d + 7add.
    add(other) {
      aedpoint(other);
      const { d } = CURVE;
      const { X: X1, Y: Y1, Z: Z1, T: T1 } = this;
      const { X: X2, Y: Y2, Z: Z2, T: T2 } = other;
      const A = Fp2.mul(X1, X2);
      const B = Fp2.mul(Y1, Y2);
      const C = Fp2.mul(Fp2.mulN(T1, d), T2);
      const D = Fp2.mul(Z1, Z2);
      const E = Fp2.sub(Fp2.subN(Fp2.mulN(Fp2.addN(X1, Y1), Fp2.addN(X2, Y2)), A), B);
      const F = Fp2.subN(D, C);
      const G = Fp2.addN(D, C);
      const H = Fp2.sub(B, mulA(A));
      const X3 = Fp2.mul(E, F);
      const Y3 = Fp2.mul(G, H);
      const T3 = Fp2.mul(E, H);
      const Z3 = Fp2.mul(F, G);
      return new Point(X3, Y3, Z3, T3);
    }
    subtract(other) {
      aedpoint(other);
      return this.add(other.negate());
    }
    // Constant-time multiplication.
    multiply(scalar) {
      if (!Fn.isValidNot0(scalar))
        throw new RangeError("invalid scalar: expected 1 <= sc < curve.n");
      const { p, f } = wnaf.mulSecret(this, scalar, cofactor, normalize);
      return normalize([p, f])[0];
    }
    // Non-constant-time multiplication. Uses double-and-add algorithm.
    // It's faster, but should only be used when you don't care about
    // an exposed private key e.g. sig verification.
    // Keeps the same subgroup-scalar contract: 0 is allowed for public-scalar callers, but
    // n and larger values are rejected instead of being reduced mod n to the identity point.
    multiplyUnsafe(scalar) {
      if (!Fn.isValid(scalar))
        throw new RangeError("invalid scalar: expected 0 <= sc < curve.n");
      if (scalar === _0n4)
        return Point.ZERO;
      if (this.is0() || scalar === _1n4)
        return this;
      return wnaf.mulUnsafe(this, scalar, normalize);
    }
    // Checks if point is of small order.
    // If you add something to small order point, you will have "dirty"
    // point with torsion component.
    // Clears cofactor and checks if the result is 0.
    isSmallOrder() {
      return this.clearCofactor().is0();
    }
    // Multiplies point by curve order and checks if the result is 0.
    // Returns `false` is the point is dirty.
    isTorsionFree() {
      return wnaf.mulUnsafe(this, CURVE.n).is0();
    }
    // Converts Extended point to default (x, y) coordinates.
    // Can accept precomputed Z^-1 - for example, from invertBatch.
    toAffine(invertedZ) {
      const p = this;
      let iz = invertedZ;
      if (iz != null && typeof iz !== "bigint")
        throw new TypeError('"invertedZ" expected bigint, got type=' + typeof iz);
      const { X, Y, Z } = p;
      const is0 = p.is0();
      if (iz == null)
        iz = is0 ? Fp2.create(_8n2) : Fp2.inv(Z);
      const x = Fp2.mul(X, iz);
      const y = Fp2.mul(Y, iz);
      const zz = Fp2.mul(Z, iz);
      if (is0)
        return { x: Fp2.ZERO, y: Fp2.ONE };
      if (!Fp2.eql(zz, Fp2.ONE))
        throw new Error("invZ was invalid");
      return { x, y };
    }
    clearCofactor() {
      if (cofactor === _1n4)
        return this;
      if (cofactor === _2n2)
        return this.double();
      if (cofactor === _4n3)
        return this.double().double();
      if (cofactor === _8n2)
        return this.double().double().double();
      return this.multiplyUnsafe(cofactor);
    }
    toBytes() {
      const { x, y } = this.toAffine();
      const bytes = Fp2.toBytes(y);
      bytes[bytes.length - 1] |= isOdd(x) ? 128 : 0;
      return bytes;
    }
    toHex() {
      return bytesToHex2(this.toBytes());
    }
    toString() {
      return `<Point ${this.is0() ? "ZERO" : this.toHex()}>`;
    }
  }
  const normalize = (points) => normalizeZ(Point, points);
  const wnaf = new ScalarMultiplier(Point, randomBytes3);
  if (wnaf.bits >= 6)
    Point.BASE.precompute(6);
  Object.freeze(Point.prototype);
  Object.freeze(Point);
  return Point;
}
function eddsa(Point, cHash, eddsaOpts = {}) {
  validatePointCons(Point);
  if (typeof cHash !== "function")
    throw new Error('"hash" function param is required');
  const hash = cHash;
  const opts = eddsaOpts;
  validateObject(opts, {}, {
    adjustScalarBytes: "function",
    randomBytes: "function",
    domain: "function",
    prehash: "function",
    zip215: "boolean",
    mapToCurve: "function",
    toMontgomery: "function",
    toMontgomerySecret: "function"
  });
  const { prehash } = opts;
  const { BASE: BASE2, Fp: Fp2, Fn } = Point;
  const outputLen = hash.outputLen;
  const expectedLen = 2 * Fp2.BYTES;
  if (outputLen !== void 0) {
    asafenumber(outputLen, "hash.outputLen");
    if (outputLen !== expectedLen)
      throw new Error(`hash.outputLen must be ${expectedLen}, got ${outputLen}`);
  }
  const randomBytes3 = opts.randomBytes === void 0 ? randomBytes2 : opts.randomBytes;
  const toMontgomery2 = opts.toMontgomery;
  const toMontgomerySecret2 = opts.toMontgomerySecret;
  const adjustScalarBytes2 = opts.adjustScalarBytes === void 0 ? (bytes) => bytes : opts.adjustScalarBytes;
  const domain = opts.domain === void 0 ? (data, ctx, phflag) => {
    abool(phflag, "phflag");
    if (ctx.length || phflag)
      throw new Error("Contexts/pre-hash are not supported");
    return data;
  } : opts.domain;
  function modN_LE(hash2) {
    return Fn.create(bytesToNumberLE(hash2));
  }
  function getPrivateScalar(key) {
    const len = lengths.secretKey;
    abytes2(key, lengths.secretKey, "secretKey");
    const hashed = abytes2(hash(key), 2 * len, "hashedSecretKey");
    const head = adjustScalarBytes2(hashed.slice(0, len));
    const prefix = hashed.slice(len, 2 * len);
    const scalar = modN_LE(head);
    return { head, prefix, scalar };
  }
  function getExtendedPublicKey(secretKey) {
    const { head, prefix, scalar } = getPrivateScalar(secretKey);
    const point = BASE2.multiply(scalar);
    const pointBytes = point.toBytes();
    return { head, prefix, scalar, point, pointBytes };
  }
  function getPublicKey(secretKey) {
    return getExtendedPublicKey(secretKey).pointBytes;
  }
  function hashDomainToScalar(context = Uint8Array.of(), ...msgs) {
    const msg = concatBytes3(...msgs);
    return modN_LE(hash(domain(msg, abytes2(context, void 0, "context"), !!prehash)));
  }
  function sign(msg, secretKey, options = {}) {
    validateObject(options, {}, {}, "options");
    msg = copyBytes(abytes2(msg, void 0, "message"));
    if (prehash)
      msg = prehash(msg);
    const { prefix, scalar, pointBytes } = getExtendedPublicKey(secretKey);
    const r = hashDomainToScalar(options.context, prefix, msg);
    const R = BASE2.multiply(r).toBytes();
    const k = hashDomainToScalar(options.context, R, pointBytes, msg);
    const s = Fn.create(r + k * scalar);
    if (!Fn.isValid(s))
      throw new Error("sign failed: invalid s");
    const rs = concatBytes3(R, Fn.toBytes(s));
    return abytes2(rs, lengths.signature, "result");
  }
  const verifyOpts = {
    zip215: opts.zip215
  };
  function verify(sig, msg, publicKey, options = verifyOpts) {
    validateObject(options);
    const { context } = options;
    const zip215 = options.zip215 === void 0 ? !!verifyOpts.zip215 : options.zip215;
    const len = lengths.signature;
    sig = abytes2(sig, len, "signature");
    msg = abytes2(msg, void 0, "message");
    publicKey = abytes2(publicKey, lengths.publicKey, "publicKey");
    if (zip215 !== void 0)
      abool(zip215, "zip215");
    if (prehash)
      msg = prehash(msg);
    const mid = len / 2;
    const r = sig.subarray(0, mid);
    const s = bytesToNumberLE(sig.subarray(mid, len));
    let A, R, SB;
    try {
      A = Point.fromBytes(publicKey, zip215);
      R = Point.fromBytes(r, zip215);
      SB = BASE2.multiplyUnsafe(s);
    } catch (error) {
      return false;
    }
    if (!zip215 && A.isSmallOrder())
      return false;
    const k = hashDomainToScalar(context, r, publicKey, msg);
    const RkA = R.add(A.multiplyUnsafe(k));
    return RkA.subtract(SB).clearCofactor().is0();
  }
  const _size = Fp2.BYTES;
  const lengths = {
    secretKey: _size,
    publicKey: _size,
    signature: 2 * _size,
    seed: _size
  };
  function randomSecretKey(seed) {
    seed = seed === void 0 ? randomBytes3(lengths.seed) : seed;
    return abytes2(seed, lengths.seed, "seed");
  }
  function isValidSecretKey(key) {
    return isBytes2(key) && key.length === lengths.secretKey;
  }
  function isValidPublicKey(key, zip215) {
    try {
      return !!Point.fromBytes(key, zip215 === void 0 ? verifyOpts.zip215 : zip215);
    } catch (error) {
      return false;
    }
  }
  const utils = {
    getExtendedPublicKey,
    randomSecretKey,
    isValidSecretKey,
    isValidPublicKey,
    /** Converts an Edwards public key to a companion Montgomery public key. */
    toMontgomery(publicKey) {
      if (toMontgomery2 === void 0)
        throw new Error("Montgomery conversion is not supported for this curve");
      return toMontgomery2(Point.fromBytes(publicKey));
    },
    toMontgomerySecret(secretKey) {
      if (toMontgomerySecret2 === void 0)
        throw new Error("Montgomery conversion is not supported for this curve");
      return toMontgomerySecret2(secretKey);
    }
  };
  Object.freeze(lengths);
  Object.freeze(utils);
  return Object.freeze({
    keygen: createKeygen(randomSecretKey, getPublicKey),
    getPublicKey,
    sign,
    verify,
    utils,
    Point,
    lengths
  });
}

// node_modules/@noble/curves/ed25519.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
var _1n5 = /* @__PURE__ */ BigInt(1);
var _2n3 = /* @__PURE__ */ BigInt(2);
var _5n2 = /* @__PURE__ */ BigInt(5);
var _8n3 = /* @__PURE__ */ BigInt(8);
var ed25519_CURVE_p = /* @__PURE__ */ BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");
var ed25519_CURVE = /* @__PURE__ */ (() => ({
  p: ed25519_CURVE_p,
  n: BigInt("0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed"),
  h: _8n3,
  a: BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"),
  d: BigInt("0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3"),
  Gx: BigInt("0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a"),
  Gy: BigInt("0x6666666666666666666666666666666666666666666666666666666666666658")
}))();
function ed25519_pow_2_252_3(x) {
  const _10n = BigInt(10), _20n = BigInt(20), _40n = BigInt(40), _80n = BigInt(80);
  const P = ed25519_CURVE_p;
  const x2 = x * x % P;
  const b2 = x2 * x % P;
  const b4 = pow2(b2, _2n3, P) * b2 % P;
  const b5 = pow2(b4, _1n5, P) * x % P;
  const b10 = pow2(b5, _5n2, P) * b5 % P;
  const b20 = pow2(b10, _10n, P) * b10 % P;
  const b40 = pow2(b20, _20n, P) * b20 % P;
  const b80 = pow2(b40, _40n, P) * b40 % P;
  const b160 = pow2(b80, _80n, P) * b80 % P;
  const b240 = pow2(b160, _80n, P) * b80 % P;
  const b250 = pow2(b240, _10n, P) * b10 % P;
  const pow_p_5_8 = pow2(b250, _2n3, P) * x % P;
  return { pow_p_5_8, b2 };
}
function adjustScalarBytes(bytes) {
  bytes[0] &= 248;
  bytes[31] &= 127;
  bytes[31] |= 64;
  return bytes;
}
var ED25519_SQRT_M1 = /* @__PURE__ */ BigInt("19681161376707505956807079304988542015446066515923890162744021073123829784752");
function uvRatio(u, v) {
  const P = ed25519_CURVE_p;
  const v3 = mod(v * v * v, P);
  const v7 = mod(v3 * v3 * v, P);
  const pow3 = ed25519_pow_2_252_3(u * v7).pow_p_5_8;
  let x = mod(u * v3 * pow3, P);
  const vx2 = mod(v * x * x, P);
  const root1 = x;
  const root2 = mod(x * ED25519_SQRT_M1, P);
  const useRoot1 = vx2 === u;
  const useRoot2 = vx2 === mod(-u, P);
  const noRoot = vx2 === mod(-u * ED25519_SQRT_M1, P);
  if (useRoot1)
    x = root1;
  if (useRoot2 || noRoot)
    x = root2;
  if (isNegativeLE(x, P))
    x = mod(-x, P);
  return { isValid: useRoot1 || useRoot2, value: x };
}
var ed25519_Point = /* @__PURE__ */ edwards(ed25519_CURVE, { uvRatio });
var Fp = /* @__PURE__ */ (() => ed25519_Point.Fp)();
function toMontgomery(point) {
  const { y } = point;
  return Fp.toBytes(Fp.div(_1n5 + y, _1n5 - y));
}
function toMontgomerySecret(secretKey) {
  const size = ed25519_Point.Fp.BYTES;
  abytes(secretKey, size);
  return adjustScalarBytes(sha512(secretKey.subarray(0, size))).subarray(0, size);
}
function ed(opts) {
  return eddsa(ed25519_Point, sha512, Object.assign({ adjustScalarBytes, toMontgomery, toMontgomerySecret, zip215: true }, opts));
}
var ed25519 = /* @__PURE__ */ ed({});

// src/portable/tlog/ed25519.ts
function verifyEd25519(signature, message, publicKey) {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

// src/portable/tlog/note-signatures.ts
function openNote(note, verifiers) {
  const signedBy = /* @__PURE__ */ new Map();
  for (const line of note.signatures) {
    for (const key of verifiers.filter((known) => known.name === line.name && known.keyId === line.keyId)) {
      const verified = verifySignature(note.text, line.signature, key);
      if (verified === null) return { ok: false, reason: "bad-signature", key };
      if (!signedBy.has(key)) signedBy.set(key, verified);
    }
  }
  if (signedBy.size === 0) return { ok: false, reason: "no-known-signature" };
  return { ok: true, text: note.text, signedBy: [...signedBy.values()] };
}
function verifySignature(text2, signature, key) {
  if (key.type === ED25519_COSIGNATURE) return verifyCosignature(text2, signature, key);
  return verifyEd25519(signature, utf8(text2), key.publicKey) ? { key, timeUnixSeconds: null } : null;
}
function verifyCosignature(text2, payload, key) {
  if (payload.length !== 72) return null;
  const time = new DataView(payload.buffer, payload.byteOffset, 8).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const timeUnixSeconds = Number(time);
  const message = cosignedMessage(text2, timeUnixSeconds);
  return verifyEd25519(payload.subarray(8), message, key.publicKey) ? { key, timeUnixSeconds } : null;
}
function cosignedMessage(text2, timeUnixSeconds) {
  return utf8(`cosignature/v1
time ${timeUnixSeconds}
${text2}`);
}

// src/portable/tlog/check-policy.ts
function checkPolicy(note, policy) {
  const decoded = decodeCheckpoint(note.text);
  if (!decoded.ok) return { ok: false, reason: "not-a-checkpoint" };
  const { checkpoint } = decoded;
  const opened2 = openNote(note, [...policy.logs, ...policy.witnesses.map((witness2) => witness2.key)]);
  if (!opened2.ok) return { ok: false, reason: refusalOf(opened2, policy) };
  const log = opened2.signedBy.find(
    ({ key }) => policy.logs.includes(key) && key.name === checkpoint.origin
  )?.key;
  if (log === void 0) return { ok: false, reason: "log-not-known" };
  const witnessedBy = witnessesAmong(opened2.signedBy, policy);
  const met = hasWitnessed(policy.quorum, policy, new Set(witnessedBy.map((witness2) => witness2.name)));
  const found2 = { checkpoint, log, witnessedBy };
  return met ? { ok: true, ...found2 } : { ok: false, reason: "quorum-not-met", ...found2 };
}
function refusalOf(opened2, policy) {
  if (opened2.reason === "no-known-signature") return "log-not-known";
  return policy.logs.includes(opened2.key) ? "log-signature-bad" : "witness-signature-bad";
}
function witnessesAmong(signedBy, policy) {
  return policy.witnesses.flatMap(
    ({ name, key }) => signedBy.filter((signature) => signature.key === key).map(({ timeUnixSeconds }) => ({ name, timeUnixSeconds: timeUnixSeconds ?? 0 }))
  );
}
function hasWitnessed(name, policy, signed) {
  if (name === "none") return true;
  const group = policy.groups.find((one) => one.name === name);
  if (group === void 0) return signed.has(name);
  return group.members.filter((member) => hasWitnessed(member, policy, signed)).length >= group.threshold;
}

// src/portable/tlog/merkle.ts
var LEAF = Uint8Array.of(0);
var NODE = Uint8Array.of(1);
var EMPTY_ROOT = sha2562();
function leafHash(entry) {
  return sha2562(LEAF, entry);
}
function nodeHash(left, right) {
  return sha2562(NODE, left, right);
}

// src/portable/tlog/policy.ts
var MAX_POLICY_LENGTH = 262144;
var MAX_OF_A_KIND = 64;
var TOO_MANY = `There are more than ${MAX_OF_A_KIND} lines of this kind.`;
var LINE_RULES2 = /* @__PURE__ */ new Map([
  ["log", addLog],
  ["witness", addWitness],
  ["group", addGroup],
  ["quorum", setQuorum]
]);
function decodePolicy(text2) {
  if (text2.length > MAX_POLICY_LENGTH) return { ok: false, reason: "The policy is too long.", line: 0 };
  if (!text2.endsWith("\n")) return { ok: false, reason: "The last line does not end in a newline.", line: 0 };
  const draft = { logs: [], witnesses: [], groups: [], quorum: null, grouped: /* @__PURE__ */ new Set() };
  for (const [i, line] of text2.slice(0, -1).split("\n").entries()) {
    const reason = addLine(line, draft);
    if (reason !== null) return { ok: false, reason, line: i + 1 };
  }
  const { logs, witnesses, groups, quorum } = draft;
  if (quorum === null) return { ok: false, reason: "There is no quorum line.", line: 0 };
  return { ok: true, policy: { logs, witnesses, groups, quorum } };
}
function addLine(line, draft) {
  if (!isNoteText(line.replaceAll("	", " ")) || line.includes("\x7F"))
    return "The line holds a control character.";
  const [keyword = "", ...words4] = line.split(/[ \t]+/).filter((word) => word !== "");
  if (keyword === "" || keyword.startsWith("#")) return null;
  const rule = LINE_RULES2.get(keyword);
  return rule === void 0 ? "The line begins with an unknown word." : rule(words4, draft);
}
function addLog([vkey = "", ...rest], draft) {
  if (rest.length > 1) return "A log line is a key and perhaps an address.";
  return addKey(vkey, ED25519, draft.logs, (key) => draft.logs.push(key));
}
function addWitness([name = "", vkey = "", ...rest], draft) {
  if (rest.length > 1) return "A witness line is a name, a key and perhaps an address.";
  if (!isFree(name, draft)) return "The name of the witness is taken.";
  const known = draft.witnesses.map((witness2) => witness2.key);
  return addKey(vkey, ED25519_COSIGNATURE, known, (key) => draft.witnesses.push({ name, key }));
}
function addKey(vkey, type, known, add2) {
  const decoded = decodeVerifierKey(vkey);
  if (!decoded.ok) return `The key cannot be used. ${decoded.reason}`;
  if (decoded.key.type !== type) return "The key is of the wrong signature type for its line.";
  const material = decoded.key.publicKey.join();
  if (known.length === MAX_OF_A_KIND) return TOO_MANY;
  if (known.some((other) => other.publicKey.join() === material)) return "The same key is listed twice.";
  add2(decoded.key);
  return null;
}
function addGroup([name = "", threshold = "", ...members], draft) {
  if (!isFree(name, draft)) return "The name of the group is taken.";
  if (draft.groups.length === MAX_OF_A_KIND) return TOO_MANY;
  const needed = thresholdOf(threshold, members.length);
  if (needed === null) return "The group does not need between one and all of its members.";
  for (const member of members) {
    if (!isDefined(member, draft)) return "A member of the group is not defined above it.";
    if (draft.grouped.has(member)) return "A member of the group is listed in a group already.";
    draft.grouped.add(member);
  }
  draft.groups.push({ name, threshold: needed, members });
  return null;
}
function thresholdOf(word, count2) {
  if (count2 === 0) return null;
  if (word === "any") return 1;
  if (word === "all") return count2;
  const number2 = /^[1-9][0-9]{0,3}$/.test(word) ? Number(word) : 0;
  return number2 >= 1 && number2 <= count2 ? number2 : null;
}
function setQuorum([name = "", ...rest], draft) {
  if (draft.quorum !== null) return "There is a second quorum line.";
  if (rest.length > 0) return "A quorum line is one name.";
  if (name !== "none" && !isDefined(name, draft)) return "The quorum is not defined above its line.";
  draft.quorum = name;
  return null;
}
function isFree(name, draft) {
  return name !== "" && name !== "none" && !isDefined(name, draft);
}
function isDefined(name, draft) {
  return draft.witnesses.some((one) => one.name === name) || draft.groups.some((one) => one.name === name);
}

// src/portable/tlog/proof-file.ts
var FIRST_LINE = "c2sp.org/tlog-proof@v1";
var MAX_HASHES = 64;
function decodeProofFile(text2) {
  const end = text2.indexOf("\n\n");
  if (end < 0) return refuse6("It has no blank line before a checkpoint.");
  const lines = text2.slice(0, end).split("\n");
  if (lines.shift() !== FIRST_LINE) return refuse6("Its first line is not that of a proof file.");
  const extra = lines[0]?.startsWith("extra ") ? fromBase64((lines.shift() ?? "").slice(6)) : void 0;
  if (extra === null || extra?.length === 0) return refuse6("Its extra data is malformed.");
  const [, indexText = ""] = /^index ([0-9]+)$/.exec(lines.shift() ?? "") ?? [];
  const index = decodeDecimal(indexText);
  if (index === null) return refuse6("Its index line is malformed.");
  const hashes = decodeHashes(lines);
  if (hashes === null) return refuse6("A line of its inclusion proof is not a SHA-256 hash.");
  const proof = { index, hashes, checkpoint: text2.slice(end + 2) };
  return { ok: true, proof: extra === void 0 ? proof : { ...proof, extra } };
}
function decodeHashes(lines) {
  if (lines.length > MAX_HASHES) return null;
  const hashes = lines.map(fromBase64).filter((hash) => hash?.length === 32);
  return hashes.length === lines.length ? hashes : null;
}
function refuse6(reason) {
  return { ok: false, reason };
}

// src/portable/tlog/verify-proofs.ts
function verifyInclusion({ leafHash: leafHash2, index, treeSize, proof, root }) {
  if (!isTreeSize(treeSize) || !isTreeSize(index) || index >= treeSize) return false;
  if (![leafHash2, root, ...proof].every(isHash)) return false;
  let hash = leafHash2;
  let place = { node: index, last: treeSize - 1 };
  for (const sibling of proof) {
    if (place.last === 0) return false;
    const onTheRight = isRightOrLast(place);
    hash = onTheRight ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    place = above(onTheRight ? pastSingleNodes(place) : place);
  }
  return place.last === 0 && equalBytes(hash, root);
}
function verifyConsistency({ size1, size2, root1, root2, proof }) {
  if (!isTreeSize(size1) || !isTreeSize(size2) || size1 === 0 || size1 > size2) return false;
  if (size1 === size2) return proof.length === 0 && equalBytes(root1, root2);
  if (![root1, root2, ...proof].every(isHash)) return false;
  let place = { node: size1 - 1, last: size2 - 1 };
  while (place.node % 2 === 1) place = above(place);
  const [seed, ...rest] = place.node === 0 ? [root1, ...proof] : proof;
  if (seed === void 0 || proof.length === 0) return false;
  let old = seed;
  let grown2 = seed;
  for (const hash of rest) {
    if (place.last === 0) return false;
    const onTheRight = isRightOrLast(place);
    if (onTheRight) old = nodeHash(hash, old);
    grown2 = onTheRight ? nodeHash(hash, grown2) : nodeHash(grown2, hash);
    place = above(onTheRight ? pastSingleNodes(place) : place);
  }
  return place.last === 0 && equalBytes(old, root1) && equalBytes(grown2, root2);
}
function isHash(bytes) {
  return bytes.length === 32;
}
function isRightOrLast({ node, last }) {
  return node % 2 === 1 || node === last;
}
function pastSingleNodes(place) {
  let at = place;
  while (at.node % 2 === 0 && at.node !== 0) at = above(at);
  return at;
}
function above({ node, last }) {
  return { node: Math.floor(node / 2), last: Math.floor(last / 2) };
}

// src/portable/bundle/bundle-proof.ts
var BUNDLE_PRODUCED = "bundle-produced";
var SALT_BYTES = 32;
var HASH_BYTES2 = 32;
var LENGTH_BYTES = 4;
var MAX_HASHES2 = 64;
var isFacts = shaped({ bundle: (value) => isHex(value, 32), name: isText2 });
function decodeBundleProof(text2) {
  const decoded = decodeProofFile(text2);
  if (!decoded.ok) return decoded;
  const { proof } = decoded;
  const parts = proof.extra && partsOf(proof.extra);
  if (!parts) return refuse7("It does not hold the event it proves.");
  const { salt, eventBytes, consistency } = parts;
  const event = decodeEvent(eventBytes);
  if (!event.ok) return event;
  if (event.event.type !== BUNDLE_PRODUCED || !isFacts(event.event.facts)) {
    return refuse7("Its event is not the making of a bundle.");
  }
  const facts = event.event.facts;
  const commitment = eventCommitment(salt, eventBytes);
  return { ok: true, value: { event: event.event, facts, commitment, proof, consistency } };
}
function partsOf(extra) {
  const from = SALT_BYTES + LENGTH_BYTES;
  if (extra.length < from) return null;
  const end = from + new DataView(extra.buffer, extra.byteOffset).getUint32(SALT_BYTES);
  const count2 = (extra.length - end) / HASH_BYTES2;
  if (!Number.isInteger(count2) || count2 < 0 || count2 > MAX_HASHES2) return null;
  const consistency = Array.from(
    { length: count2 },
    (_, i) => extra.slice(end + i * HASH_BYTES2, end + (i + 1) * HASH_BYTES2)
  );
  return { salt: extra.subarray(0, SALT_BYTES), eventBytes: extra.subarray(from, end), consistency };
}
function refuse7(reason) {
  return { ok: false, reason };
}

// src/portable/findings/finding.ts
var READABLE = "readable";
var CHECKPOINT_SIGNED = "checkpoint-signed";
function verdictOf(findings, policyGiven) {
  const failed = findings.filter((finding2) => finding2.outcome === "failed");
  if (findings.length === 0 || failed.some((finding2) => finding2.check === READABLE)) return "unusable";
  if (failed.length > 0) return "failed";
  const signed = findings.some(({ check: check2, outcome }) => check2 === CHECKPOINT_SIGNED && outcome === "passed");
  return policyGiven && signed ? "verified" : "issuer-not-established";
}
var EXIT_CODES = {
  verified: 0,
  failed: 1,
  unusable: 2,
  "issuer-not-established": 3
};
function exitCodeOf(verdict) {
  return EXIT_CODES[verdict];
}

// src/portable/bundle/verify/open-bundle.ts
async function openBundle(source, { hashers, sha512: sha5122, progress }) {
  const zip = await readZip(source);
  const folder = zip.entries?.[0]?.name.split("/")[0];
  if (!zip.entries || folder === void 0) return { bundle: null, faults: zip.faults };
  const faults = [...zip.faults];
  const files = /* @__PURE__ */ new Map();
  let doneBytes = 0;
  for (const entry of zip.entries) {
    const path = pathInside(folder, entry.name);
    if (path === null) {
      faults.push(outside(entry.name));
      continue;
    }
    const digests = await (sha5122 ? digestStream : digestNarrow)(counted(source, entry), hashers);
    if (digests.crc32 !== entry.crc32)
      faults.push(`The bytes of ${path} do not give the checksum in the zip.`);
    files.set(path, { path, entry, digests });
  }
  return { bundle: { folder, files, source }, faults };
  async function* counted(from, entry) {
    for await (const chunk of streamRange(from, entry.dataOffset, entry.sizeBytes, { passing: true })) {
      yield chunk;
      doneBytes += chunk.length;
      progress({ step: "files", doneBytes, totalBytes: source.sizeBytes });
    }
  }
}
function pathInside(folder, name) {
  const inside = name.startsWith(`${folder}/`) && pathFault(name) === null;
  return inside ? name.slice(folder.length + 1) : null;
}
function outside(name) {
  return pathFault(name) === null ? `${name} lies outside the bundle's folder.` : "A file has no usable name.";
}
function meansToBeBundle(bundle) {
  return bundle.files.has(COVER_PATH) || bundle.files.has(BAGIT_PATH);
}
async function readSmall(bundle, path, maxBytes) {
  const file = bundle.files.get(path);
  if (!file || file.entry.sizeBytes > maxBytes) return null;
  return readRange(bundle.source, file.entry.dataOffset, file.entry.sizeBytes);
}

// src/portable/bundle/verify/outcome.ts
var RECORD_CODE = "record-code";
var CHECKS = [
  READABLE,
  "zip",
  "complete",
  "unchanged",
  "record-files",
  "cover",
  "order",
  "items",
  "record",
  RECORD_CODE,
  "counts",
  "times",
  "withheld",
  "log-entries",
  "sealed-list",
  "sealed-list-in-log",
  "log-extends",
  "heads-signed",
  CHECKPOINT_SIGNED,
  "witnesses",
  "transcript-bytes",
  "transcript-words"
];
function outcomeOf(check2, faults, facts = {}) {
  return { check: check2, state: faults.length === 0 ? "passed" : "failed", details: faults, facts };
}
function notChecked(check2, why, facts = {}) {
  return { check: check2, state: "not-checked", details: [why], facts };
}

// src/portable/bundle/verify/bag-checks.ts
var MAX_LIST_BYTES = 1 << 25;
async function checkBag(bundle) {
  const all = [...bundle.files.values()];
  const payload = all.filter(({ path }) => path.startsWith("data/"));
  const { malformed, absent, unlisted, changed } = await compareList(
    bundle,
    MANIFEST_256_PATH,
    payload
  );
  const tags = await compareList(bundle, TAG_MANIFEST_PATH, all.filter(isListedTag));
  const facts = { count: payload.length };
  return [
    outcomeOf("complete", [...malformed, ...absent, ...unlisted], facts),
    outcomeOf("unchanged", changed, facts),
    outcomeOf("record-files", [...tags.malformed, ...tags.absent, ...tags.unlisted, ...tags.changed])
  ];
}
function isListedTag({ path }) {
  return !path.startsWith("data/") && path !== TAG_MANIFEST_PATH && path !== BUNDLE_PROOF_PATH;
}
async function compareList(bundle, list, files) {
  const bytes = await readSmall(bundle, list, MAX_LIST_BYTES);
  if (!bytes)
    return { malformed: [`${list} is missing or far too large.`], absent: [], unlisted: [], changed: [] };
  const { digests, faults } = decodeManifest(bytes, list);
  const here = new Map(files.map((file) => [file.path, file]));
  return {
    malformed: faults,
    absent: [...digests.keys()].filter((path) => !here.has(path)).map((path) => `${path} is listed and not here.`),
    unlisted: files.filter(({ path }) => !digests.has(path)).map(({ path }) => `${path} is here and not listed.`),
    changed: files.filter((file) => differs(digests.get(file.path), file)).map(describe)
  };
}
function differs(listed, { digests }) {
  return listed !== void 0 && listed !== toHex(digests.sha256);
}
function describe({ path, digests }) {
  return `${path} is not the file on the list. Found here: SHA-256 ${toHex(digests.sha256)}.`;
}

// src/portable/bundle/verify/contents.ts
var MAX_COVER_BYTES = 1 << 24;
var MAX_EVENTS_BYTES = 1 << 25;
var MAX_PROOF_BYTES = 1 << 17;
async function readContents(bundle) {
  return {
    cover: await readCover(bundle),
    record: await readRecord(bundle),
    produced: await readProduced(bundle)
  };
}
function missing(path) {
  return { ok: false, faults: [`${path} is missing or far too large.`] };
}
async function readCover(bundle) {
  const bytes = await readSmall(bundle, COVER_PATH, MAX_COVER_BYTES);
  if (!bytes) return missing(COVER_PATH);
  const decoded = decodeCover(bytes);
  return decoded.ok ? { ok: true, value: decoded.cover } : { ok: false, faults: [decoded.reason] };
}
async function readRecord(bundle) {
  const bytes = await readSmall(bundle, EVENTS_PATH, MAX_EVENTS_BYTES);
  if (!bytes) return missing(EVENTS_PATH);
  const lines = [];
  const faults = [];
  let from = 0;
  for (let number2 = 1; from < bytes.length; number2 += 1) {
    const end = bytes.indexOf(10, from);
    const decoded = decodeRecordLine(bytes.subarray(from, end < 0 ? bytes.length : end));
    if (decoded.ok) lines.push(decoded.line);
    else faults.push(`Line ${number2} of the continuity record cannot be read. ${decoded.reason}`);
    from = end < 0 ? Infinity : end + 1;
  }
  if (bytes.at(-1) !== 10) faults.push("The continuity record does not end with a line end.");
  return faults.length === 0 ? { ok: true, value: lines } : { ok: false, faults };
}
async function readProduced(bundle) {
  const text2 = await readText(bundle, BUNDLE_PROOF_PATH);
  if (text2 === null) return missing(BUNDLE_PROOF_PATH);
  const decoded = decodeBundleProof(text2);
  if (decoded.ok) return { ok: true, value: decoded.value };
  return { ok: false, faults: [`The proof of the bundle's making cannot be read. ${decoded.reason}`] };
}
async function readText(bundle, path) {
  const bytes = await readSmall(bundle, path, MAX_PROOF_BYTES);
  return bytes && decodeUtf8(bytes);
}

// src/portable/bundle/opening.ts
var isOpening = shaped({ facts: isText2, salt: (value) => isHex(value, 32) });
function decodeOpening(bytes) {
  const value = decodeJsonLine(bytes);
  if (!isOpening(value)) return null;
  const opening = value;
  const [factsBytes, salt] = [fromBase64(opening.facts), fromHex(opening.salt)];
  if (!factsBytes || !salt) return null;
  const decoded = decodeItemFacts(factsBytes);
  return decoded.ok ? { facts: decoded.facts, content: toHex(itemCommitment(salt, factsBytes)) } : null;
}

// src/portable/bundle/verify/item-check.ts
var MAX_OPENING_BYTES = 1 << 17;
var ITEM_SEALED = "item-sealed";
async function checkItems(bundle, { cover, record: record2 }) {
  if (!cover.ok || !record2.ok) {
    const outcome = notChecked("items", "bundle.json or the continuity record cannot be read.");
    return { outcome, items: [] };
  }
  const sealed = sealings(record2.value);
  const items = [];
  const faults = malformedSealings(record2.value);
  for (const entry of cover.value.items) {
    const checked = await checkItem(bundle, entry, sealed.get(entry.item) ?? []);
    if (checked.item) items.push(checked.item);
    faults.push(...checked.faults);
  }
  return { outcome: outcomeOf("items", faults, { count: cover.value.items.length }), items };
}
function malformedSealings(record2) {
  return record2.flatMap(({ n, event }) => {
    const malformed = event?.type === ITEM_SEALED && itemSealedFacts(event.facts) === null;
    return malformed ? [`Entry ${n} of the record does not say what it sealed.`] : [];
  });
}
function sealings(record2) {
  const sealed = /* @__PURE__ */ new Map();
  for (const { event } of record2) {
    const facts = event?.type === ITEM_SEALED ? itemSealedFacts(event.facts) : null;
    if (!event || !facts) continue;
    const known = sealed.get(facts.item);
    const seal = { content: facts.content, at: event.at };
    if (known) known.push(seal);
    else sealed.set(facts.item, [seal]);
  }
  return sealed;
}
async function checkItem(bundle, { file, item }, sealed) {
  const bytes = await readSmall(bundle, openingPath(file), MAX_OPENING_BYTES);
  const opening = bytes && decodeOpening(bytes);
  if (!opening) return { item: null, faults: [`${file}: its facts cannot be read.`] };
  const { facts, content } = opening;
  const faults = [];
  if (facts.item !== item) faults.push(`${file}: its facts are those of another item.`);
  faults.push(...bytesFaults(file, facts, bundle.files.get(itemPath(file))));
  const [seal, second] = sealed;
  if (!seal || second) faults.push(`${file}: the record holds ${sealed.length} sealings of it, not one.`);
  else if (seal.content !== content) faults.push(`${file}: its facts are not the ones that were sealed.`);
  return { item: seal ? { file, facts, sealedAt: seal.at } : null, faults };
}
function bytesFaults(file, facts, found2) {
  if (!found2) return [`${file}: its bytes are not here.`];
  const { digests } = found2;
  const faults = [];
  if (digests.sizeBytes !== facts.sizeBytes) {
    faults.push(`${file}: it has ${digests.sizeBytes} bytes, and ${facts.sizeBytes} were sealed.`);
  }
  if (toHex(digests.sha256) !== facts.sha256)
    faults.push(`${file}: its bytes do not have the sealed SHA-256.`);
  if (digests.sha512 !== null && toHex(digests.sha512) !== facts.sha512)
    faults.push(`${file}: its bytes do not have the sealed SHA-512.`);
  return faults;
}

// src/portable/receipt/event-types.ts
var SUBMISSION_RECEIVED = "submission-received";
var ITEM_SEALED2 = "item-sealed";
var SUBMISSION_SEALED = "submission-sealed";
var ADDITION_ACKNOWLEDGED = "addition-acknowledged";

// src/portable/receipt/record-code.ts
var ALPHABET2 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
var BASE = ALPHABET2.length;
var DATA_CHARACTERS = 19;
var LABEL = "handover/record-code/v1";
function recordCode(commitment) {
  const values = firstValues(sha2562(utf8(LABEL), Uint8Array.of(0), commitment));
  return grouped([...values, checkOf(values)]);
}
function parseRecordCode(text2) {
  const plain2 = text2.toUpperCase().replaceAll(/[\s.\p{Pd}]/gu, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  const values = Array.from(plain2, (character) => ALPHABET2.indexOf(character));
  if (values.length !== DATA_CHARACTERS + 1 || values.includes(-1)) return null;
  return values.at(-1) === checkOf(values.slice(0, -1)) ? grouped(values) : null;
}
function firstValues(digest) {
  let [held, heldBits] = [0, 0];
  const values = [];
  for (const byte of digest) {
    held = (held << 8 | byte) & 4095;
    for (heldBits += 8; heldBits >= 5; heldBits -= 5) values.push(held >> heldBits - 5 & 31);
  }
  return values.slice(0, DATA_CHARACTERS);
}
function checkOf(values) {
  const sum = values.toReversed().reduce((total, value, place) => {
    const weighted = place % 2 === 0 ? 2 * value : value;
    return total + Math.floor(weighted / BASE) + weighted % BASE;
  }, 0);
  return (BASE - sum % BASE) % BASE;
}
function grouped(values) {
  const code = values.map((value) => ALPHABET2.charAt(value)).join("");
  return code.replaceAll(/(.{4})(?=.)/g, "$1-");
}

// src/portable/receipt/published-words.ts
var PUBLISHED_WORDS = {
  "published-checkpoint": {
    passed: {
      sentence: (count2) => count2 === 1 ? "The published checkpoint is of 1 entry, signed by the same log." : `The published checkpoint is of ${count2} entries, signed by the same log.`,
      means: "It and the receipt can be held against each other: the same log vouches for both.",
      doesNotProve: "When it was published, unless a witness signed it. Note down when and where you got it."
    },
    failed: {
      sentence: () => "The published checkpoint is not one that this log signed.",
      means: "It cannot be held against the receipt. Get it again, word for word as it is published.",
      doesNotProve: "Anything about the log. Anyone could have made such a file."
    },
    "not-a-checkpoint": {
      sentence: () => "What was given as the published checkpoint is not a checkpoint.",
      means: "It was not compared. Fetch it again from /checkpoint and look that it is not an error message.",
      doesNotProve: "Anything about the log or the receipt."
    },
    "another-log": {
      sentence: () => "The published checkpoint is of another log of this force. It was not compared.",
      means: "A force that had to begin a new log publishes the last checkpoint of the old one. That one is needed here.",
      doesNotProve: "That anything is wrong with either log."
    },
    "no-policy": {
      sentence: () => "The published checkpoint was not compared: no policy was given.",
      means: "Without the policy anyone could have made it. Get the policy from where the force publishes it.",
      doesNotProve: "That the log was changed, or that it was not."
    },
    "receipt-not-signed": {
      sentence: () => "The published checkpoint was not compared: the receipt's own is not shown to be signed.",
      means: "The check of who signed what this receipt rests on comes first.",
      doesNotProve: "That the log was changed, or that it was not."
    }
  },
  "log-not-shorter": {
    passed: {
      sentence: () => "The published log has no fewer entries than the log this receipt rests on.",
      means: "The end of the log, as it was when the receipt was issued, was not cut off.",
      doesNotProve: "That the entries are still the same ones. The next check is about that."
    },
    failed: {
      sentence: (count2) => `The log signed for ${count2} more ${count2 === 1 ? "entry" : "entries"} in this receipt than it publishes.`,
      means: "If it was fetched more than two minutes after the receipt was saved, as was said, the end of the log was cut off. Keep both files unaltered: both are signed by the log, so together they are proof.",
      doesNotProve: "That anything was cut off, if the checkpoint was published before the receipt: an old one looks the same. Nor who cut it off, or why."
    },
    older: {
      sentence: (count2) => `The published checkpoint has ${count2} ${count2 === 1 ? "entry" : "entries"} fewer: it may be older than this receipt.`,
      means: "What is published is renewed every minute. Fetch it again more than two minutes after the receipt was saved, keep both files, and say that it was fetched later (--later, or the box on the page).",
      doesNotProve: "That the log was cut short, or that it was not."
    },
    "not-comparable": {
      sentence: () => "Whether the log was cut short was not checked.",
      means: "The published checkpoint cannot be held against the receipt. The check before this says why.",
      doesNotProve: "That the log was cut short, or that it was not."
    }
  },
  "log-not-forked": {
    passed: {
      sentence: () => "The published log holds what the log of this receipt held, unchanged and in order.",
      means: "Every entry that was there when the receipt was issued is there still, in the same place.",
      doesNotProve: "That everybody is shown the same log, or anything about entries that came later."
    },
    failed: {
      sentence: () => "The log signed two different histories of the same length.",
      means: "One of the two was rewritten. Keep both files unaltered: both are signed by the log, so together they are proof.",
      doesNotProve: "Which of the two is the right one, who made the other, or why."
    },
    "proof-fails": {
      sentence: () => "The proof given does not lead from the log of this receipt to the published one.",
      means: "A log that was never rewritten can always give a proof that does. Ask the public site for it, as below.",
      doesNotProve: "That the log was rewritten: this proof may be damaged, or of other sizes."
    },
    "no-proof": {
      sentence: () => "Whether the log was rewritten was not checked: no consistency proof was given.",
      means: "The published log is longer. Ask the force's public site for the proof, as below: an honest log can give it.",
      doesNotProve: "That the log was rewritten, or that it was not."
    },
    "not-a-proof": {
      sentence: () => "What was given as the consistency proof is not one. Rewriting was not checked.",
      means: "Ask the force's public site again, as below, and look that the answer is not an error message.",
      doesNotProve: "That the log was rewritten, or that it was not."
    },
    shorter: {
      sentence: () => "Whether the log was rewritten was not checked: the published one is shorter.",
      means: "The check before this is the one that matters.",
      doesNotProve: "That what is left of the log is unchanged."
    },
    "not-comparable": {
      sentence: () => "Whether the log was rewritten was not checked.",
      means: "The published checkpoint cannot be held against the receipt. An earlier check says why.",
      doesNotProve: "That the log was rewritten, or that it was not."
    }
  },
  "record-code": {
    passed: {
      sentence: () => "The record holds the event whose code was written down.",
      means: "It is the one that ended sealing, and names what was sealed before it.",
      doesNotProve: "That nothing came after it. A code is short: whoever issued the record could, with much computing, have prepared two with one code."
    },
    failed: {
      sentence: () => "The record does not hold the event whose code was written down.",
      means: "The code is of another submission, was noted down wrongly, or this is not the record it was of.",
      doesNotProve: "Which of these it is. Compare reference and code with the paper first."
    }
  }
};

// src/portable/receipt/words.ts
var RECEIVED_ITEMS = [
  "No item was received, and none was sealed.",
  "The one item that was received was sealed, and is listed."
];
var SEALED_ITEMS = ["No item was sealed, and none is listed.", "The one item is listed as it was sealed."];
var RECEIPT_WORDS = {
  [READABLE]: {
    passed: {
      sentence: () => "The receipt is in the one form that a receipt can have.",
      means: "Nothing was added to the file, and it cannot be read in two ways.",
      doesNotProve: "That what it says is true."
    },
    failed: {
      sentence: () => "This is not a receipt, or it was changed so that it cannot be read.",
      means: "Nothing else could be checked. Use the file exactly as it was first saved, not its text copied elsewhere.",
      doesNotProve: "That anything is wrong with what was handed in."
    }
  },
  "events-readable": {
    passed: {
      sentence: (count2) => count2 === 1 ? "The one event of the record can be read." : `All ${count2} events of the record can be read.`,
      means: "Each event says what happened, when, and who did it, in one form only.",
      doesNotProve: "That the times are right: they are those of the force's own clock."
    },
    failed: {
      sentence: () => "An event of the record cannot be read.",
      means: "This file was changed, or was not made by Handover.",
      doesNotProve: "Which of the two it was."
    }
  },
  "events-in-log": {
    passed: {
      sentence: (count2) => count2 === 1 ? "The one event is in the log." : `All ${count2} events are in the log.`,
      means: "Each event was in the log, byte for byte as it stands here, when its checkpoint was made.",
      doesNotProve: "Whose log it is. That rests on who signed the checkpoint."
    },
    failed: {
      sentence: () => "An event is not proved to be in the log.",
      means: "The event, its salt or its proof is not the one that was issued.",
      doesNotProve: "That the log was changed, or who changed this file."
    }
  },
  "one-log": {
    passed: {
      sentence: () => "The events stand in one log, in the order of the record.",
      means: "The log took the events in the order of their numbers.",
      doesNotProve: "That everybody is shown the same log. Outside witnesses show that."
    },
    failed: {
      sentence: () => "The events do not stand in one log in the order of the record.",
      means: "The proofs are of different logs, of different histories of one log, or in the wrong places.",
      doesNotProve: "Which of them is the right one."
    },
    unreadable: {
      sentence: () => "The order in the log was not checked: a proof cannot be read.",
      means: "The check of the events in the log names the proof.",
      doesNotProve: "That the order is wrong."
    }
  },
  "chain-complete": {
    passed: {
      sentence: (count2) => count2 === 1 ? "The record is its first event." : `The record runs from event 1 to event ${count2} without a gap.`,
      means: "No event before the last one shown was left out, and each names the one before it.",
      doesNotProve: "That nothing happened after the last event shown here."
    },
    failed: {
      sentence: () => "The record has a gap, or events in the wrong place.",
      means: "At least one event is missing, moved, or of another submission.",
      doesNotProve: "What a missing event says, or that anyone meant to hide it."
    },
    "of-addition": {
      sentence: () => "This is the receipt of one addition, which shows no chain.",
      means: "It was added to a submission that has a receipt of its own. What else happened there is not shown.",
      doesNotProve: "That it was the only addition, or in which order additions came."
    },
    unreadable: {
      sentence: () => "Gaps in the record were not looked for: an event cannot be read.",
      means: "The check of the events names the one that cannot be read.",
      doesNotProve: "That there is a gap."
    }
  },
  "sealed-whole": {
    passed: {
      sentence: (count2) => RECEIVED_ITEMS[count2] ?? `All ${count2} items that were received were sealed, and are listed.`,
      means: "The record reaches from the receipt to the end of sealing. Nothing was cut off in between.",
      doesNotProve: "That nothing happened after sealing, or that everything there was had been handed in."
    },
    failed: {
      sentence: () => "The record does not reach the end of sealing whole: events or items are missing.",
      means: "What was received, sealed and listed do not agree. This file was cut, or not all that came was sealed.",
      doesNotProve: "Who cut it, or that anyone meant to. Ask the force for the receipt again."
    },
    unreadable: {
      sentence: () => "Whether the record is whole was not checked: an event cannot be read.",
      means: "The check of the events names the one that cannot be read.",
      doesNotProve: "That something was cut off."
    }
  },
  reference: {
    passed: {
      sentence: () => "The reference on the receipt is the one sealed in the record.",
      means: "The record is that of the submission which the reference names.",
      doesNotProve: "Who issued the receipt. That rests on who signed the checkpoint."
    },
    failed: {
      sentence: () => "The reference on the receipt is not the one sealed in the record.",
      means: "The reference was changed, or the record is that of another submission.",
      doesNotProve: "Which of the two it was."
    },
    "not-named": {
      sentence: () => "The reference was not checked: no event that can be read names one.",
      means: "The reference is a label that anyone could have written.",
      doesNotProve: "That the reference is wrong."
    }
  },
  force: {
    passed: {
      sentence: () => "The force's name on the receipt is the one sealed in the record.",
      means: "The record names the force that the receipt names.",
      doesNotProve: "Who issued the receipt. That rests on who signed the checkpoint."
    },
    failed: {
      sentence: () => "The force's name on the receipt is not the one sealed in the record.",
      means: "The name was changed, or the record is that of another force.",
      doesNotProve: "Which of the two it was."
    },
    "not-named": {
      sentence: () => "The force's name was not checked: no event that can be read names it.",
      means: "The name is a label that anyone could have written.",
      doesNotProve: "That the name is wrong."
    }
  },
  "items-sealed": {
    passed: {
      sentence: (count2) => SEALED_ITEMS[count2] ?? `All ${count2} items are listed as they were sealed.`,
      means: "The name, size and digests of each item are those recorded when it was sealed, and no item is left out.",
      doesNotProve: "That an item was genuine before it was received, or what it means."
    },
    failed: {
      sentence: () => "The items listed are not exactly the items that were sealed.",
      means: "An item was changed, added to this file or left out of it.",
      doesNotProve: "That the item the police hold was changed. Only the list in this file is judged here."
    },
    unreadable: {
      sentence: () => "The items were not checked: an event cannot be read.",
      means: "The check of the events names the one that cannot be read.",
      doesNotProve: "That an item is wrong."
    }
  },
  [CHECKPOINT_SIGNED]: {
    passed: {
      sentence: () => "The log that your policy names signed what this receipt rests on.",
      means: "This record is the force's own word. Nobody could have made it without the key of its log.",
      doesNotProve: "When it was made, or that the force shows everybody the same log."
    },
    failed: {
      sentence: () => "The log that your policy names did not sign what this receipt rests on.",
      means: "Somebody else made this receipt, or the policy is for another log.",
      doesNotProve: "Which of the two it is. Make sure that you have the right policy."
    },
    "no-policy": {
      sentence: () => "Who issued this receipt was not checked: no policy was given.",
      means: "Anyone could have made it. Get the policy of the force from where the force publishes it.",
      doesNotProve: "That the force did not issue it."
    },
    unreadable: {
      sentence: () => "Who issued this receipt was not checked: a checkpoint cannot be read.",
      means: "The check of the events in the log names the checkpoint.",
      doesNotProve: "That the force did not issue it."
    }
  },
  witnessed: {
    passed: {
      sentence: (count2) => `${count2} outside ${count2 === 1 ? "witness" : "witnesses"} signed the log, as your policy asks.`,
      means: "Bodies outside the force saw this log, so the force cannot show others another one unnoticed.",
      doesNotProve: "That the witnesses know what the events say. They see only that the log grows."
    },
    failed: {
      sentence: () => "Fewer outside witnesses signed the log than your policy asks for.",
      means: "That the log was not rewritten rests on the force's word until more witnesses sign.",
      doesNotProve: "That the log was rewritten."
    },
    "none-asked": {
      sentence: () => "No outside witness: your policy asks for none.",
      means: "That the log was not rewritten rests on the force's word.",
      doesNotProve: "That the log was rewritten."
    },
    "no-policy": {
      sentence: () => "Outside witnesses were not looked for: no policy was given.",
      means: "A policy names the witnesses. Get it from where the force publishes it.",
      doesNotProve: "That no witness signed."
    },
    "not-signed": {
      sentence: () => "Outside witnesses were not looked for: the signature of the log comes first.",
      means: "Without the signature of the log there is nothing to witness.",
      doesNotProve: "That no witness signed."
    }
  },
  "files-match": {
    passed: {
      sentence: (count2) => count2 === 1 ? "The file is an item of this receipt, byte for byte." : `All ${count2} files are items of this receipt, byte for byte.`,
      means: "The SHA-256, the SHA-512 and the size of each file are those of an item listed here.",
      doesNotProve: "That the file was genuine before it was received."
    },
    failed: {
      sentence: () => "A file is not an item of this receipt.",
      means: "It differs from every item in at least one byte. Opening, saving or sending a file can change it.",
      doesNotProve: "That anyone altered evidence. The item that the police hold decides."
    },
    "no-files": {
      sentence: () => "No file was compared with this receipt.",
      means: "Give the file that was handed in, and it will be compared byte for byte.",
      doesNotProve: "That your file is an item of this receipt, or is not."
    }
  },
  ...PUBLISHED_WORDS
};
function finding(check2, state, { count: count2 = 0, where = [] } = {}) {
  const states = RECEIPT_WORDS[check2];
  const words4 = states[state];
  if (words4 === void 0) throw new Error(`The check ${check2} has no state ${state}.`);
  const { means, doesNotProve } = words4;
  const found2 = {
    check: check2,
    outcome: outcomeOf2(state),
    sentence: words4.sentence(count2),
    means,
    doesNotProve
  };
  return where.length === 0 ? found2 : { ...found2, where: where.join("; ") };
}
function outcomeOf2(state) {
  if (state === "proof-fails") return "failed";
  return state === "passed" || state === "failed" ? state : "not-checked";
}

// src/portable/receipt/code-check.ts
function checkRecordCode({ events }, code) {
  const held = events.some(
    ({ event, commitment }) => event?.type === SUBMISSION_SEALED && recordCode(commitment) === code
  );
  return finding("record-code", held ? "passed" : "failed");
}

// src/portable/receipt/place-file.ts
function placeFile(file, items) {
  const { name, sha256: sha2563, sizeBytes } = file;
  for (const [likeness, holds2] of LIKENESSES) {
    const item = items.find((one) => holds2(one, file));
    if (item !== void 0) return { name, sha256: sha2563, sizeBytes, likeness, item };
  }
  return { name, sha256: sha2563, sizeBytes, likeness: "none", item: null };
}
function isSameFile(item, file) {
  return item.sha256 === file.sha256 && item.sha512 === file.sha512 && item.sizeBytes === file.sizeBytes;
}
var LIKENESSES = [
  ["same", isSameFile],
  ["archive", ({ extractOf }, { sha256: sha2563 }) => extractOf?.sha256 === sha2563],
  ["name", (item, { name }) => item.name === name],
  ["size", (item, { sizeBytes }) => item.sizeBytes === sizeBytes]
];

// src/portable/receipt/log-checks.ts
function checkEventsInLog({ events }) {
  const where = events.flatMap((event) => {
    const fault = inclusionFault(event);
    return fault === null ? [] : [`event ${event.n}: ${fault}`];
  });
  return finding("events-in-log", where.length === 0 ? "passed" : "failed", { count: events.length, where });
}
function inclusionFault({ commitment, proof, head }) {
  if (proof === null) return "its proof cannot be read";
  if (proof.extra !== void 0) return "its proof carries data that nobody signed";
  if (head === null) return "its checkpoint cannot be read";
  const { size: treeSize, root } = head.checkpoint;
  const leaf = leafHash(encodeEntry(commitment));
  const { index, hashes } = proof;
  const included = verifyInclusion({ leafHash: leaf, index, treeSize, proof: hashes, root });
  return included ? null : "its proof does not lead to its checkpoint";
}
function checkOneLog({ events, heads }) {
  const read = [...heads.values()].filter((head) => head !== null);
  if (read.length < heads.size || events.some(({ proof }) => proof === null))
    return finding("one-log", "unreadable");
  const where = [...originFaults(read), ...rootFaults(read), ...orderFaults(events)];
  return finding("one-log", where.length === 0 ? "passed" : "failed", { where });
}
function originFaults(heads) {
  const origins = new Set(heads.map(({ checkpoint }) => checkpoint.origin));
  return origins.size > 1 ? ["the checkpoints are of different logs"] : [];
}
function rootFaults(heads) {
  const roots = /* @__PURE__ */ new Map();
  return heads.flatMap(({ checkpoint: { size, root } }) => {
    const hex = toHex(root);
    const differs2 = (roots.get(size) ?? hex) !== hex;
    roots.set(size, hex);
    return differs2 ? [`two checkpoints of ${size} entries differ`] : [];
  });
}
function orderFaults(events) {
  return events.flatMap(({ n, proof }, i) => {
    const before = events[i - 1]?.proof?.index ?? -1;
    return proof !== null && proof.index <= before ? [`event ${n}: it does not stand after the event before it`] : [];
  });
}
var SIGNING_FAULTS = {
  "not-a-checkpoint": "it is not a checkpoint",
  "log-not-known": "it is not signed by a log of the policy",
  "log-signature-bad": "the signature of the log is bad",
  "witness-signature-bad": "the signature of a witness is bad",
  "quorum-not-met": null
};
function checkSignatures({ heads }, policy) {
  if (policy === null) return [finding(CHECKPOINT_SIGNED, "no-policy"), finding("witnessed", "no-policy")];
  const read = [...heads.values()].filter((head) => head !== null);
  if (read.length < heads.size || read.length === 0) {
    return [finding(CHECKPOINT_SIGNED, "unreadable"), finding("witnessed", "not-signed")];
  }
  const results = read.map(({ note, checkpoint }) => ({
    result: checkPolicy(note, policy),
    size: checkpoint.size
  }));
  const where = results.flatMap(({ result, size }) => {
    const fault = result.ok ? null : SIGNING_FAULTS[result.reason];
    return fault === null ? [] : [`checkpoint of ${size} entries: ${fault}`];
  });
  if (where.length > 0)
    return [finding(CHECKPOINT_SIGNED, "failed", { where }), finding("witnessed", "not-signed")];
  return [finding(CHECKPOINT_SIGNED, "passed"), witnessFinding(results, policy)];
}
function witnessFinding(results, policy) {
  if (policy.quorum === "none") return finding("witnessed", "none-asked");
  const where = results.flatMap(({ result, size }) => result.ok ? [] : [`checkpoint of ${size} entries`]);
  if (where.length > 0) return finding("witnessed", "failed", { where });
  const counts = results.map(({ result }) => result.ok ? result.witnessedBy.length : 0);
  return finding("witnessed", "passed", { count: Math.min(...counts) });
}

// src/portable/receipt/published-checks.ts
function checkPublished(opened2, published, under) {
  const own = [...opened2.heads.values()].flatMap((head) => head?.checkpoint ?? []);
  const newest = own.toSorted((a, b) => b.size - a.size)[0];
  const { policy, signed } = under;
  if (policy === null) return uncompared(finding("published-checkpoint", "no-policy"));
  if (!signed || newest === void 0)
    return uncompared(finding("published-checkpoint", "receipt-not-signed"));
  const read = readPublished(published.checkpoint, newest.origin, policy);
  if ("state" in read)
    return uncompared(finding("published-checkpoint", read.state, { where: read.where ?? [] }));
  return [
    finding("published-checkpoint", "passed", { count: read.size }),
    checkNotShorter(newest, read, published.later),
    checkNotForked({ own, newest, published: read, consistency: published.consistency })
  ];
}
function isCheckpointText(text2) {
  const note = decodeNote(text2);
  return note.ok && decodeCheckpoint(note.note.text).ok;
}
function isProofText(text2) {
  return hashesIn(text2) !== null;
}
function uncompared(first) {
  return [first, finding("log-not-shorter", "not-comparable"), finding("log-not-forked", "not-comparable")];
}
function readPublished(text2, origin, policy) {
  const note = decodeNote(text2);
  const decoded = note.ok && decodeCheckpoint(note.note.text);
  if (!note.ok || !decoded || !decoded.ok) return { state: "not-a-checkpoint" };
  const fault = signingFault(note.note, policy);
  if (fault !== null) return { state: "failed", where: [fault] };
  const { checkpoint } = decoded;
  return checkpoint.origin === origin ? checkpoint : { state: "another-log", where: [checkpoint.origin] };
}
function signingFault(note, policy) {
  const result = checkPolicy(note, policy);
  return result.ok ? null : SIGNING_FAULTS[result.reason];
}
function checkNotShorter(newest, published, later) {
  const gone = newest.size - published.size;
  if (gone <= 0) return finding("log-not-shorter", "passed");
  const where = `the receipt's checkpoint is of ${newest.size} entries, the published one of ${published.size}`;
  return finding("log-not-shorter", later ? "failed" : "older", { count: gone, where: [where] });
}
function checkNotForked({ own, newest, published, consistency }) {
  const { size } = published;
  if (own.some((head) => head.size === size && !equalBytes(head.root, published.root)))
    return finding("log-not-forked", "failed", { where: [`two checkpoints of ${size} entries differ`] });
  if (size < newest.size) return finding("log-not-forked", "shorter");
  if (size === newest.size) return finding("log-not-forked", "passed");
  if (consistency === null)
    return finding("log-not-forked", "no-proof", { where: [sizesInWords(newest.size, size)] });
  const proof = hashesIn(consistency);
  const where = [sizesInWords(newest.size, size)];
  if (proof === null) return finding("log-not-forked", "not-a-proof", { where });
  const { size: size1, root: root1 } = newest;
  const isExtended = verifyConsistency({ size1, root1, size2: size, root2: published.root, proof });
  return isExtended ? finding("log-not-forked", "passed") : finding("log-not-forked", "proof-fails", { where });
}
function sizesInWords(from, to) {
  return `from size ${from} to size ${to}: /checkpoint/consistency?from=${from}&to=${to}`;
}
var MAX_HASHES3 = 128;
var HASH_BYTES3 = 32;
function hashesIn(text2) {
  const lines = text2.replaceAll("\r\n", "\n").trim().split("\n");
  if (lines.length > MAX_HASHES3) return null;
  const hashes = lines.map(fromBase64).filter((hash) => hash !== null).filter((hash) => hash.length === HASH_BYTES3);
  return hashes.length === lines.length ? hashes : null;
}

// src/portable/receipt/receipt.ts
var RECEIPT_STATEMENT = "This receipt proves only that these bytes were received by the times recorded in it. It does not prove that what they say is true, or that anyone is suspected of anything. Do not post it: that may harm a child or a trial.";
var FORMAT2 = "handover-receipt/v1";
var KEYS4 = ["format", "reference", "force", "statement", "events", "items"];
var MAX_SIZE_BYTES = 16 * 1024 * 1024;
var MAX_EVENTS = 1e4;
var LF7 = 10;
function decodeReceipt(bytes) {
  if (bytes.length > MAX_SIZE_BYTES) return refuse8("The file is larger than a receipt can be.");
  if (bytes.at(-1) !== LF7) return refuse8("The file does not end in a line feed.");
  const json = decodeCanonicalJson(bytes.subarray(0, -1));
  if (!json.ok) return json;
  const { value } = json;
  if (!hasExactly(value, KEYS4)) return refuse8("It does not have exactly the members of a receipt.");
  const { format, reference, force, statement } = value;
  if (format !== FORMAT2) return refuse8("It is not version 1 of the receipt format.");
  if (statement !== RECEIPT_STATEMENT) return refuse8("Its statement is not the statement of a receipt.");
  if (!isLine2(reference) || !isLine2(force))
    return refuse8("Its reference or its force is not one line of text.");
  const events = listOf2(value["events"], decodeReceiptEvent);
  const items = listOf2(value["items"], decodeReceiptItem);
  if (events === null || events.length === 0) return refuse8("Its list of events is malformed or empty.");
  if (items === null) return refuse8("Its list of items is malformed.");
  return { ok: true, receipt: { reference, force, events, items } };
}
function isLine2(value) {
  return typeof value === "string" && /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,200}$/u.test(value);
}
function listOf2(value, read) {
  if (!Array.isArray(value) || value.length > MAX_EVENTS) return null;
  const parts = value.map(read).filter((part) => part !== null);
  return parts.length === value.length ? parts : null;
}
function decodeReceiptEvent(value) {
  if (!hasExactly(value, ["event", "salt", "proof"])) return null;
  const event = base64Of(value["event"]);
  const salt = saltOf(value["salt"]);
  const proof = value["proof"];
  return event === null || salt === null || typeof proof !== "string" ? null : { event, salt, proof };
}
function decodeReceiptItem(value) {
  if (!hasExactly(value, ["facts", "salt"])) return null;
  const facts = base64Of(value["facts"]);
  const salt = saltOf(value["salt"]);
  return facts === null || salt === null ? null : { facts, salt };
}
function base64Of(value) {
  return typeof value === "string" ? fromBase64(value) : null;
}
function saltOf(value) {
  const salt = typeof value === "string" ? fromHex(value) : null;
  return salt?.length === 32 ? salt : null;
}
function refuse8(reason) {
  return { ok: false, reason };
}

// src/portable/receipt/contents.ts
function contentsOf(opened2) {
  const { reference, force } = opened2;
  const newest = newestCheckpoint(opened2);
  return {
    reference,
    force,
    receivedAt: timeOf3(opened2, SUBMISSION_RECEIVED) ?? additionReceivedAt(opened2),
    sealedAt: timeOf3(opened2, SUBMISSION_SEALED) ?? timeOf3(opened2, ADDITION_ACKNOWLEDGED),
    log: newest?.origin ?? null,
    checkpointSize: newest?.size ?? null,
    items: opened2.items.flatMap(({ n, facts }) => facts === null ? [] : [{ n, ...facts }])
  };
}
function timeOf3({ events }, type) {
  return events.find(({ event }) => event?.type === type)?.event?.at ?? null;
}
function additionReceivedAt({ events }) {
  const said = events.find(({ event }) => event?.type === ADDITION_ACKNOWLEDGED)?.event?.facts["receivedAt"];
  return typeof said === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(said) ? said : null;
}
function newestCheckpoint({ heads }) {
  const read = [...heads.values()].flatMap((head) => head?.checkpoint ?? []);
  return read.toSorted((a, b) => b.size - a.size)[0] ?? null;
}

// src/portable/receipt/addition-receipt.ts
function isOfAddition({ events }) {
  const [only, ...more] = events;
  return more.length === 0 && only?.event?.type === ADDITION_ACKNOWLEDGED && only.event.submission === null;
}
function acknowledgedItem({ type, facts }) {
  const { item, content } = facts;
  const isSaid = type === ADDITION_ACKNOWLEDGED && isHex2(item, 16) && isHex2(content, 32);
  return isSaid ? { item, content } : null;
}

// src/portable/receipt/item-checks.ts
function checkItems2({ events, items }) {
  if (events.some(({ event }) => event === null)) return finding("items-sealed", "unreadable");
  const where = [...unsealedItems(events, items), ...unlistedItems(events, items)];
  return finding("items-sealed", where.length === 0 ? "passed" : "failed", { count: items.length, where });
}
function sealings2(events) {
  return events.flatMap(({ n, event }) => {
    if (event === null) return [];
    const sealed = event.type === ITEM_SEALED2 ? itemSealedFacts(event.facts) : acknowledgedItem(event);
    return sealed === null ? [] : [{ n, ...sealed }];
  });
}
function unsealedItems(events, items) {
  const sealed = new Map(sealings2(events).map(({ item, content }) => [item, content]));
  return items.flatMap(({ n, facts, content }) => {
    if (facts === null) return [`item ${n}: its facts cannot be read`];
    if (sealed.get(facts.item) !== toHex(content)) return [`item ${n}: no event sealed it with these facts`];
    sealed.delete(facts.item);
    return [];
  });
}
function unlistedItems(events, items) {
  const listed = new Set(items.map(({ facts }) => facts?.item));
  const malformed = events.flatMap(
    ({ n, event }) => event?.type === ITEM_SEALED2 && itemSealedFacts(event.facts) === null ? [`event ${n}: it does not say what it sealed`] : []
  );
  const missing2 = sealings2(events).filter(({ item }) => !listed.has(item));
  return [...malformed, ...missing2.map(({ n }) => `event ${n}: the item that it sealed is not listed`)];
}
function checkFiles({ items }, files) {
  if (files.length === 0) return finding("files-match", "no-files");
  const known = items.flatMap(({ facts }) => facts === null ? [] : [facts]);
  const where = files.map(digestsOf).flatMap((file, i) => known.some((item) => isSameFile(item, file)) ? [] : [`file ${i + 1}`]);
  return finding("files-match", where.length === 0 ? "passed" : "failed", { count: files.length, where });
}
function digestsOf(file) {
  if (!(file instanceof Uint8Array)) return file;
  return { sha256: toHex(sha2562(file)), sha512: toHex(sha512(file)), sizeBytes: file.length };
}

// src/portable/receipt/opened-receipt.ts
function openReceipt(receipt) {
  const heads = /* @__PURE__ */ new Map();
  const events = receipt.events.map((part, i) => openEvent(part, i + 1, heads));
  const { reference, force } = receipt;
  return { reference, force, events, items: receipt.items.map(openItem), heads };
}
function openEvent({ event, salt, proof: text2 }, n, heads) {
  const decoded = decodeEvent(event);
  const decodedProof = decodeProofFile(text2);
  const proof = decodedProof.ok ? decodedProof.proof : null;
  return {
    n,
    event: decoded.ok ? decoded.event : null,
    commitment: eventCommitment(salt, event),
    proof,
    head: proof === null ? null : headOf2(proof.checkpoint, heads)
  };
}
function headOf2(text2, heads) {
  const known = heads.get(text2);
  if (known !== void 0) return known;
  const note = decodeNote(text2);
  const checkpoint = note.ok ? decodeCheckpoint(note.note.text) : note;
  const head = note.ok && checkpoint.ok ? { note: note.note, checkpoint: checkpoint.checkpoint } : null;
  heads.set(text2, head);
  return head;
}
function openItem({ facts, salt }, i) {
  const decoded = decodeItemFacts(facts);
  return { n: i + 1, facts: decoded.ok ? decoded.facts : null, content: itemCommitment(salt, facts) };
}

// src/portable/receipt/record-checks.ts
function checkEventsReadable({ events }) {
  const where = events.flatMap(({ n, event }) => event === null ? [`event ${n}`] : []);
  return finding("events-readable", where.length === 0 ? "passed" : "failed", {
    count: events.length,
    where
  });
}
function checkChain(opened2) {
  const { events } = opened2;
  if (isOfAddition(opened2)) return finding("chain-complete", "of-addition");
  const read = events.flatMap((part) => part.event === null ? [] : [{ ...part, event: part.event }]);
  if (read.length < events.length) return finding("chain-complete", "unreadable");
  const where = [...placeFaults(read), ...verifyChain(read.flatMap(linkOf)).map(sayFault)];
  return finding("chain-complete", where.length === 0 ? "passed" : "failed", { count: events.length, where });
}
function placeFaults(events) {
  const submission = events[0]?.event.submission?.id;
  return events.flatMap(({ n, event }) => {
    if (event.submission === null) return [`event ${n}: it belongs to no submission`];
    return event.submission.id === submission ? [] : [`event ${n}: it belongs to another submission`];
  });
}
function linkOf({ event, commitment }) {
  if (event.submission === null) return [];
  const { n, previous } = event.submission;
  return [{ n, commitment: toHex(commitment), previous }];
}
function sayFault(fault) {
  if (fault.kind === "missing" && fault.from === fault.to) return `event ${fault.from} is missing`;
  if (fault.kind === "missing") return `events ${fault.from} to ${fault.to} are missing`;
  if (fault.kind === "out-of-order") return `the event numbered ${fault.n} is in the wrong place`;
  return `the event numbered ${fault.n} does not follow from the one before it`;
}
function checkLabels({ events, reference, force }) {
  const labels = { reference, force };
  return ["reference", "force"].map((label) => {
    const named2 = namesIn(events, label);
    if (named2.length === 0) return finding(label, "not-named");
    return finding(label, named2.every((name) => name === labels[label]) ? "passed" : "failed");
  });
}
function namesIn(events, label) {
  const received = events.flatMap(
    ({ event }) => event?.type === SUBMISSION_RECEIVED || event?.type === ADDITION_ACKNOWLEDGED ? [event.facts[label]] : []
  );
  return received.filter((name) => typeof name === "string");
}

// src/portable/receipt/sealing-check.ts
function checkSealedWhole(opened2) {
  const { events, items } = opened2;
  if (isOfAddition(opened2)) return ofAddition(items.length);
  const read = events.flatMap(({ n, event }) => event === null ? [] : [{ n, event }]);
  if (read.length < events.length) return finding("sealed-whole", "unreadable");
  const where = [...endFaults2(read), ...countFaults(read, items.length)];
  return finding("sealed-whole", where.length === 0 ? "passed" : "failed", { count: items.length, where });
}
function ofAddition(listed) {
  const where = listed === 1 ? [] : [`sealed here: 1, listed here: ${listed}`];
  return finding("sealed-whole", listed === 1 ? "passed" : "failed", { count: 1, where });
}
function endFaults2(events) {
  const received = ofType(events, SUBMISSION_RECEIVED);
  const sealed = ofType(events, SUBMISSION_SEALED);
  const end = sealed[0]?.n ?? Infinity;
  return [
    ...onceFaults(received, "says that the submission was received"),
    ...onceFaults(sealed, "says that sealing ended"),
    ...received.filter(({ n }) => n !== 1).map(({ n }) => `event ${n}: what was received does not stand first`),
    ...ofType(events, ITEM_SEALED2).filter(({ n }) => n > end).map(({ n }) => `event ${n}: an item was sealed after the end of sealing`)
  ];
}
function ofType(events, type) {
  return events.filter(({ event }) => event.type === type);
}
function onceFaults(found2, what) {
  if (found2.length === 0) return [`no event ${what}`];
  return found2.slice(1).map(({ n }) => `event ${n}: it ${what}, again`);
}
function countFaults(events, listed) {
  const sealings3 = ofType(events, ITEM_SEALED2).length;
  const stating = [...ofType(events, SUBMISSION_RECEIVED), ...ofType(events, SUBMISSION_SEALED)];
  return stating.flatMap(({ n, event }) => {
    const stated = itemsOf(event);
    if (stated === null) return [`event ${n}: it does not say how many items there were`];
    if (stated === sealings3 && stated === listed) return [];
    return [`event ${n}: it counts items: ${stated}, but sealed here: ${sealings3}, listed here: ${listed}`];
  });
}
function itemsOf({ facts }) {
  const { items } = facts;
  return typeof items === "number" && items >= 0 ? items : null;
}

// src/portable/receipt/verify-receipt.ts
function verifyReceipt(receiptBytes, { policy, files = [], published = null, code = null }) {
  const decoded = decodeReceipt(receiptBytes);
  if (!decoded.ok) {
    const findings2 = [finding(READABLE, "failed", { where: [decoded.reason] })];
    return { verdict: verdictOf(findings2, policy !== null), findings: findings2, receipt: null, contents: null };
  }
  const opened2 = openReceipt(decoded.receipt);
  const signatures = checkSignatures(opened2, policy);
  const signed = signatures.some(({ check: check2, outcome }) => check2 === CHECKPOINT_SIGNED && outcome === "passed");
  const findings = [
    finding(READABLE, "passed"),
    checkEventsReadable(opened2),
    checkEventsInLog(opened2),
    checkOneLog(opened2),
    checkChain(opened2),
    checkSealedWhole(opened2),
    ...checkLabels(opened2),
    checkItems2(opened2),
    ...signatures,
    checkFiles(opened2, files),
    ...published === null ? [] : checkPublished(opened2, published, { policy, signed }),
    ...code === null ? [] : [checkRecordCode(opened2, code)]
  ];
  const verdict = verdictOf(findings, policy !== null);
  return { verdict, findings, receipt: decoded.receipt, contents: contentsOf(opened2) };
}

// src/portable/bundle/verify/count-check.ts
var SUBMISSION_RECEIVED2 = "submission-received";
var SUBMISSION_SEALED2 = "submission-sealed";
var ADDITION_SEALED = "addition-sealed";
function tally(cover, record2) {
  const opened2 = record2.flatMap(({ event }) => event ? [event] : []);
  return {
    received: opened2.filter(({ type }) => type === SUBMISSION_RECEIVED2).map(itemsOf2),
    stated: opened2.filter(({ type }) => type === SUBMISSION_SEALED2).map(itemsOf2),
    added: opened2.reduce(
      (sum, event) => sum + (event.type === ADDITION_SEALED ? itemsOf2(event) ?? 0 : 0),
      0
    ),
    sealed: sealings(record2).size,
    here: cover.items.length,
    withheld: record2.length - opened2.length
  };
}
function itemsOf2({ facts }) {
  const { items } = facts;
  return Number.isSafeInteger(items) && items >= 0 ? items : null;
}
function checkCounts({ cover, record: record2 }) {
  if (!cover.ok || !record2.ok) {
    return notChecked("counts", "bundle.json or the continuity record cannot be read.");
  }
  const counts = tally(cover.value, record2.value);
  const received = counts.received[0] ?? null;
  const facts = {
    word: String(received === null ? "?" : received + counts.added),
    count: sealedInAll(counts) ?? counts.sealed,
    other: counts.here
  };
  const faults = [...entryFaults(counts), ...numberFaults(counts)];
  if (faults.length > 0) return outcomeOf("counts", faults, facts);
  if (counts.received.length === 0 || counts.stated.length === 0) {
    return notChecked("counts", "The entry that counts what was received or sealed is withheld.", facts);
  }
  return outcomeOf("counts", [], facts);
}
function entryFaults({ received, stated, withheld }) {
  const faults = [];
  for (const [found2, what] of [
    [received, "the receipt of the submission"],
    [stated, "the end of its sealing"]
  ]) {
    if (found2.length > 1) faults.push(`The record holds ${what} ${found2.length} times.`);
    if (found2.length === 0 && withheld === 0) faults.push(`The record does not hold ${what}.`);
    if (found2.includes(null)) faults.push(`In the record, ${what} does not say how many items there were.`);
  }
  return faults;
}
function sealedInAll({ stated, added }) {
  const [said = null] = stated;
  return said === null ? null : said + added;
}
function numberFaults(counts) {
  const { received, stated, added, sealed, here, withheld } = counts;
  const faults = [];
  const [came = null, said = null] = [received[0], stated[0]];
  if (here === 0) faults.push("The bundle holds no item.");
  if (came !== null && said !== null && came !== said)
    faults.push(`${came} items were received, and ${said} were sealed.`);
  const first = said ?? came;
  const told = first === null ? null : first + added;
  if (told !== null && (sealed > told + withheld || sealed + withheld < told))
    faults.push(`The record seals ${sealed} items, and says that there were ${told}.`);
  return faults;
}
function mayHideItem(cover, record2) {
  const counts = tally(cover, record2);
  return counts.withheld > 0 && sealedInAll(counts) !== counts.sealed;
}

// src/portable/bundle/verify/record-checks.ts
function checkRecord({ record: record2 }) {
  if (!record2.ok) return outcomeOf("record", record2.faults);
  const links = record2.value.map(
    ({ n, commitment, event }) => event ? { n, commitment, previous: event.submission?.previous ?? null } : { n, commitment }
  );
  const faults = [...verifyChain(links).map(sentenceOf2), ...placeFaults2(record2.value)];
  return outcomeOf("record", faults, { count: record2.value.length });
}
function sentenceOf2(fault) {
  if (fault.kind === "missing" && fault.from === fault.to)
    return `Entry ${fault.from} of the record is missing.`;
  if (fault.kind === "missing") return `Entries ${fault.from} to ${fault.to} of the record are missing.`;
  if (fault.kind === "out-of-order") return `Entry ${fault.n} of the record stands in the wrong place.`;
  return `Entry ${fault.n} of the record does not follow from the entry before it.`;
}
function placeFaults2(record2) {
  const faults = [];
  const ids = /* @__PURE__ */ new Set();
  const submission = submissionOf(record2);
  for (const { n, event } of record2) {
    if (!event) continue;
    if (event.submission?.n !== n) faults.push(`Entry ${n} of the record carries another number inside.`);
    if (event.submission?.id !== submission)
      faults.push(`Entry ${n} of the record is of another submission.`);
    if (ids.has(event.id)) faults.push(`Entry ${n} of the record has the id of an earlier one.`);
    ids.add(event.id);
  }
  return faults;
}
function checkRecordCode2({ record: record2 }, code) {
  if (!record2.ok) return notChecked(RECORD_CODE, "The continuity record cannot be read.");
  const held = record2.value.some(({ event, commitment }) => {
    const bytes = event === null || event.type === SUBMISSION_SEALED2 ? fromHex(commitment) : null;
    return bytes !== null && recordCode(bytes) === code;
  });
  return outcomeOf(RECORD_CODE, held ? [] : [`No entry that may have ended sealing has the code ${code}.`]);
}
function submissionOf(record2) {
  return record2.find(({ event }) => event !== null)?.event?.submission?.id ?? null;
}
function checkWithheld({ cover, record: record2 }) {
  if (!cover.ok || !record2.ok) return notChecked("withheld", "What is withheld cannot be counted.");
  const entries = record2.value.flatMap(({ n, reason }) => reason === null ? [] : [`Entry ${n}: ${reason}`]);
  const absent = absentItems(cover, record2.value);
  const items = absent === 0 ? [] : [`Sealed in the same submission and not in this bundle: ${absent}.`];
  const hidden = mayHideItem(cover.value, record2.value) ? ["A withheld entry may be the sealing of an item that is not shown."] : [];
  const facts = { count: entries.length, other: absent };
  return { check: "withheld", state: "passed", details: [...entries, ...items, ...hidden], facts };
}
function absentItems(cover, record2) {
  const here = new Set(cover.value.items.map(({ item }) => item));
  return [...sealings(record2).keys()].filter((item) => !here.has(item)).length;
}

// src/portable/bundle/verify/log-checks.ts
function readHead(text2) {
  const decoded = decodeNote(text2);
  if (!decoded.ok) return null;
  const head = decodeCheckpoint(decoded.note.text);
  return head.ok ? { note: decoded.note, checkpoint: head.checkpoint } : null;
}
async function checkLogEntries(bundle, { cover, record: record2 }) {
  if (!cover.ok || !record2.ok) {
    return notChecked("log-entries", "bundle.json or the continuity record cannot be read.");
  }
  const head = readHead(cover.value.checkpoint);
  if (!head) return outcomeOf("log-entries", ["The head of the log in bundle.json cannot be read."]);
  const faults = [];
  let lastIndex = -1;
  const used = /* @__PURE__ */ new Set();
  for (const line of record2.value) {
    const path = proofPath({ n: line.n, id: line.event?.id ?? null });
    const proof = used.has(path) ? null : await readProof(bundle, path);
    used.add(path);
    const fault = entryFault(line, proof, { text: cover.value.checkpoint, head, lastIndex });
    if (fault) faults.push(`Entry ${line.n} of the record: ${fault}`);
    lastIndex = proof?.index ?? lastIndex;
  }
  return outcomeOf("log-entries", faults, { count: record2.value.length });
}
async function readProof(bundle, path) {
  const text2 = await readText(bundle, path);
  const decoded = text2 === null ? null : decodeProofFile(text2);
  return decoded?.ok ? decoded.proof : null;
}
function entryFault(line, proof, under) {
  if (!proof || proof.extra) return "its proof is missing or cannot be read.";
  if (proof.checkpoint !== under.text) return "its proof is under another head of the log.";
  if (proof.index <= under.lastIndex) return "it stands before an earlier entry in the log.";
  return isIncluded(line.commitment, proof, under.head) ? null : "its proof does not lead to the head of the log.";
}
function isIncluded(commitmentHex, proof, head) {
  const commitment = fromHex(commitmentHex);
  if (!commitment) return false;
  const { size: treeSize, root } = head.checkpoint;
  const leaf = leafHash(encodeEntry(commitment));
  return verifyInclusion({ leafHash: leaf, index: proof.index, treeSize, proof: proof.hashes, root });
}
function checkSealedList(bundle, { cover, record: record2, produced }) {
  if (!produced.ok) return outcomeOf("sealed-list", produced.faults);
  const { event, facts } = produced.value;
  const list = bundle.files.get(TAG_MANIFEST_PATH);
  const faults = [];
  if (!list || toHex(list.digests.sha256) !== facts.bundle) {
    faults.push(`The list that was sealed has the SHA-256 ${facts.bundle}. The one here is another.`);
  }
  if (cover.ok && facts.name !== cover.value.name)
    faults.push("The sealed list is that of a bundle of another name.");
  if (record2.ok && !follows(event.submission, record2.value)) {
    faults.push("The making of the bundle does not follow the last entry of the record.");
  }
  return outcomeOf("sealed-list", faults, { word: event.at });
}
function follows(place, record2) {
  const last = record2.at(-1);
  return place !== null && last !== void 0 && place.n === last.n + 1 && place.previous === last.commitment && (submissionOf(record2) ?? place.id) === place.id;
}
function checkSealedListInLog({ cover, produced }) {
  if (!produced.ok) return outcomeOf("sealed-list-in-log", produced.faults);
  const { proof, commitment } = produced.value;
  const later = readHead(proof.checkpoint);
  if (!later) return outcomeOf("sealed-list-in-log", ["The later head of the log cannot be read."]);
  const faults = [];
  if (!isIncluded(toHex(commitment), proof, later)) {
    faults.push("The proof of the making of the bundle does not lead to the later head of the log.");
  }
  const earlier = cover.ok ? readHead(cover.value.checkpoint)?.checkpoint : void 0;
  if (earlier && earlier.origin !== later.checkpoint.origin)
    faults.push("The two heads are of different logs.");
  if (earlier && proof.index < earlier.size) {
    faults.push("The bundle is said to have been made before the head that it was made under.");
  }
  return outcomeOf("sealed-list-in-log", faults, { count: proof.index });
}
function checkLogExtends({ cover, produced }) {
  const earlier = cover.ok ? readHead(cover.value.checkpoint)?.checkpoint : void 0;
  const later = produced.ok ? readHead(produced.value.proof.checkpoint)?.checkpoint : void 0;
  if (!earlier || !later || !produced.ok) {
    return notChecked("log-extends", "One of the two heads of the log cannot be read.");
  }
  const grew = verifyConsistency({
    ...{ size1: earlier.size, root1: earlier.root, size2: later.size, root2: later.root },
    proof: produced.value.consistency
  });
  return outcomeOf(
    "log-extends",
    grew ? [] : ["The proof does not lead from the earlier head to the later."]
  );
}

// src/portable/bundle/verify/order-check.ts
var MAX_INFO_BYTES = 1 << 16;
var READING_ANSWERED = "reading-answered";
function checkCover(bundle, { cover, record: record2 }) {
  if (!cover.ok) return outcomeOf("cover", cover.faults);
  const faults = record2.ok ? [...labelFaults(cover.value, record2.value), ...dateOrderFaults(cover.value, record2.value)] : [];
  if (cover.value.name !== bundle.folder)
    faults.push("bundle.json names another bundle than the folder does.");
  return outcomeOf("cover", faults);
}
function labelFaults(cover, record2) {
  const received = record2.flatMap(({ event }) => event?.type === SUBMISSION_RECEIVED2 ? [event.facts] : []);
  return ["reference", "force"].flatMap((label) => {
    const others = received.filter((facts) => label in facts && facts[label] !== cover[label]);
    return others.length === 0 ? [] : [`bundle.json names another ${label} than the record does.`];
  });
}
function dateOrderFaults({ items, transcripts }, record2) {
  if (record2.some(({ event }) => event === null)) return [];
  const ids = new Map(items.map(({ file, item }) => [file, item]));
  const declared = new Set(record2.flatMap(({ event }) => declaredOrder(event)));
  return transcripts.flatMap(
    ({ file, item, dateOrder }) => dateOrder === void 0 || declared.has(`${ids.get(item)} ${dateOrder}`) ? [] : [`${file}: its reader was told an order of dates that nobody declared in the record.`]
  );
}
function declaredOrder(event) {
  if (event?.type !== READING_ANSWERED) return [];
  const { item, question, answer } = event.facts;
  return question === "date-order" && typeof item === "string" && typeof answer === "string" ? [`${item} ${answer}`] : [];
}
async function checkOrder(bundle, { cover, record: record2 }) {
  if (!cover.ok || !record2.ok) {
    return notChecked("order", "bundle.json or the continuity record cannot be read.");
  }
  const wanted = new Set(expectedPaths(cover.value, record2.value));
  const absent = [...wanted].filter((path) => !bundle.files.has(path)).map((path) => `${path} is not here.`);
  const extra = [...bundle.files.keys()].filter((path) => !wanted.has(path));
  const faults = [...absent, ...extra.map((path) => `${path} belongs to nothing in the bundle.`)];
  if (!await holds(bundle, BAGIT_PATH, BAGIT_TXT)) {
    faults.push("bagit.txt is not that of a bag of version 1.0.");
  }
  if (!await holds(bundle, BAG_INFO_PATH, infoOf(bundle, cover.value))) {
    faults.push("bag-info.txt does not say what bundle.json and the files say.");
  }
  if (!await holds(bundle, HOW_TO_CHECK_PATH, howToCheck(cover.value.name))) {
    faults.push(`${HOW_TO_CHECK_PATH} is not the fixed text.`);
  }
  return outcomeOf("order", faults, {
    count: cover.value.items.length,
    other: cover.value.transcripts.length
  });
}
function expectedPaths(cover, record2) {
  return [
    ...FIXED_TAG_PATHS,
    TAG_MANIFEST_PATH,
    BUNDLE_PROOF_PATH,
    ...cover.items.flatMap(({ file }) => [itemPath(file), openingPath(file)]),
    ...cover.transcripts.map(({ file }) => transcriptPath(file)),
    ...record2.map(({ n, event }) => proofPath({ n, id: event?.id ?? null }))
  ];
}
async function holds(bundle, path, expected) {
  const bytes = await readSmall(bundle, path, MAX_INFO_BYTES);
  return bytes !== null && equalBytes(bytes, expected);
}
function infoOf(bundle, cover) {
  const payload = [...bundle.files.values()].filter(({ path }) => path.startsWith("data/"));
  const sizeBytes = payload.reduce((sum, { digests }) => sum + digests.sizeBytes, 0);
  return encodeBagInfo({ ...cover, payload: { sizeBytes, files: payload.length } });
}

// src/portable/bundle/verify/words.ts
function grouped2(count2) {
  return String(count2 ?? 0).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
function many(count2, one, more) {
  return count2 === 1 ? `1 ${one}` : `${grouped2(count2)} ${more}`;
}
var UNREADABLE = "was not checked: the files it rests on cannot be read.";
var CHECK_WORDS = {
  [READABLE]: {
    passed: "The file can be read as a bundle.",
    failed: "This file is not a bundle that can be checked.",
    "not-checked": "Whether the file can be read was not checked.",
    means: "The file is not a zip file, or not one that holds a Handover bundle. Nothing in it was checked.",
    doesNotProve: "Anything, for or against."
  },
  zip: {
    passed: "The zip file is whole, and there is only one way to read it.",
    failed: "The zip was repacked or damaged after it was made.",
    "not-checked": `The zip file ${UNREADABLE}`,
    means: "Every byte of the zip belongs to a listed file or to the list. Nothing is hidden between them.",
    doesNotProve: "Anything about what the files say. Anyone can make a whole zip file."
  },
  complete: {
    passed: ({ count: count2 }) => `Every file is here, and no other: ${many(count2, "file", "files")} on the list.`,
    failed: "A file is missing, or one is here that is not on the list.",
    "not-checked": `Whether every file is here ${UNREADABLE}`,
    means: "The items and transcripts in the bundle are exactly those on its list of files.",
    doesNotProve: "That the list is right. The check of the sealed list does that."
  },
  unchanged: {
    passed: ({ count: count2 }) => `No file was changed: ${many(count2, "digest agrees", "digests agree")} with the list.`,
    failed: "A file is not the one on the list.",
    "not-checked": `Whether files were changed ${UNREADABLE}`,
    means: "The SHA-256 of each item and transcript, worked out here, is the one listed.",
    doesNotProve: "That the list is right, or that the file was genuine before police received it."
  },
  "record-files": {
    passed: "The files of the record are exactly those on their own list.",
    failed: "A file of the record is missing, added or changed.",
    "not-checked": `The list of record files ${UNREADABLE}`,
    means: "The continuity record, the proofs and the lists themselves are those on the list of record files.",
    doesNotProve: "That this list is the one the force sealed. The check of the sealed list does that."
  },
  cover: {
    passed: "The bundle says what it is, in the one form allowed.",
    failed: "The bundle does not say what it is in the form allowed.",
    "not-checked": `What the bundle says it is ${UNREADABLE}`,
    means: "bundle.json names the force, the reference, the items and the transcripts. Nothing can be read two ways.",
    doesNotProve: "That what it says is true."
  },
  order: {
    passed: ({ count: count2, other }) => `The bundle holds what it says: ${many(count2, "item", "items")} and ${many(other, "transcript", "transcripts")}.`,
    failed: "The bundle does not hold exactly what it says it holds.",
    "not-checked": `Whether the bundle holds what it says ${UNREADABLE}`,
    means: "Each item, transcript and proof that the bundle calls for is there, and nothing else is.",
    doesNotProve: "That everything handed in was put into the bundle. What is left out is counted in its own check."
  },
  items: {
    passed: ({ count: count2 }) => `${many(count2, "item is the one", "items are the ones")} sealed on receipt, byte for byte.`,
    failed: "An item is not the one that was sealed on receipt.",
    "not-checked": `Whether the items are the sealed ones ${UNREADABLE}`,
    means: "Each item's name, size and digests lead to the seal that the continuity record holds of it.",
    doesNotProve: "That an item was genuine, complete or unaltered before police received it."
  },
  record: {
    passed: ({ count: count2 }) => `${many(count2, "entry is", "entries are")} numbered without a gap; who looked at or copied it is not among them.`,
    failed: "The continuity record has a gap, or an entry that does not fit.",
    "not-checked": `The continuity record ${UNREADABLE}`,
    means: "No entry was left out, added or moved between the first and the making of this bundle.",
    doesNotProve: "That everything that happened was recorded, or that the clock was right."
  },
  "record-code": {
    passed: "The record holds the event whose code was written down.",
    failed: "The record does not hold the event whose code was written down.",
    "not-checked": `Whether the record holds the event of the code ${UNREADABLE}`,
    means: "It is the event that ended sealing, and it names what was sealed before it.",
    doesNotProve: "That nothing came after it. A code is short: its issuer could, with much computing, have prepared two records with one."
  },
  counts: {
    passed: ({ word, count: count2, other }) => `Received ${word ?? "?"}, sealed ${count2 ?? "?"}, in this bundle ${other ?? "?"}.`,
    failed: ({ word, count: count2, other }) => `The counts do not agree: received ${word ?? "?"}, sealed ${count2 ?? "?"}, in this bundle ${other ?? "?"}.`,
    "not-checked": "How many items were received and sealed was not checked.",
    means: "As many items were sealed as the record says were received.",
    doesNotProve: "That everything there was had been handed in."
  },
  times: {
    passed: "Times run forward, from the first entry to the making of this bundle.",
    failed: "Times do not run forward.",
    "not-checked": `The order of times ${UNREADABLE}`,
    means: "No entry is dated before an earlier one, and the bundle not before its last entry.",
    doesNotProve: "That the force's clock was right."
  },
  withheld: {
    passed: ({ count: count2, other }) => count2 || other ? `Withheld: ${many(count2, "entry", "entries")} of the record; ${many(other, "sealed item", "sealed items")} not in this bundle.` : "Nothing of the record is withheld, and no sealed item is left out.",
    failed: "What is withheld is not stated as it should be.",
    "not-checked": `What is withheld ${UNREADABLE}`,
    means: "What is kept back is counted and stands in its place. Its content cannot be seen here.",
    doesNotProve: "That the reasons given are good ones. Ask the force, or the court."
  },
  "log-entries": {
    passed: ({ count: count2 }) => `The log holds every entry of the record: ${many(count2, "proof", "proofs")}.`,
    failed: "An entry of the record is not in the log.",
    "not-checked": `Whether the log holds the record ${UNREADABLE}`,
    means: "Each entry stands in a log that can only grow, under the head that the bundle names.",
    doesNotProve: "That the log showed everybody the same history. Only outside witnesses show that."
  },
  "sealed-list": {
    passed: ({ word }) => `The list of files is the one the force sealed on ${dayOf2(word)}.`,
    failed: "The list of files is not the one the force sealed.",
    "not-checked": `The sealed list ${UNREADABLE}`,
    means: "One log entry, the next after the record, commits to every file of this bundle.",
    doesNotProve: "That the bundle is the only one made, or holds all that the force has."
  },
  "sealed-list-in-log": {
    passed: ({ count: count2 }) => `The sealing of this bundle is in the log, entry ${grouped2(count2)}.`,
    failed: "The sealing of this bundle is not in the log as it should be.",
    "not-checked": `Whether the log holds the sealing of the bundle ${UNREADABLE}`,
    means: "The same log, at a later head, holds the entry that commits to this bundle.",
    doesNotProve: "That the log showed everybody the same history. Only outside witnesses show that."
  },
  "log-extends": {
    passed: "The later head of the log extends the earlier one.",
    failed: "The later head of the log does not extend the earlier one.",
    "not-checked": `The growth of the log ${UNREADABLE}`,
    means: "What was in the log at the earlier head is still there, unchanged, at the later.",
    doesNotProve: "That the log showed everybody the same history. Only outside witnesses show that."
  },
  "heads-signed": {
    passed: "Both heads of the log are signed, and every signature is good.",
    failed: "A head of the log is not signed as it should be.",
    "not-checked": `Who signed the log ${UNREADABLE}`,
    means: "The heads that every proof leads to carry good signatures, and none that cannot be checked.",
    doesNotProve: "Whose keys they are, when the keys came inside the bundle."
  },
  [CHECKPOINT_SIGNED]: {
    passed: "The log is the one whose key you gave.",
    failed: "The log is not the one whose key you gave.",
    "not-checked": "Who issued this bundle is not established: the only keys came inside it.",
    means: "The key in the policy you gave, which did not come with the bundle, made these signatures.",
    doesNotProve: "That the policy you gave is the one the force publishes. Get it from the force, not from the bundle."
  },
  witnesses: {
    passed: ({ count: count2 }) => `${many(count2, "outside witness signed", "outside witnesses signed")} the same log.`,
    failed: "Too few outside witnesses signed this log.",
    "not-checked": "No outside witness was checked; times and history rest on the force alone.",
    means: "Bodies outside the force signed the same heads. The force cannot have shown you another history.",
    doesNotProve: "That what was sealed is true. Without witnesses, the force could have made its log anew."
  },
  "transcript-bytes": {
    passed: ({ count: count2 }) => `Every byte of its item has its place in each transcript: ${many(count2, "transcript", "transcripts")}.`,
    failed: "A transcript does not account for every byte of its item.",
    "not-checked": "No transcript was compared with its item.",
    means: "Each byte of the item belongs to a message, the envelope or a stretch marked unread. None is dropped.",
    doesNotProve: "That the reader understood every message. The item itself is the evidence."
  },
  "transcript-words": {
    passed: ({ count: count2 }) => `${many(count2, "transcript is", "transcripts are")} what the reader makes of the item, line by line.`,
    failed: "A transcript is not what the reader makes of its item.",
    "not-checked": "The transcripts were not read again from their items.",
    means: "The item was read again here by the same version of the reader, and every line came out the same.",
    doesNotProve: "That the reader is right, that dates are unambiguous, or who was holding the phone."
  }
};
var MONTHS2 = "January February March April May June July August September October November December".split(
  " "
);
function dayOf2(instant) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)T/.exec(instant ?? "") ?? [];
  return day === void 0 ? "an unknown day" : `${Number(day)} ${MONTHS2[Number(month) - 1] ?? ""} ${year}`;
}
function sentenceOf3({ check: check2, state, facts }) {
  const sentence = CHECK_WORDS[check2][state];
  return typeof sentence === "string" ? sentence : sentence(facts);
}

// src/portable/bundle/verify/meanings.ts
var FAILED_MEANS = {
  [READABLE]: CHECK_WORDS[READABLE].means,
  zip: "Unpacking and packing again, mail filters and broken downloads do this. Hiding something in the file does too.",
  complete: "This copy lacks something that was listed, or has something that was not.",
  unchanged: "At least one item or transcript has other bytes than when the lists were made.",
  "record-files": "The record or a proof in this copy is not the one that was listed.",
  cover: "What this copy says of itself is not to be believed.",
  order: "Something called for is missing or altered, or something is here that nothing calls for.",
  items: "At least one item here is not shown to be what was sealed.",
  record: "An entry was left out, added, moved or changed, or is of another submission.",
  "record-code": "The code is of another submission, was noted down wrongly, or this is not the record it was of.",
  counts: "Something that was received may not have been sealed, or the record is not the real one.",
  times: "A clock was wrong, or times were written in afterwards.",
  withheld: "What is kept back cannot be known from this copy.",
  "log-entries": "At least one entry of the record is not shown to have been in the log.",
  "sealed-list": "The files in this copy are not shown to be those that were sealed together.",
  "sealed-list-in-log": "The log is not shown to hold the sealing of this bundle.",
  "log-extends": "The log was rewritten between its two heads, or two logs share one name.",
  "heads-signed": "A head was altered, or carries a signature that nobody here can check.",
  [CHECKPOINT_SIGNED]: "Another party made this bundle, or the policy you gave is not the right one. Look at the key ids.",
  witnesses: "Nobody outside the force is shown to have seen this log.",
  "transcript-bytes": "The transcript leaves something out, or holds something twice. Do not read from it.",
  "transcript-words": "The transcript says other things than the item. Do not read from it."
};
var FAILED_PROVES_NOT = "Who caused it, or that anybody meant to.";
var UNMADE = {
  means: "Nothing was found out here, for or against.",
  doesNotProve: "Anything. What this check would have shown is not shown."
};
var UNMADE_MEANS = {
  [CHECKPOINT_SIGNED]: "Anybody could have made this bundle. Only a policy from elsewhere can tell.",
  witnesses: "The force alone vouches for its log. It could have made it anew.",
  "transcript-bytes": "A transcript may leave out messages. Do not read from it.",
  "transcript-words": "A transcript may say other things than its item. Do not read from it."
};
function meaningOf({ check: check2, state }) {
  if (state === "failed") return { means: FAILED_MEANS[check2], doesNotProve: FAILED_PROVES_NOT };
  if (state === "not-checked") return { ...UNMADE, means: UNMADE_MEANS[check2] ?? UNMADE.means };
  const { means, doesNotProve } = CHECK_WORDS[check2];
  return check2 === READABLE ? { means: "It is a zip that holds a bundle.", doesNotProve } : { means, doesNotProve };
}

// src/portable/bundle/verify/signature-checks.ts
async function checkSignatures2(bundle, contents, policy) {
  const heads = headsOf(contents);
  const own = decodePolicy(await readText(bundle, POLICY_PATH) ?? "");
  if (heads.length === 0) {
    const why = "No head of the log can be read.";
    return [
      outcomeOf("heads-signed", [why]),
      notChecked(CHECKPOINT_SIGNED, why),
      notChecked("witnesses", why)
    ];
  }
  const faults = own.ok ? ownFaults(heads, own.policy, policy) : ["continuity/policy is not a policy."];
  return [outcomeOf("heads-signed", faults), issuerOutcome(heads, policy), witnessOutcome(heads, policy)];
}
function headsOf({ cover, produced }) {
  const earlier = cover.ok ? readHead(cover.value.checkpoint) : null;
  const later = produced.ok ? readHead(produced.value.proof.checkpoint) : null;
  return [
    ...earlier ? [{ label: "The head of the log in bundle.json", head: earlier }] : [],
    ...later ? [{ label: "The later head of the log", head: later }] : []
  ];
}
function keysOf(policy) {
  return policy ? [...policy.logs, ...policy.witnesses.map(({ key }) => key)] : [];
}
function allKeys(own, given) {
  const known = keysOf(own);
  const has = (key) => known.some((one) => one.name === key.name && one.keyId === key.keyId);
  return [...known, ...keysOf(given).filter((key) => !has(key))];
}
function ownFaults(heads, own, given) {
  const keys = allKeys(own, given);
  return heads.flatMap(({ label, head }) => {
    const result = checkPolicy(head.note, own);
    if (!result.ok && result.reason !== "quorum-not-met") return [`${label} ${REFUSALS[result.reason]}`];
    const opened2 = openNote(head.note, keys);
    if (!opened2.ok) return [`${label} ${REFUSALS["log-signature-bad"]}`];
    const checkable = opened2.signedBy.length === head.note.signatures.length;
    return checkable ? [] : [`${label} carries a signature that no key here can check.`];
  });
}
var REFUSALS = {
  "not-a-checkpoint": "cannot be read.",
  "log-not-known": "is not signed by the key of the log.",
  "log-signature-bad": "has a signature of the log that is not good.",
  "witness-signature-bad": "has a signature of a witness that is not good.",
  "quorum-not-met": "is not signed by as many witnesses as the policy asks for."
};
function issuerOutcome(heads, policy) {
  if (!policy) return notChecked(CHECKPOINT_SIGNED, "No policy from outside the bundle was given.");
  const faults = heads.flatMap(({ label, head }) => {
    const result = checkPolicy(head.note, policy);
    if (result.ok || result.reason === "quorum-not-met") return [];
    const other = result.reason === "log-not-known" ? namesake(head, policy) : null;
    return [`${label} ${other ?? REFUSALS[result.reason]}`];
  });
  return outcomeOf(CHECKPOINT_SIGNED, faults, { word: heads[0]?.head.checkpoint.origin ?? "" });
}
function namesake({ note, checkpoint }, policy) {
  const yours = policy.logs.find(({ name }) => name === checkpoint.origin);
  const theirs = note.signatures.find(({ name }) => name === checkpoint.origin);
  if (!yours || !theirs) return null;
  return `is signed by another key of the same name (${theirs.keyId}; yours is ${yours.keyId}).`;
}
function witnessOutcome(heads, policy) {
  if (!policy) return notChecked("witnesses", "No policy from outside the bundle was given.");
  if (policy.quorum === "none") return notChecked("witnesses", "The policy asks for no witness.");
  const faults = heads.flatMap(({ label, head }) => {
    const result2 = checkPolicy(head.note, policy);
    return result2.ok ? [] : [`${label} ${REFUSALS[result2.reason]}`];
  });
  const result = heads.map(({ head }) => checkPolicy(head.note, policy)).find((one) => one.ok);
  return outcomeOf("witnesses", faults, { count: result?.ok ? result.witnessedBy.length : 0 });
}

// src/portable/bundle/verify/time-check.ts
var EARLIEST = "2020-01-01T00:00:00.000Z";
function checkTimes({ cover, record: record2, produced }) {
  if (!cover.ok || !record2.ok) {
    return notChecked("times", "bundle.json or the continuity record cannot be read.");
  }
  const faults = [];
  let last = EARLIEST;
  for (const { n, event } of record2.value) {
    if (!event) continue;
    if (event.at < EARLIEST) faults.push(`Entry ${n} of the record has a time before the year 2020.`);
    else if (event.at < last) faults.push(`Entry ${n} of the record has a time before an earlier entry.`);
    else last = event.at;
  }
  if (cover.value.createdAt < last)
    faults.push("bundle.json has a time before the last entry of the record.");
  if (produced.ok && produced.value.event.at < last) {
    faults.push("The sealing of the bundle has a time before the last entry of the record.");
  }
  return outcomeOf("times", [...faults, ...readingFaults(cover.value, record2.value)]);
}
function readingFaults({ items, transcripts }, record2) {
  const sealed = sealings(record2);
  const ids = new Map(items.map(({ file, item }) => [file, item]));
  return transcripts.flatMap(({ file, item, sealedAt }) => {
    const [seal] = sealed.get(ids.get(item) ?? "") ?? [];
    const differs2 = sealedAt !== null && seal !== void 0 && seal.at !== sealedAt;
    return differs2 ? [`${file}: its reader was told another time of sealing than the record holds.`] : [];
  });
}

// src/portable/bundle/verify/summary.ts
var NOT_READ_AGAIN = "TRANSCRIPT NOT CHECKED: do not read from it.";
function summaryOf(verdict, outcomes, named2) {
  const answer = answerOf(verdict, outcomes, named2);
  const warn = verdict === "verified" || verdict === "issuer-not-established";
  return warn && outcomes.some(isUnread) ? `${NOT_READ_AGAIN} ${answer}` : answer;
}
function isUnread({ check: check2, state, facts }) {
  return check2 === "transcript-words" && state === "not-checked" && (facts.count ?? 0) > 0;
}
function answerOf(verdict, outcomes, { items, receivedAt: receivedAt2 }) {
  if (verdict === "unusable") return "This file is not a bundle that can be checked.";
  if (verdict === "issuer-not-established") {
    return "Consistent with itself, issuer not established; this does not show the conversation happened as written.";
  }
  if (verdict === "failed") {
    const failed = outcomes.filter(({ state }) => state === "failed").length;
    return `${failed} of ${outcomes.length} checks failed. Do not rely on this copy.`;
  }
  const since = receivedAt2 === null ? `it was sealed on ${daysOf(items)}` : `police received it on ${dayOf2(receivedAt2)}`;
  return `Unchanged since ${since} (UTC); this does not show the conversation happened as written.`;
}
function daysOf(items) {
  const days = items.map(({ sealedAt }) => sealedAt).sort();
  const [first, last] = [days[0], days.at(-1)];
  const [firstDay, lastDay2] = [dayOf2(first), dayOf2(last)];
  return firstDay === lastDay2 ? firstDay : `${first?.slice(0, 10)} to ${last?.slice(0, 10)}`;
}

// src/portable/bundle/verify/text-lines.ts
var MAX_LINE_BYTES = 1 << 27;
async function* textLines(chunks) {
  let held = [];
  let heldBytes = 0;
  let number2 = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const text2 = decodeUtf8(concatBytes(...held, chunk.subarray(from, end)));
      number2 += 1;
      yield { number: number2, text: text2 };
      if (text2 === null) return;
      held = [];
      heldBytes = 0;
      from = end + 1;
    }
    if (from < chunk.length) held.push(chunk.subarray(from));
    heldBytes += chunk.length - from;
    if (heldBytes > MAX_LINE_BYTES) break;
  }
  if (heldBytes > 0) yield { number: number2 + 1, text: null };
}

// src/portable/bundle/verify/transcript-coverage.ts
var MAX_FAULTS3 = 20;
var ORDER = ["reading", "message", "unread", "envelope"];
var CoverageCheck = class {
  faults = [];
  #head = null;
  #messages = 0;
  #unreadBytes = 0;
  #rank = 0;
  #spans = [];
  #label;
  constructor(label) {
    this.#label = label;
  }
  #fault(sentence) {
    if (this.faults.length < MAX_FAULTS3) this.faults.push(`${this.#label}: ${sentence}`);
  }
  /** The line decoded; null when it cannot be. */
  take({ number: number2, text: text2 }) {
    const decoded = text2 === null ? null : decodeReadingLine(text2);
    if (!decoded?.ok) {
      this.#fault(`line ${number2} is not a line of a reading.`);
      return null;
    }
    const { line } = decoded;
    const rank2 = ORDER.indexOf(line.type);
    if (rank2 < this.#rank || number2 === 1 !== (rank2 === 0)) this.#fault(`line ${number2} is out of place.`);
    this.#rank = rank2;
    this.#count(line);
    return line;
  }
  #count(line) {
    if (line.type === "reading") {
      this.#head = line;
      if (line.detection !== void 0) this.#fault("its first line says more than a transcript may.");
      return;
    }
    this.#spans.push(line.span);
    if (line.type === "unread") this.#unreadBytes += line.span[1] - line.span[0];
    if (line.type !== "message") return;
    if (line.n !== this.#messages)
      this.#fault(`message ${line.n + 1} stands where message ${this.#messages + 1} should.`);
    this.#messages += 1;
  }
  /** Called after the last line, with what bundle.json says of the reader and how large the item is. */
  end(reader, sizeBytes) {
    const head = this.#head;
    if (!head) return this.#fault("it has no first line.");
    if (head.reader !== reader)
      this.#fault(`it was made by ${head.reader}, not by ${reader} as bundle.json says.`);
    if (head.bytes !== sizeBytes) this.#fault(`it is of ${head.bytes} bytes, and the item has ${sizeBytes}.`);
    if (head.messages !== this.#messages) {
      this.#fault(`it says ${head.messages} messages and holds ${this.#messages}.`);
    }
    if (head.unreadBytes !== this.#unreadBytes) {
      this.#fault(`it says ${head.unreadBytes} bytes are unread and lists ${this.#unreadBytes}.`);
    }
    if (!tilesExactly(this.#spans, sizeBytes))
      this.#fault("its spans leave out bytes of the item, or overlap.");
  }
};

// src/portable/bundle/verify/transcript-words.ts
var MAX_FAULTS4 = 20;
var LOOKS = 4;
function readItemOf(bytes) {
  return { bytes, looksLeft: LOOKS * bytes.length };
}
function wordsCheck(source) {
  const reading = readAgain(source);
  return reading ? new SameReading(source.label, encodeReadingLines(reading)) : new FoundInSpan(source);
}
function readAgain({ reader, item, sealedAt, dateOrder }) {
  const format = formatOfReader(reader);
  if (format === null) return null;
  const read = readChat(item.bytes, {
    format,
    ...sealedAt === null ? {} : { sealedAt },
    ...dateOrder === void 0 ? {} : { dateOrder }
  });
  return read.ok ? read.reading : null;
}
var SameReading = class {
  reread = true;
  passedOver = false;
  faults = [];
  #label;
  #expected;
  constructor(label, expected) {
    this.#label = label;
    this.#expected = expected;
  }
  take({ number: number2, text: text2 }) {
    const { value } = this.#expected.next();
    if (value === text2 || this.faults.length >= MAX_FAULTS4) return;
    const what = value === void 0 ? "is more than the item gives" : difference(value, text2 ?? "");
    this.faults.push(`${this.#label}, line ${number2}: ${what}.`);
  }
  end() {
    if (!this.#expected.next().done) this.faults.push(`${this.#label}: it ends before the item does.`);
  }
};
function difference(expected, found2) {
  const [right, wrong] = [membersOf(expected), membersOf(found2)];
  const key = Object.keys(right).find((name) => JSON.stringify(right[name]) !== JSON.stringify(wrong[name]));
  const place = typeof right["n"] === "number" ? ` of message ${right["n"] + 1}` : "";
  return key === void 0 ? "it is not what the item gives" : `"${key}"${place} is not what the item gives`;
}
function membersOf(text2) {
  try {
    return Object(JSON.parse(text2));
  } catch {
    return {};
  }
}
var LOSSY = new TextDecoder("utf-8", { ignoreBOM: true });
var FoundInSpan = class {
  reread = false;
  passedOver = false;
  faults = [];
  #source;
  #lastEnd = 0;
  constructor(source) {
    this.#source = source;
  }
  take(_line, decoded) {
    if (decoded?.type !== "message" || this.faults.length >= MAX_FAULTS4) return;
    if (decoded.span[0] < this.#lastEnd) return;
    this.#lastEnd = decoded.span[1];
    const { label, item } = this.#source;
    const span2 = item.bytes.subarray(decoded.span[0], decoded.span[1]);
    if (span2.length > item.looksLeft) {
      this.passedOver = true;
      return;
    }
    item.looksLeft -= span2.length;
    const bytes = LOSSY.decode(span2);
    const held = `${bytes}
${unescaped(bytes)}`;
    for (const words4 of [decoded.body, decoded.writtenText]) {
      if (!occursInOrder(words4, held)) {
        this.faults.push(`${label}, message ${decoded.n + 1}: its words are not in its bytes.`);
      }
    }
  }
  end() {
  }
};
function unescaped(text2) {
  return text2.replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|(.))/g,
    (_, code, letter) => code === void 0 ? PLAIN2[letter] ?? letter : String.fromCharCode(Number.parseInt(code, 16))
  );
}
var PLAIN2 = { n: "\n", t: "	", r: "\r", b: "\b", f: "\f" };
function occursInOrder(words4, held) {
  let at = 0;
  for (const letter of words4) {
    at = held.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

// src/portable/bundle/verify/transcript-checks.ts
var MAX_REREAD_BYTES = 1 << 27;
async function checkTranscripts(bundle, { cover }, progress) {
  if (!cover.ok) {
    const why = "bundle.json cannot be read.";
    return [notChecked("transcript-bytes", why), notChecked("transcript-words", why)];
  }
  const { transcripts } = cover.value;
  if (transcripts.length === 0) {
    const why = "The bundle holds no transcript.";
    return [notChecked("transcript-bytes", why), notChecked("transcript-words", why)];
  }
  const checked = await checkEach(bundle, transcripts, progress);
  const facts = { count: transcripts.length };
  const words4 = outcomeOf(
    "transcript-words",
    checked.flatMap((one) => one.words),
    facts
  );
  const notReread = checked.flatMap((one) => one.notReread);
  const state = words4.state === "passed" && notReread.length > 0 ? "not-checked" : words4.state;
  return [
    outcomeOf(
      "transcript-bytes",
      checked.flatMap((one) => one.coverage),
      facts
    ),
    { ...words4, state, details: [...words4.details, ...notReread] }
  ];
}
async function checkEach(bundle, transcripts, progress) {
  const checked = /* @__PURE__ */ new Map();
  const totalBytes = transcripts.reduce((sum, one) => sum + itemBytes(bundle, one), 0);
  let doneBytes = 0;
  for (const [name, ofItem] of byItem(transcripts)) {
    const item = await findItem(bundle, name);
    for (const transcript of ofItem) {
      progress({ step: "transcripts", doneBytes, totalBytes });
      checked.set(transcript, await checkTranscript(bundle, transcript, item));
      doneBytes += itemBytes(bundle, transcript);
    }
  }
  return transcripts.flatMap((transcript) => checked.get(transcript) ?? []);
}
function byItem(transcripts) {
  const groups = /* @__PURE__ */ new Map();
  for (const transcript of transcripts) {
    const group = groups.get(transcript.item);
    if (group) group.push(transcript);
    else groups.set(transcript.item, [transcript]);
  }
  return groups;
}
async function findItem(bundle, name) {
  const file = bundle.files.get(itemPath(name));
  if (!file) return null;
  const { dataOffset, sizeBytes } = file.entry;
  if (sizeBytes > MAX_REREAD_BYTES) return { sizeBytes, read: null };
  return { sizeBytes, read: readItemOf(await readRange(bundle.source, dataOffset, sizeBytes)) };
}
function itemBytes(bundle, { item }) {
  return bundle.files.get(itemPath(item))?.entry.sizeBytes ?? 0;
}
async function checkTranscript(bundle, transcript, item) {
  const label = transcript.file;
  const lines = bundle.files.get(transcriptPath(label));
  if (!lines || !item) {
    return { coverage: [`${label}: it or its item is not here.`], words: [], notReread: [] };
  }
  if (!item.read) {
    return { coverage: [], words: [], notReread: [`${label}: its item is too large to be read again here.`] };
  }
  const coverage = new CoverageCheck(label);
  const { reader, sealedAt, dateOrder } = transcript;
  const words4 = wordsCheck({ label, reader, item: item.read, sealedAt, dateOrder });
  for await (const line of textLines(streamOf(bundle, lines))) words4.take(line, coverage.take(line));
  coverage.end(reader, item.sizeBytes);
  words4.end();
  return { coverage: coverage.faults, words: words4.faults, notReread: whyNotReread(transcript, words4) };
}
function whyNotReread({ file, reader }, { reread, passedOver }) {
  if (reread) return [];
  const lacking = `${file}: this program does not have its reader, ${reader}.`;
  return [
    passedOver ? `${lacking} Not all its words were looked for: its item has many transcripts.` : lacking
  ];
}
function streamOf(bundle, { entry }) {
  return streamRange(bundle.source, entry.dataOffset, entry.sizeBytes);
}

// src/portable/bundle/verify/verify-bundle.ts
var MARKS = ["/bagit.txt", "/bag-info.txt", "/bundle.json"].map(utf8);
var SEARCHED_BYTES = 1 << 20;
async function verifyBundle(source, options) {
  const opened2 = await openBundle(source, {
    hashers: options.hashers ?? NOBLE_HASHERS,
    sha512: options.sha512 ?? true,
    progress: options.progress ?? silent
  });
  const zip = outcomeOf("zip", opened2.faults);
  if (!opened2.bundle || !meansToBeBundle(opened2.bundle)) {
    return nothingRead(source, zip, await looksLikeBundle(source), options);
  }
  const contents = await readContents(opened2.bundle);
  const { outcomes, items } = await checkAll(opened2.bundle, contents, options);
  const sorted2 = [zip, ...outcomes].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check));
  const findings = sorted2.map(inWords);
  const verdict = verdictOf(findings, options.policy !== null);
  const list = opened2.bundle.files.get(TAG_MANIFEST_PATH);
  return {
    verdict,
    summary: summaryOf(verdict, sorted2, { items, receivedAt: receivedAt(contents) }),
    findings,
    bundleId: list ? toHex(list.digests.sha256) : null,
    reference: contents.cover.ok ? contents.cover.value.reference : null,
    cover: contents.cover.ok ? contents.cover.value : null,
    items,
    record: contents.record.ok ? contents.record.value : [],
    produced: contents.produced.ok ? contents.produced.value.event : null,
    files: opened2.bundle.files.size,
    sizeBytes: source.sizeBytes
  };
}
function silent() {
}
function receivedAt({ record: record2 }) {
  const lines = record2.ok ? record2.value : [];
  return lines.find(({ event }) => event?.type === SUBMISSION_RECEIVED2)?.event?.at ?? null;
}
async function checkAll(bundle, contents, options) {
  const { outcome, items } = await checkItems(bundle, contents);
  const outcomes = [
    ...await checkBag(bundle),
    checkCover(bundle, contents),
    await checkOrder(bundle, contents),
    outcome,
    checkRecord(contents),
    ...options.code ? [checkRecordCode2(contents, options.code)] : [],
    checkCounts(contents),
    checkTimes(contents),
    checkWithheld(contents),
    await checkLogEntries(bundle, contents),
    checkSealedList(bundle, contents),
    checkSealedListInLog(contents),
    checkLogExtends(contents),
    ...await checkSignatures2(bundle, contents, options.policy),
    ...await checkTranscripts(bundle, contents, options.progress ?? silent)
  ];
  return { outcomes, items };
}
async function looksLikeBundle(source) {
  const length = Math.min(source.sizeBytes, SEARCHED_BYTES);
  const ends = [await source.read(0, length), await source.read(source.sizeBytes - length, length)];
  return ends.some((bytes) => MARKS.some((mark) => contains(bytes, mark)));
}
function contains(bytes, mark) {
  const [first = 0] = mark;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
function nothingRead(source, zip, damaged, { code }) {
  const made = [READABLE, "zip", ...code ? [] : [RECORD_CODE]];
  const unmade = CHECKS.filter((check2) => !made.includes(check2));
  const outcomes = damaged ? [
    outcomeOf("zip", whyDamaged(zip)),
    ...unmade.map((check2) => notChecked(check2, "The zip cannot be read."))
  ] : [outcomeOf(READABLE, [...zip.details, "It holds no bundle."].slice(0, 1))];
  const findings = outcomes.map(inWords);
  const verdict = verdictOf(findings, false);
  return {
    verdict,
    summary: summaryOf(verdict, outcomes, { items: [], receivedAt: null }),
    findings,
    bundleId: null,
    reference: null,
    cover: null,
    items: [],
    record: [],
    produced: null,
    files: 0,
    sizeBytes: source.sizeBytes
  };
}
function whyDamaged({ details }) {
  return details.length === 0 ? ["Its files do not lie in one folder of a bundle."] : details;
}
function inWords(result) {
  const { check: check2, state, details } = result;
  const found2 = { check: check2, outcome: state, sentence: sentenceOf3(result), ...meaningOf(result), details };
  return details.length === 0 ? found2 : { ...found2, where: details.join(" ") };
}

// verifier/arguments.ts
var HELP = `Usage: handover-verify [--policy force.tlog-policy] [--json] [--explain] [--code CODE] [--all-digests] BUNDLE
       handover-verify [--policy force.tlog-policy] [--json] [--explain] [--code CODE] RECEIPT [--file FILE]...
                       [--checkpoint FILE [--later] [--consistency FILE]]

Checks a Handover bundle (.zip) or receipt (.handover-receipt) with nobody's help: no account, no network.

  --policy FILE  the log policy, or public key, that the force publishes: force.tlog-policy. Get it from the
                 force, never from the bundle. Without it nobody can tell who issued the bundle or receipt.
  --file FILE    a file to compare, byte for byte, with the items on a receipt: says which item it is, or
                 which it is most like. As often as you like; a name after the receipt means the same.
  --code CODE    the record code that was written down by hand: says whether the record still holds that event
  --checkpoint FILE
                 a checkpoint of the log, fetched from where the force publishes it (/checkpoint of the public
                 site): says whether the log was cut short or rewritten since. Keep the file.
  --later        the checkpoint was fetched more than two minutes after the receipt was saved. An older one has
                 fewer entries in any case: only with this word does a shorter log fail.
  --consistency FILE
                 the proof that a longer log extends the receipt's, one base64 hash a line (RFC 6962). Fetch it
                 from the public site; the check names the address (/checkpoint/consistency?from=N&to=M).
  --all-digests  above 256 MiB: work out the SHA-512 of each item and the SHA-256 of the whole bundle too,
                 which takes about three times as long. Below, both are always worked out.
  --explain      what each check means, and what it does not prove
  --json         the same as JSON, for programs
  --help         this text

Exit codes: 0 verified; 1 a check failed; 2 the input cannot be used; 3 consistent with itself, but who
issued it is not established, because no policy was given.
`;
var MISTYPED = "The record code is not 20 letters and digits that fit together. Look at the paper again.";
var FLAGS = ["--json", "--explain", "--all-digests", "--later"];
var VALUED = ["--policy", "--file", "--checkpoint", "--consistency", "--code"];
var REPEATABLE = ["--file"];
function readArguments(args) {
  if (args.includes("--help") || args.includes("-h")) return { ok: false, help: true };
  const words4 = sorted(args);
  if (typeof words4 === "string") return { ok: false, wrong: words4 };
  const { names, flags: flags2, values } = words4;
  const [subject, ...files] = names;
  if (subject === void 0) return { ok: false, wrong: "Say which bundle or receipt is to be checked." };
  const one = (option) => values.get(option)?.[0] ?? null;
  const [checkpoint, consistency, written] = [one("--checkpoint"), one("--consistency"), one("--code")];
  if (consistency !== null && checkpoint === null)
    return { ok: false, wrong: "A consistency proof needs the checkpoint that it leads to: --checkpoint." };
  if (flags2.has("--later") && checkpoint === null)
    return { ok: false, wrong: "The word --later is said of a checkpoint: --checkpoint." };
  const code = written === null ? null : parseRecordCode(written);
  if (written !== null && code === null) return { ok: false, wrong: MISTYPED };
  const asked = {
    policy: one("--policy"),
    json: flags2.has("--json"),
    explain: flags2.has("--explain"),
    allDigests: flags2.has("--all-digests"),
    subject,
    files: [...files, ...values.get("--file") ?? []],
    checkpoint,
    consistency,
    later: flags2.has("--later"),
    code
  };
  return { ok: true, asked };
}
function sorted(args) {
  const rest = [...args];
  const words4 = { names: [], flags: /* @__PURE__ */ new Set(), values: /* @__PURE__ */ new Map() };
  for (let word = rest.shift(); word !== void 0; word = rest.shift()) {
    if (word === "--") words4.names.push(...rest.splice(0));
    else if (!word.startsWith("-") || word === "-") words4.names.push(word);
    else {
      const wrong = takeOption(words4, word, rest);
      if (wrong !== null) return wrong;
    }
  }
  return words4;
}
function takeOption({ flags: flags2, values }, word, rest) {
  const again = flags2.has(word) || values.has(word) && !REPEATABLE.includes(word);
  if (again) return `The option ${word} is given twice.`;
  if (FLAGS.includes(word)) {
    flags2.add(word);
    return null;
  }
  if (!VALUED.includes(word)) return `The option ${word} is not known.`;
  const value = rest.shift();
  if (value === void 0) return `The option ${word} needs ${word === "--code" ? "a code" : "a file"}.`;
  values.set(word, [...values.get(word) ?? [], value]);
  return null;
}

// verifier/checking.ts
async function digestWhole(source, hashers) {
  const digest = hashers.sha256();
  const pieces = streamRange(source, 0, source.sizeBytes, { passing: true });
  for await (const piece of pieces) digest.update(piece);
  return toHex(digest.digest());
}
function checkingOf(now, digests, given) {
  return {
    at: now.toISOString(),
    ...digests,
    policySha256: given && toHex(sha2562(utf8(given.text))),
    logs: given && given.policy.logs.map(({ name, keyId }) => ({ name, keyId }))
  };
}

// verifier/file-source.ts
import { open as open2 } from "node:fs/promises";
async function openFile(path) {
  const handle = await open2(path, "r");
  const stat2 = await handle.stat();
  if (!stat2.isFile()) {
    await handle.close();
    throw new Error("It is not a file.");
  }
  return {
    sizeBytes: stat2.size,
    read: (offset, length, space) => readAt(handle, { offset, length, space }),
    close: () => handle.close()
  };
}
async function readAt(handle, { offset, length, space }) {
  const bytes = space ?? new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

// verifier/node-hashers.ts
import { createHash } from "node:crypto";
import * as zlib from "node:zlib";
var native = Reflect.get(zlib, "crc32");
var NODE_HASHERS = {
  sha256: () => createHash("sha256"),
  sha512: () => createHash("sha512"),
  ...typeof native === "function" ? { crc32: native } : {}
};

// verifier/policy-text.ts
function policyFromText(text2) {
  const trimmed2 = text2.replaceAll("\r\n", "\n").trim();
  const key = decodeVerifierKey(trimmed2);
  if (key.ok) return { ok: true, policy: { logs: [key.key], witnesses: [], groups: [], quorum: "none" } };
  const decoded = decodePolicy(`${trimmed2}
`);
  if (decoded.ok) return decoded;
  const place = decoded.line > 0 ? ` (line ${decoded.line})` : "";
  return { ok: false, reason: `${decoded.reason}${place}` };
}

// verifier/published-text.ts
function publishedFault({ checkpoint, consistency }) {
  if (!isCheckpointText(checkpoint)) return NOT_A_CHECKPOINT;
  return consistency === null || isProofText(consistency) ? null : NOT_A_PROOF;
}
var NOT_A_CHECKPOINT = "What was given as the checkpoint is not one. Fetch it again from /checkpoint of the force\u2019s public site, and look that it is not an error message.";
var NOT_A_PROOF = "What was given as the consistency proof is not one. Fetch it again, from the address that the check without it names, and look that it is not an error message.";

// verifier/printable.ts
function printable(text2) {
  return text2.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, (letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `<U+${code}>`;
  });
}
function sizeInWords(sizeBytes) {
  const units = ["bytes", "KB", "MB", "GB", "TB"];
  let [value, unit] = [sizeBytes, 0];
  while (value >= 1e3 && unit < units.length - 1) [value, unit] = [value / 1e3, unit + 1];
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

// verifier/version.ts
var VERIFIER_VERSION = "0.1.0";

// verifier/report.ts
var LIMITS = [
  "that what was handed in was true, genuine or complete before police received it",
  "that a file was not edited, cut or made up before it was handed in, or messages deleted",
  "that the phone's clock, time zone and names are right",
  "who was holding any phone, or typed any message",
  "that something which was never handed in does not exist"
];
var BUNDLE_LIMITS = [
  "that an extract came from the archive named: the archive stayed with the submitter",
  "what a picture showed that a chat speaks of: pictures are not in the bundle",
  "that a reader understood every line: the item itself is the evidence"
];
function saysMade(verdict) {
  return verdict === "verified" ? "Made by" : "Says of itself: made by";
}
function filesInWords(count2) {
  return count2 === 1 ? "1 file" : `${count2} files`;
}
function itemsInWords(count2) {
  return count2 === 1 ? "1 item" : `${count2} items`;
}
function bundleReport({ file, size, checked }, result) {
  const { cover, verdict } = result;
  const made = cover && `${saysMade(verdict)} ${cover.force} on ${dayOf2(cover.createdAt)} (UTC), reference ${cover.reference}. `;
  return {
    verifier: VERIFIER_VERSION,
    kind: "bundle",
    file,
    verdict,
    exitCode: exitCodeOf(verdict),
    summary: result.summary,
    besideOnly: false,
    about: `${made ?? ""}${filesInWords(result.files)}, ${size}.`,
    reference: cover?.reference ?? null,
    bundleId: result.bundleId,
    receipt: null,
    files: [],
    checked,
    findings: result.findings,
    doesNotShow: [...LIMITS, ...BUNDLE_LIMITS]
  };
}
var RECEIPT_SUMMARIES = {
  verified: "This receipt is good; it does not show that what was handed in is true.",
  failed: "A check failed. Do not rely on this copy of the receipt.",
  unusable: "This file is not a receipt or bundle that can be checked.",
  "issuer-not-established": "Consistent with itself, issuer not established; anyone could have made this receipt."
};
var BESIDE = [
  ["log-not-forked", "The receipt is good. The log that is published is not shown to hold what it held."],
  ["log-not-shorter", "The receipt is good. The log signed for entries in it that it does not publish."],
  ["published-checkpoint", "The receipt is good. What you gave is not a checkpoint of its log."],
  ["record-code", "The receipt is good. It is not the record whose code was written down."],
  ["files-match", "The receipt is good. This file is not one of its items."]
];
function besideSummary(findings) {
  const failed = findings.flatMap(({ check: check2, outcome }) => outcome === "failed" ? [check2] : []);
  const signed = findings.some(({ check: check2, outcome }) => check2 === CHECKPOINT_SIGNED && outcome === "passed");
  const ownFault = failed.some((check2) => !BESIDE.some(([beside]) => beside === check2));
  const [, summary] = BESIDE.find(([check2]) => failed.includes(check2)) ?? [];
  return signed && !ownFault && summary !== void 0 ? summary : null;
}
function receiptReport({ file, checked, files }, { verdict, findings, receipt, contents }) {
  const beside = besideSummary(findings);
  const claim = verdict === "verified" || beside !== null ? "Receipt" : "Says of itself: receipt";
  const about = receipt && `${claim} ${receipt.reference} of ${receipt.force}, ${itemsInWords(receipt.items.length)}.`;
  return {
    verifier: VERIFIER_VERSION,
    kind: "receipt",
    file,
    verdict,
    exitCode: exitCodeOf(verdict),
    summary: beside ?? RECEIPT_SUMMARIES[verdict],
    besideOnly: beside !== null,
    about: about ?? "Nothing could be read.",
    reference: receipt?.reference ?? null,
    bundleId: null,
    receipt: contents && { ...contents, statement: RECEIPT_STATEMENT },
    files: contents === null ? [] : files.map((one) => placeFile(one, contents.items)),
    checked,
    findings,
    doesNotShow: LIMITS
  };
}

// verifier/subject-kind.ts
var MAX_RECEIPT_BYTES = 1 << 26;
var PDF_GIVEN = "This is a PDF: it is there to be read, and nothing in it can be checked. The receipt is the file beside it whose name ends in .handover-receipt.";
async function kindOfSubject(source) {
  const first = await source.read(0, Math.min(5, source.sizeBytes));
  if (first[0] === 123 && source.sizeBytes <= MAX_RECEIPT_BYTES) return "receipt";
  return String.fromCharCode(...first) === "%PDF-" ? "pdf" : "bundle";
}

// verifier/receipt-words.ts
function headingOf({ verdict }) {
  if (verdict === "verified") return "What the receipt says";
  return verdict === "failed" ? "What the file says of itself (a check failed)" : "What the file says of itself";
}
function receiptFacts(receipt) {
  const { reference, force, receivedAt: receivedAt2, sealedAt, log, checkpointSize } = receipt;
  return [
    ["Reference", reference],
    ["Force", force],
    ["Received", timeInWords(receivedAt2)],
    ["Sealed", timeInWords(sealedAt)],
    ["Log", log ?? "cannot be read"],
    ["Newest checkpoint", checkpointSize === null ? "cannot be read" : `${checkpointSize} entries`]
  ];
}
function timeInWords(instant) {
  return instant === null ? "no event says so" : `${instant.slice(0, 19).replace("T", " ")} UTC`;
}
function exactSize(sizeBytes) {
  const exact = `${String(sizeBytes).replaceAll(/\B(?=(?:\d{3})+$)/g, ",")} bytes`;
  return sizeBytes < 1e3 ? exact : `${sizeInWords(sizeBytes)} (${exact})`;
}
function takenFrom({ extractOf }) {
  return extractOf === void 0 ? null : `taken out of ${printable(extractOf.name)}, which stayed with the submitter`;
}
function placeInWords({ likeness, item, sizeBytes }) {
  if (item === null) return "This file is not among the items, and none has its name or its size.";
  const which = `item ${item.n}, ${printable(item.name)}`;
  const not = "This file is not among the items.";
  switch (likeness) {
    case "same":
      return `This file is ${which}, byte for byte as received.`;
    case "archive":
      return `${not} It is the archive that ${which} was taken out of; only what was taken out was handed in.`;
    case "name":
      return `${not} Item ${item.n} has the same name and other bytes: ${sizesApart(item.sizeBytes, sizeBytes)}.`;
    default:
      return `${not} Item ${item.n}, ${printable(item.name)}, has the same size and other bytes.`;
  }
}
function sizesApart(received, here) {
  return received === here ? `as many, ${here}` : `${received} were received, ${here} are here`;
}

// verifier/receipt-text.ts
var LABEL_WIDTH = 19;
function receiptLines(report) {
  const { receipt, files } = report;
  if (receipt === null) return [];
  const facts = receiptFacts(receipt).map(([label, text2]) => labelled(label, printable(text2)));
  const placed = files.flatMap((file) => [`  ${printable(file.name)}`, `    ${placeInWords(file)}`]);
  return [
    "",
    `${headingOf(report)}:`,
    ...facts,
    ...receipt.items.flatMap(itemLines),
    `  ${receipt.statement}`,
    ...placed.length === 0 ? [] : ["", "Your files:", ...placed]
  ];
}
function itemLines(item) {
  const from = takenFrom(item);
  return [
    labelled(`Item ${item.n}`, printable(item.name)),
    labelled("", `${exactSize(item.sizeBytes)}, ${printable(item.sourceClass)}`),
    ...from === null ? [] : [labelled("", from)],
    labelled("", `SHA-256 ${item.sha256}`)
  ];
}
function labelled(label, text2) {
  return `  ${label.padEnd(LABEL_WIDTH)}${text2}`;
}

// verifier/text-report.ts
var WORDS3 = {
  verified: "VERIFIED",
  failed: "FAILED",
  unusable: "NOT USABLE",
  "issuer-not-established": "ISSUER NOT ESTABLISHED"
};
var BESIDE2 = "DOES NOT FIT";
var OUTCOMES = {
  passed: "passed     ",
  failed: "FAILED     ",
  "not-checked": "not checked"
};
var KEEP = "Keep this copy unaltered; note where it came from; ask the court for another.";
var INDENT = " ".repeat(15);
var WIDTH = 96;
function textReport(report, explain) {
  const id = report.bundleId === null ? [] : [`Bundle id ${report.bundleId}`];
  const worstFirst = [...report.findings].sort((a, b) => rank(a) - rank(b));
  return [
    `Handover verifier ${report.verifier}. The network is not used.`,
    "",
    printable(report.file),
    printable(report.about),
    ...id,
    ...checkedLines(report.checked),
    "",
    `${report.besideOnly ? BESIDE2 : WORDS3[report.verdict]}: ${report.summary}`,
    ...report.kind === "bundle" && report.verdict === "failed" ? [KEEP] : [],
    ...receiptLines(report),
    "",
    ...worstFirst.flatMap((finding2) => findingLines(finding2, explain)),
    "",
    "What this does not show:",
    ...report.doesNotShow.map((limit) => `  - ${limit}`),
    ...explain ? [] : ["", "For what each check means and does not prove, add --explain."],
    ""
  ].join("\n");
}
var FEWER = "Items were compared by their SHA-256. For their SHA-512, and the SHA-256 of this large file, add --all-digests.";
function checkedLines({ at, sha256: sha2563, allDigests, policySha256, logs }) {
  return [
    `Checked ${at.slice(0, 19).replace("T", " ")} UTC`,
    ...sha2563 === null ? [] : [`SHA-256 of the file ${sha2563}`],
    ...allDigests ? [] : [FEWER],
    ...(logs ?? []).map(({ name, keyId }) => `Log ${printable(name)}, key ${keyId}`),
    policySha256 === null ? "No policy was given." : `SHA-256 of the policy ${policySha256}`
  ];
}
function rank({ outcome }) {
  return ["failed", "not-checked", "passed"].indexOf(outcome);
}
function findingLines(finding2, explain) {
  const lines = [`  ${OUTCOMES[finding2.outcome]}  ${printable(finding2.sentence)}`];
  for (const detail of detailsOf(finding2)) lines.push(...wrapped(`- ${printable(detail)}`));
  if (explain) {
    lines.push(...wrapped(`What this means: ${finding2.means}`));
    lines.push(...wrapped(`What it does not prove: ${finding2.doesNotProve}`));
  }
  return lines;
}
function detailsOf(finding2) {
  return finding2.details ?? (finding2.where === void 0 ? [] : [finding2.where]);
}
function wrapped(text2) {
  const lines = [""];
  for (const word of text2.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= WIDTH - INDENT.length) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.map((line) => `${INDENT}${line}`);
}

// verifier/cli.ts
var ALL_DIGESTS_BYTES = 1 << 28;
var USAGE = 2;
var MAX_TEXT_BYTES = 1 << 18;
var UnusableInput = class extends Error {
};
async function runVerify(args, io, allDigestsBytes = ALL_DIGESTS_BYTES) {
  const read = readArguments(args);
  if (!read.ok && "help" in read) {
    io.out(HELP);
    return 0;
  }
  if (!read.ok) {
    io.err(`${read.wrong} Try --help.
`);
    return USAGE;
  }
  try {
    return await check({ asked: read.asked, io, allDigestsBytes });
  } catch (error) {
    io.err(`${printable(error instanceof Error ? error.message : String(error))}
`);
    return USAGE;
  }
}
async function check(work) {
  const { asked, io } = work;
  const given = asked.policy === null ? null : await readPolicy(asked.policy);
  const subject = await opened(asked.subject);
  try {
    const report = await reportOn(subject, { ...work, given });
    io.out(asked.json ? `${JSON.stringify(report, null, 2)}
` : textReport(report, asked.explain));
    return report.exitCode;
  } finally {
    await subject.close();
  }
}
async function reportOn(subject, work) {
  const { asked, given } = work;
  const file = basename(asked.subject);
  const policy = given?.policy ?? null;
  const kind2 = await kindOfSubject(subject);
  if (kind2 === "pdf") throw new UnusableInput(PDF_GIVEN);
  if (kind2 === "receipt") {
    const bytes = await subject.read(0, subject.sizeBytes);
    const files = await digestFiles(asked.files);
    const options = { policy, files, published: await readPublished2(asked), code: asked.code };
    const sha2563 = await digestWhole(subject, NODE_HASHERS);
    const checked = checkingOf(/* @__PURE__ */ new Date(), { sha256: sha2563, allDigests: true }, given);
    return receiptReport({ file, checked, files }, verifyReceipt(bytes, options));
  }
  if (asked.files.length > 0)
    throw new UnusableInput("Files can be compared with a receipt only, not with a bundle.");
  if (asked.checkpoint !== null)
    throw new UnusableInput("A checkpoint can be compared with a receipt only, not with a bundle.");
  return reportOnBundle(subject, work);
}
async function reportOnBundle(subject, { asked, given, io, allDigestsBytes }) {
  const now = /* @__PURE__ */ new Date();
  const allDigests = asked.allDigests || subject.sizeBytes <= allDigestsBytes;
  const progress = io.progress ? teller(io) : () => {
  };
  const result = await verifyBundle(subject, {
    policy: given?.policy ?? null,
    code: asked.code,
    hashers: NODE_HASHERS,
    sha512: allDigests,
    progress
  });
  const isBad = result.verdict === "failed" || result.verdict === "unusable";
  const sha2563 = allDigests || isBad ? await digestWhole(subject, NODE_HASHERS) : null;
  if (io.progress) io.err("\r\x1B[K");
  const [file, size] = [basename(asked.subject), sizeInWords(subject.sizeBytes)];
  const checked = checkingOf(now, { sha256: sha2563, allDigests }, given);
  return bundleReport({ file, size, checked }, result);
}
function teller(io) {
  let last = "";
  return ({ step, doneBytes, totalBytes }) => {
    const words4 = `Checking ${step}, ${Math.floor(100 * doneBytes / Math.max(1, totalBytes))}%`;
    if (words4 !== last) io.err(`\r\x1B[K${words4}`);
    last = words4;
  };
}
async function digestFiles(paths) {
  const digests = [];
  for (const path of paths) {
    const file = await opened(path);
    const found2 = await digestStream(streamRange(file, 0, file.sizeBytes, { passing: true }), NODE_HASHERS);
    await file.close();
    const { sizeBytes } = found2;
    const name = basename(path);
    digests.push({ name, sha256: toHex(found2.sha256), sha512: toHex(found2.sha512), sizeBytes });
  }
  return digests;
}
async function opened(path) {
  return openFile(path).catch((error) => {
    throw new UnusableInput(`${path} cannot be opened. ${reasonOf(error)}`);
  });
}
async function readPolicy(path) {
  const text2 = await readNamed("policy", path);
  const given = policyFromText(text2);
  if (!given.ok) throw new UnusableInput(`The policy ${path} cannot be used. ${given.reason}`);
  return { policy: given.policy, text: text2 };
}
async function readPublished2({ checkpoint, consistency, later }) {
  if (checkpoint === null) return null;
  const published = {
    checkpoint: await readNamed("checkpoint", checkpoint),
    consistency: consistency === null ? null : await readNamed("consistency proof", consistency),
    later
  };
  const wrong = publishedFault(published);
  if (wrong !== null) throw new UnusableInput(wrong);
  return published;
}
async function readNamed(what, path) {
  return readShort(path, what).catch((error) => {
    throw new UnusableInput(`The ${what} ${path} cannot be read. ${reasonOf(error)}`);
  });
}
async function readShort(path, what) {
  if ((await stat(path)).size > MAX_TEXT_BYTES) throw new Error(`It is too large to be a ${what}.`);
  return readFile(path, "utf8");
}
var REASONS2 = {
  ENOENT: "There is no such file.",
  EACCES: "You may not read it.",
  EISDIR: "It is a folder."
};
function reasonOf(error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS2[code] ?? (error instanceof Error ? error.message : String(error));
}

// verifier/main.ts
process.exitCode = await runVerify(process.argv.slice(2), {
  out: (text2) => process.stdout.write(text2),
  err: (text2) => process.stderr.write(text2),
  progress: process.stderr.isTTY
});
