import { html } from '#web/ui/index.ts';

/** How to save a chat without its pictures, app by app. Menus as of 2026; they move now and then. */
export const EXPORT_STEPS = html`<p class="govuk-body">
    <strong>If a picture in the chat may be sexual, stop.</strong> Do not save the chat. Keep the phone as it
    is and choose “I have no chat, or I cannot save it”.
  </p>
  <p class="govuk-body">Turn on flight mode first, so that nothing new arrives while you save.</p>
  <h3 class="govuk-heading-s">WhatsApp on iPhone</h3>
  <ol class="govuk-list govuk-list--number">
    <li>Open the chat and touch the name at the top.</li>
    <li>Go down to “Export chat”.</li>
    <li>Choose “Without media”, then “Save to Files”.</li>
  </ol>
  <h3 class="govuk-heading-s">WhatsApp on Android</h3>
  <ol class="govuk-list govuk-list--number">
    <li>Open the chat and touch the three dots, then “More”.</li>
    <li>Touch “Export chat”.</li>
    <li>Choose “Without media” and save the file.</li>
  </ol>
  <h3 class="govuk-heading-s">Telegram, on a computer</h3>
  <ol class="govuk-list govuk-list--number">
    <li>Open the chat in Telegram Desktop and choose the three dots.</li>
    <li>Choose “Export chat history” and untick photos and all other media.</li>
    <li>Choose “Machine-readable JSON”. Add the file result.json here.</li>
  </ol>
  <h3 class="govuk-heading-s">Another app</h3>
  <p class="govuk-body">
    Some apps let you download your messages. If yours does, choose “JSON” where it asks, and no photos or
    videos. Add only the file of this conversation. We can read such files of Messenger, Instagram, Snapchat,
    Discord and Signal, and text messages saved with SMS Backup &amp; Restore.
  </p>
  <p class="govuk-body">
    If it has no way to save a chat, copy the words and paste them here. Do not take screenshots of pictures.
  </p>`;
