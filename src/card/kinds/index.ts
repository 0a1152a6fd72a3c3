import { austria } from './austria.ts';
import type { CardKind } from './card-kind.ts';
import { egk } from './egk.ts';
import { serbia } from './serbia.ts';
import { swiss } from './swiss.ts';
import { taiwan } from './taiwan.ts';
import { thailand } from './thailand.ts';

/** Every kind of health card beside MC-1; where an answer to reset says nothing, they are tried in this order. */
export const cardKinds: readonly CardKind[] = [egk, swiss, taiwan, austria, serbia, thailand];
