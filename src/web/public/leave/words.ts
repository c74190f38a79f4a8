import { html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/** Stopping, and clearing this browser. */
export const LEAVE_WORDS = catalogue(
  {
    cleared: 'Cleared',
    forgotten: [
      'This browser has forgotten your answers. What you handed in, and anything you told us about danger, is still with us.',
      'Pages you opened may still be in the list of pages visited. You can delete them there.',
    ],
    weather: 'Leave for the weather page',
    stopped: 'You can stop here',
    sent: (desk: string) =>
      `What you chose and sent was sent to the police desk. Nobody may have read it yet. ${desk}`,
    carryOn: (days: string) =>
      html`You can carry on in this browser until you close it or clear your answers. We remove them ${days}
        after your last answer, apart from what you said about danger.
        <a class="govuk-link" href="/">Carry on</a> when you can.`,
  },
  {
    cleared: 'Wedi clirio',
    forgotten: [
      'Mae’r porwr hwn wedi anghofio eich atebion. Mae’r hyn a gyflwynwyd gennych, ac unrhyw beth a ddywedasoch wrthym am berygl, gyda ni o hyd.',
      'Gall tudalennau a agorwyd gennych fod yn y rhestr o dudalennau yr ymwelwyd â nhw o hyd. Gallwch eu dileu yno.',
    ],
    weather: 'Gadael i’r dudalen dywydd',
    stopped: 'Gallwch stopio yma',
    sent: desk =>
      `Anfonwyd yr hyn a ddewiswyd ac a anfonwyd gennych at ddesg yr heddlu. Efallai nad oes neb wedi ei ddarllen eto. ${desk}`,
    carryOn: days =>
      html`Gallwch barhau yn y porwr hwn nes i chi ei gau neu glirio eich atebion. Byddwn yn eu dileu ${days}
        ar ôl eich ateb olaf, ar wahân i’r hyn a ddywedasoch am berygl.
        <a class="govuk-link" href="/">Parhewch</a> pan allwch.`,
  },
);
