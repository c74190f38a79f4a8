import * as govuk from '../govuk/index.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { publicPage } from '../layouts/index.ts';
import {
  codeBox,
  doList,
  fileCard,
  noteBox,
  printButton,
  receivedBand,
  safeBox,
  steps,
} from '../public/index.ts';
import { isolated, shortName } from '../visible.ts';
import { NORTHSHIRE, PROBLEMS } from './examples.ts';

/** The start page as it stands in the pictures, made of the kit: danger is asked at first paint. */
export function startExample(): Html {
  return publicPage({
    title: 'Hand in evidence of online grooming',
    force: NORTHSHIRE,
    exit: true,
    danger: 'ask',
    body: html`<h1 class="govuk-heading-xl">Hand in evidence of online grooming</h1>
      <p class="govuk-body-l">
        Give Northshire Police messages or information about someone who may be grooming a child online. You
        do not need an account or proof.
      </p>
      ${dangerQuestion()} ${govuk.button({ text: 'Continue' })}
      <p class="govuk-hint">
        If you choose one of the first five, the desk is told when you press Continue.
      </p>`,
    aside: html`<section>
        <h2>What you need</h2>
        <p>About 10 minutes. The chat, if you have it.</p>
      </section>
      <section>
        <h2>Other ways to tell us</h2>
        <p>Call 101, or go to a police station.</p>
      </section>`,
    below: html`<h2 class="govuk-heading-m">Before you start</h2>
      <div class="ho-columns">${startColumns()}</div>`,
    footerLinks: [
      { href: '#', text: 'Check a receipt' },
      { href: '#', text: 'Privacy' },
    ],
  });
}

function dangerQuestion(): Html {
  return govuk.checkboxes({
    name: 'danger',
    fieldset: {
      legend: {
        text: 'Is any of this happening now, or in the next 24 hours?',
        classes: 'govuk-fieldset__legend--m',
      },
    },
    hint: { text: 'Choose all that apply.' },
    items: [
      {
        value: 'child',
        text: 'A child is in danger',
        hint: { text: 'With someone, missing, or being threatened' },
      },
      {
        value: 'meeting',
        text: 'A meeting with a child is planned',
        hint: { text: 'Even if you are not sure it will happen' },
      },
      {
        value: 'under-18',
        text: 'I am under 18',
        hint: { text: 'We keep it short. You are not in trouble' },
      },
      { divider: 'or' },
      { value: 'none', text: 'None of these', behaviour: 'exclusive' },
    ],
  });
}

function startColumns(): readonly Html[] {
  return [
    html`<div>
      <h3 class="govuk-heading-s">You can hand in</h3>
      ${doList([
        { do: true, text: 'messages and chats saved from an app' },
        { do: true, text: 'what happened, in your own words' },
      ])}
    </div>`,
    html`<div>
      <h3 class="govuk-heading-s">Do not send or copy</h3>
      ${doList([{ do: false, text: 'any picture or video that may show someone under 18' }])}
    </div>`,
    html`<div>
      <h3 class="govuk-heading-s">Please stop here</h3>
      ${doList([{ do: false, text: 'do not reply, or pretend to be someone else' }])}
    </div>`,
  ];
}

/** Every control in its states, with mistakes. */
export function formExample(): Html {
  return publicPage({
    title: 'How can we reach you?',
    force: NORTHSHIRE,
    exit: true,
    backLink: '#',
    problems: PROBLEMS,
    body: html`<h1 class="govuk-heading-l">How can we reach you?</h1>
      ${govuk.radios({
        name: 'reach',
        value: 'call',
        fieldset: { legend: { text: 'Is it safe to call you?', classes: 'govuk-fieldset__legend--m' } },
        items: [
          { value: 'no', text: 'No, do not contact me' },
          {
            value: 'call',
            text: 'Yes, call this number',
            conditional: {
              html: govuk.input({
                name: 'phone',
                label: { text: 'Phone number' },
                type: 'tel',
                classes: 'govuk-input--width-20',
              }),
            },
          },
        ],
      })}
      ${govuk.input({ name: 'name', label: { text: 'Your name' }, value: 'Kay', errorMessage: { text: PROBLEMS[0].message } })}
      ${govuk.dateInput({
        id: 'since',
        namePrefix: 'since',
        fieldset: { legend: { text: 'When did it begin?' } },
        hint: { text: 'For example, 9 9 2026' },
        errorMessage: { text: PROBLEMS[1].message },
        items: [
          { name: 'day', classes: 'govuk-input--width-2 govuk-input--error', value: '40' },
          { name: 'month', classes: 'govuk-input--width-2', value: '9' },
          { name: 'year', classes: 'govuk-input--width-4', value: '2026' },
        ],
      })}
      ${govuk.textarea({ name: 'what', label: { text: 'What happened?' }, hint: { text: 'In your own words' }, rows: '4' })}
      ${govuk.select({ name: 'app', label: { text: 'Which app?' }, items: [{ text: 'WhatsApp' }, { text: 'Telegram' }] })}
      ${govuk.fileUpload({ name: 'chat', label: { text: 'The chat, as a text file' } })}
      ${govuk.button({ text: 'Save and continue', preventDoubleClick: true })}
      ${govuk.button({ text: 'Add another', classes: 'govuk-button--secondary' })}
      ${govuk.details({ summaryText: 'What a fingerprint is', text: 'A name, a size and a long code worked out from the file.' })}
      ${govuk.insetText({ text: 'You can stop and come back.' })}
      ${govuk.warningText({ text: 'Do not send pictures of anyone under 18.', iconFallbackText: 'Warning' })}
      ${govuk.notificationBanner({ text: 'You have been signed out, and your words were kept.' })}`,
  });
}

/** A receipt and everything on it. */
export function receiptExample(): Html {
  return publicPage({
    title: 'We have your evidence',
    force: NORTHSHIRE,
    exit: true,
    body: html`${receivedBand({ title: 'We have your evidence', reference: 'NS26-004209', line: 'Monday 23 November 2026, 2:12pm' })}
      ${codeBox({ heading: 'Your return code', code: '7KQ4 M2XH 9TVB R3EW C6PD 4JNA', body: html`<p>We show this once. We keep no copy.</p>` })}
      ${printButton('Print')}
      <h2 class="govuk-heading-m">What we received</h2>
      ${govuk.summaryList({
        rows: [
          {
            key: { text: 'Chat' },
            value: {
              html: html`${isolated('WhatsApp Chat with Kit.zip')}<br />2,310 messages, sent and sealed`,
            },
          },
          { key: { text: 'Hostile name' }, value: { html: isolated('photo\u202Egpj.exe') } },
          { key: { text: 'Long name' }, value: { html: shortName(`${'very-'.repeat(400)}long.txt`) } },
        ],
      })}
      ${fileCard({
        name: isolated('WhatsApp Chat with Kit.zip'),
        line: '1.2 GB, opened on this phone',
        state: 'working',
        action: html`<a class="govuk-link" href="#">Remove</a>`,
        steps: [
          { text: 'Found 1 chat with 2,310 messages', isDone: true },
          { text: 'Check that nothing is missing', isDone: false },
        ],
      })}
      ${fileCard({ name: isolated('notes.txt'), line: 'This file is a picture, although its name says text. It stayed on your phone.', state: 'kept' })}
      <h2 class="govuk-heading-m">What happens next</h2>
      ${steps([
        { heading: 'An officer reads it', text: 'A person reads everything that is handed in.' },
        { heading: 'We may ask you something', text: 'Come back here with your code, at any time.' },
      ])}
      ${safeBox('The desk has been sent what you told us', html`<p>At 2:04pm you told us: a child is in danger. Calling 999 is still faster.</p>`)}
      ${noteBox(
        html`<h2>If this is hard, talk to someone</h2>
          <p>Samaritans, for anyone: <b>116 123</b></p>`,
      )}
      ${govuk.pagination({ previous: { href: '#' }, next: { href: '#' } })}
      ${govuk.table({ caption: 'Files', head: [{ text: 'Name' }, { text: 'Size', format: 'numeric' }], rows: [[{ text: 'chat.txt' }, { text: '412 KB', format: 'numeric' }]] })}
      ${govuk.taskList({
        items: [
          { title: { text: 'The chat' }, href: '#', status: { text: 'Done' } },
          { title: { text: 'What happened' }, href: '#', status: { tag: { text: 'Not yet' } } },
        ],
      })}`,
  });
}
