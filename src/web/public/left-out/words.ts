import { catalogue } from '#web/ui/language/index.ts';

export const LEFT_OUT_WORDS = catalogue(
  {
    title: 'Is there anything you are not handing in?',
    task: 'What you are not handing in',
    hint: 'For example another phone, deleted messages, pictures or recordings',
    before: ['Keep all of it. Do not delete anything.'],
    words: { label: 'What is it, and why?', hint: '', row: 'What is left out, and why' },
    row: 'Something is not handed in',
  },
  {
    title: 'A oes unrhyw beth nad ydych yn ei gyflwyno?',
    task: 'Yr hyn nad ydych yn ei gyflwyno',
    hint: 'Er enghraifft ffôn arall, negeseuon a ddilëwyd, lluniau neu recordiadau',
    before: ['Cadwch y cyfan. Peidiwch â dileu dim.'],
    words: { label: 'Beth ydyw, a pham?', hint: '', row: 'Beth sydd heb ei gynnwys, a pham' },
    row: 'Nid yw rhywbeth yn cael ei gyflwyno',
  },
);
