import { implement, ORPCError } from '@orpc/server';
import { agentContract } from '#contracts/agent-api.ts';
import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { answerHolder } from './answer-holder.ts';
import { askCentre } from './ask-centre.ts';
import { findDiagnoses, findItems } from './catalogue.ts';
import { addLine, changeLine, removeLine, setDiagnoses } from './change-visit.ts';
import { closeDay, showDay } from './close-day.ts';
import { closeVisit, openVisitAgain } from './close-visit.ts';
import type { Demonstration } from './demo.ts';

import { describeEncounter } from './describe-encounter.ts';
import { fillPrescription } from './fill-prescription.ts';
import { findInstead, findKeptApart, giveInstead } from './give-instead.ts';
import { changeHolderPin, enterHolderPin } from './holder-pin.ts';
import { inspectReader } from './inspect-reader.ts';
import { renewCard, unblockHolderPin } from './issuer-at-card.ts';
import { dropPaper, enterPaper } from './paper-prescriptions.ts';
import { showPhoto } from './photo-of-card.ts';
import { prescribe, removeOrdered } from './prescribe.ts';
import { recordConsent } from './record-consent.ts';
import { recordSignature } from './record-signature.ts';
import { saveClaim } from './save-claim.ts';
import { sendForApproval } from './send-for-approval.ts';
import { openWithoutCard, serveChild, serveNewborn } from './serve-without-own-card.ts';
import { showClaim, showClaims, tallyClaims } from './show-claims.ts';
import { noticeAnswers, showRequests } from './show-requests.ts';
import { showTerminal } from './show-terminal.ts';
import { showUsers, signIn, signOut } from './sign-in.ts';
import type { Terminal } from './terminal.ts';
import { quoteVoid, voidClaim } from './void-claim.ts';
import { writeMed } from './write-med.ts';

export type AgentRouter = ReturnType<typeof createRouter>;

const on = implement(agentContract);

/** The agent's contract answered by the use cases; every door serves this one router. */
export function createRouter(terminal: Terminal, demonstration: Demonstration | null) {
  return on.router({
    terminal: { describe: on.terminal.describe.handler(() => showTerminal(terminal)) },
    session: {
      listUsers: on.session.listUsers.handler(() => showUsers(terminal)),
      signIn: on.session.signIn.handler(async ({ input }) => answer(await signIn(terminal, input))),
      signOut: on.session.signOut.handler(() => {
        signOut(terminal);
        return null;
      }),
    },
    desk: { watch: on.desk.watch.handler(({ signal }) => terminal.desk.watch(signal)) },
    visit: {
      answerHolder: on.visit.answerHolder.handler(({ input }) =>
        answer(answerHolder(terminal, input.answer)),
      ),
      openWithoutCard: on.visit.openWithoutCard.handler(({ input }) =>
        answer(openWithoutCard(terminal, input.memberNumber, input.why)),
      ),
      serveChild: on.visit.serveChild.handler(({ input }) =>
        answer(serveChild(terminal, input.memberNumber)),
      ),
      serveNewborn: on.visit.serveNewborn.handler(({ input }) =>
        answer(serveNewborn(terminal, input)),
      ),
      setDiagnoses: on.visit.setDiagnoses.handler(({ input }) =>
        answer(setDiagnoses(terminal, input.codes)),
      ),
      addLine: on.visit.addLine.handler(({ input: { itemCode, ...wish } }) =>
        answer(addLine(terminal, itemCode, wish)),
      ),
      changeLine: on.visit.changeLine.handler(({ input: { lineId, ...wish } }) =>
        answer(changeLine(terminal, lineId, wish)),
      ),
      describeEncounter: on.visit.describeEncounter.handler(({ input }) =>
        answer(describeEncounter(terminal, input)),
      ),
      recordConsent: on.visit.recordConsent.handler(({ input: { lineId, isSigned } }) =>
        answer(recordConsent(terminal, lineId, isSigned)),
      ),
      recordSignature: on.visit.recordSignature.handler(({ input }) =>
        answer(recordSignature(terminal, input.isSigned)),
      ),
      sendForApproval: on.visit.sendForApproval.handler(({ input }) =>
        answer(sendForApproval(terminal, input.lineId)),
      ),
      findInstead: on.visit.findInstead.handler(({ input }) =>
        answer(findInstead(terminal, input.lineId)),
      ),
      findNotExchangeable: on.visit.findNotExchangeable.handler(({ input }) =>
        answer(findKeptApart(terminal, input.lineId)),
      ),
      giveInstead: on.visit.giveInstead.handler(({ input }) =>
        answer(giveInstead(terminal, input.lineId, input.itemCode)),
      ),
      removeLine: on.visit.removeLine.handler(({ input }) =>
        answer(removeLine(terminal, input.lineId)),
      ),
      enterPaper: on.visit.enterPaper.handler(({ input }) => answer(enterPaper(terminal, input))),
      dropPaper: on.visit.dropPaper.handler(({ input }) =>
        answer(dropPaper(terminal, input.prescriptionId)),
      ),
      prescribe: on.visit.prescribe.handler(({ input }) => answer(prescribe(terminal, input))),
      removeOrdered: on.visit.removeOrdered.handler(({ input }) =>
        answer(removeOrdered(terminal, input.lineId)),
      ),
      fillPrescription: on.visit.fillPrescription.handler(({ input }) =>
        answer(fillPrescription(terminal, input)),
      ),
      acknowledgeAlert: on.visit.acknowledgeAlert.handler(({ input }) =>
        answer(acknowledgeAlert(terminal, input)),
      ),
      save: on.visit.save.handler(() => answer(saveClaim(terminal))),
      openAgain: on.visit.openAgain.handler(() => answer(openVisitAgain(terminal))),
      close: on.visit.close.handler(() => answer(closeVisit(terminal))),
    },
    card: {
      enterPin: on.card.enterPin.handler(async ({ input }) =>
        answer(await enterHolderPin(terminal, input.pin)),
      ),
      photo: on.card.photo.handler(({ input }) => answer(showPhoto(terminal, input.hash))),
      changePin: on.card.changePin.handler(async ({ input }) =>
        answer(await changeHolderPin(terminal, input.old, input.next)),
      ),
      unblockPin: on.card.unblockPin.handler(async ({ input }) =>
        answer(await unblockHolderPin(terminal, input.next)),
      ),
      writeMed: on.card.writeMed.handler(async ({ input }) =>
        answer(await writeMed(terminal, input)),
      ),
      renew: on.card.renew.handler(async () => answer(await renewCard(terminal))),
    },
    catalogue: {
      findItems: on.catalogue.findItems.handler(({ input }) => answer(findItems(terminal, input))),
      findDiagnoses: on.catalogue.findDiagnoses.handler(({ input }) =>
        answer(findDiagnoses(terminal, input)),
      ),
    },
    claims: {
      list: on.claims.list.handler(({ input }) => answer(showClaims(terminal, input))),
      count: on.claims.count.handler(({ input }) => answer(tallyClaims(terminal, input.day))),
      void: on.claims.void.handler(({ input }) => answer(voidClaim(terminal, input))),
      quoteVoid: on.claims.quoteVoid.handler(({ input }) => answer(quoteVoid(terminal, input))),
      find: on.claims.find.handler(({ input }) => answer(showClaim(terminal, input.claimId))),
    },
    requests: {
      list: on.requests.list.handler(() => answer(showRequests(terminal))),
      notice: on.requests.notice.handler(() => answer(noticeAnswers(terminal))),
    },
    day: {
      show: on.day.show.handler(({ input }) => answer(showDay(terminal, input.day))),
      close: on.day.close.handler(({ input }) => answer(closeDay(terminal, input.day))),
    },
    readers: {
      inspect: on.readers.inspect.handler(async () => answer(await inspectReader(terminal))),
    },
    sync: {
      wake: on.sync.wake.handler(() => {
        terminal.wakeSync();
        return null;
      }),
      ask: on.sync.ask.handler(async () => answer(await askCentre(terminal))),
    },
    demo: answerDemo(demonstration),
  });
}

const answerDemo = (demonstration: Demonstration | null) => ({
  insertCard: on.demo.insertCard.handler(({ input }) =>
    answer(playing(demonstration).insertCard(input.cardId)),
  ),
  removeCard: on.demo.removeCard.handler(() => {
    playing(demonstration).removeCard();
    return null;
  }),
  tearNextWrite: on.demo.tearNextWrite.handler(() =>
    answer(playing(demonstration).tearNextWrite()),
  ),
  switchServer: on.demo.switchServer.handler(async ({ input }) => {
    await playing(demonstration).switchServer(input.running);
    return null;
  }),
});

/** A use case's value, or its failure as the contract's typed error. */
function answer<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new ORPCError('FAILED', {
    status: 422,
    defined: true,
    data: result.failure,
    message: result.failure.code,
  });
}

/** Demo verbs exist only in a demonstration; elsewhere they are not found. */
function playing(demonstration: Demonstration | null): Demonstration {
  if (demonstration === null) throw new ORPCError('NOT_FOUND');
  return demonstration;
}
