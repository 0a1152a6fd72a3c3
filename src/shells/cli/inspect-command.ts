import { findInspectionTrust } from '#agent/inspection-trust.ts';
import { systemClock } from '#agent/system-clock.ts';
import {
  type Inspection,
  type InspectionTrust,
  inspectAtReader,
} from '#card/inspect/inspect-card.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { readArguments } from './read-arguments.ts';

/** Tells what the card in a reader is, for whoever mends readers; nothing of whose it is. */
export const inspectCommand: Command = async (args) => {
  const told = readArguments('card inspect', args, {
    places: [],
    values: { 'reader?': 'the name of a reader', 'terminal?': 'the folder of a terminal' },
    flags: ['json'],
  });
  if (!told.ok) return refuse(told.failure, 2);
  const trust = findTrust(told.value.optional('terminal'));
  if (!trust.ok) return refuse(trust.failure, 2);
  const inspected = await inspectAtReader(told.value.optional('reader'), trust.value);
  if (!inspected.ok) return refuse(inspected.failure, 1);
  const text = told.value.has('json') ? JSON.stringify(inspected.value) : tell(inspected.value);
  process.stdout.write(`${text}\n`);
  return 0;
};

/** Without a terminal no issuer is known; what the card proves by its own key is told all the same. */
function findTrust(folder: string | null): Result<InspectionTrust, Failure> {
  const today = systemClock().today();
  return folder === null ? succeed({ issuerKeys: [], today }) : findInspectionTrust(folder, today);
}

function refuse(why: Failure, code: number): number {
  process.stderr.write(`${sayRefusal(why)}\n`);
  return code;
}

function tell({
  atr,
  authentication,
  decodedAtr,
  files,
  isAdmitted,
  issuerKeyId,
  kind,
  pin,
  protocol,
  reader,
  tables,
  trace,
}: Inspection): string {
  const rows: readonly (readonly [string, string])[] = [
    ['reader', reader],
    ['protocol agreed', protocol === null ? 'none' : `T=${protocol}`],
    ['answer to reset', atr],
    ...(decodedAtr === null
      ? ([['', 'its lengths do not add up']] as const)
      : ([
          ['convention', decodedAtr.convention],
          [
            'interface bytes',
            decodedAtr.interfaceBytes.map(({ name, value }) => `${name}=${value}`).join(' ') ||
              'none',
          ],
          ['protocols offered', decodedAtr.protocols.map((protocol) => `T=${protocol}`).join(', ')],
          ['historical bytes', `${decodedAtr.historical} "${decodedAtr.historicalText}"`],
          [
            'check byte',
            decodedAtr.check === null
              ? 'none'
              : `${decodedAtr.check.value}, ${decodedAtr.check.isRight ? 'right' : 'wrong'}`,
          ],
        ] as const)),
    ['kind', kind],
    ['terminal', tellAdmission(isAdmitted)],
    ['files', files.map(tellFile).join(', ') || 'none told'],
    ['ledger tables', tables === null ? 'not read' : tellTables(tables)],
    ['PIN', pin ?? 'not asked for'],
    ['issuer key', issuerKeyId ?? 'none'],
    ['authentication', authentication],
  ];
  return [
    ...rows.map(([name, value]) => `${name.padEnd(18)}${value}`),
    '',
    ...trace.map(
      ({ answer, command, statusWord }) => `${command}\n  ${answer} ${statusWord ?? ''}`,
    ),
  ].join('\n');
}

const tellAdmission = (isAdmitted: boolean | null): string => {
  if (isAdmitted === null)
    return 'without a certificate: MED and LEDGER are shown to terminals alone';
  return isAdmitted ? 'admitted by its certificate' : 'not admitted by the card';
};

const tellFile = ({ file, mayBeMore, records, version }: Inspection['files'][number]): string => {
  if (records === null) return `${file} not shown`;
  const counted = `${records}${mayBeMore ? ' or more' : ''} records`;
  return version === null ? `${file} ${counted}` : `${file} ${version} of ${counted}`;
};

const tellTables = ({
  hasMoreSupplies,
  unknownCeilings,
}: NonNullable<Inspection['tables']>): string =>
  `supplies ${hasMoreSupplies ? 'overflow' : 'whole'}, ${unknownCeilings} ceilings unknown`;
