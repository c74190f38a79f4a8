import { type ClientRequest, type IncomingMessage, request } from 'node:http';

export type Reply = { readonly status: number; readonly text: string };

/** A visitor without scripts, at an address of their own on loopback, so that limits count each apart. */
export class Guest {
  readonly #port: number;
  readonly #address: string;
  #cookie = '';

  constructor(port: number, number: number) {
    this.#port = port;
    this.#address = `127.${1 + (number >> 16)}.${(number >> 8) & 255}.${1 + (number & 127)}`;
  }

  get(path: string): Promise<Reply> {
    const asked = this.#open('GET', path, {});
    asked.end();
    return this.#replyTo(asked);
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Reply> {
    const body = new URLSearchParams({ ...fields, ...(await this.#token()) }).toString();
    const asked = this.#open('POST', path, {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    });
    asked.end(body);
    return this.#replyTo(asked);
  }

  /** Sends one file with the form of the chat page, so many bytes a second, in ten pieces a second. */
  async upload(bytes: Buffer, bytesPerSecond: number): Promise<Reply> {
    const { form_token: token = '' } = await this.#token();
    const boundary = '----handover-bench-0123456789';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n${token}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="chat.txt"\r\nContent-Type: text/plain\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const asked = this.#open('POST', '/chat/upload', {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(body.length),
    });
    const reply = this.#replyTo(asked);
    const piece = Math.ceil(bytesPerSecond / 10);
    let at = 0;
    const clock = setInterval(() => {
      asked.write(body.subarray(at, at + piece));
      at += piece;
      if (at < body.length) return;
      clearInterval(clock);
      asked.end();
    }, 100);
    return reply.finally(() => clearInterval(clock));
  }

  async #token(): Promise<Record<string, string>> {
    const { text } = await this.get('/');
    const token = /name="form_token" value="([^"]+)"/.exec(text)?.[1];
    return token === undefined ? {} : { form_token: token };
  }

  #open(method: string, path: string, headers: Record<string, string>): ClientRequest {
    return request({
      host: '127.0.0.1',
      port: this.#port,
      localAddress: this.#address,
      agent: false,
      method,
      path,
      headers: {
        host: `public.localhost:${this.#port}`,
        'sec-fetch-site': 'same-origin',
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...headers,
      },
    });
  }

  #replyTo(asked: ClientRequest): Promise<Reply> {
    return new Promise((resolve, reject) => {
      asked.once('error', reject);
      asked.once('response', (reply: IncomingMessage) => {
        for (const line of reply.headers['set-cookie'] ?? []) this.#cookie = line.split(';')[0] ?? '';
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (piece: string) => (text += piece));
        reply.once('end', () => resolve({ status: reply.statusCode ?? 0, text }));
      });
    });
  }
}
