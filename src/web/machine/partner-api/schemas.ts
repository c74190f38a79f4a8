import { DANGER_KINDS } from '#domain/intake/index.ts';

/** Who partners hand in for: bodies, never a private person. */
export const PARTNER_SUBMITTERS = ['school-or-college', 'platform', 'other-professional'] as const;

const text = (maxLength: number, description: string) =>
  ({ type: 'string', maxLength, description }) as const;

/** The name that a partner gives a hand-in of its own. */
export const NAME = {
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$',
  description: 'A name of your own for the hand-in. The same key and name are the same hand-in.',
} as const;

export const FILE_NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 255,
  description: 'The name of the file. The same name and bytes are the same file.',
} as const;

/** The answers of a hand-in (JSON Schema 2020-12). Ajv checks requests with it, and the description shows it. */
export const HAND_IN = {
  type: 'object',
  additionalProperties: false,
  required: ['submitterType'],
  properties: {
    submitterType: { enum: PARTNER_SUBMITTERS, description: 'For whom you hand in.' },
    happened: text(50_000, 'What happened, in plain words.'),
    danger: {
      type: 'object',
      additionalProperties: false,
      required: ['happening'],
      description:
        'Danger now. It reaches the desk with this request, finished or not. Do not wait for us: call 999.',
      properties: {
        happening: { type: 'array', maxItems: DANGER_KINDS.length, items: { enum: DANGER_KINDS } },
        what: text(4000, 'What is happening.'),
        where: text(4000, 'Where.'),
        who: text(4000, 'Who is in danger, and from whom.'),
        safeNumber: text(200, 'A number that is safe to ring.'),
        mayRing: { type: 'boolean', description: 'Whether it may be rung now. Left out, it is no yes.' },
      },
    },
    facts: {
      type: 'object',
      additionalProperties: false,
      description: 'Facts, each optional, as text. Links stay text: nobody opens them.',
      properties: {
        firstContact: text(2000, 'How and where contact began.'),
        links: text(5000, 'Links, one a line.'),
        when: text(500, 'When.'),
        childAge: text(500, 'Age of the child, if there is one.'),
      },
    },
    accounts: {
      type: 'array',
      maxItems: 20,
      description: 'Accounts, each with whose it is and how that is known.',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          platform: text(200, 'App, game or website.'),
          name: text(500, 'Username, name or number there.'),
          whose: text(300, 'Whose it is.'),
          howKnown: text(1000, 'How that is known.'),
        },
      },
    },
    awareness: {
      type: 'object',
      additionalProperties: false,
      description: 'When you became aware. The receipt shows it. Not for platforms.',
      properties: {
        role: text(300, 'Role of the person who became aware.'),
        day: {
          type: 'string',
          pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
          description: 'The day, as on a clock in the United Kingdom.',
        },
        time: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'The time of day.' },
        alsoTold: text(3000, 'Who else was told.'),
      },
    },
    contact: {
      type: 'object',
      additionalProperties: false,
      description: 'Whom an officer may reach about this. Left out, nobody is contacted.',
      properties: {
        reach: { enum: ['none', 'phone', 'email'], description: 'How. Only the one chosen is passed on.' },
        name: text(300, 'Name of a person or team.'),
        phone: text(300, 'Telephone number.'),
        email: text(300, 'E-mail address.'),
        whenAndAsWhom: text(2000, 'When, and what should be said.'),
      },
    },
  },
} as const;

/** What a hand-in is, as the interface answers. */
export const STATE = {
  type: 'object',
  required: ['state', 'files', 'reference', 'receivedAt'],
  properties: {
    state: {
      enum: ['open', 'received', 'sealed', 'sandbox'],
      description:
        'open: not handed in. received: handed in, not yet sealed. sealed: there is a receipt. sandbox: checked, nothing kept.',
    },
    files: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'sizeBytes', 'sha256'],
        properties: {
          name: { type: 'string' },
          sizeBytes: { type: 'integer' },
          sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        },
      },
    },
    reference: { type: ['string', 'null'], description: 'The reference of the force, once it is handed in.' },
    receivedAt: { type: ['string', 'null'], format: 'date-time' },
  },
} as const;

export const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
  },
} as const;
