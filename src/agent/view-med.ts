import type { MedReading } from '#card/read-med.ts';
import type { MedView } from '#contracts/visit-views.ts';
import type { Bilingual } from '#domain/people.ts';
import { isPermitted } from '#domain/roles.ts';
import type { OpenVisit } from './open-visit.ts';
import type { ActiveReference, Terminal } from './terminal.ts';

/** What the card says for emergencies, to those who may see it. */
export function viewMed(terminal: Terminal, { med }: OpenVisit): MedView {
  const role = terminal.desk.current.user?.role;
  if (role === undefined || !isPermitted(role, 'medical-file')) return { state: 'not-permitted' };
  if (med.state !== 'read') return med;
  return med.reading === null ? { state: 'none' } : viewReading(terminal.reference, med.reading);
}

function viewReading(reference: ActiveReference, reading: MedReading): MedView {
  const { itemsByCardCode, pack } = reference;
  const { med, isVerified, providerId } = reading;
  // The issuer is the only verified writer that is no provider.
  const isIssuer = providerId === null && isVerified;
  const provider = providerId === null ? null : (pack.provider(providerId)?.name ?? null);
  return {
    state: 'read',
    bloodGroup: med.bloodGroup,
    conditions: med.conditions.map((code) => ({ code, name: pack.diagnosisName(code) })),
    allergies: med.allergies.map(({ name, to }) => ({
      name,
      isClass: to === 'class',
      examples: medicinesUnder(reference, name),
    })),
    medicines: med.standingMedicines.map((cardCode) => ({
      cardCode,
      itemCode: itemsByCardCode.get(cardCode)?.code ?? null,
      name: itemsByCardCode.get(cardCode)?.name ?? null,
    })),
    contact: med.emergencyContact,
    writtenOn: med.writtenOn,
    writer: isIssuer ? 'issuer' : provider,
    isVerified,
  };
}

const atcPattern = /^[A-Z](\d{2}([A-Z]{1,2}(\d{2})?)?)?$/;

/** Two medicines that people know, to say what a code means. */
const medicinesUnder = ({ rules }: ActiveReference, atc: string): readonly Bilingual[] =>
  atcPattern.test(atc)
    ? rules.items
        .filter(({ medicine }) => medicine?.atc.startsWith(atc) === true)
        .slice(0, 2)
        .map(({ name }) => name)
    : [];
