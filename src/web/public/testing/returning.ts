import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { multipart, TestVisitor } from './test-visitor.ts';

type Reply = LightMyRequestResponse;

/** Somebody who comes back with reference and code, in a browser that knows nothing of them. */
export class Returning {
  readonly browser: TestVisitor;

  constructor(app: FastifyInstance) {
    this.browser = new TestVisitor(app);
  }

  comeBack(reference: string, code: string): Promise<Reply> {
    return this.browser.postRaw('/return', new URLSearchParams({ reference, code }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  }

  /** The page of the hand-in. */
  page(): Promise<Reply> {
    return this.browser.get('/return/hand-in');
  }

  /** The hidden fields of the first form with this address on a page that was shown. */
  hidden(page: Reply, form: string): Record<string, string> {
    const forms = page.body.matchAll(
      /<form[^>]*action="\/return\/(?:hand-in\/)?([^"]*)"[^>]*>([^]*?)<\/form>/g,
    );
    const inside = [...forms].find(([, action]) => action === form)?.[2] ?? '';
    return Object.fromEntries(
      [...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
  }

  /** Fills in a form of the page as it is shown now, or of one that was shown before. */
  async send(form: string, fields: Readonly<Record<string, string>>, shown?: Reply): Promise<Reply> {
    const hidden = this.hidden(shown ?? (await this.page()), form);
    const body = new URLSearchParams({ ...hidden, ...fields }).toString();
    const address = form === 'leave' ? '/return/leave' : `/return/hand-in/${form}`;
    return this.browser.postRaw(address, body, { 'content-type': 'application/x-www-form-urlencoded' });
  }

  async sendFile(name: string, bytes: Uint8Array, shown?: Reply): Promise<Reply> {
    const hidden = this.hidden(shown ?? (await this.page()), 'file');
    const { payload, headers } = multipart([...Object.entries(hidden), ['file', { name, bytes }]]);
    return this.browser.postRaw('/return/hand-in/file', payload, headers);
  }
}
