import { sayingsOf } from '#domain/desk/index.ts';
import type { DangerVersion } from '#domain/desk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { timeElement } from '../london.ts';

/** Words as somebody wrote them, or that they wrote none. */
export function said(text: string): Html {
  return text.trim() === ''
    ? html`<em>Not said</em>`
    : html`<span class="ho-as-written">${isolated(text)}</span>`;
}

/** When the words came, whether that was after somebody took the report, and what stood there before. */
export function saidOverTime(
  versions: readonly DangerVersion[],
  field: 'what' | 'where' | 'who' | 'safeNumber',
  takenAt: Date | null,
): Html {
  const { changedAt, earlier, leftEmptyAt } = sayingsOf(versions, field);
  const isNew = changedAt !== null && takenAt !== null && changedAt > takenAt;
  return html`<span class="ho-said">
    ${isNew && html`<strong>New since it was taken.</strong> `}
    ${changedAt !== null && html`<span>Said ${timeElement(changedAt)}.</span> `}
    ${leftEmptyAt !== null && html`<span>Left empty when they sent again ${timeElement(leftEmptyAt)}.</span> `}
    ${earlier
      .toReversed()
      .map(
        ({ text, at }) =>
          html`<span class="ho-said__before"
            ><b>Before, ${timeElement(at)}:</b> <span class="ho-as-written">${isolated(text)}</span></span
          > `,
      )}</span
  >`;
}

/** That they said yes to ringing, of an earlier number or before they said no. */
export function ringBefore(versions: readonly DangerVersion[], mayRing: boolean | null): Html | undefined {
  const yes = versions.findLast(version => version.mayRing === true);
  if (yes === undefined || mayRing === true) return undefined;
  return html`<span class="ho-said"><b>Before, ${timeElement(yes.givenAt)}:</b> Yes</span>`;
}
