import './diagnoses.css';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';
import { Icon } from '../../parts/icon.tsx';
import { SearchBox } from '../../parts/search-box.tsx';

/** The visit's ICD-10 codes, the principal one first. */
export function Diagnoses({
  visit,
  mayEdit,
}: {
  readonly visit: VisitView;
  readonly mayEdit: boolean;
}) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const codes = visit.diagnoses.map(({ code }) => code);
  const set = (next: string[]) => void act(() => client.visit.setDiagnoses({ codes: next }));
  return (
    <div className="rx">
      <p className="rx__head">{say(linesTexts.diagnoses)}</p>
      <ul className="rx__codes">
        {visit.diagnoses.length === 0 ? (
          <li className="note">{say(linesTexts.noDiagnoses)}</li>
        ) : null}
        {visit.diagnoses.map(({ code, name }) => (
          <li key={code} className="rx__code">
            <Code>{code}</Code> <span>{say(name)}</span>
            {mayEdit ? (
              <button
                type="button"
                aria-label={say(linesTexts.removeDiagnosis, { code })}
                onClick={() => set(codes.filter((one) => one !== code))}
              >
                <Icon name="close" size="sm" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit && codes.length < 12 ? (
        <SearchBox
          step="enter-diagnosis"
          label={say(linesTexts.addDiagnosis)}
          find={async (query) =>
            (await act(() => client.catalogue.findDiagnoses({ query, limit: 8 })))?.value ?? []
          }
          keyOf={({ code }) => code}
          show={({ code, name }) => (
            <>
              <Code>{code}</Code> {say(name)}
            </>
          )}
          take={({ code }) => set([...codes.filter((one) => one !== code), code])}
        />
      ) : null}
    </div>
  );
}
