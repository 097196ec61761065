import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Pause16Regular } from '@fluentui/react-icons/svg/pause';
import { Play16Regular } from '@fluentui/react-icons/svg/play';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { LogLine } from '../../../../contract/operation';
import { commonText } from '../../text/common';
import { operationText } from '../../text/operation';
import { CopyButton } from '../CopyText';
import { useLayout } from '../layout';
import { Panel } from '../Panel';
import { scrollArea } from '../scroll-area';

/** Lines drawn at once; older ones are found with the filter. */
const LINES_DRAWN = 400;

const useStyles = makeStyles({
  tools: { alignItems: 'flex-end' },
  filter: { width: '240px' },
  count: { flexGrow: 1, textAlign: 'right' },
  log: {
    height: '240px',
    overflow: 'auto',
    padding: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  line: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  error: { color: tokens.colorStatusDangerForeground1 },
  engine: { color: tokens.colorNeutralForeground2 },
});

/** The lines that hold the text, without regard to case. */
export function filterLines(lines: readonly LogLine[], filter: string): readonly LogLine[] {
  const wanted = filter.trim().toLowerCase();
  return wanted === '' ? lines : lines.filter(({ text }) => text.toLowerCase().includes(wanted));
}

/** What the running tool writes, as it comes; can be held still, filtered and copied. */
export function LogPane({ lines }: { lines: readonly LogLine[] }) {
  const styles = useStyles();
  const layout = useLayout();
  const [filter, setFilter] = useState('');
  const [held, setHeld] = useState<readonly LogLine[] | null>(null);
  const source = held ?? lines;
  const matching = useMemo(() => filterLines(source, filter), [source, filter]);
  const end = useRef<HTMLDivElement>(null);
  const isHeld = held !== null;
  useEffect(() => {
    const box = end.current?.parentElement;
    if (box && !isHeld && matching.length > 0) box.scrollTop = box.scrollHeight;
  }, [matching, isHeld]);
  return (
    <Panel title={operationText.log}>
      <div className={mergeClasses(layout.row, styles.tools)}>
        <Field label={operationText.logFilter} className={styles.filter}>
          <Input
            value={filter}
            placeholder={operationText.logFilterHint}
            onChange={(_event, data) => setFilter(data.value)}
          />
        </Field>
        <Button
          icon={isHeld ? <Play16Regular /> : <Pause16Regular />}
          onClick={() => setHeld(isHeld ? null : lines)}
        >
          {isHeld ? operationText.logFollow : operationText.logPause}
        </Button>
        <CopyButton
          text={matching.map(({ text }) => text).join('\n')}
          label={`${commonText.copy}: ${operationText.log}`}
        />
        <Text className={styles.count}>
          {operationText.logShown(matching.length, source.length)}
        </Text>
      </div>
      <div
        className={styles.log}
        role="log"
        aria-live="off"
        aria-label={operationText.logLabel}
        {...scrollArea}
      >
        {matching.slice(-LINES_DRAWN).map((line) => (
          <div
            key={line.seq}
            className={mergeClasses(
              styles.line,
              line.source === 'error' && styles.error,
              line.source === 'engine' && styles.engine,
            )}
          >
            {line.text}
          </div>
        ))}
        {matching.length === 0 ? (
          <div className={styles.engine}>
            {source.length === 0 ? operationText.logEmpty : operationText.logNoMatch}
          </div>
        ) : null}
        <div ref={end} />
      </div>
    </Panel>
  );
}
