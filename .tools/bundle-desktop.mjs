// Electron runs bundles: the main program as a module, the sandboxed preload as one CommonJS file.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inClone, root } from './places.mjs';

/** Writes dist/desktop/main.mjs and preload.cjs; answers the first error's text, or null. */
export async function bundleDesktop() {
  const { build } = await import('esbuild');
  const common = { absWorkingDir: root, bundle: true, platform: 'node', logLevel: 'silent' };
  try {
    await build({
      ...common,
      entryPoints: ['src/shells/desktop/main.ts'],
      outfile: 'dist/desktop/main.mjs',
      format: 'esm',
      target: 'node24',
      packages: 'external',
      plugins: [ownAddresses],
      banner: { js: "const medexaRoot = new URL('../../', import.meta.url);" },
    });
    await build({
      ...common,
      entryPoints: ['src/shells/desktop/preload.ts'],
      outfile: 'dist/desktop/preload.cjs',
      format: 'cjs',
      target: 'chrome140',
      external: ['electron'],
    });
    return null;
  } catch (error) {
    return error.message;
  }
}

/** A source that finds a file beside itself still does so from the bundle: it keeps its own address. */
const ownAddresses = {
  name: 'own-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
      const place = relative(root, path).replaceAll('\\', '/');
      const text = await readFile(path, 'utf8');
      const address = `new URL(${JSON.stringify(place)}, medexaRoot).href`;
      return { contents: text.replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problem = await bundleDesktop();
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  } else process.stdout.write(`Bundled ${inClone('dist/desktop')}\n`);
}
