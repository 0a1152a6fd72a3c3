import { failure } from '#domain/failures.ts';
import { sayRefusal } from '../say-failure.ts';
import { adjudicateCommand } from './adjudicate-command.ts';
import { checkpointCommand, renewCommand, unblockCommand } from './card-order-commands.ts';
import type { Command } from './command.ts';
import { conformanceCommand } from './conformance-command.ts';
import { importOpenImisCommand } from './import-openimis-command.ts';
import { importTableCommand } from './import-table-command.ts';
import { inspectCommand } from './inspect-command.ts';
import { issueCardCommand } from './issue-card-command.ts';
import { packBuildCommand } from './pack-build-command.ts';
import { packCheckCommand } from './pack-check-command.ts';
import { packDiffCommand } from './pack-diff-command.ts';
import { packFactsCommand } from './pack-facts-command.ts';
import { packReasonsCommand } from './pack-reasons-command.ts';
import { packReplayCommand } from './pack-replay-command.ts';
import { packSignCommand } from './pack-sign-command.ts';
import { packTestCommand } from './pack-test-command.ts';
import { serverCommand } from './server-command.ts';

const commands: Readonly<Record<string, Command>> = {
  adjudicate: adjudicateCommand,
  'card conformance': conformanceCommand,
  'card checkpoint': checkpointCommand,
  'card inspect': inspectCommand,
  'card issue': issueCardCommand,
  'card renew': renewCommand,
  'card unblock': unblockCommand,
  'import diagnoses': importTableCommand('diagnoses'),
  'import medicines': importTableCommand('medicines'),
  'import members': importTableCommand('members'),
  'import openimis': importOpenImisCommand,
  'import prices': importTableCommand('prices'),
  'import services': importTableCommand('services'),
  'pack build': packBuildCommand,
  'pack check': packCheckCommand,
  'pack diff': packDiffCommand,
  'pack facts': packFactsCommand,
  'pack reasons': packReasonsCommand,
  'pack replay': packReplayCommand,
  'pack sign': packSignCommand,
  'pack test': packTestCommand,
  server: serverCommand,
  help,
};

const usage = `npm run -s medexa -- COMMAND

  adjudicate --pack PACK --claim FILE [--batch] [--brief] [--bare] [--explain] [--language ar|en] [--key HEX]
      decides a claim outside any terminal and prints the decision as JSON; docs/adjudicate.md
      PACK is a pack's folder, or its compiled or signed file; FILE may be - for standard input
      --batch takes one claim a line; --brief prints verdicts, reasons and amounts alone;
      --bare prints the engine's decision alone, in canonical JSON;
      --explain tells in words why: checks, facts, clauses, arithmetic, the nearest change
  adjudicate --schema [claim|decision]
      prints the JSON Schema of what it takes, or of what it prints
  card conformance --reader NAME [--yes] [--json]
      tests the chip in that reader against the profile, and writes to it; virtual takes one in process
  card inspect [--reader NAME] [--terminal FOLDER] [--json]
      tells what the card in a reader is, and each exchange masked; nothing of whose it is
      MED and LEDGER are shown to terminals alone: FOLDER is that of one which is not running
  card issue --person FILE --out FILE [--issuer-key FILE]
      personalises a virtual member card from a person's record (YAML or JSON);
      without a key the demo insurer is its issuer
  card renew NUMBER --server URL [--plan CODE] [--policy NUMBER] [--valid-from DAY --valid-to DAY]
      [--name-ar NAME --name-latin NAME] [--pin yes|no] [--offline CLAIM/TOTAL/CLAIMS]
      orders a new HEAD for a card: the next terminal at the centre in whose reader it is offers to put it there
  card unblock NUMBER --server URL
      lets the holder set a new PIN at a terminal, within a day
  card checkpoint NUMBER --server URL [--whole]
      orders a checkpoint that the issuer signs; --whole: somebody made sure that no supply is missing from it
      the three want MEDEXA_ADMIN_TOKEN in the environment
  import prices|medicines|services|diagnoses|members TABLE --map FILE --out FILE
      makes a file of a pack out of a table (CSV or XLSX), whole or not at all; docs/importing.md
  import openimis FOLDER --contract FILE --out FOLDER
      makes a pack's folder, and its members, out of the tables of an openIMIS database
  pack build FOLDER --out FILE
      builds a pack's source folder into one file, canonical JSON with its hash
  pack check FOLDER [--json]
      prints everything that is wrong with the folder, with file, line and cure; docs/writing-a-contract.md
  pack diff EARLIER LATER [--json]
      says in words what the later pack states differently; each is a folder or a file
  pack facts
      prints docs/cel-facts.md: the facts that a contract's conditions may name
  pack reasons
      prints docs/reasons.md: every reason that a decision can give, with the codes of X12, HCX and HL7
  pack replay EARLIER LATER --claims FILE [--json]
      decides past claims, one a line, with both packs: what would be decided differently, by which rule,
      and by how much money
  pack sign FOLDER --key FILE --out FILE [--reference FILE]
      signs a pack with an Ed25519 key (PEM); with the members, blocked cards and keys of --reference,
      the reference data that terminals take
  pack test FOLDER [--json]
      decides the pack's golden claims; build and sign refuse a pack that fails them
  server --help
      runs the central server
  help
      this text

  A person's record:
      person:
        memberNumber: "1042778155"
        nameAr: سمير عدنان الحلبي
        nameLatin: Samir Adnan Al-Halabi
        birth: { date: 1968-03-14, precision: day }   # precision: day, month or year
        sex: male                                      # unknown, male, female, not-applicable
      policyNumber: "4170001042"
      planCode: silver
      cardNumber: "8076001099104471"                   # 16 digits; without it one is drawn
      validity: { from: 2026-01-01, to: 2030-12-31 }   # without it, five years from today
`;

async function help(): Promise<number> {
  process.stdout.write(usage);
  return 0;
}

/** The command with the longest name that the arguments begin with. */
async function run(args: readonly string[]): Promise<number> {
  const [first = 'help', second = ''] = args.map((word) => (isHelp(word) ? 'help' : word));
  const two = commands[`${first} ${second}`];
  const command = two ?? commands[first];
  if (command === undefined) {
    const why = `known are: ${Object.keys(commands).join(', ')}`;
    process.stderr.write(`${sayRefusal(failure('input-malformed', { where: first, why }))}\n`);
    return 2;
  }
  const rest = args.slice(two === undefined ? 1 : 2);
  // The server has a page of its own.
  return rest.some(isHelp) && command !== serverCommand ? help() : command(rest);
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

process.exitCode = await run(process.argv.slice(2));
