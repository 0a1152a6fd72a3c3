import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { explainDecision } from '#contracts/messages/explain-decision.ts';
import { tellAlerts, writeAlerts } from '#contracts/messages/tell-alerts.ts';
import { tellDecision } from '#contracts/messages/tell-decision.ts';
import { writeExplanation } from '#contracts/messages/write-explanation.ts';
import { canonicalText } from '#contracts/signed-bytes.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { findNotExchangeable, findSubstitute } from '#domain/adjudication/find-substitute.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { findAlerts } from '#domain/clinical/find-alerts.ts';
import { failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { jsonSchemas } from '#packs/cases/json-schemas.ts';
import { type CaseProblem, openCases } from '#packs/cases/open-cases.ts';
import { openClinical } from '#packs/cases/open-clinical.ts';
import { readDocument } from '#packs/cases/read-document.ts';
import { tellUse } from '#packs/cases/tell-use.ts';
import { openPack } from '#packs/open-pack.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { sayRefusal } from '../say-failure.ts';
import { type AdjudicateOptions, readAdjudicateOptions } from './adjudicate-options.ts';
import type { Command } from './command.ts';
import { refuse, sayPackFailure } from './pack-words.ts';

/** What the process's exit code says. */
const exits = { decided: 0, someUnread: 1, misused: 2, packUnread: 3 } as const;

/** Decides claims given as JSON outside any terminal. */
export const adjudicateCommand: Command = async (args) => {
  const asked = schemaAsked(args);
  if (asked !== null) {
    await write(`${JSON.stringify(jsonSchemas[asked](), null, 2)}\n`);
    return exits.decided;
  }
  const options = readAdjudicateOptions(args);
  if (!options.ok) return refuse(sayRefusal(options.failure), exits.misused);
  const { pack, key, claim, isBatch } = options.value;
  const rules = openPack(pack, key);
  if (!rules.ok) return refuse(sayPackFailure(rules.failure), exits.packUnread);
  const desk = openDesk(preparePack(rules.value), options.value);
  try {
    return isBatch ? await decideBatch(claim, desk) : await decideOne(claim, desk);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const unread = failure('input-malformed', { where: claim, why: error.code });
    return refuse(sayRefusal(unread), exits.misused);
  }
};

/** `--schema` prints the claim's, `--schema decision` the decision's, and neither asks for anything else. */
function schemaAsked([first, which = 'claim', ...more]: readonly string[]) {
  if (first !== '--schema' || more.length > 0) return null;
  return which === 'claim' || which === 'decision' ? which : null;
}

type Unread = readonly CaseProblem[];

/** Decides one document; answers what is printed. */
type Desk = (json: string) => Result<string, Unread>;

function openDesk(pack: CompiledPack, options: AdjudicateOptions): Desk {
  const read = openCases(pack);
  return (json) => {
    const document = readDocument(json);
    if (!document.ok) return document;
    const input = read(document.value);
    if (!input.ok) return input;
    const decision = adjudicate(input.value, pack);
    if (options.isBare) return succeed(canonicalText(decision));
    const clinical = openClinical(document.value, input.value, pack);
    const alerts = clinical === null ? null : findAlerts(clinical, pack);
    const { decision: whole, ...short } = tellDecision(decision, input.value);
    const told = {
      ...short,
      used: tellUse(decision, input.value, pack),
      ...(options.isBrief ? {} : { decision: whole }),
      ...(alerts === null ? {} : { clinicalAlerts: tellAlerts(alerts, decision.currency) }),
    };
    if (!options.isExplained) return succeed(JSON.stringify(told, null, options.isBatch ? 0 : 2));
    const lines = explainDecision(decision, input.value, pack.pack, {
      of: (lineId) => findSubstitute(input.value, pack, lineId)?.item ?? null,
      keptApart: (itemCode) => findNotExchangeable(pack, itemCode),
    });
    return succeed(
      options.isBatch
        ? JSON.stringify({ ...told, explanation: lines })
        : [
            writeExplanation(decision, lines, options.language).trimEnd(),
            ...(alerts === null ? [] : [writeAlerts(alerts, options.language, decision.currency)]),
          ].join('\n\n'),
    );
  };
}

async function decideOne(claim: string, desk: Desk): Promise<number> {
  const given = await text(open(claim));
  const decided = desk(given);
  if (decided.ok) {
    await write(`${decided.value}\n`);
    return exits.decided;
  }
  const problems = holdsSeveral(given) ? [severalClaims] : decided.failure;
  return refuse(problems.map(sayProblem).join('\n'), exits.someUnread);
}

const severalClaims = { path: '', why: 'there are several claims, one a line: add --batch' };

/** Whether the first line is a document by itself, and others follow. */
function holdsSeveral(given: string): boolean {
  const [first = '', ...others] = given.trim().split('\n');
  return others.length > 0 && readDocument(first).ok;
}

/** One decision a line, in the order of the lines; one that cannot be read leaves its number and what is wrong. */
async function decideBatch(claims: string, desk: Desk): Promise<number> {
  let line = 0;
  let isWhole = true;
  for await (const json of createInterface({
    input: open(claims),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    if (json.trim() === '') continue;
    const decided = desk(json);
    isWhole &&= decided.ok;
    const problems = decided.ok ? [] : decided.failure;
    const unread = { line, error: { code: 'input-malformed', problems } };
    await write(`${decided.ok ? decided.value : JSON.stringify(unread)}\n`);
  }
  return isWhole ? exits.decided : exits.someUnread;
}

const open = (place: string) => (place === '-' ? process.stdin : createReadStream(place, 'utf8'));

async function write(output: string): Promise<void> {
  if (!process.stdout.write(output)) await once(process.stdout, 'drain');
}

const sayProblem = ({ path, why }: CaseProblem): string => (path === '' ? why : `${path}: ${why}`);

const isUnreadable = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && 'syscall' in error;
