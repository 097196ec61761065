import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Plan } from '../../../contract/plan';
import { useLayout } from '../components/layout';
import { Panel } from '../components/Panel';
import { commonText } from '../text/common';
import { aboutDuration } from '../text/numbers';
import { wizardText } from '../text/wizard';
import { useWalk, useWizard, useWizardContext } from './context';
import { PlanTable } from './PlanTable';
import { restartOf, totalSeconds } from './plan-words';
import { type Saved, SavedNotice, SaveMenu } from './SaveMenu';
import { ScriptDialog } from './ScriptDialog';
import { WizardShell } from './WizardShell';

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    flexWrap: 'wrap',
  },
  fact: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  notes: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    maxWidth: '72ch',
  },
});

/** The plan, to be read and approved: this one and no other. */
export function ReadyPage() {
  const { store } = useWizardContext();
  const { back } = useWalk();
  const plan = useWizard((state) => state.proposal?.plan ?? null);
  const [typedName, setTypedName] = useState('');
  const [saved, setSaved] = useState<Saved | null>(null);
  const [isStarting, setStarting] = useState(false);
  const isMissing = plan === null;
  useEffect(() => {
    if (!isMissing) return;
    void store
      .getState()
      .propose()
      .then((proposal) => {
        if (proposal && !proposal.plan) store.getState().goTo('checks', false);
      });
  }, [store, isMissing]);
  if (!plan) {
    return (
      <WizardShell
        title={wizardText.ready}
        buttons={<Button onClick={back}>{commonText.back}</Button>}
      >
        <Spinner label={commonText.loading} />
      </WizardShell>
    );
  }
  const { body } = plan;
  const isConfirmed = !body.destructive || typedName.trim() === body.serverName;
  const apply = async () => {
    setStarting(true);
    await store.getState().apply({ planId: plan.id, hash: plan.hash });
    setStarting(false);
  };
  return (
    <WizardShell
      title={wizardText.readyTitle(body.title)}
      introduction={wizardText.readyIntroduction(body.steps.length, body.serverName)}
      notice={<SavedNotice saved={saved} dismiss={() => setSaved(null)} />}
      buttons={
        <>
          <ScriptDialog plan={plan} />
          <SaveMenu plan={plan} tell={setSaved} />
          <Button onClick={back}>{commonText.back}</Button>
          <Button
            appearance="primary"
            disabled={!isConfirmed}
            disabledFocusable={isStarting}
            onClick={() => void apply()}
          >
            {body.verb}
          </Button>
        </>
      }
    >
      <Differences />
      <PlanFacts plan={plan} />
      {body.notes.length > 0 ? <Notes notes={body.notes} /> : null}
      <PlanTable plan={plan} />
      {body.destructive ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{wizardText.destructiveTitle}</MessageBarTitle>
            <Field label={wizardText.destructiveLabel(body.serverName)}>
              <Input
                value={typedName}
                autoComplete="off"
                onChange={(_event, data) => setTypedName(data.value)}
              />
            </Field>
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </WizardShell>
  );
}

function PlanFacts({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const layout = useLayout();
  const facts = [
    { name: wizardText.totalTime, value: aboutDuration(totalSeconds(plan.body)) },
    { name: wizardText.restart, value: wizardText.restartWords[restartOf(plan.body)] },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>
            <Text weight="semibold" size={400}>
              {value}
            </Text>
          </dd>
        </div>
      ))}
      <div className={styles.fact}>
        <dt className={styles.name}>{wizardText.planId}</dt>
        <dd className={styles.value} title={plan.hash}>
          <Text className={layout.code}>
            {plan.id} · {plan.hash.slice(0, 12)}
          </Text>
        </dd>
      </div>
    </dl>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  const styles = useStyles();
  return (
    <Panel title={wizardText.notes}>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Differences() {
  const differences = useWizard((state) => state.differences);
  if (differences.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{wizardText.changedTitle}</MessageBarTitle>
        {wizardText.changedText}
        <ul>
          {differences.map(({ stepId, change }) => (
            <li key={`${stepId} ${change}`}>{change}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
