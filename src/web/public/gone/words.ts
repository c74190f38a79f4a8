import { html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/** The page for somebody whose answers are no longer here. */
export const GONE_WORDS = catalogue(
  {
    title: 'Your answers are no longer here',
    why: 'We keep answers for this browser only. They go when you clear them, when the browser is closed, or when it does not accept cookies. They also go when a hand-in was left unfinished for days.',
    whatIsSafe:
      'If you told us about danger, the desk still has that. If you handed in, we still have that. Any file you added without handing in is gone, so keep the file.',
    kept: 'We kept what you wrote just now. Answer the first questions again and you will find it in its place.',
    copy: 'This is what you wrote just now. Copy it before you leave this page.',
    wrote: 'What you wrote',
    startAgain: 'Start again',
    handedIn: html`Handed in already?
      <a class="govuk-link" href="/return">Come back with your reference and return code</a>.`,
  },
  {
    title: 'Nid yw eich atebion yma mwyach',
    why: 'Rydym yn cadw atebion ar gyfer y porwr hwn yn unig. Maent yn mynd pan fyddwch yn eu clirio, pan gaiff y porwr ei gau, neu pan nad yw’n derbyn cwcis. Maent hefyd yn mynd pan gaiff cyflwyniad ei adael heb ei orffen am ddyddiau.',
    whatIsSafe:
      'Os dywedasoch wrthym am berygl, mae hynny gan y ddesg o hyd. Os gwnaethoch gyflwyno, mae hynny gennym o hyd. Mae unrhyw ffeil a ychwanegwyd gennych heb gyflwyno wedi mynd, felly cadwch y ffeil.',
    kept: 'Rydym wedi cadw’r hyn yr ydych newydd ei ysgrifennu. Atebwch y cwestiynau cyntaf eto a byddwch yn dod o hyd iddo yn ei le.',
    copy: 'Dyma’r hyn yr ydych newydd ei ysgrifennu. Copïwch ef cyn i chi adael y dudalen hon.',
    wrote: 'Yr hyn a ysgrifenasoch',
    startAgain: 'Dechrau eto',
    handedIn: html`Wedi cyflwyno’n barod?
      <a class="govuk-link" href="/return">Dewch yn ôl gyda’ch cyfeirnod a’ch cod dychwelyd</a>.`,
  },
);
