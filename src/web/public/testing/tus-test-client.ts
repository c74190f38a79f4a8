import assert from 'node:assert/strict';
import type { LightMyRequestResponse } from 'fastify';
import type { PublicSide } from './public-side.ts';
import { TestVisitor } from './test-visitor.ts';

export const OCTETS = 'application/offset+octet-stream';

/** A client of the protocol over injected requests, in the visitor's name. */
export class Tus {
  readonly #visitor: TestVisitor;
  readonly #token: string;
  constructor(visitor: TestVisitor, token: string) {
    this.#visitor = visitor;
    this.#token = token;
  }
  static async of(side: PublicSide): Promise<Tus> {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    return new Tus(visitor, await visitor.token());
  }
  get visitor(): TestVisitor {
    return this.#visitor;
  }
  send(
    method: string,
    url: string,
    headers: Record<string, string> = {},
    body: Uint8Array = Buffer.alloc(0),
  ): Promise<LightMyRequestResponse> {
    const own = { 'tus-resumable': '1.0.0', 'handover-form-token': this.#token, ...headers };
    return this.#visitor.request(method, url, own, Buffer.from(body));
  }
  async begin(length: number, fields: Record<string, string> = { filename: 'chat.txt' }): Promise<string> {
    const reply = await this.beginRaw(length, fields);
    assert.equal(reply.statusCode, 201, reply.body);
    return String(reply.headers.location);
  }
  beginRaw(length: number, fields: Record<string, string>): Promise<LightMyRequestResponse> {
    const metadata = Object.entries(fields)
      .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      .join(',');
    return this.send('POST', '/chat/uploads', {
      'upload-length': String(length),
      'upload-metadata': metadata,
    });
  }
  patch(url: string, offset: number, body: Uint8Array, headers: Record<string, string> = {}) {
    return this.send(
      'PATCH',
      url,
      { 'content-type': OCTETS, 'upload-offset': String(offset), ...headers },
      body,
    );
  }
  async offset(url: string): Promise<string | number> {
    const reply = await this.send('HEAD', url);
    return reply.statusCode === 200 ? Number(reply.headers['upload-offset']) : `status ${reply.statusCode}`;
  }
}
