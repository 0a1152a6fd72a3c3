import { describe, expect, it } from 'vitest';
import { openTerminal, signInAs } from './open-terminal.ts';

const pinOf = (text: string) => Array.from(text, Number);

describe('the clerk of the demonstration', () => {
  it('orders a card that ran out anew, and lets a holder with a blocked PIN set another', async () => {
    const terminal = await openTerminal(undefined, {
      cardService: 'virtual',
      server: { kind: 'embedded' },
    });
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    await until(({ sync }) => sync.link === 'online');
    await call.demo.insertCard({ cardId: 'rana' });
    await until(({ visit }) => visit?.pin?.state === 'wanted');
    for (const pin of ['0000', '0001', '0002']) {
      await call.card.enterPin({ pin: pinOf(pin) }).catch(() => null);
    }
    await until(({ visit }) => visit?.pin?.state === 'blocked');
    // The order comes by itself, a few seconds later: until then the window says that there is none.
    await expect
      .poll(() => call.card.unblockPin({ next: pinOf('4711') }).then(() => 'done', codeOf), {
        timeout: 30_000,
        interval: 500,
      })
      .toBe('done');
    await until(({ visit }) => visit?.pin?.state === 'wanted');

    await call.visit.close();
    await call.demo.insertCard({ cardId: 'hassan' });
    const { visit } = await until((desk) => desk.visit?.isRenewalOffered === true);
    const ended = visit?.card.validity?.to ?? '';
    await call.card.renew();
    const renewed = await until((desk) => (desk.visit?.card.validity?.to ?? '') > ended);
    expect(renewed.visit?.isRenewalOffered).toBe(false);
  }, 120_000);
});

const codeOf = (error: { readonly data?: { readonly code?: string } }) => error.data?.code;
