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
import { useEffect, useState } from 'react';
import { describeAction, scriptsOf } from '../../../contract/describe-action';
import type { Plan } from '../../../contract/plan';
import { CopyText } from '../components/CopyText';
import { useLayout } from '../components/layout';
import { request } from '../state/client';
import { commonText } from '../text/common';
import { wizardText } from '../text/wizard';

const useStyles = makeStyles({ surface: { maxWidth: '880px', width: 'calc(100vw - 96px)' } });

interface ShippedScript {
  name: string;
  text: string;
}

/** All commands of a plan as one text, then the shipped scripts that they run. */
export function scriptText(plan: Plan, scripts: readonly ShippedScript[]): string {
  const shipped = scripts.map(({ name, text }) => `# ----- ${name}.ps1 -----\n${text.trimEnd()}`);
  return [...commandsOf(plan), ...shipped].join('\n\n');
}

function commandsOf(plan: Plan): string[] {
  return plan.body.steps.map(
    (step, index) =>
      `# ${index + 1}. ${step.title}\n${describeAction(step.action) || wizardText.onlyLooks}`,
  );
}

/** Shows what every step runs, to read and copy. */
export function ScriptDialog({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const layout = useLayout();
  const [scripts, setScripts] = useState<readonly ShippedScript[]>([]);
  useEffect(() => {
    let isHere = true;
    void request('scripts.read', { names: scriptsOf(plan) }).then((read) => {
      if (isHere) setScripts(read);
    });
    return () => {
      isHere = false;
    };
  }, [plan]);
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
            <CopyText text={scriptText(plan, scripts)} label={wizardText.scriptTitle} tall />
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
