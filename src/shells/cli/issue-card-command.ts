import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findDemoIssuerKey } from '#agent/demo-issuer.ts';
import { systemClock } from '#agent/system-clock.ts';
import { encodeCardImage } from '#card/issue/card-image.ts';
import { type CardOrder, issueCard } from '#card/issue/issue-card.ts';
import { openSigner, type Signer } from '#card/profile/p256.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { sayRefusal } from '../say-failure.ts';
import { readCardOrder } from './card-order.ts';
import type { Command } from './command.ts';

/** Personalises a virtual member card from a person's record and writes its image, readable by its owner alone. */
export const issueCardCommand: Command = async (args) => {
  const issued = issue(args);
  if (issued.ok) {
    process.stdout.write(`Card ${issued.value.cardNumber} is in ${issued.value.file}\n`);
    return 0;
  }
  process.stderr.write(`${sayRefusal(issued.failure)}\n`);
  return 1;
};

interface Issued {
  readonly cardNumber: string;
  readonly file: string;
}

function issue(args: readonly string[]): Result<Issued, Failure> {
  const options = readOptions(args);
  if (!options.ok) return options;
  const { person, out, issuerKey } = options.value;
  const text = readText(person);
  if (!text.ok) return text;
  const order = readCardOrder(text.value, systemClock().today());
  if (!order.ok) return order;
  const issuer = openIssuer(issuerKey);
  if (!issuer.ok) return issuer;
  const image = personalise(order.value, issuer.value);
  if (!image.ok) return image;
  const written = writeNew(out, image.value);
  return written.ok ? succeed({ cardNumber: order.value.cardNumber, file: out }) : written;
}

interface Options {
  readonly person: string;
  readonly out: string;
  readonly issuerKey: string | null;
}

function readOptions(args: readonly string[]): Result<Options, Failure> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { person: text, out: text, 'issuer-key': text },
    });
    const { person, out } = values;
    if (person === undefined) return malformed('--person', 'the file of a person’s record');
    if (out === undefined) return malformed('--out', 'the file to write the card to');
    return succeed({ person, out, issuerKey: values['issuer-key'] ?? null });
  } catch (error) {
    // Node says which option it was: `Unknown option '--x'`.
    return malformed('card issue', error instanceof Error ? error.message : String(error));
  }
}

function readText(file: string): Result<string, Failure> {
  try {
    return succeed(readFileSync(file, 'utf8'));
  } catch (error) {
    return malformed(file, reasonOf(error));
  }
}

/** An image holds the card's private key: its owner alone may read it, and an earlier one is not lost. */
function writeNew(file: string, text: string): Result<null, Failure> {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    return succeed(null);
  } catch (error) {
    return malformed(file, reasonOf(error));
  }
}

/** The issuer's key from a PEM file, or the demo insurer's. */
function openIssuer(file: string | null): Result<Signer, Failure> {
  if (file === null) return succeed(openSigner(findDemoIssuerKey()));
  const text = readText(file);
  if (!text.ok) return text;
  try {
    return succeed(
      openSigner(createPrivateKey(text.value).export({ format: 'der', type: 'pkcs8' })),
    );
  } catch (error) {
    return malformed(file, reasonOf(error));
  }
}

/** The card's encoders refuse what does not fit a card with a RangeError. */
function personalise(order: CardOrder, issuer: Signer): Result<string, Failure> {
  try {
    return succeed(encodeCardImage(issueCard(order, { issuer })));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return malformed('the record', error.message);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

const malformed = (where: string, why: string) =>
  failWith(failure('input-malformed', { where, why }));
