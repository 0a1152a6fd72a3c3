import type { InspectionView } from '#contracts/agent-views.ts';
import { otherCardTexts } from '#contracts/messages/screens-patient.ts';
import { proofTexts, readersTexts } from '#contracts/messages/screens-readers.ts';
import { type Speech, useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';
import { Facts } from './facts.tsx';

/** What the card is, what it proved, and its answer to reset taken apart. */
export function CardFacts({ inspection }: { readonly inspection: InspectionView }) {
  const speech = useSpeech();
  const { say } = speech;
  const { authentication, atr, decodedAtr, files, issuerKeyId, protocol } = inspection;
  return (
    <section className="card readers-page__card" aria-label={say(readersTexts.card)}>
      <h2>{say(readersTexts.card)}</h2>
      <Facts
        facts={[
          [readersTexts.kind, sayKind(inspection, speech)],
          [readersTexts.authentication, sayProof(authentication, speech)],
          [readersTexts.terminal, sayAdmission(inspection, speech)],
          [readersTexts.tables, sayTables(inspection, speech)],
          [readersTexts.pin, say(pinWords[inspection.pin ?? 'none'])],
          [
            readersTexts.issuerKey,
            issuerKeyId === null ? say(readersTexts.none) : <Code key="issuer">{issuerKeyId}</Code>,
          ],
          [
            readersTexts.protocol,
            protocol === null ? (
              say(readersTexts.none)
            ) : (
              <Code key="protocol">{`T=${protocol}`}</Code>
            ),
          ],
          [readersTexts.atr, <Code key="atr">{atr}</Code>],
        ]}
      />
      {files.length === 0 ? null : <FileTable files={files} />}
      {decodedAtr === null ? (
        <p className="note">{say(readersTexts.atrBroken)}</p>
      ) : (
        <AtrFacts atr={decodedAtr} />
      )}
    </section>
  );
}

/** Which record is the newest of each file, and how many there are. */
function FileTable({ files }: Pick<InspectionView, 'files'>) {
  const { say } = useSpeech();
  return (
    <table aria-label={say(readersTexts.files)}>
      <thead>
        <tr>
          <th>{say(readersTexts.file)}</th>
          <th>{say(readersTexts.newest)}</th>
          <th>{say(readersTexts.records)}</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ file, mayBeMore, records, version }) => (
          <tr key={file}>
            <td>
              <Code>{file}</Code>
            </td>
            {records === null ? (
              <td colSpan={2}>{say(readersTexts.shut)}</td>
            ) : (
              <>
                <td>
                  {version === null ? say(readersTexts.none) : <Code>{String(version)}</Code>}
                </td>
                <td>
                  <Code>{`${records}${mayBeMore ? '+' : ''}`}</Code>
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const pinWords = {
  none: readersTexts.pinNone,
  verified: readersTexts.pinWanted,
  wanted: readersTexts.pinWanted,
  blocked: readersTexts.pinBlocked,
  'not-set': readersTexts.pinNotSet,
} as const;

const sayAdmission = ({ isAdmitted }: InspectionView, { say }: Speech): string =>
  say(
    isAdmitted === null
      ? readersTexts.noCertificate
      : readersTexts[isAdmitted ? 'admitted' : 'notAdmitted'],
  );

function sayTables({ tables }: InspectionView, { say }: Speech): string {
  if (tables === null) return say(readersTexts.tablesUnread);
  const { hasMoreSupplies, unknownCeilings } = tables;
  const troubles = [
    ...(hasMoreSupplies ? [say(readersTexts.suppliesOverflow)] : []),
    ...(unknownCeilings > 0
      ? [say(readersTexts.ceilingsUnknown, { count: String(unknownCeilings) })]
      : []),
  ];
  return troubles.join(' · ') || say(readersTexts.tablesWhole);
}

function AtrFacts({ atr }: { readonly atr: NonNullable<InspectionView['decodedAtr']> }) {
  const { say } = useSpeech();
  const { check, convention, historical, historicalText, interfaceBytes, protocols } = atr;
  const bytes = interfaceBytes.map(({ name, value }) => `${name}=${value}`).join(' ');
  return (
    <Facts
      facts={[
        [
          readersTexts.protocols,
          <Code key="protocols">{protocols.map((protocol) => `T=${protocol}`).join(', ')}</Code>,
        ],
        [readersTexts.convention, say(readersTexts[convention])],
        [
          readersTexts.interfaceBytes,
          bytes === '' ? say(readersTexts.none) : <Code key="bytes">{bytes}</Code>,
        ],
        [
          readersTexts.historical,
          <Code key="historical">{`${historical} "${historicalText}"`}</Code>,
        ],
        [
          readersTexts.check,
          check === null
            ? say(readersTexts.none)
            : say(check.isRight ? readersTexts.checkRight : readersTexts.checkWrong, {
                value: check.value,
              }),
        ],
      ]}
    />
  );
}

function sayKind({ kind }: InspectionView, { say }: Speech): string {
  if (kind === 'mc-1') return 'MC-1';
  return say(kind === 'unknown' ? readersTexts.unknownKind : otherCardTexts[kind]);
}

const sayProof = (authentication: string, { say }: Speech): string =>
  Object.hasOwn(proofTexts, authentication)
    ? say(proofTexts[authentication as keyof typeof proofTexts])
    : authentication;
