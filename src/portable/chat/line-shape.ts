/** Small checks that say what a JSON value must be and in which order its keys are written. */

export interface Shape {
  accepts(value: unknown): boolean;
  /** The same value with its keys in the one order allowed. */
  ordered(value: unknown): unknown;
}

function plain(accepts: (value: unknown) => boolean): Shape {
  return { accepts, ordered: value => value };
}

export const text = plain(value => typeof value === 'string');
export const flag = plain(value => typeof value === 'boolean');
export const count = plain(value => Number.isSafeInteger(value) && (value as number) >= 0);
export const integer = plain(value => Number.isSafeInteger(value));

/** `[start, end]` with 0 <= start <= end. */
export const span = plain(
  value =>
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(part => count.accepts(part)) &&
    (value[0] as number) <= (value[1] as number),
);

export function oneOf(...allowed: readonly string[]): Shape {
  return plain(value => typeof value === 'string' && allowed.includes(value));
}

export function orNull(shape: Shape): Shape {
  return {
    accepts: value => value === null || shape.accepts(value),
    ordered: value => (value === null ? null : shape.ordered(value)),
  };
}

export function listOf(shape: Shape): Shape {
  return {
    accepts: value => Array.isArray(value) && value.every(item => shape.accepts(item)),
    ordered: value => (value as unknown[]).map(item => shape.ordered(item)),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with keys of any name and values of one shape, in the order given. */
export function mapOf(shape: Shape): Shape {
  return {
    accepts: value => isObject(value) && Object.values(value).every(item => shape.accepts(item)),
    ordered: value => value,
  };
}

/** An object with these keys in this order; those under `optional` come after and may be absent. */
export function record(required: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape {
  const fields = Object.entries({ ...required, ...optional });
  const known = new Set(fields.map(([key]) => key));
  return {
    accepts(value) {
      if (!isObject(value) || Object.keys(value).some(key => !known.has(key))) return false;
      return fields.every(([key, shape]) =>
        Object.hasOwn(value, key) ? shape.accepts(value[key]) : !Object.hasOwn(required, key),
      );
    },
    ordered(value) {
      const from = value as Record<string, unknown>;
      const to: Record<string, unknown> = {};
      for (const [key, shape] of fields) if (from[key] !== undefined) to[key] = shape.ordered(from[key]);
      return to;
    },
  };
}
