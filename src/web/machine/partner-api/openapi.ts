import { OPERATIONS, type Operation } from './operations.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';
import { FILE_NAME, HAND_IN, NAME, PROBLEM, STATE } from './schemas.ts';

/** What every operation may answer besides its own. */
const ALWAYS: readonly ProblemCode[] = ['no-key', 'too-often', 'unavailable'];

const ABOUT = `Open, upload, finish: for systems of bodies that hand in often. It takes text only. Never send a picture or a
recording: keep it, say that you have it, and an officer will come for it. Do not wait for an answer when anybody is in danger:
call 999. What you send may go to a court and the defence. Nothing here asks you to contact anybody, or to find out more.`;

/** The description of the interface, OpenAPI 3.1, made from the same table and schemas that requests are checked with. */
export function openApiDocument(origin: string): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Handover partner interface', version: '1', description: ABOUT.replaceAll('\n', ' ') },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ partnerKey: [] }],
    paths: paths(),
    components: {
      securitySchemes: { partnerKey: { type: 'http', scheme: 'bearer' } },
      schemas: { HandIn: HAND_IN, State: STATE, File: STATE.properties.files.items, Problem: PROBLEM },
    },
  };
}

function paths(): Record<string, Record<string, object>> {
  const all: Record<string, Record<string, object>> = {};
  for (const [id, operation] of Object.entries(OPERATIONS) as [string, Operation][]) {
    const path = operation.url.replaceAll(/:(\w+)/g, '{$1}');
    (all[path] ??= {})[operation.method.toLowerCase()] = described(id, operation);
  }
  return all;
}

function described(operationId: string, operation: Operation): object {
  const { summary, url, body, isFile } = operation;
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return {
    operationId,
    summary,
    parameters: names.map(name => ({
      ...{ name, in: 'path', required: true },
      schema: name === 'file' ? FILE_NAME : NAME,
    })),
    ...(body === undefined ? {} : { requestBody: { required: true, content: json('HandIn') } }),
    ...(isFile === true ? { requestBody: { required: true, content: { 'text/plain': {} } } } : {}),
    responses: { ...answers(operation), ...problems([...operation.problems, ...ALWAYS]) },
  };
}

function answers({ answers: all }: Operation): Record<string, object> {
  const content = { state: json('State'), file: json('File'), receipt: { 'application/octet-stream': {} } };
  return Object.fromEntries(
    Object.entries(all).map(([status, { description, is }]) => [
      status,
      { description, ...(is === undefined ? {} : { content: content[is] }) },
    ]),
  );
}

/** Problems of one status stand together, each named by its type. */
function problems(codes: readonly ProblemCode[]): Record<string, object> {
  const all: Record<string, string[]> = {};
  for (const code of codes) (all[PROBLEMS[code].status] ??= []).push(`${code}: ${PROBLEMS[code].title}.`);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    Object.entries(all).map(([status, lines]) => [status, { description: lines.join(' '), content }]),
  );
}

function json(schema: string): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
}
