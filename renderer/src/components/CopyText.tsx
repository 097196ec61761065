import { Button, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useEffect, useState } from 'react';
import { commonText } from '../text/common';
import { PathText } from './PathText';
import { scrollArea } from './scroll-area';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  text: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    paddingTop: tokens.spacingVerticalSNudge,
    paddingBottom: tokens.spacingVerticalSNudge,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
  },
  tall: { maxHeight: '50vh', overflowY: 'auto' },
});

/** A button that puts text on the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <Tooltip content={copied ? commonText.copied : label} relationship="label">
      <Button
        appearance="subtle"
        icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
        onClick={copy}
      />
    </Tooltip>
  );
}

/** A command, a path or other text of a machine, monospaced, with a copy button. */
export function CopyText({ text, label, tall }: { text: string; label: string; tall?: boolean }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {tall ? (
        <section
          className={mergeClasses(styles.text, styles.tall)}
          aria-label={label}
          {...scrollArea}
        >
          {text}
        </section>
      ) : (
        <pre className={styles.text}>
          <PathText text={text} />
        </pre>
      )}
      <CopyButton text={text} label={`${commonText.copy}: ${label}`} />
    </div>
  );
}
