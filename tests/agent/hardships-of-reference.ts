import { join } from 'node:path';
import {
  atCounter,
  clockOff,
  insurer,
  present,
  referenceFile,
  refusalToOpen,
  saveClaimOf,
  tellSync,
} from './hardship-counter.ts';
import type { Hardship } from './hardship-words.ts';

/** What a terminal that goes on with what it has says of what it was offered. */
const whenOffered = (content: string | null, key?: Uint8Array) => (folder: string) =>
  atCounter(
    folder,
    async (counter) => {
      const told = tellSync(await counter.until(() => true));
      await saveClaimOf(counter, 'george');
      return told;
    },
    { reference: referenceFile(folder, content, key) },
  );

export const referenceHardships: readonly Hardship[] = [
  {
    name: 'a malformed reference file at the first start',
    bring: (folder) =>
      refusalToOpen(join(folder, 'another'), { reference: referenceFile(folder, '{"reference"') }),
    told: ['reference-malformed'],
  },
  {
    name: 'a malformed reference file later',
    bring: whenOffered('{"reference"'),
    told: ['reference-malformed'],
  },
  { name: 'no reference file any more', bring: whenOffered(null), told: ['reference-malformed'] },
  {
    name: 'a reference file that somebody else signed',
    bring: whenOffered(JSON.stringify(insurer.signed), insurer.issuer.rawPublicKey.subarray(1)),
    told: ['reference-signature-wrong'],
  },
  {
    name: 'a clock that was set far back',
    bring: (folder) =>
      atCounter(
        folder,
        async (counter) => {
          const told = tellSync(await counter.until(() => true));
          await saveClaimOf(counter, 'george');
          return told;
        },
        { clock: clockOff(-40) },
      ),
    told: ['reference-older'],
  },
  {
    name: 'a clock that runs far ahead',
    bring: (folder) =>
      atCounter(
        folder,
        async (counter) => {
          await present(counter, 'george');
          await counter.call.visit.addLine({ itemCode: 'MET-850' });
          const { visit } = await counter.until((desk) => desk.visit?.decision != null);
          const findings = visit?.decision?.lines[0]?.findings ?? [];
          return findings
            .filter(({ check, reason }) => check === 'clock' && reason !== null)
            .map((finding) => ({ finding }));
        },
        { clock: clockOff(40), reference: referenceFile(folder) },
      ),
    told: ['clock-ahead'],
  },
];
