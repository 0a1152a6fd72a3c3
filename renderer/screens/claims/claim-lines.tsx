import './claim-lines.css';
import type { ClaimView } from '#contracts/claim-views.ts';
import { formatAmount, formatNumber } from '#contracts/messages/format.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { DecidedLine, LineOutcome } from '#domain/adjudication/decision.ts';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Mark } from '../../parts/mark.tsx';
import { Sure } from '../../parts/sure.tsx';
import { type CentreLine, readCentreLines } from './centre-lines.ts';

/** Each line as decided here and at the centre, with what was claimed and what is allowed. */
export function ClaimLines({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const { currency } = claim.decision;
  const centre = readCentreLines(claim.verdict?.decision);
  const amount = (value: number | null) => (
    <td className="amount">
      {value === null ? (
        '–'
      ) : (
        <data className="num" value={value}>
          {formatAmount(value, currency, language)}
        </data>
      )}
    </td>
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(claimsTexts.line)}</th>
          <th scope="col">{say(claimsTexts.hereCentre)}</th>
          <th scope="col" className="amount">
            {say(claimsTexts.claimed)}
          </th>
          <th scope="col" className="amount">
            {say(claimsTexts.allowed)}
          </th>
        </tr>
      </thead>
      <tbody>
        {claim.decision.lines.map((here) => {
          const item = claim.lines.find(({ line }) => line.lineId === here.lineId)?.item;
          const there = centre.get(here.lineId);
          return (
            <tr key={here.lineId}>
              <td>
                {item === undefined ? here.lineId : say(item.name)}
                <TakenBack claim={claim} lineId={here.lineId} />
              </td>
              <td>
                <span className="pair">
                  <Outcome outcome={here.outcome} />
                  {there === undefined ? null : <Icon name="next" size="sm" flips />}
                  {there === undefined ? null : <Outcome outcome={there.outcome} />}
                  {here.guaranteed ? <Sure isShieldOnly /> : null}
                </span>
              </td>
              {amount(here.amounts.claimed)}
              {amount(allowedOf(here, there))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How much of a line was taken back; nothing where all of it stands. */
function TakenBack({ claim, lineId }: { readonly claim: ClaimView; readonly lineId: string }) {
  const { say, language } = useSpeech();
  const quantity = claim.lines.find(({ line }) => line.lineId === lineId)?.line.quantity;
  const left = claim.left.find((one) => one.lineId === lineId)?.quantity;
  if (quantity === undefined || left === undefined || left === quantity) return null;
  const taken = formatNumber(quantity - left, language);
  return (
    <span className="taken v-declined">
      {say(claimsTexts.takenOf, { taken, quantity: formatNumber(quantity, language) })}
    </span>
  );
}

/** What is payable of the line, as far as anybody has decided; unknown is never zero. */
function allowedOf(here: DecidedLine, there: CentreLine | undefined): number | null {
  if ((there?.outcome ?? here.outcome) === 'referred') return null;
  return there?.allowed ?? here.amounts.insurer + here.amounts.memberShare;
}

function Outcome({ outcome }: { readonly outcome: LineOutcome }) {
  const { say } = useSpeech();
  const name = say(decisionTexts[outcome]);
  return (
    <span className={`v-${outcome}`} role="img" aria-label={name} title={name}>
      <Mark outcome={outcome} />
    </span>
  );
}
