import type { ClaimView } from '#contracts/claim-views.ts';
import { formatInstant, formatMoney, type ShownCurrency } from '#contracts/messages/format.ts';
import type { Text } from '#contracts/messages/language.ts';
import { paperTexts, voidReasonTexts } from '#contracts/messages/screens-paper.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { Money } from '#domain/money.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { patientPart } from '../parts/line-row.tsx';

/** Who issued the paper, and what it is. */
export function PaperHead({ title }: { readonly title: Text }) {
  const { say } = useSpeech();
  const { provider, insurer, contract } = useDesk().terminal;
  return (
    <header>
      <h1>{say(title)}</h1>
      <p>{say(paperTexts.provider, { name: say(provider.name), place: say(provider.place) })}</p>
      <p>
        {say(paperTexts.insurer)}: {say(insurer)}
      </p>
      <p className="whole">
        {say(paperTexts.contract)}: <bdi dir="ltr">{contract}</bdi>
      </p>
    </header>
  );
}

/** Names with their values. */
export function Pairs({ of }: { readonly of: readonly (readonly [Text, string])[] }) {
  const { say } = useSpeech();
  return (
    <dl className="pairs">
      {of.map(([name, value]) => (
        <div key={name.en} className="pair">
          <dt>{say(name)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Writes an amount with its currency, a claim's own where it is of one, in the paper's language. */
export function useMoney(of?: ShownCurrency): (minor: number | null) => string {
  const { language } = useSpeech();
  const { terminal } = useDesk();
  const currency = of ?? terminal.currency;
  return (minor) => (minor === null ? '–' : formatMoney(minor, currency, language));
}

/** A line's amounts as the claim's sums count them: a referred line stands outside, so nothing is owed for it yet. */
export const countedAmounts = (
  decided: DecidedLine | undefined,
): {
  readonly claimed: Money | null;
  readonly insurer: Money | null;
  readonly patient: number | null;
} =>
  decided === undefined || decided.outcome === 'referred'
    ? { claimed: null, insurer: null, patient: null }
    : {
        claimed: decided.amounts.claimed,
        insurer: decided.amounts.insurer,
        patient: patientPart(decided.amounts),
      };

/** What was taken back of the claim since it was saved, and what the patient got back. */
export function Reversals({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const money = useMoney(claim.decision.currency);
  return claim.voids.map((one) => (
    <section key={one.eventId}>
      <p>
        {say(paperTexts.takenBack, {
          time: formatInstant(one.voidedAt, language),
          reason: say(voidReasonTexts[one.reason]),
        })}
      </p>
      <Pairs of={[[paperTexts.refund, money(one.refund)]]} />
    </section>
  ));
}
