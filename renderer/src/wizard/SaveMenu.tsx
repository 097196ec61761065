import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { Plan } from '../../../contract/plan';
import type { Problem } from '../../../contract/problem';
import { CopyText } from '../components/CopyText';
import { ProblemView } from '../components/ProblemView';
import { problemOf, request } from '../state/client';
import { commonText } from '../text/common';
import { wizardText } from '../text/wizard';
import { useWizardContext } from './context';
import { effectiveAnswers } from './positions';

/** What became of the last file that was to be saved. */
export type Saved = { title: string; path: string } | { problem: Problem };

const useStyles = makeStyles({
  body: { paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  path: { marginTop: tokens.spacingVerticalXS },
});

interface SaveMenuProps {
  plan: Plan;
  /** Told what happened; null when a new try begins, or the admin changed their mind. */
  tell(saved: Saved | null): void;
}

/** Saves the answers, or the plan as a script; main asks where to. */
export function SaveMenu({ plan, tell }: SaveMenuProps) {
  const { store, procedure } = useWizardContext();
  const [isSaving, setSaving] = useState(false);
  const save = async (title: string, ask: () => Promise<string | null>) => {
    tell(null);
    setSaving(true);
    try {
      const path = await ask();
      tell(path === null ? null : { title, path });
    } catch (error) {
      tell({ problem: problemOf(error) });
    }
    setSaving(false);
  };
  const saveAnswers = () =>
    save(wizardText.answersSaved, () => {
      const answers = effectiveAnswers(procedure, store.getState().answers);
      return request('answers.save', { name: procedure.name, answers });
    });
  const saveScript = () =>
    save(wizardText.scriptSaved, () => request('plan.export', { hash: plan.hash }));
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton disabledFocusable={isSaving}>{wizardText.save}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void saveAnswers()}>{wizardText.saveAnswers}</MenuItem>
          <MenuItem onClick={() => void saveScript()}>{wizardText.saveScript}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Says where a file was saved, or why it could not be. */
export function SavedNotice({ saved, dismiss }: { saved: Saved | null; dismiss(): void }) {
  const styles = useStyles();
  return (
    <div role="status">
      {saved === null ? null : 'problem' in saved ? (
        <ProblemView problem={saved.problem} />
      ) : (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{saved.title}</MessageBarTitle>
            <div className={styles.path}>
              <CopyText text={saved.path} label={wizardText.savedTo} />
            </div>
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                aria-label={commonText.dismiss}
                icon={<Dismiss20Regular />}
                onClick={dismiss}
              />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}
