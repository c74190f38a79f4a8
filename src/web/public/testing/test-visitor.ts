import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { LANGUAGE_COOKIE } from '../language/language-of.ts';
import { TEST_ORIGIN } from './public-side.ts';

type Reply = LightMyRequestResponse;
type Fields = Readonly<Record<string, string | readonly string[]>>;

const HOST = new URL(TEST_ORIGIN).host;
/** What a browser of today says of a request that a page of ours started. */
const FROM_OURS = { host: HOST, 'sec-fetch-site': 'same-origin' };

let addresses = 0;

/** A visitor without JavaScript, over injected requests: keeps the cookie and sends the token of the page before. */
export class TestVisitor {
  readonly #app: FastifyInstance;
  /** Each visitor comes from an address of their own, so that limits count them apart. */
  readonly #address: string;
  cookie = '';
  /** The language this visitor chose; empty while they chose none. */
  language = '';

  constructor(app: FastifyInstance) {
    this.#app = app;
    addresses += 1;
    this.#address = `10.1.${addresses >> 8}.${addresses & 255}`;
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.#keep(
      await this.#app.inject({
        url,
        remoteAddress: this.#address,
        headers: { ...FROM_OURS, ...this.#cookies(), ...headers },
      }),
    );
  }

  /** Posts a form with the token that pages show this visitor. */
  async post(url: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Reply> {
    const form = new URLSearchParams();
    const token = await this.token();
    if (token !== '') form.append('form_token', token);
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) form.append(name, each);
    return this.postRaw(url, form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    });
  }

  async postRaw(url: string, payload: string | Buffer, headers: Record<string, string>): Promise<Reply> {
    const all = { ...FROM_OURS, ...this.#cookies(), ...headers };
    return this.#keep(
      await this.#app.inject({ method: 'POST', url, payload, remoteAddress: this.#address, headers: all }),
    );
  }

  /** Any request in this visitor's name. */
  async request(
    method: string,
    url: string,
    headers: Record<string, string>,
    payload: Buffer,
  ): Promise<Reply> {
    const all = { ...FROM_OURS, ...this.#cookies(), ...headers };
    const body = payload.length > 0 ? { payload } : {};
    return this.#keep(
      await this.#app.inject({
        method: method as 'GET',
        url,
        ...body,
        remoteAddress: this.#address,
        headers: all,
      }),
    );
  }

  /** Uploads one file with the form of the chat page. */
  async upload(
    name: string,
    bytes: Uint8Array,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const { payload, headers } = multipart([
      ['form_token', await this.token()],
      ...Object.entries(fields),
      ['file', { name, bytes }],
    ]);
    return this.postRaw('/chat/upload', payload, headers);
  }

  /** The token of this visitor's forms, taken from a page. */
  async token(): Promise<string> {
    return tokenOf(await this.get('/'));
  }

  /** Answers everything before the chat page. */
  async walkToChat(who = 'parent-or-carer'): Promise<void> {
    await this.post('/', { happening: 'none' });
    await this.post('/who', { submitterType: who });
    for (const path of ['/for-you', '/contact', '/named', '/court', '/what-not-to-send'])
      await this.post(path, {});
  }

  /** Walks the whole way with one chat, and hands in. */
  async handIn(chat = 'WhatsApp Chat with Kit.txt', who = 'parent-or-carer'): Promise<Reply> {
    await this.walkToChat(who);
    await this.upload(chat, Buffer.from('12/03/2026, 21:41 - Kit: hello\n12/03/2026, 21:42 - Freya: hi\n'));
    await this.post('/chat', { choice: 'files' });
    await this.post('/happened', { happened: 'She showed me.' });
    await this.post('/accounts', { 'platform-0': 'WhatsApp' });
    return this.post('/check', {});
  }

  #cookies(): Record<string, string> {
    const language = this.language === '' ? '' : `${LANGUAGE_COOKIE}=${this.language}`;
    const cookie = [this.cookie, language].filter(Boolean).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  #keep(reply: Reply): Reply {
    for (const line of [reply.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';');
      const [name, value = ''] = pair.split('=');
      if (name === LANGUAGE_COOKIE) {
        this.language = value;
        continue;
      }
      this.cookie = /expires=Thu, 01 Jan 1970/i.test(line) ? '' : pair;
    }
    return reply;
  }
}

export function tokenOf(reply: Reply): string {
  return /name="form_token" value="([^"]+)"/.exec(reply.body)?.[1] ?? '';
}

/** The words of a page's main part, as a person reads them: without tags, blanks run together. */
export function wordsOf(reply: Reply): string {
  const main = /<main[^>]*>([^]*)<\/main>/.exec(reply.body)?.[1] ?? reply.body;
  return main.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

type Part = readonly [name: string, value: string | { readonly name: string; readonly bytes: Uint8Array }];

/** A multipart body as browsers write it. */
export function multipart(parts: readonly Part[]): { payload: Buffer; headers: Record<string, string> } {
  const boundary = '----WebKitFormBoundaryTest0123456789';
  const pieces = parts.flatMap(([name, value]) => {
    const isFile = typeof value !== 'string';
    const disposition = `Content-Disposition: form-data; name="${name}"${isFile ? `; filename="${value.name}"` : ''}`;
    const type = isFile ? '\r\nContent-Type: text/plain' : '';
    const content = isFile ? Buffer.from(value.bytes) : Buffer.from(value);
    return [Buffer.from(`--${boundary}\r\n${disposition}${type}\r\n\r\n`), content, Buffer.from('\r\n')];
  });
  return {
    payload: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
