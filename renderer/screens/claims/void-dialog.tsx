import './void-dialog.css';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { ClaimView, VoidedClaim } from '#contracts/claim-views.ts';
import { type VoidReason, voidReasons } from '#contracts/events/void.ts';
import { formatMoney, formatNumber } from '#contracts/messages/format.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { voidReasonTexts } from '#contracts/messages/screens-paper.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { parseWhole } from '../../parts/typed-numbers.ts';
import { useRefund } from './use-refund.ts';

interface DialogProps {
  readonly claim: ClaimView;
  readonly close: () => void;
}

/** Takes a claim back: how much of each line and why; then what the patient gets back. */
export function VoidDialog(props: DialogProps) {
  const { say } = useSpeech();
  const [done, setDone] = useState<VoidedClaim | null>(null);
  return (
    <Modal
      opened
      onClose={props.close}
      title={say(claimsTexts.takeBackTitle, { receipt: props.claim.receiptNumber })}
      closeButtonProps={{ 'aria-label': say(frameTexts.close) }}
      size="lg"
    >
      {done === null ? (
        <VoidForm {...props} setDone={setDone} />
      ) : (
        <Done done={done} close={props.close} />
      )}
    </Modal>
  );
}

function VoidForm({
  claim,
  close,
  setDone,
}: DialogProps & { readonly setDone: (done: VoidedClaim) => void }) {
  const { say, language } = useSpeech();
  const { client, terminal } = useDesk();
  const { currency } = terminal;
  const { act } = useActing();
  const [reason, setReason] = useState<VoidReason>('returned');
  const open = claim.left.filter(({ quantity }) => quantity > 0);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const textOf = (lineId: string) => typed[lineId] ?? formatNumber(0, language);
  const wanted = open.map(({ lineId, quantity }) => ({
    lineId,
    quantity: parseWhole(textOf(lineId), 0, quantity),
  }));
  const lines = wanted.flatMap(({ lineId, quantity }) =>
    quantity === null || quantity === 0 ? [] : [{ lineId, quantity }],
  );
  const refund = useRefund(claim.claimId, lines);
  const isReady = refund !== null && wanted.every(({ quantity }) => quantity !== null);
  const takeAll = () =>
    setTyped(Object.fromEntries(open.map(({ lineId, quantity }) => [lineId, String(quantity)])));
  const save = async () => {
    if (!isReady) return;
    const { claimId } = claim;
    const answer = await act(() => client.claims.void({ claimId, lines, reason }));
    if (answer === null) close();
    else setDone(answer.value);
  };
  useShortcuts('overlay', { F8: takeAll, F9: () => void save(), Escape: close });
  return (
    <div className="void">
      <p>{say(claimsTexts.takeBackHint)}</p>
      {open.map(({ lineId, quantity }, at) => {
        const item = claim.lines.find(({ line }) => line.lineId === lineId)?.item;
        return (
          <label key={lineId} className="void__line">
            <span>{item === undefined ? lineId : say(item.name)}</span>
            <input
              className="search__field"
              inputMode="numeric"
              data-autofocus={at === 0 ? true : undefined}
              aria-invalid={parseWhole(textOf(lineId), 0, quantity) === null}
              value={textOf(lineId)}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setTyped((before) => ({ ...before, [lineId]: value }));
              }}
            />
            <span>{say(claimsTexts.ofLeft, { left: formatNumber(quantity, language) })}</span>
          </label>
        );
      })}
      <label className="void__line">
        <span>{say(claimsTexts.reason)}</span>
        <select
          className="search__field"
          value={reason}
          onChange={(event) => {
            const chosen = voidReasons.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) setReason(chosen);
          }}
        >
          {voidReasons.map((one) => (
            <option key={one} value={one}>
              {say(voidReasonTexts[one])}
            </option>
          ))}
        </select>
      </label>
      <p className="void__refund" aria-live="polite">
        {lines.length === 0
          ? say(claimsTexts.nothingYet)
          : say(claimsTexts.willGiveBack, {
              amount: refund === null ? '…' : formatMoney(refund, currency, language),
            })}
      </p>
      <div className="void__do">
        <button className="btn btn--lg" type="button" aria-keyshortcuts="F8" onClick={takeAll}>
          <span>{say(claimsTexts.takeAll)}</span> <KeyHint keys="F8" />
        </button>
        <button
          className="btn btn--lg btn--danger"
          type="button"
          aria-keyshortcuts="F9"
          disabled={!isReady}
          onClick={() => void save()}
        >
          <span>{say(claimsTexts.takeBack)}</span> <KeyHint keys="F9" />
        </button>
      </div>
    </div>
  );
}

function Done({ done, close }: { readonly done: VoidedClaim; readonly close: () => void }) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  useShortcuts('overlay', { F9: close, Escape: close });
  return (
    <div className="void" role="status">
      <h2>{say(claimsTexts.takenBack)}</h2>
      <p>
        {say(claimsTexts.giveBack)} <b>{formatMoney(done.refund, currency, language)}</b>
      </p>
      <button className="btn btn--lg btn--primary" type="button" onClick={close}>
        <span>{say(claimsTexts.doneReading)}</span> <KeyHint keys="F9" />
      </button>
    </div>
  );
}
