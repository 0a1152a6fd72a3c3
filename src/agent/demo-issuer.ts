import { p256FromSeed } from '#fixtures/demo-insurer/keys.ts';

/** The demo insurer's card-issuing key, PKCS #8 DER: terminals of a demonstration trust it, no other does. */
export const findDemoIssuerKey = (): Uint8Array => p256FromSeed('issuer').pkcs8;
