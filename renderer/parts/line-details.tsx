import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { placeNames, sideNames, visitTexts } from '#contracts/messages/screens-visit.ts';
import type { PlacePart } from '#domain/adjudication/places.ts';
import type { ServicePlace } from '#domain/claims.ts';
import { useSpeech } from '../app/language.tsx';
import { ChoiceField } from './choice-field.tsx';
import { HandOver } from './hand-over.tsx';
import type { LineRowProps } from './line-row.tsx';
import { Statements } from './line-statements.tsx';
import { TypedField } from './typed-field.tsx';
import { latinDigits, parseWhole } from './typed-numbers.ts';

export interface DetailsProps extends LineRowProps {
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
      <Statements {...props} />
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
    <ChoiceField
      className="edit__field"
      label={say(placeNames.side)}
      control="field field--text"
      step={isFirst ? 'enter-place' : undefined}
      value={side ?? null}
      words={sides}
      nothing={say(visitTexts.notSaid)}
      say={(one) => say(sideNames[one])}
      take={(one) => change({ place: one === null ? rest : { ...rest, side: one } })}
    />
  );
}

const sides = ['left', 'right', 'both'] as const;
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
