/** What the server answered: status 0 when no answer came. */
export type TusAnswer = {
  readonly status: number;
  readonly body: string;
  readonly header: (name: string) => string | null;
};

export type TusRequest = {
  readonly method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
  /** Hears how many bytes of the body have left. */
  readonly onSent?: (bytes: number) => void;
};

/** A line that says nothing for so long is given up, and the upload goes on over a new one. */
const SILENCE_MS = 45_000;

/**
 * One request of the tus protocol (docs/formats/resumable-upload.md). XMLHttpRequest, because `fetch` cannot tell how much
 * has been sent. Rejects only when `signal` is aborted.
 */
export function askTus(request: TusRequest, signal: AbortSignal): Promise<TusAnswer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(request.method, request.url);
    xhr.setRequestHeader('tus-resumable', '1.0.0');
    xhr.setRequestHeader('handover-form-token', request.token);
    for (const [name, value] of Object.entries(request.headers ?? {})) xhr.setRequestHeader(name, value);
    let silence = window.setTimeout(() => xhr.abort(), SILENCE_MS);
    const heard = () => {
      window.clearTimeout(silence);
      silence = window.setTimeout(() => xhr.abort(), SILENCE_MS);
    };
    xhr.upload.addEventListener('progress', event => {
      heard();
      request.onSent?.(event.loaded);
    });
    const stop = () => xhr.abort();
    signal.addEventListener('abort', stop);
    xhr.addEventListener('loadend', () => {
      window.clearTimeout(silence);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(new DOMException('Cancelled', 'AbortError'));
      else
        resolve({ status: xhr.status, body: xhr.responseText, header: name => xhr.getResponseHeader(name) });
    });
    xhr.send(request.body ?? null);
  });
}
