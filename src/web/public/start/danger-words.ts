import { catalogue } from '#web/ui/language/index.ts';

/** How each danger is asked about on the start page, and said back afterwards. */
export const DANGER_WORDS = catalogue(
  {
    'child-in-danger': {
      label: 'A child is in danger',
      hint: 'With someone, missing, or being threatened',
      said: 'a child is in danger',
    },
    'meeting-planned': {
      label: 'A meeting with a child is planned',
      hint: 'Even if you are not sure it will happen',
      said: 'a meeting with a child is planned',
    },
    confrontation: {
      label: 'Someone is being confronted, followed or filmed',
      hint: 'Or it is being streamed live',
      said: 'someone is being confronted, followed or filmed',
    },
    'self-harm-risk': {
      label: 'Someone may harm themselves',
      hint: 'Anyone: a child, the person suspected, or their family',
      said: 'someone may harm themselves',
    },
    'submitter-under-18': {
      label: 'I am under 18',
      hint: 'We keep it short. You are not in trouble',
      said: 'you are under 18',
    },
  },
  {
    'child-in-danger': {
      label: 'Mae plentyn mewn perygl',
      hint: 'Gyda rhywun, ar goll, neu’n cael ei fygwth',
      said: 'mae plentyn mewn perygl',
    },
    'meeting-planned': {
      label: 'Mae cyfarfod â phlentyn wedi’i drefnu',
      hint: 'Hyd yn oed os nad ydych yn siŵr y bydd yn digwydd',
      said: 'mae cyfarfod â phlentyn wedi’i drefnu',
    },
    confrontation: {
      label: 'Mae rhywun yn cael ei herio, ei ddilyn neu ei ffilmio',
      hint: 'Neu mae hynny’n cael ei ffrydio’n fyw',
      said: 'mae rhywun yn cael ei herio, ei ddilyn neu ei ffilmio',
    },
    'self-harm-risk': {
      label: 'Gallai rhywun niweidio ei hun',
      hint: 'Unrhyw un: plentyn, y person sydd dan amheuaeth, neu ei deulu',
      said: 'gallai rhywun niweidio ei hun',
    },
    'submitter-under-18': {
      label: 'Rydw i o dan 18 oed',
      hint: 'Byddwn yn cadw pethau’n fyr. Nid ydych mewn trwbl',
      said: 'rydych chi o dan 18 oed',
    },
  },
);
