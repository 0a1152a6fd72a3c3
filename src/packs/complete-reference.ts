import { basename } from 'node:path';
import { type Reference, referenceSchema } from '#contracts/reference.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { Problem } from './problem.ts';
import { readTopic } from './read-topic.ts';

/**
 * Lays a pack and the rest of its reference data (YAML or JSON: manifestVersion, publishedAt, members, hotlist,
 * terminalKeys, issuerKeys) together. Fails with every problem, also of a member whose plan the pack does not have.
 */
export function completeReference(
  fileName: string,
  pack: RulePack,
): Result<Reference, readonly Problem[]> {
  const rest = readTopic(fileName, restSchema);
  if (rest.value === null) return failWith(rest.problems);
  const plans = new Set(pack.plans.map(({ code }) => code));
  const strayed = rest.value.members.flatMap(({ membership: { planCode } }, at): Problem[] => {
    const path = ['members', at, 'membership', 'planCode'];
    const why = `plan "${planCode}" is not among the pack's plans: add it there or correct the spelling`;
    return plans.has(planCode)
      ? []
      : [{ file: basename(fileName), path, line: rest.line(path), why }];
  });
  return strayed.length > 0 ? failWith(strayed) : succeed({ format: 1, ...rest.value, pack });
}

const restSchema = referenceSchema.omit({ format: true, pack: true }).strict();
