import { z } from 'zod';
import { caseSchema } from './case-schema.ts';
import { toldSchema } from './told-schema.ts';

/** JSON Schemas (2020-12) of what `adjudicate` takes and prints, made of the schemas that read and try it. */
export const jsonSchemas = {
  /** A case. How many decimals an amount may have, the pack's currency says, and no schema. */
  claim: () => titled('A claim to be decided', z.toJSONSchema(caseSchema(2), { io: 'input' })),
  decision: () => titled('A decision', z.toJSONSchema(toldSchema, { io: 'input' })),
} as const;

const titled = (title: string, schema: object): object => ({
  title,
  description: 'docs/adjudicate.md says what each field means.',
  ...schema,
});
