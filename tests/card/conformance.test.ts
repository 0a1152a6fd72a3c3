import { describe, expect, it } from 'vitest';
import { runConformance } from '#card/conformance/run-conformance.ts';
import { listCases } from '#card/conformance/script.ts';
import { makeTestCard } from '#card/conformance/test-card.ts';
import { createVirtualService, virtualReaderName } from '#card/transport/virtual-service.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';

/** Runs the suite through the transport's own interface. */
function runAgainst(card: VirtualCard, cases = listCases()) {
  const service = createVirtualService();
  service.insert(card);
  return runConformance(async () => {
    const connected = await service.connect(virtualReaderName);
    if (!connected.ok) throw new Error(connected.failure.code);
    return connected.value;
  }, cases);
}

const troublesOf = async (card: VirtualCard) =>
  (await runAgainst(card)).filter(({ trouble }) => trouble !== null);

describe('the conformance suite', () => {
  it('finds the virtual chip as the specification says, also when it is run again', async () => {
    const card = createVirtualCard(makeTestCard());
    expect(await troublesOf(card)).toEqual([]);
    expect(await troublesOf(card)).toEqual([]);
  });

  it('names each case once, with the clause that it comes from', () => {
    const names = listCases().map(({ case: name, topic }) => `${topic}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(35);
  });

  it.each([
    ['takes any number of records in a session', 'three records'],
    ['forgets nothing at a reset', 'before it is selected'],
  ])('notices a chip that %s', async (lax, caught) => {
    const card = createVirtualCard(makeTestCard());
    const laxCard: VirtualCard = {
      ...card,
      reset() {
        if (lax.startsWith('takes')) card.reset();
      },
      transmit(command) {
        const response = card.transmit(command);
        const isRefusedAppend = command[1] === 0xe2 && response[0] === 0x69 && response[1] === 0x85;
        return isRefusedAppend && lax.startsWith('takes') ? Uint8Array.of(0x90, 0x00) : response;
      },
    };
    const troubles = await troublesOf(laxCard);
    expect(troubles.map(({ case: name }) => name).join('; ')).toContain(caught);
  });
});
