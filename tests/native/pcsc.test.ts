import { describe, expect, it } from 'vitest';
import { loadPcsc } from '#native/pcsc.ts';

describe('the binding of the card service', () => {
  it('is null, and no crash, where its package is not installed', async () => {
    expect(await loadPcsc('no-such-package')).toBeNull();
  });

  it('is null where the package is not what it should be', async () => {
    expect(await loadPcsc('node:path')).toBeNull();
  });

  it('carries the constants of PC/SC where it is installed', async (context) => {
    const pcsc = await loadPcsc();
    if (pcsc === null) {
      const missing = 'the binding `smartcard` is not compiled: see native/README.md';
      if (process.env.MEDEXA_STRICT === '1') throw new Error(missing);
      context.skip(missing);
      return;
    }
    const { shareExclusive, protocolT0, protocolT1, resetCard, leaveCard } = pcsc;
    expect({ shareExclusive, protocolT0, protocolT1, resetCard, leaveCard }).toEqual({
      shareExclusive: 1,
      protocolT0: 1,
      protocolT1: 2,
      resetCard: 1,
      leaveCard: 0,
    });
  });
});
