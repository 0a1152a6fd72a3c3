import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { inspectPackSource } from '#packs/read-pack-source.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A contract in short: what its cases are about. Everything else is the least that a pack needs, and asks nothing. */
interface ShortPack {
  readonly currency: Fields;
  readonly benefits?: readonly string[];
  /** `benefits` by code, each with what differs from "covered"; `bound` are entries for some networks or settings. */
  readonly plans: readonly (Fields & {
    readonly benefits: Readonly<Record<string, Fields>>;
    readonly bound?: readonly Fields[];
  })[];
  readonly networks?: readonly (string | Fields)[];
  readonly tiers?: readonly string[];
  readonly providers?: readonly Fields[];
  readonly medicines?: readonly Fields[];
  readonly services?: readonly Fields[];
  /** The same in every network, from 2020 on. */
  readonly prices: Readonly<Record<string, string>>;
  readonly lists?: readonly Fields[];
  readonly diagnoses?: readonly string[];
  readonly repeat?: Fields & { readonly keys: readonly number[] };
  readonly identity?: Fields;
  readonly rules?: readonly Fields[];
  readonly groups?: readonly Fields[];
  readonly frequencies?: readonly Fields[];
  readonly waiting?: readonly Fields[];
  readonly neededFor?: readonly string[];
  readonly diagnosisRules?: readonly Fields[];
  readonly ceilings?: readonly Fields[];
  readonly deductibles?: readonly Fields[];
  readonly outOfPocket?: readonly Fields[];
  readonly conditions?: readonly Fields[];
  readonly modes?: Fields;
}

/** Writes the source folder out and reads it as an insurer's own; fails where it has any problem. */
export function readShortPack(short: ShortPack): RulePack {
  const folder = mkdtempSync(join(tmpdir(), 'medexa-insurer-'));
  try {
    for (const [topic, content] of Object.entries(writeOut(short))) {
      writeFileSync(join(folder, `${topic}.yaml`), stringify(content));
    }
    const { pack, problems } = inspectPackSource(folder);
    if (pack === null || problems.length > 0) throw new Error(JSON.stringify(problems));
    return pack;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const both = (text: unknown) => ({ ar: text, en: text });
const named = (one: Fields): Fields => ({
  name: both(one.code ?? one.providerId ?? one.ceilingId ?? one.id),
  ...one,
});
const cited = (rules: readonly Fields[] = []): readonly Fields[] =>
  rules.map((rule) => ({ clause: 'contract', ...rule }));
const always = { from: '2020-01-01', to: null };

const writeOut = (short: ShortPack): Readonly<Record<string, Fields>> => ({
  contract: {
    packId: 'SHORT',
    version: 1,
    insurer: named({ code: 'INSURER' }),
    contract: named({ code: 'CONTRACT', period: always }),
    currency: short.currency,
  },
  clauses: {
    clauses: [{ id: 'contract', reference: both('1'), text: both('What it states.') }],
  },
  benefits: { benefits: (short.benefits ?? ['all']).map((code) => named({ code })) },
  plans: { plans: short.plans.map(asPlan) },
  networks: {
    networks: networksOf(short),
    ...(short.tiers === undefined ? {} : { tiers: short.tiers.map((code) => named({ code })) }),
  },
  providers: {
    providers: (short.providers ?? [{ providerId: 'P' }]).map((one) =>
      named({ network: 'N', place: both('-'), ...one }),
    ),
  },
  medicines: {
    medicines: (short.medicines ?? []).map((one, at) => asMedicine(one, 2000 + at)),
  },
  services: {
    services: (short.services ?? []).map((one, at) => ({
      kind: 'procedure',
      ...asItem(one, 1000 + at),
    })),
  },
  prices: {
    lists: [
      ...networksOf(short).map(({ code }) => ({ network: code, ...always, prices: short.prices })),
      ...(short.lists ?? []),
    ],
  },
  diagnoses: { diagnoses: (short.diagnoses ?? []).map((code) => named({ code })) },
  repeat: {
    thresholdPercent: 75,
    clause: 'contract',
    ...short.repeat,
    keys: (short.repeat?.keys ?? []).map((code) => named({ code, name: both(`Key ${code}`) })),
  },
  identity: { collection: [], insteadOfCard: [], ...short.identity },
  'item-rules': { rules: cited(short.rules), groups: cited(short.groups) },
  frequencies: { frequencies: cited(short.frequencies) },
  waiting: {
    waiting: cited(short.waiting).map((rule) => ({
      exceptAccident: true,
      exceptEmergency: true,
      ...rule,
    })),
  },
  'diagnosis-rules': { neededFor: short.neededFor ?? [], rules: cited(short.diagnosisRules) },
  ceilings: {
    ceilings: cited(short.ceilings).map((one) => named({ of: 'member', basis: 'net', ...one })),
    deductibles: cited(short.deductibles).map(named),
    outOfPocket: cited(short.outOfPocket).map(named),
  },
  conditions: {
    conditions: cited(short.conditions).map((rule) => ({ ...rule, text: both(rule.text) })),
  },
  interactions: { interactions: [] },
  cautions: { childbearing: {}, ages: [], pregnancy: [], allergies: [] },
  offline: {
    membership: { softHours: 168, hardHours: 720 },
    hotlist: { softHours: 72, hardHours: 336 },
  },
  modes: { modes: short.modes ?? {} },
});

const networksOf = ({ networks = ['N'] }: ShortPack): readonly Fields[] =>
  networks.map((one) => named(typeof one === 'string' ? { code: one } : one));

const asPlan = ({ benefits, bound = [], ...plan }: ShortPack['plans'][number]): Fields =>
  named({
    networks: ['N'],
    ...plan,
    benefits: [
      ...bound,
      ...Object.entries(benefits).map(([benefit, rule]) => ({ benefit, ...rule })),
    ].map((rule) => ({ covered: true, clause: 'contract', ...rule })),
  });

const asItem = (one: Fields, cardCode: number): Fields =>
  named({ benefit: 'all', unit: 'unit', cardCode, ...one });

const asMedicine = (one: Fields, cardCode: number): Fields => ({
  atc: 'A01AA01',
  ingredient: String(one.code),
  strength: '1',
  form: 'tablet',
  packSize: 10,
  saleableUnit: 1,
  gtins: [],
  repeatCode: null,
  dailyDose: null,
  ...asItem(one, cardCode),
});
