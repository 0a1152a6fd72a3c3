import { parseArgs } from 'node:util';
import { systemClock } from '#agent/system-clock.ts';
import { type Inspection, inspectAtReader } from '#card/inspect/inspect-card.ts';
import { failure } from '#domain/failures.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';

/** Tells what the card in a reader is, for whoever mends readers; nothing of whose it is. */
export const inspectCommand: Command = async (args) => {
  const options = readOptions(args);
  if (typeof options === 'string') {
    const refusal = failure('input-malformed', { where: 'card inspect', why: options });
    process.stderr.write(`${sayRefusal(refusal)}\n`);
    return 2;
  }
  // No terminal is opened here, so no issuer is known: what the card proves by its own key is told all the same.
  const trust = { issuerKeys: [], today: systemClock().today() };
  const inspected = await inspectAtReader(options.reader, trust);
  if (!inspected.ok) {
    process.stderr.write(`${sayRefusal(inspected.failure)}\n`);
    return 1;
  }
  const text = options.isJson ? JSON.stringify(inspected.value) : tell(inspected.value);
  process.stdout.write(`${text}\n`);
  return 0;
};

function readOptions(
  args: readonly string[],
): { readonly reader: string | null; readonly isJson: boolean } | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { reader: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    return { reader: values.reader ?? null, isJson: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function tell({
  atr,
  authentication,
  decodedAtr,
  files,
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
