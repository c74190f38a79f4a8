import type { StartWithoutHead } from '#domain/checking/index.ts';
import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { sectionHeading } from '#web/ui/police/index.ts';
import { timeElement } from '../london.ts';
import { counted } from '../words.ts';

/** Starts at which nothing outside the data said how new the data is; null when there was none. */
export function startsWithoutHead(starts: readonly StartWithoutHead[]): Html | null {
  if (starts.length === 0) return null;
  return html`${sectionHeading('Started without the head file')}
    <p>
      The head file is kept outside every backup. It tells a machine that was restored from a backup that it
      is old. At these starts it was not there, though the log was not new. If all the data had been brought
      back from an older backup then, nothing here would show it: compare with a copy of the head file, or
      with the newest receipt that anybody holds. What to do is in
      <code class="ho-code">docs/operating/backups.md</code>.
    </p>
    <ul>
      ${starts.map(
        ({ startedAt, entries }) =>
          html`<li>
            ${timeElement(startedAt)}:
            ${entries === null ? 'the log could not be compared' : `the log had ${counted(entries, 'entry', 'entries')}`}
          </li>`,
      )}
    </ul>`;
}
