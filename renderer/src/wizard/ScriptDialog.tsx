import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { describeAction } from '../../../contract/describe-action';
import type { Plan } from '../../../contract/plan';
import { CopyText } from '../components/CopyText';
import { useLayout } from '../components/layout';
import { commonText } from '../text/common';
import { wizardText } from '../text/wizard';

const useStyles = makeStyles({ surface: { maxWidth: '880px', width: 'calc(100vw - 96px)' } });

/** All commands of a plan as one text. */
export function scriptText(plan: Plan): string {
  return plan.body.steps
    .map(
      (step, index) =>
        `# ${index + 1}. ${step.title}\n${describeAction(step.action) || wizardText.onlyLooks}`,
    )
    .join('\n\n');
}

/** Shows what every step runs, to read and copy. */
export function ScriptDialog({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button>{wizardText.viewScript}</Button>
      </DialogTrigger>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{wizardText.scriptTitle}</DialogTitle>
          <DialogContent className={layout.stack}>
            <p className={layout.text}>{wizardText.scriptText}</p>
            <CopyText text={scriptText(plan)} label={wizardText.scriptTitle} tall />
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary">{commonText.close}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
