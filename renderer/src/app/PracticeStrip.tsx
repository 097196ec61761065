import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { useServer } from '../state/server';
import { frameText } from '../text/frame';
import { ResetDialog } from './ResetDialog';

const useStyles = makeStyles({
  strip: {
    gridArea: 'strip',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
    minWidth: 0,
  },
  words: { flexGrow: 1, minWidth: 0 },
  fact: { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  whole: { flexShrink: 0 },
});

/** Always there on a practice server: nothing here is real. */
export function PracticeStrip() {
  const styles = useStyles();
  const practice = useServer((state) => state.app?.practice ?? null);
  if (!practice) return null;
  return (
    <aside className={styles.strip} aria-label={frameText.practice}>
      <Beaker20Regular aria-hidden />
      <Text className={styles.words}>
        <strong>{frameText.practice}</strong> {frameText.practiceText}
      </Text>
      <Text className={styles.fact}>{frameText.scenario(practice.scenarioTitle)}</Text>
      <Text className={mergeClasses(styles.fact, styles.whole)}>
        {frameText.timeFactor(practice.timeFactor)}
      </Text>
      <ResetDialog practice={practice} />
    </aside>
  );
}
