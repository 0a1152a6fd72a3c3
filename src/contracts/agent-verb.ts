import { oc, type } from '@orpc/contract';
import type { Failure } from '#domain/failures.ts';

/** Of which every verb of the agent is made: an expected failure travels as the error FAILED, its data being the Failure. */
export const verb = oc.errors({ FAILED: { status: 422, data: type<Failure>() } });
