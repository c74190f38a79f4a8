import type { FastifyRequest } from 'fastify';
import type { Partner, VisitorSecrets } from '#domain/intake/index.ts';
import type { HeldBodies } from '#web/guards/index.ts';
import type { PublicParts } from '#web/public/parts.ts';

/** What the partner interface needs of the public listener. */
export type PartnerApiParts = PublicParts & { readonly bodies: HeldBodies };

/** Who asks, and for which of their hand-ins. */
export type PartnerVisit = {
  readonly partner: Partner;
  readonly secrets: VisitorSecrets;
  readonly request: FastifyRequest;
};
