import { html, type Html } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { WHAT_LEAVES_WORDS } from './what-leaves-words.ts';

/** A drawing that says in a few words what leaves the device when a packed chat is opened on it. */
export function whatLeaves(language: Language): Html {
  const words = WHAT_LEAVES_WORDS.in(language);
  return html`<figure class="ho-leaves ho-with-scripts" hidden>
    <figcaption>${words.caption}</figcaption>
    <svg viewBox="0 0 340 176" role="img" aria-label="${words.spoken}">
      <g fill="none" stroke="currentColor">
        <rect x="1" y="1" width="150" height="174" rx="10" stroke-width="2" />
        <rect class="ho-leaves__words" x="12" y="34" width="128" height="46" />
        <rect x="12" y="94" width="128" height="68" stroke-dasharray="4 3" />
        <rect x="248" y="1" width="91" height="174" stroke-width="2" />
        <rect class="ho-leaves__words" x="258" y="34" width="71" height="46" />
        <rect x="258" y="106" width="71" height="46" stroke-dasharray="2 3" />
        <path class="ho-leaves__words" d="M140 57h104m-9 -5l9 5l-9 5" stroke-width="2" />
        <path d="M140 129h104m-9 -5l9 5l-9 5" stroke-dasharray="2 4" />
      </g>
      <g fill="currentColor" text-anchor="middle">
        <text x="76" y="23" font-weight="600">${words.device}</text>
        <text x="294" y="23" font-weight="600">${words.police}</text>
        <text x="76" y="54" font-weight="600">${words.words}</text>
        <text x="76" y="71">${words.ofTheChat}</text>
        <text x="76" y="114">${words.pictures}</text>
        <text x="76" y="131">${words.voiceNotes}</text>
        <text x="76" y="152" font-weight="600">${words.stay}</text>
        <text x="294" y="62">${words.words}</text>
        <text x="294" y="134">3016…</text>
        <text x="199" y="121">${words.fingerprint}</text>
        <text x="199" y="147">${words.only}</text>
      </g>
    </svg>
  </figure>`;
}
