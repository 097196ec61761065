import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Proposal } from '../../../contract/runbook';
import { commonText } from '../text/common';
import { wizardText } from '../text/wizard';
import { AnswerProblems } from './AnswerProblems';
import { ChecksQuestions } from './ChecksQuestions';
import { useWalk, useWizard, useWizardContext } from './context';
import { PreconditionList } from './PreconditionList';
import { asksOnChecks } from './positions';
import { useSettledProposal } from './use-settled-proposal';
import { WizardShell } from './WizardShell';

/** True when a proposal can be gone on with and nothing has to be read first. */
export function isClean({ problems, preconditions, plan }: Proposal): boolean {
  return (
    plan !== null &&
    problems.length === 0 &&
    preconditions.every(({ verdict }) => verdict === 'passed')
  );
}

/** What stands in the way and what should be known; goes on by itself when there is nothing. */
export function ChecksPage() {
  const { store } = useWizardContext();
  const { next, back } = useWalk();
  const proposal = useFreshProposal();
  const isProposing = useWizard((state) => state.proposing);
  // Gone as soon as an answer changes, until main has looked at all of them again.
  const isCurrent = useWizard((state) => state.proposal !== null);
  useSettledProposal();
  const again = () => void store.getState().propose(true);
  return (
    <WizardShell
      title={wizardText.checks}
      introduction={wizardText.checksIntroduction}
      buttons={
        <>
          <Button onClick={back}>{commonText.back}</Button>
          <Button
            icon={<ArrowClockwise20Regular />}
            disabledFocusable={isProposing}
            onClick={again}
          >
            {wizardText.checkAgain}
          </Button>
          <Button
            appearance="primary"
            disabled={isProposing || !isCurrent || !proposal?.plan || proposal.problems.length > 0}
            onClick={next}
          >
            {commonText.next}
          </Button>
        </>
      }
    >
      {proposal ? <Verdict proposal={proposal} /> : null}
      {proposal === null && isProposing ? <Spinner label={wizardText.checksRunning} /> : null}
      {proposal ? <AnswerProblems problems={proposal.problems} /> : null}
      {proposal ? (
        <>
          <PreconditionList preconditions={proposal.preconditions} />
          <ChecksQuestions />
          <PreconditionList preconditions={proposal.preconditions} verdicts={['passed']} />
        </>
      ) : null}
    </WizardShell>
  );
}

/**
 * What main answers since this page was entered, the newest; null until the first answer. Goes on
 * by itself when that is clean, nobody is asked anything here and the admin was on the way forward.
 */
function useFreshProposal(): Proposal | null {
  const { store, procedure } = useWizardContext();
  const { next } = useWalk();
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const goOnWhenClean = useEffectEvent((answer: Proposal) => {
    const { isWalkingForward, answers } = store.getState();
    if (isClean(answer) && isWalkingForward && !asksOnChecks(procedure, answers)) next();
  });
  useEffect(() => {
    let isHere = true;
    const end = store.subscribe((now, before) => {
      if (now.proposal && now.proposal !== before.proposal) setProposal(now.proposal);
    });
    void store
      .getState()
      .propose(true)
      .then((answer) => {
        if (isHere && answer) goOnWhenClean(answer);
      });
    return () => {
      isHere = false;
      end();
    };
  }, [store]);
  return proposal;
}

function Verdict({ proposal }: { proposal: Proposal }) {
  const blocking = proposal.preconditions.filter(({ verdict }) => verdict === 'blocks').length;
  if (blocking > 0) {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{wizardText.checksBlocked(blocking)}</MessageBarBody>
      </MessageBar>
    );
  }
  if (proposal.problems.length > 0) return null;
  if (!proposal.plan) {
    return (
      <MessageBar intent="error">
        <MessageBarBody>{wizardText.noPlan}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <MessageBar intent={isClean(proposal) ? 'success' : 'warning'} layout="multiline">
      <MessageBarBody>
        {isClean(proposal) ? wizardText.checksClean : wizardText.checksWarned}
      </MessageBarBody>
    </MessageBar>
  );
}
