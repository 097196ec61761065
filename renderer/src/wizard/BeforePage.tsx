import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useLayout } from '../components/layout';
import { Panel } from '../components/Panel';
import { request } from '../state/client';
import { commonText } from '../text/common';
import { wizardText } from '../text/wizard';
import { useWalk, useWizardContext } from './context';
import { articleOf } from './procedures';
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
  const { store, procedure, leave } = useWizardContext();
  const { next } = useWalk();
  const article = articleOf(procedure.name);
  return (
    <WizardShell
      title={procedure.title}
      buttons={
        <>
          {leave ? <Button onClick={leave}>{commonText.back}</Button> : null}
          {procedure.preparedBy === null ? null : (
            <Button onClick={() => store.getState().goTo('checks', false)}>
              {wizardText.checkFirst}
            </Button>
          )}
          <Button appearance="primary" onClick={next}>
            {wizardText.begin}
          </Button>
        </>
      }
    >
      <Panel title={wizardText.before}>
        <ul className={styles.list}>
          {procedure.introduction.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {article === null ? null : (
          <p className={layout.quiet}>
            <Link onClick={() => void request('app.openDocumentation', { key: article })}>
              {wizardText.article}
            </Link>
          </p>
        )}
      </Panel>
    </WizardShell>
  );
}
