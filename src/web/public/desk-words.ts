import { html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/** What is said of the police desk, and of not waiting for it, wherever something goes there. */
export const DESK_WORDS = catalogue(
  {
    doNotWait: html`<strong>Do not wait for us. Call 999 now</strong> if anyone is in danger.`,
    notStaffed: 'The desk is not staffed at the moment, so nobody may read this for some time.',
    staffed: (when: string) => `The desk is staffed ${when}. At other times nobody reads this.`,
  },
  {
    doNotWait: html`<strong>Peidiwch ag aros amdanom ni. Ffoniwch 999 nawr</strong> os oes rhywun mewn perygl.`,
    notStaffed:
      'Nid oes neb wrth y ddesg ar hyn o bryd, felly efallai na fydd neb yn darllen hyn am beth amser.',
    staffed: when => `Mae rhywun wrth y ddesg ${when}. Ar adegau eraill nid oes neb yn darllen hyn.`,
  },
);
