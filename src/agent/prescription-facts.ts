import type { CardPrescription } from '#card/judge-prescriptions.ts';
import type { Instant } from '#domain/dates.ts';
import { type Fact, known, unknown } from '#domain/facts.ts';
import type { PrescribedLine, Prescription } from '#domain/prescriptions.ts';
import type { OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/**
 * What the card tells of prescriptions, as the engine takes it: until all is read, and where something cannot
 * be believed, an unknown stands beside it, so that what needs one refers.
 */
export function prescriptionFacts(
  terminal: Terminal,
  { prescriptions }: OpenVisit,
  asOf: Instant,
): readonly Fact<readonly Prescription[]>[] {
  if (prescriptions.state === 'reading') return [unknown('not-present', 'card')];
  if (prescriptions.state === 'unknown') return [unknown(prescriptions.why, 'card')];
  const { doubt, prescriptions: read } = prescriptions.reading;
  const believed = read.filter(({ isVerified }) => isVerified);
  const told = known(
    believed.map((one) => toPrescription(terminal, one)),
    'card',
    asOf,
  );
  return doubt === null ? [told] : [told, unknown(doubt, 'card')];
}

/** All fillings of a line together: refills renew the quantity. */
export const totalOf = ({ quantity, refills }: CardPrescription['lines'][number]): number =>
  quantity * (1 + refills);

function toPrescription({ reference }: Terminal, one: CardPrescription): Prescription {
  const { prescriptionId, on, validDays, licence, diagnoses, episode } = one;
  return {
    ...{ prescriptionId, on, validDays, diagnoses, prescriberLicence: licence },
    ...(episode === 0 ? {} : { episode }),
    // A medicine without a name here is none that could be asked for here.
    lines: one.lines.flatMap((line): PrescribedLine[] => {
      const item = reference.itemsByCardCode.get(line.cardCode);
      const { filled } = line;
      return item === undefined ? [] : [{ itemCode: item.code, quantity: totalOf(line), filled }];
    }),
  };
}
