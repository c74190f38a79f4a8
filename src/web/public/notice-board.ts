import type { ForceNotice, IntakeDoor } from '#domain/intake/index.ts';
import type { ForceOnPage } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { DESK_WORDS } from './desk-words.ts';

/** How long what the force says of itself is believed, in milliseconds: it changes a few times a year. */
const FRESH_MS = 30_000;

const UNKNOWN: ForceNotice = { forceName: 'Police', deskStaffed: '', demo: false };

/** What the force says of itself, remembered so that a page does not need the database to name the force. */
export class NoticeBoard {
  readonly #door: Pick<IntakeDoor, 'forceNotice'>;
  readonly #clock: () => Date;
  #notice = UNKNOWN;
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(door: Pick<IntakeDoor, 'forceNotice'>, clock: () => Date) {
    this.#door = door;
    this.#clock = clock;
  }

  /** Reads the notice again when it is old. Keeps the last one while the database is away: the danger page must open. */
  async refresh(): Promise<void> {
    const now = this.#clock().getTime();
    if (now - this.#readAt < FRESH_MS) return;
    const notice = await this.#door.forceNotice().catch(() => null);
    if (notice === null) return;
    this.#notice = notice;
    this.#readAt = now;
  }

  get force(): ForceOnPage {
    return { name: this.#notice.forceName, demonstration: this.#notice.demo };
  }

  /** When the desk is staffed, as a sentence. The default is that it is not. */
  deskSentence(language: Language): string {
    const { deskStaffed } = this.#notice;
    const words = DESK_WORDS.in(language);
    return deskStaffed === '' ? words.notStaffed : words.staffed(deskStaffed);
  }
}
