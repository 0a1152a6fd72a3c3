import type { CardImage } from '#card/issue/card-image.ts';
import { judgeLedger } from '#card/judge-ledger.ts';
import type { FindLedgerKey } from '#card/judge-record.ts';
import { listWhole } from '#card/ledger-state.ts';
import { decodeHead } from '#card/profile/head.ts';
import type { LedgerRecord } from '#card/profile/ledger-record.ts';
import { decodeMed } from '#card/profile/med.ts';
import type { VirtualCard } from '#card/virtual/virtual-card.ts';

/** What a card's ledger comes to, however many records it took: what counts, and nothing of what was torn. */
export interface CardState {
  /** What the complete groups say, sorted. */
  readonly lines: readonly string[];
  /** What is active after the newest complete group, sorted. */
  readonly supplies: readonly string[];
  /** The newest whole records of the other files. */
  readonly others: readonly string[];
}

/** Throws where the ledger holds anything that no honest terminal wrote there. */
export function stateOf(
  card: VirtualCard,
  findKey: FindLedgerKey,
  { head, ledger, med }: CardImage = card.image(),
): CardState {
  const whole = listWhole(ledger);
  const reading = judgeLedger(ledger, cardNumberOf(card), findKey);
  if (reading.evidence.length > 0 || !reading.isVerified) {
    throw new Error(`the ledger is not as honest terminals write it: ${reading.trouble}`);
  }
  const records = whole.map(({ record }) => record);
  return {
    lines: records
      .filter((one) => isComplete(one, records))
      .flatMap(linesOf)
      .sort(),
    supplies: reading.supplies
      .map(({ days, endsOn, repeatCode }) => `${repeatCode} to ${endsOn}, ${days} days`)
      .sort(),
    others: [...newestHead(head), ...newestMed(med)],
  };
}

const newestHead = (records: readonly Uint8Array[]): string[] =>
  records
    .flatMap((bytes) => {
      const decoded = decodeHead(bytes);
      if (!decoded.ok) return [];
      const { planCode, validity, version } = decoded.value.head;
      return [`HEAD ${version}: ${planCode} to ${validity.to}`];
    })
    .slice(0, 1);

const newestMed = (records: readonly Uint8Array[]): string[] =>
  records
    .flatMap((bytes) => {
      const decoded = decodeMed(bytes);
      return decoded.ok
        ? [`MED ${decoded.value.med.version}: ${decoded.value.med.bloodGroup}`]
        : [];
    })
    .slice(0, 1);

/** All of its group stand one behind the other. */
function isComplete({ group, seq, terminalKeyId }: LedgerRecord, all: readonly LedgerRecord[]) {
  const places = Array.from({ length: group.count }, (_, index) => index);
  return places.every((index) =>
    all.some(
      (one) =>
        one.seq === seq - group.index + index &&
        one.group.index === index &&
        one.group.count === group.count &&
        one.terminalKeyId === terminalKeyId,
    ),
  );
}

const linesOf = ({ lines, terminalKeyId, type }: LedgerRecord): string[] =>
  lines.map(({ cardCode, quantity }) => `${terminalKeyId} ${type} ${cardCode} x ${quantity}`);

export const cardNumberOf = (card: VirtualCard): string => {
  const head = card
    .image()
    .head.map(decodeHead)
    .find(({ ok }) => ok);
  if (!head?.ok) throw new Error('the card has no HEAD');
  return head.value.head.cardNumber;
};

/** What the first has beyond the second. */
export const less = (more: readonly string[], by: readonly string[]): string[] => {
  const left = [...by];
  return more.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
};

export const isSame = (a: CardState, b: CardState): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
