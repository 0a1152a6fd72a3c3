import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: beside its place first, then over it. */
export function writeWhole(file: string, content: string): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}
