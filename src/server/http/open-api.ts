import { z } from 'zod';
import {
  answeredSchema,
  answerRequestSchema,
  mintReplySchema,
  mintRequestSchema,
  requestListSchema,
} from '#contracts/admin-api.ts';
import { signedCorrectionPageSchema } from '#contracts/card-corrections.ts';
import {
  cardAnswerSchema,
  cardOffersRequestSchema,
  cardOrderSchema,
  cardSessionRequestSchema,
  orderedSchema,
  signedCardOffersSchema,
  signedCardTurnSchema,
} from '#contracts/card-sessions-api.ts';
import { memberFactsRequestSchema, signedMemberFactsSchema } from '#contracts/member-facts-api.ts';
import {
  chainConflictSchema,
  enrolmentReplySchema,
  enrolmentRequestSchema,
  paths,
  refusalSchema,
  signedAckSchema,
  signedCertificateSchema,
  signedTerminalKeyPageSchema,
  statusSchema,
  uploadLimits,
  uploadLineSchema,
} from '#contracts/server-api.ts';
import { signedVerdictPageSchema } from '#contracts/verdicts-api.ts';

/** The REST API as an OpenAPI 3.1 document, made from the schemas that the server parses with. */
export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Medexa central server', version: '1' },
    paths: {
      [paths.status]: { get: operation('Who answers here, and its time', statusSchema) },
      [paths.enrol]: {
        post: operation('Enrol a terminal with a one-time code', enrolmentReplySchema, {
          body: json(enrolmentRequestSchema),
          refusals: { 401: refusalSchema, 403: refusalSchema },
        }),
      },
      [paths.events('{terminalId}')]: {
        parameters: [pathParameter],
        post: operation('Take signed events into custody', signedAckSchema, {
          isSigned: true,
          body: { 'application/x-ndjson': { schema: schemaOf(uploadLineSchema) } },
          bodyText: `NDJSON compressed by gzip, at most ${uploadLimits.events} events and ${uploadLimits.compressedBytes} bytes; the schema is that of one line.`,
          refusals: { 401: refusalSchema, 409: chainConflictSchema, 413: refusalSchema },
        }),
      },
      [paths.verdicts('{terminalId}')]: {
        parameters: [pathParameter],
        get: operation('Verdicts behind a cursor', signedVerdictPageSchema, {
          isSigned: true,
          query: 'after',
          refusals: { 401: refusalSchema },
        }),
      },
      [paths.cardCertificate('{terminalId}')]: {
        parameters: [pathParameter],
        post: operation(
          "The terminal's card-verifiable certificate, anew",
          signedCertificateSchema,
          {
            isSigned: true,
            refusals: { 401: refusalSchema },
          },
        ),
      },
      [paths.terminalKeys]: {
        get: operation('Card keys of all terminals, behind a cursor', signedTerminalKeyPageSchema, {
          isSigned: true,
          query: 'after',
          refusals: { 401: refusalSchema },
        }),
      },
      [paths.cardCorrections]: {
        get: operation('What voids owe to cards, behind a cursor', signedCorrectionPageSchema, {
          isSigned: true,
          query: 'after',
          refusals: { 401: refusalSchema },
        }),
      },
      [paths.cardOffers('{terminalId}')]: {
        parameters: [pathParameter],
        post: operation('What the issuer was ordered to do with a card', signedCardOffersSchema, {
          isSigned: true,
          body: json(cardOffersRequestSchema),
          refusals: { 401: refusalSchema },
        }),
      },
      [paths.cardSessions('{terminalId}')]: {
        parameters: [pathParameter],
        post: operation(
          "Begin the issuer's work on the card in the terminal's reader",
          signedCardTurnSchema,
          {
            isSigned: true,
            body: json(cardSessionRequestSchema),
            refusals: { 401: refusalSchema, 404: refusalSchema },
          },
        ),
      },
      [paths.cardAnswers('{terminalId}', '{sessionId}')]: {
        parameters: [pathParameter, { ...pathParameter, name: 'sessionId' }],
        post: operation("The card's answer to a step, and the next step", signedCardTurnSchema, {
          isSigned: true,
          body: json(cardAnswerSchema),
          refusals: { 401: refusalSchema, 410: refusalSchema },
        }),
      },
      [paths.memberFacts('{terminalId}')]: {
        parameters: [pathParameter],
        post: operation('What a person used and was given elsewhere', signedMemberFactsSchema, {
          isSigned: true,
          body: json(memberFactsRequestSchema),
          refusals: { 400: refusalSchema, 401: refusalSchema },
        }),
      },
      [paths.cardOrders('{cardNumber}')]: {
        parameters: [{ ...pathParameter, name: 'cardNumber' }],
        post: operation('Order work of the issuer on a card', orderedSchema, {
          body: json(cardOrderSchema),
          security: [{ administrator: [] }],
          refusals: { 401: refusalSchema, 404: refusalSchema },
        }),
      },
      [paths.mintCode]: {
        post: operation('Mint an enrolment code for a provider', mintReplySchema, {
          body: json(mintRequestSchema),
          security: [{ administrator: [] }],
          refusals: { 401: refusalSchema },
        }),
      },
      [paths.requests]: {
        get: operation('Requests for approval that wait for a person', requestListSchema, {
          security: [{ administrator: [] }],
          refusals: { 401: refusalSchema },
        }),
      },
      [paths.answer('{requestId}')]: {
        parameters: [{ ...pathParameter, name: 'requestId' }],
        post: operation('Answer a request for approval, once', answeredSchema, {
          body: json(answerRequestSchema),
          security: [{ administrator: [] }],
          refusals: { 401: refusalSchema, 404: refusalSchema, 409: refusalSchema },
        }),
      },
    },
    components: {
      securitySchemes: { administrator: { type: 'http', scheme: 'bearer' } },
    },
  };
}

interface Extras {
  /** Carries an RFC 9421 signature by the terminal. */
  readonly isSigned?: boolean;
  readonly body?: object;
  readonly bodyText?: string;
  readonly query?: string;
  readonly security?: readonly object[];
  readonly refusals?: Readonly<Record<number, z.ZodType>>;
}

const operation = (summary: string, answer: z.ZodType, extras: Extras = {}): object => ({
  summary,
  parameters: [
    ...(extras.isSigned === true ? signatureHeaders : []),
    ...(extras.query === undefined ? [] : [queryParameter(extras.query)]),
  ],
  ...(extras.security === undefined ? {} : { security: extras.security }),
  ...(extras.body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content: extras.body,
          ...(extras.bodyText === undefined ? {} : { description: extras.bodyText }),
        },
      }),
  responses: {
    200: { description: 'done', content: json(answer) },
    ...Object.fromEntries(
      Object.entries({ 400: refusalSchema, ...extras.refusals }).map(([status, schema]) => [
        status,
        { description: 'refused', content: json(schema) },
      ]),
    ),
  },
});

const json = (schema: z.ZodType): object => ({ 'application/json': { schema: schemaOf(schema) } });

const schemaOf = (schema: z.ZodType): object =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

const pathParameter = {
  name: 'terminalId',
  in: 'path',
  required: true,
  schema: { type: 'string' },
};

const queryParameter = (name: string): object => ({
  name,
  in: 'query',
  required: true,
  schema: { type: 'integer', minimum: 0 },
});

/** RFC 9421 and RFC 9530. */
const signatureHeaders = ['Signature', 'Signature-Input', 'Content-Digest'].map((name) => ({
  name,
  in: 'header',
  required: true,
  schema: { type: 'string' },
}));
