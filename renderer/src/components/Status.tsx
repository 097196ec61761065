import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSyncCircle20Regular } from '@fluentui/react-icons/svg/arrow-sync-circle';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { RadioButton20Filled } from '@fluentui/react-icons/svg/radio-button';
import { SubtractCircle20Regular } from '@fluentui/react-icons/svg/subtract-circle';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';

export type Tone = 'good' | 'bad' | 'warning' | 'busy' | 'here' | 'waiting' | 'stopped' | 'unknown';

const icons: Readonly<Record<Tone, ComponentType<{ className?: string }>>> = {
  good: CheckmarkCircle20Filled,
  bad: ErrorCircle20Filled,
  warning: Warning20Filled,
  busy: ArrowSyncCircle20Regular,
  here: RadioButton20Filled,
  waiting: Circle20Regular,
  stopped: SubtractCircle20Regular,
  unknown: QuestionCircle20Regular,
};

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    verticalAlign: 'top',
  },
  icon: { flexShrink: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  busy: { color: tokens.colorBrandForeground1 },
  here: { color: tokens.colorBrandForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
  stopped: { color: tokens.colorNeutralForeground3 },
  unknown: { color: tokens.colorNeutralForeground2 },
});

/** The icon of a state, in its colour; decoration beside a word. */
export function StatusIcon({ tone }: { tone: Tone }) {
  const styles = useStyles();
  const Icon = icons[tone];
  return <Icon className={mergeClasses(styles.icon, styles[tone])} aria-hidden />;
}

/** A state as icon, word and colour. */
export function Status({ tone, word }: { tone: Tone; word: string }) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <StatusIcon tone={tone} />
      <span>{word}</span>
    </span>
  );
}
