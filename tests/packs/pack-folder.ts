import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { demoPackFolder } from '#fixtures/demo-insurer/demo-insurer.ts';

/** A copy of the demo pack's source that is gone when the test is. */
export function copyPack(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(demoPackFolder, folder, { recursive: true });
  return folder;
}

/** Replaces the first occurrence of a text in one of the files; the text must be there. */
export function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

export const write = (folder: string, file: string, text: string): void =>
  writeFileSync(join(folder, file), text);
