import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Procedure } from '../../../contract/runbook';
import { ProblemView } from '../components/ProblemView';
import { useOperations } from '../state/operations';
import { type WizardStore, wizardOf } from '../state/wizard';
import { commonText } from '../text/common';
import { wizardText } from '../text/wizard';
import { BeforePage } from './BeforePage';
import { ChecksPage } from './ChecksPage';
import { WizardContext } from './context';
import { PreparePage } from './PreparePage';
import { ProgressPage } from './ProgressPage';
import { hasEnded, positionNow, SECTION, stopsOf } from './positions';
import { QuestionsPage } from './QuestionsPage';
import { ReadyPage } from './ReadyPage';
import { ResultPage } from './ResultPage';
import { StopList } from './StopList';

const useStyles = makeStyles({
  wizard: {
    display: 'grid',
    gridTemplateColumns: '176px minmax(0, 1fr)',
    columnGap: '24px',
    maxWidth: '1040px',
    width: '100%',
    flexGrow: 1,
  },
  side: {
    position: 'sticky',
    top: 0,
    alignSelf: 'start',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
});

interface WizardProps {
  /** Name of the procedure. */
  name: string;
  /** Called to go back to what the wizard was opened from; without it there is no way out. */
  onLeave?: () => void;
}

/** A procedure as a wizard, drawn from its description alone. */
export function Wizard({ name, onLeave }: WizardProps) {
  const store = wizardOf(name);
  const procedure = useStore(store, (state) => state.procedure);
  const problem = useStore(store, (state) => state.problem);
  useEffect(() => {
    if (!procedure) void store.getState().describe();
  }, [procedure, store]);
  if (procedure) {
    return <WizardBody key={name} store={store} procedure={procedure} onLeave={onLeave} />;
  }
  if (!problem) return <Spinner label={commonText.loading} />;
  return (
    <ProblemView
      problem={problem}
      actions={onLeave ? <Button onClick={onLeave}>{wizardText.allTasks}</Button> : undefined}
    />
  );
}

interface WizardBodyProps extends Pick<WizardProps, 'onLeave'> {
  store: WizardStore;
  procedure: Procedure;
}

function WizardBody({ store, procedure, onLeave }: WizardBodyProps) {
  const styles = useStyles();
  const answers = useStore(store, (state) => state.answers);
  const wanted = useStore(store, (state) => state.stop);
  const operation = useFollowedOperation(store, procedure);
  const stops = useMemo(() => stopsOf(procedure, answers), [procedure, answers]);
  const position = positionNow(stops, wanted, operation);
  const isOver = operation !== null && hasEnded(operation);
  const context = useMemo(() => {
    const leave = onLeave
      ? () => {
          if (isOver) store.getState().startAgain();
          onLeave();
        }
      : null;
    return { store, procedure, stops, position, leave };
  }, [store, procedure, stops, position, isOver, onLeave]);
  return (
    <WizardContext.Provider value={context}>
      <div className={styles.wizard}>
        <div className={styles.side}>
          {context.leave ? (
            <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={context.leave}>
              {wizardText.allTasks}
            </Button>
          ) : null}
          <StopList isLocked={operation !== null} />
        </div>
        <WizardPage key={position} position={position} />
      </div>
    </WizardContext.Provider>
  );
}

function WizardPage({ position }: { position: string }) {
  if (position.startsWith(SECTION))
    return <QuestionsPage section={position.slice(SECTION.length)} />;
  switch (position) {
    case 'prepare':
      return <PreparePage />;
    case 'checks':
      return <ChecksPage />;
    case 'ready':
      return <ReadyPage />;
    case 'progress':
      return <ProgressPage />;
    case 'result':
      return <ResultPage />;
    default:
      return <BeforePage />;
  }
}

/** The operation this wizard started, or one of its runbook that main calls the current one. */
function useFollowedOperation(store: WizardStore, procedure: Procedure) {
  const operationId = useStore(store, (state) => state.operationId);
  const preparationId = useStore(store, (state) => state.preparationId);
  const operation = useOperations((state) => (operationId ? state.byId[operationId] : undefined));
  const current = useOperations((state) =>
    state.currentId ? state.byId[state.currentId] : undefined,
  );
  useEffect(() => {
    const { byId, watch } = useOperations.getState();
    for (const id of [operationId, preparationId]) if (id && !byId[id]) void watch(id);
  }, [operationId, preparationId]);
  useEffect(() => {
    if (!current || hasEnded(current)) return;
    const { runbook } = current.plan.body;
    const isMain = runbook === procedure.name;
    // A preparation that failed is begun anew with other answers, so only a live one is shown.
    if (!isMain && current.status !== 'running') return;
    if (current.id !== (isMain ? operationId : preparationId)) {
      store.getState().adopt(current.id, runbook);
    }
  }, [current, operationId, preparationId, procedure, store]);
  return operation ?? null;
}
