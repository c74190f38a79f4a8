import type { FastifyRequest } from 'fastify';

/** The fields of a posted form, as text, whatever was posted. */
export class FormFields {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  static of(request: FastifyRequest): FormFields {
    const { body } = request;
    return new FormFields(typeof body === 'object' && body !== null ? { ...body } : {});
  }

  /** The text of a field, blanks around it cut off; empty when there is none. Longer than `longest` characters is cut off. */
  text(name: string, longest: number): string {
    return this.raw(name).trim().slice(0, longest).toWellFormed();
  }

  /** The text of a field exactly as it was posted. */
  raw(name: string): string {
    const value = this.#values[name];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? first : '';
  }

  /** Every value of a field that may be ticked more than once. */
  choices(name: string): readonly string[] {
    const value = this.#values[name];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.filter(each => typeof each === 'string');
  }
}
