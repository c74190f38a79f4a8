import { UploadForm } from './upload-form.ts';
import { UploadState } from './upload-state.ts';

// Makes the upload form of the chat page open zip files, say what would leave the device, and show progress. Without it
// the form still takes text.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) enhance(form);

function enhance(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const place = form.querySelector<HTMLElement>('[data-upload-state]');
  if (input === null || place === null) return;
  for (const words of document.querySelectorAll<HTMLElement>('.ho-with-scripts')) words.hidden = false;
  const upload = new UploadForm(form, input, new UploadState(place));
  input.addEventListener('change', () => upload.choose());
  form.addEventListener('submit', event => {
    if (upload.add()) event.preventDefault();
  });
  // On a slow line the file may have been chosen before this script was there.
  upload.choose();
}
