/** The outcome of something that may fail for an expected reason. Bugs throw; failures are returned. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: E };

export const succeed = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const failWith = <E>(failure: E): { ok: false; failure: E } => ({ ok: false, failure });
