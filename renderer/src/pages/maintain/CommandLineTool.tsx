import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { Code20Regular } from '@fluentui/react-icons/svg/code';
import { useState } from 'react';
import { type Explanation, LONGEST_EXPLAINED } from '../../../../contract/explanation';
import type { Problem } from '../../../../contract/problem';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { ProblemView } from '../../components/ProblemView';
import { problemOf, request } from '../../state/client';
import { maintainText } from '../../text/maintain';
import { ExplanationView } from './ExplanationView';

const text = maintainText.commandLines;
const useStyles = makeStyles({
  paste: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/**
 * Explains a command line that was copied from an article. What is pasted may hold a password, so
 * it lives in this component alone and goes with it.
 */
export function CommandLineTool() {
  const styles = useStyles();
  const layout = useLayout();
  const [pasted, setPasted] = useState('');
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isTooLong = pasted.length > LONGEST_EXPLAINED;
  const explain = async () => {
    setAsking(true);
    try {
      setExplanation(await request('commandLine.explain', { text: pasted }));
      setProblem(null);
    } catch (error) {
      setExplanation(null);
      setProblem(problemOf(error));
    } finally {
      setAsking(false);
    }
  };
  return (
    <Panel title={text.title} icon={<Code20Regular aria-hidden />}>
      <p className={layout.text}>{text.introduction}</p>
      <Field
        label={text.paste}
        hint={text.pasteHint}
        validationMessage={isTooLong ? text.tooLong(pasted.length, LONGEST_EXPLAINED) : undefined}
      >
        <Textarea
          value={pasted}
          rows={5}
          resize="vertical"
          spellCheck={false}
          autoComplete="off"
          textarea={{ className: styles.paste }}
          onChange={(_event, data) => setPasted(data.value)}
        />
      </Field>
      <div>
        <Button
          disabledFocusable={isAsking || isTooLong || pasted.trim() === ''}
          onClick={() => void explain()}
        >
          {text.explain}
        </Button>
      </div>
      {problem ? <ProblemView problem={problem} /> : null}
      {explanation ? <ExplanationView explanation={explanation} /> : null}
    </Panel>
  );
}
