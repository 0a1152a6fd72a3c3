import { formatDate } from '#contracts/messages/format.ts';
import { ceilingTexts } from '#contracts/messages/screens-ceilings.ts';
import type { CeilingView } from '#contracts/visit-views.ts';
import { measured } from '#domain/adjudication/shown.ts';
import { useSpeech } from '../app/language.tsx';
import { Mark } from './mark.tsx';
import { SourceMark } from './source-mark.tsx';
import { useWording } from './wording.ts';

/** What is left of a ceiling, boldly; the triangle from 80 % on, the octagon once nothing is left. */
export function CeilingBar({ ceiling }: { readonly ceiling: CeilingView }) {
  const { say, language } = useSpeech();
  const { value } = useWording();
  const terms = useTerms(ceiling);
  const { limit, name, used } = ceiling;
  const percent = used.known ? percentOf(used.value, limit) : null;
  // What the member has borne is no ceiling that runs out: it warns of nothing.
  const outcome = percent === null || isBorne(ceiling) ? null : outcomeOf(percent);
  return (
    <li className={`bar ${outcome === null ? '' : modifiers[outcome]}`}>
      <div className="bar__row">
        <span className={`bar__name ${outcome === null ? '' : `v-${outcome}`}`}>
          {outcome === null || outcome === 'approved' ? null : <Mark outcome={outcome} />}
          <span>{say(name)}</span>
        </span>
        <span className="bar__left">
          <Left ceiling={ceiling} />
        </span>
      </div>
      <div
        className="bar__track"
        aria-hidden="true"
        style={{ '--p': `${percent ?? 0}%` } as object}
      >
        <i />
      </div>
      <div className="bar__foot">
        <Used ceiling={ceiling} />
        {percent === null ? null : <b>{value({ kind: 'percent', value: percent })}</b>}
      </div>
      <div className="bar__foot">
        <span>{terms.join(language === 'ar' ? '، ' : ', ')}</span>
        <SourceMark source={used.source} asOf={used.known ? used.asOf : null} />
      </div>
    </li>
  );
}

const isBorne = ({ basis }: CeilingView): boolean =>
  basis === 'deductible' || basis === 'out-of-pocket';

function Left({ ceiling }: { readonly ceiling: CeilingView }) {
  const { say } = useSpeech();
  const amount = useAmount(ceiling);
  const { limit, used } = ceiling;
  if (!used.known) return say(ceilingTexts.leftUnknown);
  if (limit <= used.value) return say(isBorne(ceiling) ? ceilingTexts.met : ceilingTexts.usedUp);
  return say(ceilingTexts.left, { amount: amount(limit - used.value) });
}

function Used({ ceiling }: { readonly ceiling: CeilingView }) {
  const { say } = useSpeech();
  const amount = useAmount(ceiling);
  const { limit, own, used } = ceiling;
  if (used.known) {
    return (
      <span>{say(ceilingTexts.used, { used: amount(used.value), limit: amount(limit) })}</span>
    );
  }
  return (
    <>
      <span>{say(ceilingTexts.limit, { limit: amount(limit) })}</span>
      {own.known && own.value > 0 ? (
        <span>{say(ceilingTexts.usedHere, { used: amount(own.value) })}</span>
      ) : null}
    </>
  );
}

/** Of whom it is, and of which days. */
function useTerms({ of, sincePlan, until }: CeilingView): readonly string[] {
  const { say, language } = useSpeech();
  return [
    ...(of === 'family' ? [say(ceilingTexts.ofFamily)] : []),
    ...(sincePlan === null
      ? []
      : [say(ceilingTexts.sincePlan, { date: formatDate(sincePlan, language) })]),
    ...(until === null ? [] : [say(ceilingTexts.until, { date: formatDate(until, language) })]),
  ];
}

/** Writes an amount or a count of the ceiling. */
function useAmount({ basis }: CeilingView) {
  const { value } = useWording();
  return (measure: number) => value(measured(basis, measure));
}

/** Whole percent, rounded down, so that 80 and 100 are said only once they are reached. */
const percentOf = (used: number, limit: number): number =>
  limit <= used ? 100 : Math.floor((100 * used) / limit);

const outcomeOf = (percent: number) =>
  percent >= 100 ? 'declined' : percent >= 80 ? 'reduced' : 'approved';

const modifiers = { approved: '', reduced: 'bar--near', declined: 'bar--full' } as const;
