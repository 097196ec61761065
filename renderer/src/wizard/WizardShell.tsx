import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLayout } from '../components/layout';
import { PageHeading } from '../components/PageHeading';
import { ProblemInView } from '../components/ProblemInView';
import { useWizard } from './context';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '24px', minWidth: 0, minHeight: '100%' },
  content: { display: 'flex', flexDirection: 'column', gap: '24px', flexGrow: 1, minWidth: 0 },
  foot: {
    position: 'sticky',
    bottom: '-24px',
    marginBottom: '-24px',
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  buttons: { justifyContent: 'flex-end' },
});

interface WizardShellProps {
  title: string;
  introduction?: ReactNode;
  /** Buttons at the bottom, left to right; the primary one comes last. */
  buttons?: ReactNode;
  /** What the last button did, right above the buttons. */
  notice?: ReactNode;
  children: ReactNode;
}

/** One page of a wizard: heading, content, and its buttons at the bottom right. */
export function WizardShell({ title, introduction, buttons, notice, children }: WizardShellProps) {
  const styles = useStyles();
  const layout = useLayout();
  const problem = useWizard((state) => state.problem);
  return (
    <div className={styles.page}>
      <PageHeading title={title}>{introduction}</PageHeading>
      <div className={styles.content}>
        {problem ? <ProblemInView problem={problem} /> : null}
        {children}
      </div>
      {buttons ? (
        <footer className={styles.foot}>
          {notice}
          <div className={mergeClasses(layout.row, styles.buttons)}>{buttons}</div>
        </footer>
      ) : null}
    </div>
  );
}
