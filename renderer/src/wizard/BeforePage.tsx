import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useLayout } from '../components/layout';
import { Panel } from '../components/Panel';
import { request } from '../state/client';
import { wizardText } from '../text/wizard';
import { useWalk, useWizardContext } from './context';
import { WizardShell } from './WizardShell';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '72ch',
  },
});

/** What will happen, how long it takes and what to have at hand. */
export function BeforePage() {
  const styles = useStyles();
  const layout = useLayout();
  const { procedure } = useWizardContext();
  const { next } = useWalk();
  const read = () => void request('app.openDocumentation', { key: 'addProcessServer' });
  return (
    <WizardShell
      title={procedure.title}
      buttons={
        <Button appearance="primary" onClick={next}>
          {wizardText.begin}
        </Button>
      }
    >
      <Panel title={wizardText.before}>
        <ul className={styles.list}>
          {procedure.introduction.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className={layout.quiet}>
          <Link onClick={read}>{wizardText.article}</Link>
        </p>
      </Panel>
    </WizardShell>
  );
}
