import { formatAmount } from '#contracts/messages/format.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { placeNames, sideNames, visitTexts } from '#contracts/messages/screens-visit.ts';
import type { PlacePart } from '#domain/adjudication/places.ts';
import type { ServicePlace } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { HandOver } from './hand-over.tsx';
import type { LineRowProps } from './line-row.tsx';
import { TypedField } from './typed-field.tsx';
import { latinDigits, parseAmount, parseWhole } from './typed-numbers.ts';

interface DetailsProps extends LineRowProps {
  readonly leave: () => void;
}

/** What tells a line apart from another of its kind, and its own diagnoses; only what its terms ask for. */
export function LineDetails(props: DetailsProps) {
  const { view, change, leave } = props;
  const { say } = useSpeech();
  const { distinction, line } = view;
  const [firstPart] = distinction.parts;
  return (
    <>
      {distinction.parts.map((part) => (
        <PlaceField key={part} {...props} part={part} isFirst={part === firstPart} />
      ))}
      {distinction.modifiers.length === 0 ? null : (
        <TypedField
          isText
          step={firstPart === undefined ? 'enter-place' : undefined}
          label={say(visitTexts.modifier)}
          value={line.modifier ?? ''}
          placeholder={distinction.modifiers.join(' ')}
          leave={leave}
          keep={(text) => {
            const typed = latinDigits(text.trim());
            if (typed !== '' && !distinction.modifiers.includes(typed)) return false;
            change({ modifier: typed === '' ? null : typed });
            return true;
          }}
        />
      )}
      {asksForApproval(props) || line.approvalId !== undefined ? (
        <TypedField
          isText
          step="request-approval"
          label={say(visitTexts.approvalNumber)}
          value={line.approvalId ?? ''}
          leave={leave}
          keep={(text) => {
            const typed = latinDigits(text.trim()).slice(0, 60);
            change({ approvalId: typed === '' ? null : typed });
            return true;
          }}
        />
      ) : null}
      <OtherPayment {...props} />
      <HandOver {...props} />
      {props.mayChooseDiagnoses || line.diagnoses !== undefined ? (
        <TypedField
          isText
          label={say(visitTexts.ownDiagnoses)}
          value={line.diagnoses?.join(' ') ?? ''}
          placeholder={say(linesTexts.asVisit)}
          leave={leave}
          keep={(text) => {
            const codes = latinDigits(text)
              .toUpperCase()
              .split(/[\s,،]+/)
              .filter(Boolean);
            change({ diagnoses: codes.length === 0 ? null : codes });
            return true;
          }}
        />
      ) : null}
    </>
  );
}

/** What others paid of the line, where somebody else pays first. */
function OtherPayment({ view, decided, change, leave }: DetailsProps) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const { paidByOther } = view.line;
  const isAsked = decided?.findings.some(({ nearest }) => nearest?.kind === 'enter-other-payment');
  if (isAsked !== true && paidByOther === undefined) return null;
  return (
    <TypedField
      step="enter-other-payment"
      label={say(visitTexts.paidByOther)}
      value={paidByOther === undefined ? '' : formatAmount(paidByOther, currency, language)}
      leave={leave}
      keep={(text) => {
        const typed = text.trim() === '' ? null : parseAmount(text, currency.exponent);
        if (typed === null && text.trim() !== '') return false;
        change({ paidByOther: typed === null ? null : money(typed) });
        return true;
      }}
    />
  );
}

const asksForApproval = ({ decided }: DetailsProps): boolean =>
  decided?.findings.some(
    ({ outcome, mode, nearest }) =>
      outcome === 'referred' && mode === 'enforce' && nearest?.kind === 'request-approval',
  ) === true;

/** One part of where the service was done; an empty field takes it back. */
function PlaceField(props: DetailsProps & { readonly part: PlacePart; readonly isFirst: boolean }) {
  const { view, part, change } = props;
  const { say } = useSpeech();
  const { [part]: said, ...rest } = view.line.place ?? {};
  if (part === 'side') return <SideField {...props} />;
  return (
    <TypedField
      isText
      step={props.isFirst ? 'enter-place' : undefined}
      label={say(placeNames[part])}
      value={said === undefined ? '' : String(said)}
      leave={props.leave}
      keep={(text) => {
        const typed = readPart(part, text);
        if (typed === null) return false;
        change({ place: { ...rest, ...typed } });
        return true;
      }}
    />
  );
}

function SideField({ view, change, isFirst }: DetailsProps & { readonly isFirst: boolean }) {
  const { say } = useSpeech();
  const { side, ...rest } = view.line.place ?? {};
  return (
    <label className="edit__field">
      <span>{say(placeNames.side)}</span>
      <select
        className="field field--text"
        data-step={isFirst ? 'enter-place' : undefined}
        value={side ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ place: isSide(value) ? { ...rest, side: value } : rest })
        }
      >
        <option value="">{say(visitTexts.notSaid)}</option>
        {sides.map((one) => (
          <option key={one} value={one}>
            {say(sideNames[one])}
          </option>
        ))}
      </select>
    </label>
  );
}

const sides = ['left', 'right', 'both'] as const;
const isSide = (text: string): text is (typeof sides)[number] =>
  (sides as readonly string[]).includes(text);

/** FDI two-digit notation: quadrant, then place; milk teeth are 5 to 8. */
const toothPattern = /^[1-8][1-8]$/;

/** What was typed for a part; nothing where it is empty, null where it cannot be that. */
function readPart(part: Exclude<PlacePart, 'side'>, text: string): ServicePlace | null {
  const typed = latinDigits(text.trim());
  if (typed === '') return {};
  if (part === 'session') {
    const session = parseWhole(typed, 1, 99);
    return session === null ? null : { session };
  }
  if (part === 'tooth') return toothPattern.test(typed) ? { tooth: typed } : null;
  return part === 'site' ? { site: typed } : { surface: typed.toUpperCase().slice(0, 5) };
}
