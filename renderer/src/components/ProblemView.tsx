import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Problem } from '../../../contract/problem';
import { commonText } from '../text/common';
import { CopyText } from './CopyText';

const useStyles = makeStyles({
  bar: {
    alignItems: 'start',
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
  },
  body: { whiteSpace: 'normal' },
  text: { margin: `${tokens.spacingVerticalXS} 0`, maxWidth: '72ch' },
  term: { fontWeight: tokens.fontWeightSemibold },
  words: { marginTop: tokens.spacingVerticalS, marginBottom: tokens.spacingVerticalS },
});

/** A problem: what happened, what it means, what to do, the tool's words and code. */
export function ProblemView({ problem, actions }: { problem: Problem; actions?: ReactNode }) {
  const styles = useStyles();
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{problem.what}</MessageBarTitle>
        <p className={styles.text}>{problem.meaning}</p>
        <p className={styles.text}>
          <span className={styles.term}>{commonText.whatToDo}: </span>
          {problem.next}
        </p>
        {problem.toolWords.length > 0 ? (
          <div className={styles.words}>
            <CopyText text={problem.toolWords.join('\n')} label={commonText.toolWords} />
          </div>
        ) : null}
        {problem.code ? <p className={styles.text}>{commonText.code(problem.code)}</p> : null}
      </MessageBarBody>
      {actions ? <MessageBarActions>{actions}</MessageBarActions> : null}
    </MessageBar>
  );
}
