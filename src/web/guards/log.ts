/** One line of the running log. It never holds anything a person sent: no names, words, file names, codes or addresses. */
export type LogEntry = {
  readonly level: 'info' | 'warn' | 'error';
  /** What happened, in kebab-case: `request-failed`, `upload-refused`. */
  readonly event: string;
  /** The number the person was shown, when there is one. */
  readonly reference?: string;
  /** The route as registered (`/chat/remove`), never the address as asked for. */
  readonly route?: string;
  readonly status?: number;
  /** A code of ours, of Fastify or of Node, or an SQLSTATE. */
  readonly code?: string;
  /** Where an unexpected error came from: names and places of code, without the error's own words. */
  readonly trace?: readonly string[];
};

/** Writes one line of the log. Must not throw. */
export type Log = (entry: LogEntry) => void;

/**
 * What may be logged of an error: codes and places of code, down its causes. Messages stay out: those of JSON.parse and
 * of PostgreSQL quote what they choked on, which may be evidence.
 */
export function traceOf(error: unknown): { readonly code?: string; readonly trace: readonly string[] } {
  const trace: string[] = [];
  let code: string | undefined;
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const own = codeOf(at);
    code ??= own;
    trace.push(own === undefined ? at.name : `${at.name} ${own}`, ...framesOf(at));
  }
  return code === undefined ? { trace } : { code, trace };
}

function codeOf(error: Error): string | undefined {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Za-z0-9_-]{1,60}$/.test(code) ? code : undefined;
}

function framesOf(error: Error): readonly string[] {
  const lines = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return lines.slice(0, 8).map(line => line.trim());
}
