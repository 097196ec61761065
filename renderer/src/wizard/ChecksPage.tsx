import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useEffect, useState } from 'react';
import type { Proposal } from '../../../contract/runbook';
import { commonText } from '../text/common';
import { wizardText } from '../text/wizard';
import { AnswerProblems } from './AnswerProblems';
import { useWalk, useWizard, useWizardContext } from './context';
import { PreconditionList } from './PreconditionList';
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
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const isProposing = useWizard((state) => state.proposing);
  useEffect(() => {
    let isHere = true;
    void store
      .getState()
      .propose(true)
      .then((answer) => {
        if (!isHere || !answer) return;
        setProposal(answer);
        if (isClean(answer) && store.getState().isWalkingForward) next();
      });
    return () => {
      isHere = false;
    };
  }, [store, next]);
  const again = () => void store.getState().propose(true).then(setProposal);
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
            disabled={isProposing || !proposal?.plan || proposal.problems.length > 0}
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
      {proposal ? <PreconditionList preconditions={proposal.preconditions} /> : null}
    </WizardShell>
  );
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
