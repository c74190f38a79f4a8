import type { Outgoing } from './take-text.ts';

/** What the server said of an upload. */
export type Sent =
  | { readonly ok: true; readonly next: string }
  | {
      readonly ok: false;
      readonly title: string;
      readonly why: readonly string[];
      readonly todo: readonly string[];
    };

const LOST = {
  ok: false as const,
  title: 'The file did not arrive whole',
  why: ['The connection broke. Nothing of it counts. What you gave us before is safe.'],
  todo: ['Try again. If that fails more than once, try with a better connection.'],
};

/** Sends a form of ours. XMLHttpRequest, because `fetch` cannot tell how much has been sent. */
export function send(
  {
    action,
    token,
    outgoing,
  }: { readonly action: string; readonly token: string; readonly outgoing: Outgoing },
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<Sent> {
  const form = new FormData();
  form.append('form_token', token);
  for (const [name, value] of outgoing) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value.blob, value.fileName);
  }
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', action);
    request.setRequestHeader('accept', 'application/json');
    request.upload.addEventListener('progress', event => onShare(event.loaded / event.total));
    request.addEventListener('load', () => resolve(readAnswer(request.responseText)));
    request.addEventListener('error', () => resolve(LOST));
    signal.addEventListener('abort', () => {
      request.abort();
      reject(new DOMException('Cancelled', 'AbortError'));
    });
    request.send(form);
  });
}

function readAnswer(text: string): Sent {
  try {
    const answer = JSON.parse(text) as Partial<{
      ok: boolean;
      next: string;
      title: string;
      message: string;
      why: string[];
      todo: string[];
    }>;
    if (answer.ok === true) return { ok: true, next: answer.next ?? '/chat' };
    const { title, message, why = [], todo = [] } = answer;
    return { ok: false, title: title ?? message ?? LOST.title, why, todo };
  } catch {
    return LOST;
  }
}
