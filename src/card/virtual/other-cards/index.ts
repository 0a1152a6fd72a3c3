import type { OtherCardKind } from '#domain/other-cards.ts';
import type { AnyVirtualCard } from '../virtual-card.ts';
import { createAustrianCard } from './austria.ts';
import { createEgkCard } from './egk.ts';
import type { OtherCardHolder } from './holder.ts';
import { createSerbianCard } from './serbia.ts';
import { createSwissCard } from './swiss.ts';
import { createTaiwanCard } from './taiwan.ts';
import { createThaiCard } from './thailand.ts';

/** The card's side of every other kind, personalised for its holder. */
export const virtualOtherCards: Readonly<
  Record<OtherCardKind, (holder: OtherCardHolder) => AnyVirtualCard>
> = {
  egk: createEgkCard,
  swiss: createSwissCard,
  taiwan: createTaiwanCard,
  austria: createAustrianCard,
  serbia: createSerbianCard,
  thailand: createThaiCard,
};
