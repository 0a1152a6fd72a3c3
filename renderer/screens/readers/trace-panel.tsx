import type { InspectionView } from '#contracts/agent-views.ts';
import { readersCounts, readersTexts } from '#contracts/messages/screens-readers.ts';
import { useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';

/** What the trace writes in place of bytes that are nobody's business. */
const masked = /\[(\d+) bytes\]/g;

/** The exchange as it went over the wire; whatever the card answered, by its length alone. */
export function TracePanel({ trace }: Pick<InspectionView, 'trace'>) {
  const { say, count } = useSpeech();
  const tell = (text: string) =>
    text.replace(masked, (_, size) => `[${count(Number(size), readersCounts.bytes)}]`);
  return (
    <section className="card readers-page__trace" aria-label={say(readersTexts.trace)}>
      <h2>{say(readersTexts.trace)}</h2>
      <table>
        <thead>
          <tr>
            <th>{say(readersTexts.command)}</th>
            <th>{say(readersTexts.answer)}</th>
            <th>{say(readersTexts.statusWord)}</th>
          </tr>
        </thead>
        <tbody>
          {trace.map((exchange, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a trace that was taken never changes
            <tr key={place}>
              <td>
                <Code>{tell(exchange.command)}</Code>
              </td>
              <td>
                <Code>{tell(exchange.answer)}</Code>
              </td>
              <td>
                <Code>{exchange.statusWord ?? ''}</Code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
