import type { CardHistory, CardHistoryEntry, Statable, VisitView } from '#contracts/visit-views.ts';
import type { ItemTerms } from '#domain/adjudication/item-terms.ts';
import { distinctionOf } from '#domain/adjudication/places.ts';
import type { CompiledPack, Item } from '#domain/adjudication/rule-pack.ts';
import { ageInYears, latestBirth } from '#domain/dates.ts';
import { isPermitted } from '#domain/roles.ts';
import { findMember } from '#store/reference.ts';
import { viewAlerts } from './clinical-alerts.ts';
import { listClinicians } from './clinicians.ts';
import { listRoomClasses, listSpecialties } from './contract-words.ts';
import { assess, decide, gatherInput, type OpenVisit } from './open-visit.ts';
import { refillsDue } from './refills-due.ts';
import { viewOrder, viewPapers, viewPrescriptions } from './show-prescriptions.ts';
import type { Terminal } from './terminal.ts';
import { viewCeilings } from './view-ceilings.ts';
import { viewMed } from './view-med.ts';
import { viewPhoto } from './view-photo.ts';
import { viewPin } from './view-pin.ts';
import { isRenewalOffered } from './view-renewal.ts';

/** Pushes the visit in progress, decided anew, to whoever watches the desk. */
export function showVisit(terminal: Terminal): void {
  const { user } = terminal.desk.current;
  const mayLook = user?.permissions.includes('eligibility') ?? false;
  const visit = terminal.visit;
  terminal.desk.update({ visit: visit !== null && mayLook ? viewVisit(terminal, visit) : null });
}

function viewVisit(terminal: Terminal, visit: OpenVisit): VisitView {
  const { rules, pack } = terminal.reference;
  const membership =
    findMember(terminal.store.reader, visit.person.memberNumber)?.membership ?? null;
  const names = new Map(rules.diagnoses.map(({ code, name }) => [code, name]));
  const { birth } = visit.person;
  const input = gatherInput(terminal, visit);
  return {
    visitId: visit.visitId,
    claimId: visit.claimId,
    openedAt: visit.openedAt,
    serviceDate: visit.serviceDate,
    person: visit.person,
    age: {
      from: ageInYears(latestBirth(birth), visit.serviceDate),
      to: ageInYears(birth.date, visit.serviceDate),
    },
    card: { ...visit.card, names: visit.namesOnCard ?? [], isPresent: visit.isCardPresent },
    membership,
    planName: membership === null ? null : (pack.plan(membership.planCode)?.name ?? null),
    eligibility: assess(terminal, visit),
    holder: visit.holder,
    insteadOfCard: visit.insteadOfCard ?? null,
    proofs: input.proofs ?? null,
    med: viewMed(terminal, visit),
    alerts: viewAlerts(terminal, visit, input),
    refillsDue: refillsDue(terminal, input),
    photo: viewPhoto(terminal, visit),
    pin: viewPin(terminal),
    hasPinPad: terminal.card?.pad != null,
    isRenewalOffered: isRenewalOffered(terminal),
    returns: visit.returns ?? null,
    ceilings: viewCeilings(terminal.reference, input),
    history: viewHistory(terminal, visit),
    encounter: visit.encounter,
    diagnoses: visit.diagnoses.map((code) => ({
      code,
      name: names.get(code) ?? { ar: code, en: code },
    })),
    circumstances: visit.circumstances ?? {},
    clinicians: listClinicians(terminal),
    terms: { specialties: listSpecialties(rules), roomClasses: listRoomClasses(rules) },
    lines: input.claim.lines.flatMap((line) => {
      const item = pack.item(line.itemCode);
      if (item === null) return [];
      const terms = pack.itemTerms(item, membership?.planCode ?? null);
      const distinction = distinctionOf(item, terms);
      return [{ line, item, distinction, statable: statableOf(pack, item, terms) }];
    }),
    decision: decide(terminal, visit),
    prescriptions: viewPrescriptions(terminal, visit),
    papers: viewPapers(terminal, visit),
    order: viewOrder(terminal, visit),
  };
}

function statableOf(pack: CompiledPack, item: Item, terms: ItemTerms): Statable {
  const category = terms.tax?.value ?? null;
  return {
    tax: category === null ? null : (pack.tax(category)?.name ?? null),
    early: item.medicine?.repeatCode == null ? [] : (pack.pack.repeat.accepts ?? []),
  };
}

/** The card's history for those who may see it, newest first. */
function viewHistory(terminal: Terminal, visit: OpenVisit): CardHistory {
  const role = terminal.desk.current.user?.role;
  if (role === undefined || !isPermitted(role, 'medical-file')) return { state: 'not-permitted' };
  if (visit.ledger.state !== 'read') return visit.ledger;
  const { itemsByCardCode, pack } = terminal.reference;
  const entries = visit.ledger.entries.map(
    (entry): CardHistoryEntry => ({
      on: entry.date,
      kind: entry.type,
      providerName:
        entry.providerId === null ? null : (pack.provider(entry.providerId)?.name ?? null),
      isVerified: entry.isVerified,
      items: entry.lines.map(({ cardCode, qty, days }) => ({
        name: itemsByCardCode.get(cardCode)?.name ?? null,
        quantity: qty,
        days,
      })),
    }),
  );
  return { state: 'read', entries };
}
