/** Why a body was not held until its end: too many are held at once. Becomes the page that says so. */
export class TooBusy extends Error {
  readonly statusCode = 503;
  readonly code = 'too-busy';

  constructor() {
    super('the bodies held in memory are as large as they may be');
  }
}

/** Counts a piece of a body that is kept in memory. Throws `TooBusy` when there is no room for it. */
export type Hold = (piece: Uint8Array) => void;

/** What a piece costs besides its bytes: a body in pieces of one byte holds mostly objects. */
const PIECE_BYTES = 256;

/**
 * Bounds the memory of all bodies together that a listener has to hold until their end. Each request may hold a few MiB;
 * this is what keeps many requests at once from holding more than the process has. Bodies that are stored as they come
 * need none of it.
 */
export class HeldBodies {
  readonly #most: number;
  #held = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  /** Bytes held now. */
  get heldBytes(): number {
    return this.#held;
  }

  /** Does work that holds a body. What it held is given back when it ends, however it ends. */
  async during<Result>(work: (hold: Hold) => Promise<Result>): Promise<Result> {
    let own = 0;
    const hold = ({ length }: Uint8Array): void => {
      const bytes = length + PIECE_BYTES;
      if (this.#held + bytes > this.#most) throw new TooBusy();
      this.#held += bytes;
      own += bytes;
    };
    try {
      return await work(hold);
    } finally {
      this.#held -= own;
    }
  }
}
