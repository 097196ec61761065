import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Explanation } from '../../../../contract/explanation';
import { CopyText } from '../../components/CopyText';
import { useLayout } from '../../components/layout';
import { maintainText } from '../../text/maintain';
import { AnswersRead, useAnswerLabels } from './AnswersRead';
import { LineView } from './LineView';
import { numbered } from './numbered';

const text = maintainText.commandLines;
const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0 },
  heading: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** What to type instead of pasted text and what can be made of it, then each piece of it. */
export function ExplanationView({ explanation }: { explanation: Explanation }) {
  const styles = useStyles();
  const layout = useLayout();
  const { lines, corrected, answers, remarks, secretsSeen } = explanation;
  const labelOf = useAnswerLabels();
  return (
    <div className={styles.root}>
      <Text role="status" className={layout.quiet}>
        {lines.length === 0 ? text.nothing : text.explained(lines.length)}
      </Text>
      {corrected.length > 0 ? (
        <section className={layout.tight}>
          <Text as="h3" weight="semibold" className={styles.heading}>
            {text.typeThis}
          </Text>
          <CopyText text={corrected.join('\n')} label={text.typeThis} />
        </section>
      ) : null}
      {secretsSeen.length > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {text.secrets(secretsSeen.map(labelOf).join(', '))} {text.secretsWhy}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {Object.keys(answers).length > 0 ? <AnswersRead answers={answers} labelOf={labelOf} /> : null}
      {remarks.length > 0 ? (
        <section className={layout.tight}>
          <Text as="h3" weight="semibold" className={styles.heading}>
            {text.remarks}
          </Text>
          <ul className={styles.list}>
            {remarks.map((remark) => (
              <li key={remark} className={layout.text}>
                {remark}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {numbered(lines).map(({ item, number }) => (
        <LineView key={number} line={item} number={number} />
      ))}
    </div>
  );
}
