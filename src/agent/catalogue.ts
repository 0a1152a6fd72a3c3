import type { Item } from '#domain/adjudication/rule-pack.ts';
import type { Failure } from '#domain/failures.ts';
import type { Bilingual } from '#domain/people.ts';
import { type Result, succeed } from '#domain/result.ts';
import { searchDiagnoses, searchItems } from '#store/catalogue.ts';
import { requirePermission } from './permissions.ts';
import type { Terminal } from './terminal.ts';

export function findItems(
  terminal: Terminal,
  {
    query,
    kinds,
    limit,
  }: { query: string; kinds: 'medicines' | 'services' | 'all'; limit: number },
): Result<readonly Item[], Failure> {
  const permitted = requirePermission(terminal, 'visit', 'dispense');
  if (!permitted.ok) return permitted;
  const codes = searchItems(terminal.store.reader, query, kinds, limit);
  return succeed(codes.flatMap((code) => terminal.reference.pack.item(code) ?? []));
}

export function findDiagnoses(
  terminal: Terminal,
  { query, limit }: { query: string; limit: number },
): Result<readonly { readonly code: string; readonly name: Bilingual }[], Failure> {
  const permitted = requirePermission(terminal, 'visit', 'dispense');
  if (!permitted.ok) return permitted;
  const codes = searchDiagnoses(terminal.store.reader, query, limit);
  const names = new Map(terminal.reference.rules.diagnoses.map(({ code, name }) => [code, name]));
  return succeed(
    codes.flatMap((code) => {
      const name = names.get(code);
      return name === undefined ? [] : [{ code, name }];
    }),
  );
}
