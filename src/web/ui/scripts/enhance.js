// What GOV.UK Frontend adds where scripts run: focus on the error summary, "None of these" clears the others, three
// presses of Shift leave the page, a button pressed twice submits once. Every page works without it.
import { initAll } from './govuk-frontend.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
