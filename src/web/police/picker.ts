import { attributes, html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';

/** A choice in a filter form. */
export type Picker = {
  readonly name: string;
  readonly text: string;
  /** What choosing nothing means. */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: string;
};

export function picker({ name, text, all, options, chosen }: Picker): Html {
  return html`<div>
    <label for="${name}">${text}</label>
    <select id="${name}" name="${name}">
      <option value="">${all}</option>
      ${options.map(
        option =>
          html`<option ${attributes({ value: option.value, selected: option.value === chosen })}>
            ${option.text}
          </option>`,
      )}
    </select>
  </div>`;
}
