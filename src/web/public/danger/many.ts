import type { FastifyRequest } from 'fastify';
import { DailyMarks, isOver } from '#web/guards/index.ts';
import type { Pages } from '../question.ts';

/**
 * New danger reports of one connection in an hour that are taken for separate people: a household, a classroom that saw
 * the same stream. None is ever refused; those beyond are marked, so that the desk shows them together.
 */
const SEPARATE = { max: 10, timeWindow: 60 * 60_000 };

/** The mark for a new danger report: null for the first ones of a connection, then one mark for all that follow that day. */
export type MarkOfMany = (request: FastifyRequest) => Promise<Uint8Array | null>;

/** Made once a listener: the start page and the danger page count together. */
export function markOfMany({ app, parts }: Pick<Pages, 'app' | 'parts'>): MarkOfMany {
  const limiter = app.createRateLimit(SEPARATE);
  const marks = new DailyMarks(parts.random, parts.clock);
  return async request => ((await isOver(limiter, request)) ? marks.markOf(request.ip) : null);
}
