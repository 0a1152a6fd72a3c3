import { describe, expect, it } from 'vitest';
import { decodeHead, encodeHead, type OfflineLimits } from '#card/profile/head.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { insertAt, insurer, issue, openAlone, type Standing } from './prescription-desk.ts';

/** The card of this holder with other limits in its HEAD, as its issuer signs it. */
function cardWith(cardId: string, limits: Partial<OfflineLimits>): VirtualCard {
  const image = issue(cardId).image();
  const present = decodeHead(image.head[0] ?? new Uint8Array());
  if (!present.ok) throw new Error(present.failure.code);
  const { head } = present.value;
  const offlineLimits = { ...head.offlineLimits, ...limits };
  const next = { ...head, version: head.version + 1, offlineLimits };
  return createVirtualCard({
    ...image,
    head: [encodeHead(next, insurer.issuer.sign), ...image.head],
  });
}

/** What is said of one box of metformin, which costs the insurer less than any limit of the contract. */
async function ask(terminal: Standing, card: VirtualCard) {
  await insertAt(terminal, card, 'pharmacist');
  await terminal.call.visit.addLine({ itemCode: 'MET-850' });
  const { visit } = await terminal.until((desk) => desk.visit?.decision != null);
  const [line] = visit?.decision?.lines ?? [];
  return [line?.outcome, line?.findings[0]?.reason];
}

describe('what the issuer lets be decided for a card offline', () => {
  it.each<[string, Partial<OfflineLimits>, readonly unknown[]]>([
    ['nothing stated', {}, ['approved', null]],
    ['room enough', { perClaim: 400_000, claims: 1 }, ['approved', null]],
    ['less than the claim', { perClaim: 1 }, ['referred', 'offline-floor-exceeded']],
    ['a smaller total', { cumulative: 1 }, ['referred', 'offline-member-limit']],
  ])('is kept with %s', async (_name, limits, said) => {
    const terminal = await openAlone(insurer.defaultProviderId);
    expect(await ask(terminal, cardWith('samir', limits))).toEqual(said);
  });
});
