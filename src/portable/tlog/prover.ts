import type { Sha256 } from '../bytes/index.ts';
import type { ProofFromTiles } from './from-tiles.ts';
import { foldRight, merkleRoot } from './merkle.ts';
import { completeSubtrees, inclusionRanges } from './ranges.ts';
import { readTile } from './tile-reader.ts';
import type { TileFault, TileReader } from './tile-reader.ts';
import { tilePath, tileSlice } from './tiles.ts';
import type { TileSlice } from './tiles.ts';

const MOST_NODES = 65_536;
const MOST_TILES = 64;

/**
 * Makes inclusion proofs for many neighbouring leaves of one tree: tiles and the nodes inside them are worked out once and
 * kept, within bounds. For leaves taken in order, a proof costs some ten hashes instead of some hundreds.
 */
export class InclusionProver {
  readonly #treeSize: number;
  readonly #reader: TileReader;
  readonly #tiles = new Map<string, readonly Sha256[]>();
  readonly #nodes = new Map<string, Sha256>();

  constructor(treeSize: number, reader: TileReader) {
    this.#treeSize = treeSize;
    this.#reader = reader;
  }

  /** As `inclusionProofFromTiles`. Throws RangeError when there is no such leaf. */
  async prove(index: number): Promise<ProofFromTiles> {
    const proof: Sha256[] = [];
    for (const range of inclusionRanges(index, this.#treeSize)) {
      const hashes: Sha256[] = [];
      for (const subtree of completeSubtrees(range)) {
        const node = await this.#node(tileSlice(subtree, this.#treeSize));
        if (!(node instanceof Uint8Array)) return node;
        hashes.push(node);
      }
      proof.push(foldRight(hashes));
    }
    return { ok: true, proof };
  }

  async #node({ tile, offset, count }: TileSlice): Promise<Sha256 | TileFault> {
    const path = tilePath(tile.level, tile.n, tile.width);
    const name = `${path} ${offset} ${count}`;
    const known = this.#nodes.get(name);
    if (known !== undefined) return known;
    const hashes = await this.#tile(tile, path);
    if (!Array.isArray(hashes)) return hashes as TileFault;
    const node = merkleRoot((hashes as readonly Sha256[]).slice(offset, offset + count));
    if (this.#nodes.size >= MOST_NODES) this.#nodes.clear();
    this.#nodes.set(name, node);
    return node;
  }

  async #tile(tile: TileSlice['tile'], path: string): Promise<readonly Sha256[] | TileFault> {
    const known = this.#tiles.get(path);
    if (known !== undefined) return known;
    const read = await readTile(tile, this.#reader);
    if (!read.ok) return read;
    if (this.#tiles.size >= MOST_TILES) this.#tiles.clear();
    this.#tiles.set(path, read.parts);
    return read.parts;
  }
}
