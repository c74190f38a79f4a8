import { connectionOf } from './connection.ts';

/** Why a body was not taken: as many are held in memory as may be. Becomes the page that says so. */
export class TooBusy extends Error {
  readonly statusCode = 503;
  readonly code = 'too-busy';

  constructor() {
    super('the bodies held in memory are as large as they may be');
  }
}

/** Room in memory, in bytes: for all together, and of it for one connection. */
export type Room = { readonly all: number; readonly ofOne: number };

/** Counts bytes that are kept in memory. Throws `TooBusy` when there is no room for them. */
export type Hold = (sizeBytes: number) => void;

/** What a piece costs besides its bytes, where pieces are kept as they come: a body in pieces of one byte is mostly objects. */
export const PIECE_BYTES = 256;

/** What one request holds. `giveBack` ends it, once for all. */
export type Holding = { readonly hold: Hold; readonly giveBack: () => void };

/** Where a request comes from. */
type From = { readonly ip: string };

/**
 * Bounds the memory of all bodies together that a listener holds. Each request may hold a few MiB; this is what keeps
 * many requests at once from holding more than the process has, and one connection from holding all that there is.
 *
 * Made with `first`, it is a reserve: bodies are held there while there is room, and here when there is none. So whoever
 * fills what all share does not fill this.
 */
export class HeldBodies {
  readonly #rooms: readonly HeldRoom[];

  constructor(room: Room, first?: HeldBodies) {
    const before = first === undefined ? [] : first.#rooms;
    this.#rooms = [...before, new HeldRoom(room)];
  }

  /** Bytes held now. */
  get heldBytes(): number {
    return this.#rooms.reduce((sum, { heldBytes }) => sum + heldBytes, 0);
  }

  open({ ip }: From): Holding {
    const connection = connectionOf(ip);
    const own = new Map<HeldRoom, number>();
    return {
      hold: sizeBytes => {
        const room = this.#rooms.find(each => each.take(connection, sizeBytes));
        if (room === undefined) throw new TooBusy();
        own.set(room, (own.get(room) ?? 0) + sizeBytes);
      },
      giveBack: () => {
        for (const [room, sizeBytes] of own) room.giveBack(connection, sizeBytes);
        own.clear();
      },
    };
  }

  /** Does work that holds a body. What it held is given back when it ends, however it ends. */
  async during<Result>(from: From, work: (hold: Hold) => Promise<Result>): Promise<Result> {
    const { hold, giveBack } = this.open(from);
    try {
      return await work(hold);
    } finally {
      giveBack();
    }
  }
}

class HeldRoom {
  readonly #room: Room;
  /** By connection, and only while it holds something. */
  readonly #held = new Map<string, number>();
  heldBytes = 0;

  constructor(room: Room) {
    this.#room = room;
  }

  take(connection: string, sizeBytes: number): boolean {
    const own = (this.#held.get(connection) ?? 0) + sizeBytes;
    if (this.heldBytes + sizeBytes > this.#room.all || own > this.#room.ofOne) return false;
    this.#held.set(connection, own);
    this.heldBytes += sizeBytes;
    return true;
  }

  giveBack(connection: string, sizeBytes: number): void {
    const own = (this.#held.get(connection) ?? 0) - sizeBytes;
    if (own > 0) this.#held.set(connection, own);
    else this.#held.delete(connection);
    this.heldBytes -= sizeBytes;
  }
}
