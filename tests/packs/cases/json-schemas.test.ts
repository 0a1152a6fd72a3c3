import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { explainDecision } from '#contracts/messages/explain-decision.ts';
import { tellAlerts } from '#contracts/messages/tell-alerts.ts';
import { tellDecision } from '#contracts/messages/tell-decision.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { findAlerts } from '#domain/clinical/find-alerts.ts';
import { demoPackFolder } from '#fixtures/demo-insurer/demo-insurer.ts';
import { jsonSchemas } from '#packs/cases/json-schemas.ts';
import { openCases } from '#packs/cases/open-cases.ts';
import { openClinical } from '#packs/cases/open-clinical.ts';
import { tellUse } from '#packs/cases/tell-use.ts';
import { openPack } from '#packs/open-pack.ts';
import { preparePack } from '#packs/prepare-pack.ts';

const guide = readFileSync(new URL('../../../docs/adjudicate.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/```json decides \w+\n(.*?)```/gs)].map(([, json = '']) =>
  JSON.parse(json),
);
const opened = openPack(demoPackFolder, null);
if (!opened.ok) throw new Error('the demo pack does not open');
const pack = preparePack(opened.value);
const read = openCases(pack);

/** As somebody else's program reads them: as plain JSON. */
const published = (schema: object) => z.fromJSONSchema(JSON.parse(JSON.stringify(schema)));

describe('the JSON Schema of a claim', () => {
  const schema = published(jsonSchemas.claim());

  it('fits every claim of the guide', () => {
    for (const example of examples) expect(schema.safeParse(example).error).toBe(undefined);
  });

  const [given] = examples;
  it.each<[string, object]>([
    ['a misspelt field', { ...given, clame: {} }],
    ['a misspelt field of a line', { ...given, claim: { ...given.claim, lines: [{ itme: 'X' }] } }],
    ['no person', { ...given, person: undefined }],
    ['no line', { ...given, claim: { ...given.claim, lines: [] } }],
    ['a bare number for an amount', { ...given, usage: [{ ceiling: 'X', used: 1.5 }] }],
    ['a word that is none of its words', { ...given, instead: 'lost' }],
    [
      'a quantity of none',
      { ...given, claim: { ...given.claim, lines: [{ item: 'X', quantity: 0 }] } },
    ],
  ])('and the program alike refuse %s', (_, wrong) => {
    expect(schema.safeParse(JSON.parse(JSON.stringify(wrong))).success).toBe(false);
    expect(read(wrong)).toMatchObject({ ok: false });
  });
});

describe('the JSON Schema of a decision', () => {
  const schema = published(jsonSchemas.decision());

  it('fits what is printed of every claim of the guide, explained and with alerts', () => {
    for (const example of examples) {
      const input = read(example);
      if (!input.ok) throw new Error('the example is no case');
      const decision = adjudicate(input.value, pack);
      const clinical = openClinical(example, input.value, pack);
      const alerts = clinical === null ? [] : findAlerts(clinical, pack);
      const told = {
        ...tellDecision(decision, input.value),
        used: tellUse(decision, input.value, pack),
        clinicalAlerts: tellAlerts(alerts, decision.currency),
        explanation: explainDecision(decision, input.value, pack.pack),
      };
      expect(schema.safeParse(told).error).toBe(undefined);
    }
  });

  it('fits what stands for a line that cannot be read, and nothing else', () => {
    const problems = [{ path: 'claim.date', why: 'write it' }];
    const unread = { line: 2, error: { code: 'input-malformed', problems } };
    expect(schema.safeParse(unread).error).toBe(undefined);
    expect(schema.safeParse({ ...unread, line: 0 }).success).toBe(false);
    expect(schema.safeParse({ claimId: 'C-1', outcome: 'maybe' }).success).toBe(false);
  });
});
