import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import { askFor, dispense, visitWith } from './at-counter.ts';
import { type CardState, isSame, less } from './card-state.ts';
import type { Counter, Counters } from './counter.ts';
import type { Stage, Torn } from './stage.ts';

/** Where a card goes that was pulled out. */
export const fates = ['here', 'elsewhere', 'never'] as const;
export type Fate = (typeof fates)[number];

/** Lets the card come back, perhaps by way of another pharmacy: then all is on it, once. */
export async function followFate(
  stage: Stage,
  torn: Torn,
  fate: Exclude<Fate, 'never'>,
): Promise<void> {
  const { card, end, flow, isNew } = torn;
  const here = stage.counters[flow.at];
  const extra =
    fate === 'here' ? none : await dispenseElsewhere(stage, card, isNew ? flow.takes : null);
  const claimId = await finish(here, torn);
  const wanted: CardState = {
    lines: [...end.lines, ...extra.lines].sort(),
    supplies: [...end.supplies, ...extra.supplies].sort(),
    others: end.others,
  };
  const healed = stage.stateNow(card);
  if (!isSame(healed, wanted)) {
    throw new Error(`did not heal: ${JSON.stringify({ healed, wanted })}`);
  }
  if (flow.at !== 'doctor' && flow.claims !== false) await requireClaim(here, claimId);
}

const none: CardState = { lines: [], supplies: [], others: [] };

/** Another pharmacy refuses what the card says was given, and gives something else; what that adds to the card. */
async function dispenseElsewhere(
  { counters, stateNow }: Stage,
  card: VirtualCard,
  taken: string | null,
): Promise<CardState> {
  const before = stateNow(card);
  await giveElsewhere(counters, card, taken);
  const after = stateNow(card);
  const added = less(after.lines, before.lines);
  if (added.length !== 1) throw new Error(`one line was given elsewhere: ${added.join(', ')}`);
  return { lines: added, supplies: less(after.supplies, before.supplies), others: [] };
}

async function giveElsewhere(
  { elsewhere }: Counters,
  card: VirtualCard,
  taken: string | null,
): Promise<void> {
  const done = await visitWith(elsewhere, card, async () => {
    const outcome = taken === null ? 'declined' : await askFor(elsewhere, taken);
    if (outcome !== 'declined') throw new Error(`given twice: ${taken} is ${outcome} elsewhere`);
    return dispense(elsewhere, 'LEV-50');
  });
  if (done === null) throw new Error('the card opens nothing elsewhere');
}

/** The card comes back: what was begun is finished, and what was never saved is done; answers the claim. */
async function finish(here: Counter, { acted, card, flow, prepared }: Torn): Promise<string> {
  const done = await visitWith(here, card, async () => acted ?? flow.act(here, prepared));
  if (done === null) throw new Error('the card opens nothing any more');
  return done;
}

/** The claim is there, and knows that all of it is on the card. */
async function requireClaim({ call }: Counter, claimId: string): Promise<void> {
  const { onCard, voids } = await call.claims.find({ claimId });
  const places = [onCard, ...voids.map((one) => one.onCard)];
  if (places.some((place) => place !== 'written')) {
    throw new Error(`the claim does not know of its card: ${places.join(', ')}`);
  }
}
