import pg from 'pg';

const NAMED = /^\/\* named: ([a-z-]+) \*\//;

/**
 * A connection on which a statement that begins with `/* named: NAME *\/` is parsed once and then run by its name: for the
 * few that run with every event. One name stands for one text; node-postgres refuses a second.
 */
export class NamingClient extends pg.Client {
  // oxlint-disable-next-line typescript/no-explicit-any -- passes on every form in which node-postgres is called
  override query(text: any, ...rest: any[]): any {
    const name = typeof text === 'string' ? NAMED.exec(text)?.[1] : undefined;
    // oxlint-disable-next-line typescript/no-unsafe-return -- as above
    return super.query(name === undefined ? text : { name, text }, ...(rest as []));
  }
}
