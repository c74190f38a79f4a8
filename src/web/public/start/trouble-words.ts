import { html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/** When an answer about danger could not be sent, or nothing after it can be kept. */
export const TROUBLE_WORDS = catalogue(
  {
    cannotTell: 'We could not send this to the police desk',
    nobodyTold: html`<strong>Nobody has been told.</strong> Call 999 if anyone is in danger.`,
    otherwise: 'Otherwise call 101, or go back and press Continue again in a few minutes.',
    cannotKeep: 'The desk was sent your answer, but we cannot take more now',
    sent: (time: string) =>
      `What you chose was sent to the police desk at ${time}. Nobody may have read it yet. Calling 999 is faster.`,
    comeBack:
      'Our storage is full or away, so we cannot take a chat or more answers at the moment. Keep the phone and the chat as they are, and come back in an hour.',
  },
  {
    cannotTell: 'Nid oedd modd i ni anfon hyn at ddesg yr heddlu',
    nobodyTold: html`<strong>Nid oes neb wedi cael gwybod.</strong> Ffoniwch 999 os oes rhywun mewn perygl.`,
    otherwise: 'Fel arall, ffoniwch 101, neu ewch yn ôl a phwyswch Parhau eto ymhen ychydig funudau.',
    cannotKeep: 'Anfonwyd eich ateb at y ddesg, ond ni allwn gymryd rhagor nawr',
    sent: time =>
      `Anfonwyd yr hyn a ddewisoch at ddesg yr heddlu am ${time}. Efallai nad oes neb wedi ei ddarllen eto. Mae ffonio 999 yn gyflymach.`,
    comeBack:
      'Mae ein storfa’n llawn neu nid yw ar gael, felly ni allwn gymryd sgwrs na rhagor o atebion ar hyn o bryd. Cadwch y ffôn a’r sgwrs fel y maent, a dewch yn ôl ymhen awr.',
  },
);
