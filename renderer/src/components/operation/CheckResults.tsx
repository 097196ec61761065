import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CheckResult } from '../../../../contract/check';
import { checkVerdictWords } from '../../text/operation';
import { wizardText } from '../../text/wizard';
import { useLayout } from '../layout';
import { StatusIcon } from '../Status';
import { checkTones } from '../tones';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Check results as a list: verdict, what was found, and what was needed where it differs. */
export function CheckResults({ checks }: { checks: readonly CheckResult[] }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <ul className={layout.plain}>
      {checks.map((check) => (
        <li key={`${check.label}|${check.needed}`} className={styles.item}>
          <StatusIcon tone={checkTones[check.verdict]} />
          <div className={layout.tight}>
            <Text>
              {checkVerdictWords[check.verdict]}: {check.label}
            </Text>
            <Text size={200} className={styles.quiet}>
              {wizardText.found}: {check.found}
              {check.verdict === 'passed' ? '' : ` · ${wizardText.neededValue}: ${check.needed}`}
              {check.evidence === '' ? '' : ` · ${check.evidence}`}
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
