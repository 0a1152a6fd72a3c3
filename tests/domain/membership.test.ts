import { expect, it } from 'vitest';
import { findMembership } from '#domain/adjudication/membership.ts';
import { known, unknown } from '#domain/facts.ts';
import { input, membership, membershipFact, now } from './builders.ts';

it.each([
  ['the person’s own', input(), membership()],
  ['none where it is not known', input({ membership: unknown('never-synced', 'centre') }), null],
  [
    'none where the data do not contain the member',
    input({ membership: known(null, 'centre', now) }),
    null,
  ],
  ['none of another member', input({ membership: membershipFact({ memberNumber: '1' }) }), null],
  ['none where nobody knows who it is', input({ person: null }), null],
])('a membership is %s', (_, given, found) => {
  expect(findMembership(given)).toEqual(found);
});
