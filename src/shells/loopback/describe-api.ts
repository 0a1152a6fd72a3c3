import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { agentContract } from '#contracts/agent-api.ts';

/** The agent's contract as an OpenAPI document: how another system drives this terminal under `/api`. */
export async function describeApi(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(agentContract, {
    info: {
      title: 'Medexa Terminal',
      version: '1',
      description: 'Drives this terminal. Every call carries the cookie that a one-use link gives.',
    },
    servers: [{ url: '/api' }],
  });
  return JSON.stringify(document);
}
