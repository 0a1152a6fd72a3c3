import type { DayView } from '#contracts/claim-views.ts';
import { formatDate, formatInstant, formatNumber } from '#contracts/messages/format.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { useSpeech } from '../app/language.tsx';
import { Pairs, PaperHead, useMoney } from './paper-parts.tsx';

/** A service day in figures: claims by state, what the insurer owes, how much of that is sure. A4. */
export function DaySummary({ day }: { readonly day: DayView }) {
  const { say, language } = useSpeech();
  const money = useMoney();
  const sum = (name: 'claims' | 'insurer' | 'guaranteed') =>
    day.counts.reduce((total, count) => total + count[name], 0);
  return (
    <>
      <PaperHead title={paperTexts.day} />
      <Pairs of={[[paperTexts.date, formatDate(day.day, language)]]} />
      <p>
        {day.closedAt === null
          ? say(paperTexts.stillOpen)
          : say(paperTexts.closedAt, { time: formatInstant(day.closedAt, language) })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(paperTexts.state)}</th>
            {[paperTexts.claims, paperTexts.insurerPays, paperTexts.sure].map((text) => (
              <th key={text.en} scope="col" className="amount">
                {say(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {day.counts.map(({ state, claims, insurer, guaranteed }) => (
            <tr key={state}>
              <td>{say(claimsTexts[state])}</td>
              <td className="amount">{formatNumber(claims, language)}</td>
              <td className="amount">{money(insurer)}</td>
              <td className="amount">{money(guaranteed)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{say(paperTexts.total)}</td>
            <td className="amount">{formatNumber(sum('claims'), language)}</td>
            <td className="amount">{money(sum('insurer'))}</td>
            <td className="amount">{money(sum('guaranteed'))}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}
