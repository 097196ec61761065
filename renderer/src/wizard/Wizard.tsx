import { makeStyles, Spinner } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Procedure } from '../../../contract/runbook';
import { ProblemView } from '../components/ProblemView';
import { useOperations } from '../state/operations';
import { type WizardStore, wizardOf } from '../state/wizard';
import { commonText } from '../text/common';
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
});

/** A procedure as a wizard, drawn from its description alone. */
export function Wizard({ name }: { name: string }) {
  const store = wizardOf(name);
  const procedure = useStore(store, (state) => state.procedure);
  const problem = useStore(store, (state) => state.problem);
  useEffect(() => {
    if (!procedure) void store.getState().describe();
  }, [procedure, store]);
  if (procedure) return <WizardBody store={store} procedure={procedure} />;
  return problem ? <ProblemView problem={problem} /> : <Spinner label={commonText.loading} />;
}

function WizardBody({ store, procedure }: { store: WizardStore; procedure: Procedure }) {
  const styles = useStyles();
  const answers = useStore(store, (state) => state.answers);
  const wanted = useStore(store, (state) => state.stop);
  const operation = useFollowedOperation(store, procedure);
  const stops = useMemo(() => stopsOf(procedure, answers), [procedure, answers]);
  const position = positionNow(stops, wanted, operation);
  const context = useMemo(
    () => ({ store, procedure, stops, position }),
    [store, procedure, stops, position],
  );
  return (
    <WizardContext.Provider value={context}>
      <div className={styles.wizard}>
        <StopList isLocked={operation !== null} />
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
