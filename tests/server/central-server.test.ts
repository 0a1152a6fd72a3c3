import { afterAll, beforeAll } from 'vitest';
import { describeCardKeys } from './card-keys-cases.ts';
import { describeCardSessions } from './card-sessions-cases.ts';
import { discard } from './central-process.ts';
import { describeCorrections } from './corrections-cases.ts';
import { describeCustody } from './custody-cases.ts';
import { describeEnrolment } from './enrolment-cases.ts';
import { describeMemberFacts } from './member-facts-cases.ts';
import { describeRequests } from './requests-cases.ts';
import { describeSpecialUses } from './special-uses-cases.ts';
import { startTestCentre, theCentre } from './test-centre.ts';
import { describeVerdicts } from './verdicts-cases.ts';
import { describeVoids } from './voids-cases.ts';

// One server for all: its first start takes seconds.
beforeAll(startTestCentre, 60_000);
afterAll(() => discard(theCentre().central));

describeEnrolment();
describeCardKeys();
describeCardSessions();
describeCustody();
describeMemberFacts();
describeRequests();
describeVerdicts();
describeSpecialUses();
describeVoids();
describeCorrections();
