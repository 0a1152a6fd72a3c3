import { listWhole } from '#card/ledger-state.ts';
import type { TearMoment, VirtualCard } from '#card/virtual/virtual-card.ts';
import { visitWith } from './at-counter.ts';
import { isSame, stateOf } from './card-state.ts';
import type { Counters } from './counter.ts';
import type { WritingFlow } from './flows.ts';
import { requireLost } from './lost-cards.ts';
import { issueTo } from './patients.ts';
import type { LostCard, Stage, Torn, Undisturbed } from './stage.ts';
import { type Fate, fates, followFate } from './tear-fates.ts';

/** One case: the card is pulled at that command of the flow, counted from 1, and goes there. */
export interface TearCase {
  readonly command: number;
  readonly moment: TearMoment;
  readonly fate: Fate;
}

/** Runs cases on people of their own, as many as the counters know. */
export function openMatrix(counters: Counters) {
  let patients = 0;
  const lost: LostCard[] = [];
  const stage: Stage = {
    counters,
    nextCard() {
      patients += 1;
      return issueTo(patients - 1);
    },
    stateNow: (card) => stateOf(card, counters.findLedgerKey),
  };
  return {
    letThrough: (flow: WritingFlow) => letThrough(stage, flow),
    async run(flow: WritingFlow, whole: Undisturbed, { command, fate, moment }: TearCase) {
      const torn = await tear(stage, flow, whole, { command, moment });
      if (fate !== 'never') return followFate(stage, torn, fate);
      const claimId = torn.acted ?? torn.prepared;
      if (claimId !== null && flow.claims !== false) lost.push({ flow, claimId });
    },
    requireLost: () => requireLost(counters, lost),
    lost: () => lost.length,
  };
}

/** Every case of a flow: before and after each command, in the middle of each record, and each fate. */
export const listCases = ({ commands }: Undisturbed): TearCase[] =>
  commands.flatMap((instruction, at) =>
    momentsOf(instruction).flatMap((moment) =>
      fates.map((fate) => ({ command: at + 1, moment, fate })),
    ),
  );

/**
 * A part of them that every run can afford: at each record that is written every moment with one fate, another
 * for each moment and flow; of the rest one in so many.
 */
export function listSome(whole: Undisturbed, turn: number): TearCase[] {
  return listCases(whole).filter(({ command, fate, moment }, i) => {
    const isWriting = whole.commands[command - 1] === appending;
    const at = fates.indexOf(fate) + moments.indexOf(moment) + turn;
    return isWriting ? at % fates.length === 0 : (i + turn) % oneIn === 0;
  });
}

const oneIn = 23;
const moments = ['before-command', 'middle-of-record', 'before-status-word'] as const;

/** APPEND RECORD (ISO/IEC 7816-4): the only command in whose middle anything is stored. */
const appending = 0xe2;

const momentsOf = (instruction: number): readonly TearMoment[] =>
  instruction === appending ? moments : ['before-command', 'before-status-word'];

/** The flow as it goes when nobody pulls the card. */
async function letThrough(stage: Stage, flow: WritingFlow): Promise<Undisturbed> {
  const { counters } = stage;
  const card = stage.nextCard();
  const here = counters[flow.at];
  const prepared = (await flow.prepare?.(counters, card)) ?? null;
  const before = card.image();
  const commands: number[] = [];
  const states = [stage.stateNow(card)];
  const watched: VirtualCard = {
    ...card,
    transmit(command) {
      commands.push(command[1] ?? 0);
      const response = card.transmit(command);
      const state = stage.stateNow(card);
      if (!states.some((one) => isSame(one, state))) states.push(state);
      return response;
    },
  };
  const acted = await visitWith(here, watched, () => flow.act(here, prepared));
  if (acted === null) throw new Error('nobody pulled the card');
  const { head, ledger, med } = card.image();
  const added = ledger.length - before.ledger.length;
  const end = stage.stateNow(card);
  const written = new Set(listWhole(ledger.slice(0, added)).map(({ record }) => record.type));
  const others = [
    ...(head.length > before.head.length ? ['HEAD'] : []),
    ...(med.length > before.med.length ? ['MED'] : []),
  ];
  return {
    ...{ states, end, written: [...written, ...others] },
    commands: flow.claims === false ? upToLastRecord(commands) : commands,
  };
}

/** What follows the last record and the look at it is a reading like any other, of which nobody waits for the end. */
const upToLastRecord = (commands: readonly number[]): readonly number[] =>
  commands.slice(0, commands.lastIndexOf(appending) + 2);

/** The flow with the card pulled out of it: the card must be in the old state or in a new one. */
async function tear(
  stage: Stage,
  flow: WritingFlow,
  whole: Undisturbed,
  { command, moment }: Omit<TearCase, 'fate'>,
): Promise<Torn> {
  const card = stage.nextCard();
  const here = stage.counters[flow.at];
  const prepared = (await flow.prepare?.(stage.counters, card)) ?? null;
  const sent = card.traffic().apdus;
  card.tearAt(command, moment);
  const acted = await visitWith(here, card, () => flow.act(here, prepared));
  if (card.traffic().apdus - sent !== command) throw new Error('the card was not pulled there');
  const state = stage.stateNow(card);
  if (!whole.states.some((may) => isSame(may, state))) {
    throw new Error(`neither old nor new: ${JSON.stringify(state)}`);
  }
  return { flow, card, prepared, acted, end: whole.end, isNew: isSame(state, whole.end) };
}
