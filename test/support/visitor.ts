import { request } from 'node:http';

export type Answer = {
  readonly status: number;
  readonly path: string;
  readonly text: string;
  readonly bytes: Buffer;
};

type Form = {
  readonly action: string;
  readonly multipart: boolean;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * A visitor without JavaScript: follows redirects, keeps cookies, fills in the forms it is shown. Programs connect to
 * 127.0.0.1 and name the host, since not every system resolves `*.localhost`.
 */
export class Visitor {
  readonly #port: number;
  readonly #host: string;
  readonly #cookies = new Map<string, string>();

  constructor(port: number, name: 'public' | 'police') {
    this.#port = port;
    this.#host = `${name}.localhost:${port}`;
  }

  get(path: string): Promise<Answer> {
    return this.#follow('GET', path, null, {});
  }

  /** Opens the page, fills its form whose action matches (or its first post form) and sends it. */
  async answer(page: Answer, fields: Readonly<Record<string, string>>, action?: RegExp): Promise<Answer> {
    const form = formOf(page, action);
    const body = new URLSearchParams({ ...form.fields, ...fields }).toString();
    return this.#follow('POST', form.action, Buffer.from(body), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  }

  /** Sends a file with the page's multipart form. */
  async upload(page: Answer, file: { name: string; bytes: Uint8Array }, action?: RegExp): Promise<Answer> {
    const form = formOf(page, action);
    const boundary = '----visitor-boundary-7MA4YWxk';
    const field = /<input[^>]*type="file"[^>]*name="([^"]+)"|<input[^>]*name="([^"]+)"[^>]*type="file"/.exec(
      page.text,
    );
    const name = field?.[1] ?? field?.[2] ?? 'file';
    const parts = Object.entries(form.fields).map(
      ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${file.name}"\r\ncontent-type: text/plain\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(parts.join('') + head),
      file.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.#follow('POST', form.action, body, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  }

  async #follow(
    method: string,
    path: string,
    body: Buffer | null,
    headers: Record<string, string>,
  ): Promise<Answer> {
    let answer = await this.#send(method, path, body, headers);
    for (let hops = 0; hops < 10 && answer.location !== null; hops += 1) {
      const next = new URL(answer.location, `http://${this.#host}${path}`);
      answer = await this.#send('GET', next.pathname + next.search, null, {});
    }
    return answer;
  }

  #send(
    method: string,
    path: string,
    body: Buffer | null,
    headers: Record<string, string>,
  ): Promise<Answer & { location: string | null }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          method,
          path,
          timeout: 20_000,
          headers: {
            host: this.#host,
            cookie: [...this.#cookies].map(([key, value]) => `${key}=${value}`).join('; '),
            ...(body === null
              ? {}
              : {
                  origin: `http://${this.#host}`,
                  'sec-fetch-site': 'same-origin',
                  'content-length': body.length,
                }),
            ...headers,
          },
        },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            for (const line of response.headers['set-cookie'] ?? []) this.#keepCookie(line);
            const bytes = Buffer.concat(chunks);
            resolve({
              status: response.statusCode ?? 0,
              path,
              bytes,
              text: bytes.toString('utf8'),
              location: response.headers.location ?? null,
            });
          });
        },
      );
      sent.on('error', reject);
      sent.on('timeout', () => sent.destroy(new Error('no answer in 20 seconds')));
      sent.end(body ?? undefined);
    });
  }

  #keepCookie(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** The post form of a page: its action and the fields it would send untouched. */
function formOf(page: Answer, action: RegExp = /./): Form {
  for (const [, attributes = '', inside = ''] of page.text.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
    const target = unescapeHtml(/action="([^"]*)"/.exec(attributes)?.[1] ?? page.path);
    if (!/method="post"/i.test(attributes) || !action.test(target)) continue;
    const fields: Record<string, string> = {};
    for (const [tag] of inside.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const name = /name="([^"]*)"/.exec(tag)?.[1];
      if (name !== undefined) fields[name] = unescapeHtml(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
    }
    return { action: target, multipart: /multipart/.test(attributes), fields };
  }
  throw new Error(
    `no form on ${page.path} (status ${page.status}): ${page.text
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .slice(0, 300)}`,
  );
}

export function unescapeHtml(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name] ?? '');
}
