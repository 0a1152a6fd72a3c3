import { randomBytes } from 'node:crypto';
import { toHex } from '#domain/chain.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { OtherCardKind } from '#domain/other-cards.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { enterCard, type TerminalCredentials } from '../authentication/mutual.ts';
import type { IssuerKey } from '../authentication/passive.ts';
import type { PinState } from '../holder-pin.ts';
import { readOtherCard } from '../kinds/recognise-card.ts';
import { readHead } from '../read-head.ts';
import { readIdentity } from '../read-member-card.ts';
import type { CardChannel, CardService } from '../transport/channel.ts';
import { openCardService } from '../transport/open-card-service.ts';
import { type DecodedAtr, decodeAtr } from './decode-atr.ts';
import { type InspectedFile, type InspectedTables, inspectFiles } from './inspect-files.ts';
import { type TracedExchange, traced } from './trace.ts';

/** What can be told of a card without telling whose it is. */
export interface Inspection {
  readonly reader: string;
  /** Which of its protocols card and reader agreed on; null where no wire lies between. */
  readonly protocol: 0 | 1 | null;
  readonly atr: string;
  readonly decodedAtr: DecodedAtr | null;
  readonly kind: 'mc-1' | OtherCardKind | 'unknown';
  /** Empty for other kinds. */
  readonly files: readonly InspectedFile[];
  /** What the ledger's newest table says of itself; null where none was read. */
  readonly tables: InspectedTables | null;
  /** How the holder's PIN stands; null where the card asks for none. */
  readonly pin: PinState['state'] | null;
  /** Whether the card admitted the terminal, which it shows MED and LEDGER to; null where none asked. */
  readonly isAdmitted: boolean | null;
  readonly issuerKeyId: string | null;
  /** What the card proved, or why it could not be read to the end. */
  readonly authentication: string;
  readonly trace: readonly TracedExchange[];
}

export interface InspectionTrust {
  /** By which a terminal sees MED and the ledger; left out, or null: only what any reader sees. */
  readonly terminal?: TerminalCredentials | null;
  readonly issuerKeys: readonly IssuerKey[];
  readonly today: CalendarDate;
}

/** Looks at the card in that reader; null takes the first one in which a card is. */
export async function inspectAtReader(
  reader: string | null,
  trust: InspectionTrust,
): Promise<Result<Inspection, Failure>> {
  const { service } = await openCardService();
  try {
    const name = reader ?? (await findReader(service));
    if (name === null) return failWith(failure('card-absent'));
    const connected = await service.connect(name);
    if (!connected.ok) return connected;
    try {
      return succeed(await inspectCard(connected.value, trust));
    } finally {
      await connected.value.close();
    }
  } finally {
    service.close();
  }
}

/** Looks at the card behind an open channel; nothing is written, and no name, number or date leaves. */
export async function inspectCard(
  channel: CardChannel,
  trust: InspectionTrust,
): Promise<Inspection> {
  const trace: TracedExchange[] = [];
  const watched = traced(channel, (exchange) => trace.push(exchange));
  const about = {
    reader: channel.reader,
    protocol: channel.protocol ?? null,
    atr: toHex(channel.atr),
    decodedAtr: decodeAtr(channel.atr),
    trace,
  };
  const identity = await readIdentity(watched, { ...trust, randomBytes: drawBytes });
  if (identity.ok) {
    const { hasPin, issuerKeyId, proof } = identity.value;
    const isAdmitted = await enter(watched, trust.terminal ?? null);
    const looked = await inspectFiles(watched, hasPin);
    const { files, pin, tables } = looked.ok ? looked.value : nothingRead;
    const found = { files, tables, pin, isAdmitted, issuerKeyId };
    return { ...about, ...found, kind: 'mc-1', authentication: proof };
  }
  const none = { ...nothingRead, issuerKeyId: null, isAdmitted: null };
  if (identity.failure.code !== 'card-unknown') {
    return { ...about, ...none, kind: 'mc-1', authentication: identity.failure.code };
  }
  const other = await readOtherCard(watched);
  return other.ok
    ? { ...about, ...none, kind: other.value.kind, authentication: 'unauthenticated' }
    : { ...about, ...none, kind: 'unknown', authentication: other.failure.code };
}

const nothingRead = { files: [], tables: null, pin: null } as const;

const drawBytes = (size: number): Uint8Array => new Uint8Array(randomBytes(size));

/** Shows the card the terminal's certificate; null where it has none. */
async function enter(
  channel: CardChannel,
  terminal: TerminalCredentials | null,
): Promise<boolean | null> {
  if (terminal === null) return null;
  const read = await readHead(channel);
  const entry = read.ok ? await enterCard(channel, read.value.head, terminal, drawBytes) : read;
  return entry.ok && entry.value.state === 'admitted';
}

/** The first reader in which the service tells of a card; null where it tells of none for two seconds. */
const findReader = (service: CardService): Promise<string | null> =>
  new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(null), 2000);
    service.watch((look) => {
      const filled = look?.find(({ state }) => state !== 'empty');
      if (filled === undefined) return;
      clearTimeout(giveUp);
      resolve(filled.name);
    });
  });
