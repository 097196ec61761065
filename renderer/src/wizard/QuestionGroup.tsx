import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useEffect, useId, useState } from 'react';
import type { Question } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { wizardText } from '../text/wizard';
import { useWizard, useWizardContext } from './context';
import { effectiveAnswers } from './positions';
import { QuestionField } from './QuestionField';
import { isChanged, problemsOn } from './question-problems';

const useStyles = makeStyles({
  more: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingLeft: tokens.spacingHorizontalXL,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    marginLeft: tokens.spacingHorizontalM,
  },
});

/** Questions in order; those that are rarely needed below "More settings". */
export function QuestionGroup({ questions }: { questions: readonly Question[] }) {
  const advanced = questions.filter(({ isAdvanced }) => isAdvanced);
  return (
    <>
      {questions
        .filter(({ isAdvanced }) => !isAdvanced)
        .map((question) => (
          <QuestionField key={question.name} question={question} />
        ))}
      {advanced.length > 0 ? <MoreSettings questions={advanced} /> : null}
    </>
  );
}

function MoreSettings({ questions }: { questions: readonly Question[] }) {
  const styles = useStyles();
  const layout = useLayout();
  const id = useId();
  const { store } = useWizardContext();
  const [isWanted, setWanted] = useState(() => {
    const { answers, secretsEntered } = store.getState();
    return questions.some((question) => isChanged(question, answers, secretsEntered));
  });
  const hasProblem = useHasShownProblem(questions);
  // Once open for a problem it stays open: it must not close while the answer is being mended.
  useEffect(() => {
    if (hasProblem) setWanted(true);
  }, [hasProblem]);
  const isOpen = isWanted || hasProblem;
  return (
    <div className={layout.stack}>
      <div>
        <Button
          appearance="subtle"
          icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setWanted(!isOpen)}
        >
          {wizardText.moreSettings}
        </Button>
      </div>
      {isOpen ? (
        <div id={id} className={styles.more}>
          {questions.map((question) => (
            <QuestionField key={question.name} question={question} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** True while one of the questions shows a problem. */
function useHasShownProblem(questions: readonly Question[]): boolean {
  const { procedure } = useWizardContext();
  return useWizard(({ answers, secretsEntered, answerProblems, touched }) => {
    const given = effectiveAnswers(procedure, answers);
    return problemsOn(questions, given, secretsEntered, answerProblems).some(({ name }) =>
      touched.includes(name),
    );
  });
}
