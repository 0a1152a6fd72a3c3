import type { FileName } from '#card/profile/layout.ts';
import type { RecordType } from '#card/profile/ledger-record.ts';
import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import { comeBack, dispense, order, visitWith } from './at-counter.ts';
import type { Counter, Counters } from './counter.ts';

/** One way in which a terminal writes to a card: it is torn at each of its commands. */
export interface WritingFlow {
  readonly name: string;
  /** Where it takes place. */
  readonly at: 'doctor' | 'pharmacist' | 'manager' | 'connected';
  /** What must have happened to the card before; the claim of this flow, where there is one by then. */
  prepare?(counters: Counters, card: VirtualCard): Promise<string | null>;
  /** With the card read and in: does it, and answers the claim. */
  act(counter: Counter, prepared: string | null): Promise<string | null>;
  /** Left out: it is about a claim, which is looked for afterwards. */
  readonly claims?: false;
  /** What another pharmacy must decline once this is on the card; null where it may give it. */
  readonly takes: string | null;
}

/** Whatever may be written to a card: a kind of ledger record, or another file. */
export type Writing = RecordType | Exclude<FileName, 'LEDGER'>;

const items = ['MET-850', 'PAR-500', 'ASA-81', 'LIS-10', 'OME-20'] as const;
const first = items[0];

const claimOf = (lines: number): WritingFlow => ({
  name: `a claim of ${lines} ${lines === 1 ? 'line' : 'lines'}`,
  at: 'pharmacist',
  act: (counter) => dispense(counter, ...items.slice(0, lines)),
  takes: first,
});

const twoGroups: WritingFlow = {
  name: 'a claim of two groups',
  at: 'manager',
  act: (counter) => dispense(counter, first, 'CON-GP'),
  takes: first,
};

const prescription: WritingFlow = {
  name: 'a prescription',
  at: 'doctor',
  act: (counter) => order(counter, 'AMX-500'),
  takes: null,
};

const prescribed = async ({ doctor }: Counters, card: VirtualCard): Promise<null> => {
  const done = await visitWith(doctor, card, () => prescription.act(doctor, null));
  if (done === null) throw new Error('the card was pulled out of the prescription');
  return null;
};

const filling: WritingFlow = {
  name: 'a dispensing that fills a prescription',
  at: 'pharmacist',
  prepare: prescribed,
  act: (counter) => dispense(counter, 'AMX-500'),
  takes: 'AMX-500',
};

const fillingWithMore: WritingFlow = {
  name: 'a filling beside another medicine',
  at: 'pharmacist',
  prepare: prescribed,
  act: (counter) => dispense(counter, 'AMX-500', first),
  takes: first,
};

const correction: WritingFlow = {
  name: 'the correction of a void',
  at: 'pharmacist',
  async prepare({ pharmacist }, card) {
    const claimId = await visitWith(pharmacist, card, () => dispense(pharmacist, first));
    if (claimId === null) throw new Error('the card was pulled out of the claim');
    return claimId;
  },
  async act({ call, reader }, claimId) {
    if (claimId === null) throw new Error('there is a claim to be taken back');
    await call.visit.close();
    await call.claims.void({ claimId, lines: null, reason: 'entered-wrongly' });
    const isWaiting = async () =>
      (await call.claims.find({ claimId })).voids.some(({ onCard }) => onCard !== 'written');
    while (reader.inserted() !== null && (await isWaiting())) await comeBack();
    return claimId;
  },
  takes: null,
};

/** Given and taken back at another pharmacy, while the card was away; the centre has said so by now. */
const correctionElsewhere: WritingFlow = {
  name: 'the correction of a void elsewhere',
  at: 'connected',
  claims: false,
  async prepare({ connected, returning }, card) {
    const claimId = await visitWith(returning, card, () => dispense(returning, first));
    if (claimId === null) throw new Error('the card was pulled out of the claim');
    await returning.call.claims.void({ claimId, lines: null, reason: 'returned' });
    const isReversed = async () =>
      (await returning.call.claims.find({ claimId })).verdict?.outcome === 'reversed';
    while (!(await isReversed())) await comeBack();
    // A turn that was in hand may have asked too early.
    for (const _ of ['in hand', 'after it']) {
      const { sync } = await connected.until(() => true);
      await connected.call.sync.wake();
      await connected.until((desk) => desk.sync.lastContact !== sync.lastContact);
    }
    return null;
  },
  // All of the card is read, so that it was taken off before.
  act: () => Promise.resolve('taken off'),
  takes: null,
};

const emergencies: WritingFlow = {
  name: 'a MED',
  at: 'doctor',
  claims: false,
  async act({ call }) {
    const wish = { conditions: ['I10'], allergies: [], medicines: ['ASA-81'], contact: null };
    await call.card.writeMed({ ...wish, bloodGroup: 'AB-' });
    return 'MED';
  },
  takes: null,
};

/** What the issuer does through a terminal at the centre: pulled out, it is done when the card is there again. */
const ordered = (name: string, order: object): WritingFlow => ({
  name,
  at: 'connected',
  claims: false,
  async prepare({ orderFor }, card) {
    await orderFor(card, order);
    return null;
  },
  async act({ call, reader, until }) {
    await until(({ visit }) => visit?.isRenewalOffered === true || reader.inserted() === null);
    if (reader.inserted() === null) return null;
    const isDone = await call.card.renew().then(
      () => true,
      () => false,
    );
    return isDone ? name : null;
  },
  takes: null,
});

const renewal = ordered('a new HEAD through the centre', {
  work: 'renew-head',
  changes: { validity: { from: '2026-01-01', to: '2035-12-31' } },
});

const summing = ordered('a checkpoint of the issuer', { work: 'checkpoint' });

/** The next insertion after a tear writes too. */
const finishing: WritingFlow = {
  name: 'the finishing of a claim whose record was torn',
  at: 'pharmacist',
  async prepare({ pharmacist }, card) {
    const claimId = await visitWith(pharmacist, card, () => {
      card.tearAt(1, 'middle-of-record');
      return dispense(pharmacist, first);
    });
    if (claimId === null) throw new Error('the claim is saved before it is written');
    return claimId;
  },
  async act(_counter, claimId) {
    if (claimId === null) throw new Error('there is a claim to be finished');
    return claimId;
  },
  takes: first,
};

/**
 * Every flow, by what it writes. A new kind of record or file is asked for by the compiler; what has no flow is
 * written by no part of the terminal, which a test holds against the source.
 */
export const flowsOf: Readonly<Record<Writing, readonly WritingFlow[]>> = {
  dispense: [...[1, 2, 3, 4, 5].map(claimOf), filling, fillingWithMore, finishing],
  service: [twoGroups],
  prescription: [prescription],
  /** Closes the group of a prescription. */
  checkpoint: [prescription, summing],
  correction: [correction, correctionElsewhere],
  anchor: [],
  HEAD: [renewal],
  MED: [emergencies],
};

export const flows: readonly WritingFlow[] = [...new Set(Object.values(flowsOf).flat())];
