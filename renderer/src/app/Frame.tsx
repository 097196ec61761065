import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { ProblemInView } from '../components/ProblemInView';
import { HistoryPage } from '../pages/history/HistoryPage';
import { MaintainPage } from '../pages/maintain/MaintainPage';
import { OverviewPage } from '../pages/overview/OverviewPage';
import { ReferencePage } from '../pages/reference/ReferencePage';
import { SetUpPage } from '../pages/set-up/SetUpPage';
import { type Page, useNavigation } from '../state/navigation';
import { useOperations } from '../state/operations';
import { useServer } from '../state/server';
import { frameText } from '../text/frame';
import { InterruptedBanner } from './InterruptedBanner';
import { useKeyboard } from './keyboard';
import { Navigation } from './Navigation';
import { OperationBar } from './OperationBar';
import { PracticeStrip } from './PracticeStrip';
import { SecretsDialog } from './SecretsDialog';
import { TitleBar } from './TitleBar';

const pages: Readonly<Record<Page, ComponentType>> = {
  overview: OverviewPage,
  setUp: SetUpPage,
  maintain: MaintainPage,
  reference: ReferencePage,
  history: HistoryPage,
};

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: 'auto auto minmax(0, 1fr) auto',
    gridTemplateAreas: '"title title" "strip strip" "navigation main" "bottom bottom"',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  main: {
    gridArea: 'main',
    overflowY: 'auto',
    padding: '24px',
    outlineStyle: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '24px',
  },
  starting: { margin: 'auto' },
});

/** Title bar, practice strip, navigation, the chosen page and the running operation. */
export function Frame() {
  const styles = useStyles();
  const page = useNavigation((state) => state.page);
  const app = useServer((state) => state.app);
  const serverProblem = useServer((state) => state.problem);
  const operationProblem = useOperations((state) => state.problem);
  const problem = app?.stateProblem ?? serverProblem ?? operationProblem;
  const Shown = pages[page];
  useKeyboard();
  return (
    <div className={styles.frame}>
      <TitleBar />
      <PracticeStrip />
      <Navigation />
      <main className={styles.main} data-region="main" tabIndex={-1}>
        {problem ? <ProblemInView problem={problem} /> : null}
        <InterruptedBanner />
        {app ? (
          <Shown key={page} />
        ) : problem ? null : (
          <Spinner className={styles.starting} label={frameText.starting} />
        )}
      </main>
      <OperationBar />
      <SecretsDialog />
    </div>
  );
}
