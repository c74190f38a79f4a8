import type { ScriptWords } from '../chat/script-words.ts';
import { UploadForm } from './upload-form.ts';
import { UploadState } from './upload-state.ts';

// Makes the upload form of the chat page open zip files, say what would leave the device, and show progress. Without it
// the form still takes text.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) enhance(form);

function enhance(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const place = form.querySelector<HTMLElement>('[data-upload-state]');
  if (input === null || place === null) return;
  for (const shown of document.querySelectorAll<HTMLElement>('.ho-with-scripts')) shown.hidden = false;
  const words = JSON.parse(form.dataset.uploadWords ?? '') as ScriptWords;
  const upload = new UploadForm(form, input, new UploadState(place, words), words);
  input.addEventListener('change', () => upload.choose());
  form.addEventListener('submit', event => {
    if (upload.add()) event.preventDefault();
  });
  // On a slow line the file may have been chosen before this script was there.
  upload.choose();
}
