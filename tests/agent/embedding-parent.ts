import { startEmbeddedServer } from '#agent/embedded-server.ts';

// A process that starts the embedded server, says where it listens, and then only waits to be ended.
const [folder = '', referenceFile = '', referenceKey = ''] = process.argv.slice(2);
const server = startEmbeddedServer({
  folder,
  referenceFile,
  referenceKey: Buffer.from(referenceKey, 'hex'),
  providerAnchor: null,
  codes: [],
});
process.stdout.write(`${JSON.stringify(await server.url)}\n`);
setInterval(() => undefined, 60_000);
