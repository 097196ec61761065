import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Section } from '../../../contract/runbook';
import { CopyText } from '../components/CopyText';
import { Panel } from '../components/Panel';
import { wizardText } from '../text/wizard';

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
});

/** Texts of a section to be taken elsewhere, each with a button that copies it. */
export function CopyList({ section }: { section: Section }) {
  const styles = useStyles();
  const copies = section.copies ?? [];
  if (copies.length === 0) return null;
  return (
    <Panel title={wizardText.toCopy}>
      {copies.map(({ label, text }) => (
        <div key={label} className={styles.one}>
          <Text>{label}</Text>
          <CopyText text={text} label={label} />
        </div>
      ))}
    </Panel>
  );
}
