import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { useLayout } from '../components/layout';
import { ProblemView } from '../components/ProblemView';
import { Status } from '../components/Status';
import { checkTones } from '../components/tones';
import { commonText } from '../text/common';
import { checkVerdictWords } from '../text/operation';
import { wizardText } from '../text/wizard';
import { FilledPairs } from './FilledPairs';
import type { AnswerTest } from './use-answer-test';

const useStyles = makeStyles({
  button: { flexShrink: 0 },
  result: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    maxWidth: '72ch',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  running: { justifyContent: 'flex-start' },
});

/** Tries the answer; named by what it tries. */
export function TestButton({ name, test }: { name: string; test: AnswerTest }) {
  const styles = useStyles();
  return (
    <Button
      className={styles.button}
      icon={<Beaker20Regular />}
      disabledFocusable={test.isRunning}
      onClick={() => void test.run()}
    >
      {name}
    </Button>
  );
}

/** What trying an answer did and saw; read out when it is there. */
export function TestResultView({ test }: { test: AnswerTest }) {
  const styles = useStyles();
  const layout = useLayout();
  const { isRunning, result, problem } = test;
  return (
    <div role="status">
      {isRunning ? (
        <Spinner className={styles.running} size="tiny" label={wizardText.testing} />
      ) : null}
      {problem ? <ProblemView problem={problem} /> : null}
      {result ? (
        <div className={styles.result}>
          <Status tone={checkTones[result.verdict]} word={checkVerdictWords[result.verdict]} />
          <FilledPairs
            pairs={[
              { name: wizardText.testDid, value: result.did },
              { name: wizardText.testSaw, value: result.saw },
              { name: commonText.whatToDo, value: result.next },
            ]}
          />
          {result.context === null ? null : (
            <Text size={200} className={layout.quiet}>
              {result.context}
            </Text>
          )}
        </div>
      ) : null}
    </div>
  );
}
