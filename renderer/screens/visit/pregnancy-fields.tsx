import { formatDate } from '#contracts/messages/format.ts';
import {
  deliveryNames,
  pregnancyNames,
  pregnantWeeks,
  visitTexts,
} from '#contracts/messages/screens-visit.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Delivery, Pregnancy } from '#domain/circumstances.ts';
import { completedWeeks, expectedBirth } from '#domain/pregnancy.ts';
import { type Speech, useSpeech } from '../../app/language.tsx';
import { Choice, DayField } from './dialog-fields.tsx';
import type { Describe } from './encounter-dialog.tsx';

/** Whether there is a pregnancy (asked of no man), when its last period began, and how the child was born. */
export function PregnancyFields(props: { readonly visit: VisitView; readonly describe: Describe }) {
  const { visit, describe } = props;
  const { say, language } = useSpeech();
  const { pregnancy } = visit.circumstances;
  if (visit.person.sex === 'male' && pregnancy === undefined) return null;
  const said = pregnancy === undefined ? null : pregnancy === null ? 'none' : 'pregnant';
  return (
    <fieldset className="about__group">
      <legend>{say(visitTexts.pregnancy)}</legend>
      <Choice
        field="pregnancy"
        label={say(visitTexts.pregnancy)}
        value={said}
        options={pregnancyNames}
        take={(word) => describe({ pregnancy: wishOf(word) })}
      />
      {pregnancy == null ? null : (
        <Details visit={visit} pregnancy={pregnancy} describe={describe} />
      )}
      {pregnancy?.lastPeriod == null ? null : (
        <p className="note">
          {say(visitTexts.expected, {
            date: formatDate(expectedBirth(pregnancy.lastPeriod), language),
          })}
        </p>
      )}
    </fieldset>
  );
}

function Details(props: {
  readonly visit: VisitView;
  readonly pregnancy: Pregnancy;
  readonly describe: Describe;
}) {
  const { visit, pregnancy, describe } = props;
  const { say } = useSpeech();
  const { lastPeriod, delivery } = pregnancy;
  return (
    <>
      <DayField
        label={say(visitTexts.lastPeriod)}
        value={lastPeriod}
        beside={visit.serviceDate}
        latest={visit.serviceDate}
        take={(day) => describe({ pregnancy: { ...pregnancy, lastPeriod: day } })}
      />
      <Choice<Delivery>
        label={say(visitTexts.delivery)}
        value={delivery ?? null}
        options={deliveryNames}
        take={(kind) =>
          describe({ pregnancy: { lastPeriod, ...(kind === null ? {} : { delivery: kind }) } })
        }
      />
    </>
  );
}

const wishOf = (word: 'none' | 'pregnant' | null) =>
  word === null ? 'unsaid' : word === 'none' ? null : { lastPeriod: null };

/** A pregnancy in a few words, as of the service. */
export function sayPregnancy(
  pregnancy: Pregnancy | null,
  { say, count }: Speech,
  on: VisitView['serviceDate'],
): string {
  if (pregnancy === null) return say(pregnancyNames.none);
  const { lastPeriod, delivery } = pregnancy;
  if (delivery !== undefined) return say(deliveryNames[delivery]);
  if (lastPeriod === null) return say(visitTexts.pregnantUndated);
  return count(completedWeeks(lastPeriod, on), pregnantWeeks);
}
