import './search-box.css';
import { Combobox, useCombobox } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import type { NextStep } from '#domain/adjudication/decision.ts';
import { useSpeech } from '../app/language.tsx';
import { KeyHint } from './key-hint.tsx';

/** Long enough for the next keystroke, too short to be noticed. */
const settleMilliseconds = 90;

/**
 * A field that finds things as one types; arrows choose, Enter takes, Escape empties. What was found for an
 * earlier text is never taken by Enter: pressed before the answer, it waits, and takes what leaves no choice.
 */
export function SearchBox<Found>(props: {
  readonly id?: string;
  /** What a person who is led here has to enter. */
  readonly step?: NextStep;
  readonly label: string;
  readonly keys?: string;
  readonly opensUpward?: boolean;
  readonly find: (query: string) => Promise<readonly Found[]>;
  readonly keyOf: (found: Found) => string;
  readonly show: (found: Found) => ReactNode;
  readonly take: (found: Found) => void;
}) {
  const { say } = useSpeech();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [query, setQuery] = useState('');
  const answer = useAnswer(query, props.find);
  const found = answer?.found ?? null;
  const isAnswered = answer !== null && answer.query === query.trim();
  /** Enter was pressed before the answer to this text. */
  const hurried = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is new at every render; only answers matter
  useEffect(() => {
    const [first] = answer?.found ?? [];
    if (answer === null || first === undefined) return;
    box.selectFirstOption();
    const isHurried = hurried.current === answer.query;
    hurried.current = null;
    const key = props.keyOf(first);
    if (isHurried && (answer.found.length === 1 || key === answer.query)) take(key);
  }, [answer]);

  const clear = () => {
    hurried.current = null;
    setQuery('');
    box.closeDropdown();
  };
  const take = (key: string) => {
    const taken = found?.find((one) => props.keyOf(one) === key);
    clear();
    if (taken !== undefined) props.take(taken);
  };
  return (
    <Combobox
      store={box}
      onOptionSubmit={take}
      position={props.opensUpward ? 'top-start' : 'bottom-start'}
      shadow="md"
    >
      <Combobox.DropdownTarget>
        <div className="search">
          <Combobox.EventsTarget>
            <input
              id={props.id}
              data-step={props.step}
              className="search__field"
              type="text"
              role="combobox"
              aria-expanded={box.dropdownOpened}
              aria-label={props.label}
              placeholder={props.label}
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={(event) => {
                setQuery(event.currentTarget.value);
                box.openDropdown();
              }}
              onBlur={() => {
                hurried.current = null;
                box.closeDropdown();
              }}
              onKeyDownCapture={(event) => {
                if (event.key !== 'Enter' || isAnswered || query.trim() === '') return;
                // Kept from the list, which would take what it still shows of the text before.
                event.stopPropagation();
                event.preventDefault();
                hurried.current = query.trim();
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                if (query === '') event.currentTarget.blur();
                clear();
              }}
            />
          </Combobox.EventsTarget>
          {props.keys === undefined ? null : <KeyHint keys={props.keys} />}
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={found === null}>
        <Combobox.Options
          aria-label={props.label}
          aria-busy={!isAnswered}
          className="search__found"
        >
          {found?.map((one) => (
            <Combobox.Option key={props.keyOf(one)} value={props.keyOf(one)}>
              {props.show(one)}
            </Combobox.Option>
          ))}
          {found?.length === 0 ? (
            <Combobox.Empty>{say(linesTexts.nothingFound, { query })}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** What was found, and for which text. */
interface Answer<Found> {
  readonly query: string;
  readonly found: readonly Found[];
}

/** The latest answer, once typing rests: until the next it is of an earlier text. Null while there is none. */
function useAnswer<Found>(query: string, find: (query: string) => Promise<readonly Found[]>) {
  const [answer, setAnswer] = useState<Answer<Found> | null>(null);
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    const wanted = query.trim();
    if (wanted === '') {
      setAnswer(null);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      void latest.current(wanted).then((found) => {
        if (isCurrent) setAnswer({ query: wanted, found });
      });
    }, settleMilliseconds);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [query]);
  return answer;
}
