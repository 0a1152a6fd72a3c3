import { z } from 'zod';
import type { Clinician } from '#domain/circumstances.ts';
import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';
import { findSetting, recordSetting } from '#store/settings.ts';
import type { Terminal } from './terminal.ts';

/** So many are proposed; whoever was named least lately is forgotten. */
const most = 20;
const setting = 'clinicians';

/** Whom this terminal proposes as treating: the signed-in doctor first, then whoever was named lately. */
export function listClinicians(terminal: Terminal): readonly Clinician[] {
  const known = readClinicians(terminal);
  const { user } = terminal.desk.current;
  if (user?.role !== 'doctor') return known.map(({ clinician }) => clinician);
  const own = known.find(({ userId }) => userId === user.userId)?.clinician;
  const others = known.filter(({ userId }) => userId !== user.userId);
  // One who never said so yet has a name here, but neither licence nor specialty.
  const signedIn = own ?? { name: user.name.ar, licence: '', specialty: '' };
  return [signedIn, ...others.map(({ clinician }) => clinician)];
}

/** Keeps a clinician for the next visits; a doctor who names him- or herself is known by it at the next sign-in. */
export function rememberClinician(terminal: Terminal, clinician: Clinician): Result<null, Failure> {
  const { user } = terminal.desk.current;
  const names = user === null ? [] : [user.name.ar, user.name.en];
  const isSelf = user?.role === 'doctor' && names.includes(clinician.name);
  const remembered = { clinician, userId: isSelf ? user.userId : null };
  const others = readClinicians(terminal).filter(
    (one) =>
      one.clinician.name !== clinician.name &&
      (remembered.userId === null || one.userId !== remembered.userId),
  );
  return terminal.store.commit((db) => {
    recordSetting(db, setting, [remembered, ...others].slice(0, most));
    return null;
  });
}

function readClinicians({ store }: Terminal): readonly z.output<typeof rememberedSchema>[] {
  return z
    .array(rememberedSchema)
    .catch([])
    .parse(findSetting(store.reader, setting) ?? []);
}

const rememberedSchema = z.object({
  clinician: z.object({ name: z.string(), licence: z.string(), specialty: z.string() }),
  /** Null where it is none of the terminal's users. */
  userId: z.string().nullable(),
});
