/** How a role is kept up. Times in milliseconds; `…Checks` count checks, of which there is one a second. */
export type Patience = {
  /** The pause before the first restart; each further end in a row doubles it, up to the longest. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** A process that has served this long has recovered: what came before counts no more. */
  readonly steadyMs: number;
  /** More ends in a row than this are told to people. */
  readonly quietEnds: number;
  /** Checks without a beat after which a process that had begun to beat counts as hung. */
  readonly hungChecks: number;
  /** The same for one that has not begun: loading a program takes long on a busy machine. */
  readonly unbegunChecks: number;
};

export const PATIENCE: Patience = {
  firstPauseMs: 200,
  longestPauseMs: 60_000,
  steadyMs: 60_000,
  quietEnds: 5,
  hungChecks: 20,
  unbegunChecks: 120,
};

/** Why a role does not serve, in a sentence for people, and since when (milliseconds since 1970). */
export type RoleTrouble = { readonly sinceMs: number; readonly reason: string };

/** How one process of a role ended. `refused`: it said that starting it again alone will not help. */
export type RoleEnd = { readonly reason: string; readonly refused: boolean };

/**
 * What is decided about one role: when its process is started again, when it counts as hung, and when people must know.
 * It is never given up: hand-ins are still taken while another role is down, and wait for it. No clock of its own.
 */
export class RoleWatch {
  readonly #patience: Patience;
  #ends = 0;
  #firstEndMs = 0;
  #servesSinceMs: number | null = null;
  #missed = 0;
  #hasBegun = false;
  #trouble: RoleTrouble | null = null;

  constructor(patience: Patience = PATIENCE) {
    this.#patience = patience;
  }

  get trouble(): RoleTrouble | null {
    return this.#trouble;
  }

  started(): void {
    this.#servesSinceMs = null;
    this.#missed = 0;
    this.#hasBegun = false;
  }

  serves(nowMs: number): void {
    this.#servesSinceMs = nowMs;
  }

  beat(): void {
    this.#missed = 0;
    this.#hasBegun = true;
  }

  /**
   * One look at a running process. Beats missed are counted in looks and not in time: a machine that slept, or a
   * supervisor that was held up itself, has looked once meanwhile, and blames nobody.
   */
  check(nowMs: number): 'fine' | 'hung' {
    this.#missed += 1;
    const { hungChecks, unbegunChecks } = this.#patience;
    if (this.#missed > (this.#hasBegun ? hungChecks : unbegunChecks)) return 'hung';
    if (this.#isSteady(nowMs)) this.#forget();
    return 'fine';
  }

  /** How long to wait before the role is started again. */
  ended(nowMs: number, end: RoleEnd): number {
    if (this.#isSteady(nowMs)) this.#forget();
    if (this.#ends === 0) this.#firstEndMs = nowMs;
    this.#ends += 1;
    this.#servesSinceMs = null;
    const { firstPauseMs, longestPauseMs, quietEnds } = this.#patience;
    if (end.refused || this.#ends > quietEnds || this.#trouble !== null)
      this.#trouble = { sinceMs: this.#firstEndMs, reason: end.reason };
    return end.refused ? longestPauseMs : Math.min(longestPauseMs, firstPauseMs * 2 ** (this.#ends - 1));
  }

  #isSteady(nowMs: number): boolean {
    return this.#servesSinceMs !== null && nowMs - this.#servesSinceMs >= this.#patience.steadyMs;
  }

  #forget(): void {
    this.#ends = 0;
    this.#trouble = null;
  }
}
