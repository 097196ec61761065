import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ExplainedLine, ExplainedToken } from '../../../../contract/explanation';
import { useLayout } from '../../components/layout';
import { PathText } from '../../components/PathText';
import { Status, type Tone } from '../../components/Status';
import { lineKindWords, maintainText, tokenVerdictWords } from '../../text/maintain';
import { useTableStyles } from '../table-styles';
import { numbered } from './numbered';

const text = maintainText.commandLines;

const tones: Readonly<Record<ExplainedToken['verdict'], Tone>> = {
  good: 'good',
  corrected: 'warning',
  refused: 'bad',
  ignored: 'stopped',
};

const useStyles = makeStyles({
  heading: { margin: 0 },
  line: {
    margin: 0,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    whiteSpace: 'pre-wrap',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  verdict: { width: '136px' },
  text: { width: '24%' },
  instead: { width: '24%' },
});

/** One line of the pasted text: what it does and what each piece of it means. */
export function LineView({ line, number }: { line: ExplainedLine; number: number }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <section className={layout.stack}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {text.line(number, lineKindWords[line.kind])}
      </Text>
      <pre className={mergeClasses(layout.code, styles.line)}>{line.text}</pre>
      {line.meaning === '' ? null : <p className={layout.text}>{line.meaning}</p>}
      {line.tokens.length > 0 ? <TokenTable tokens={line.tokens} number={number} /> : null}
      {line.corrected === null ? null : (
        <div className={layout.tight}>
          <Text className={layout.quiet}>{text.corrected}</Text>
          <pre className={mergeClasses(layout.code, styles.line)}>{line.corrected}</pre>
        </div>
      )}
    </section>
  );
}

function TokenTable({ tokens: pieces, number }: { tokens: ExplainedToken[]; number: number }) {
  const styles = useStyles();
  const table = useTableStyles();
  const layout = useLayout();
  return (
    <Table className={table.table} aria-label={text.piecesOf(number)}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.text}>{text.columns.text}</TableHeaderCell>
          <TableHeaderCell className={styles.verdict}>{text.columns.verdict}</TableHeaderCell>
          <TableHeaderCell>{text.columns.meaning}</TableHeaderCell>
          <TableHeaderCell className={styles.instead}>{text.columns.instead}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {numbered(pieces).map(({ item: piece, number: place }) => (
          <TableRow key={place} className={table.row}>
            <TableCell className={mergeClasses(table.cell, styles.text, layout.code)}>
              <PathText text={piece.text} />
            </TableCell>
            <TableCell className={mergeClasses(table.cell, styles.verdict)}>
              <Status tone={tones[piece.verdict]} word={tokenVerdictWords[piece.verdict]} />
            </TableCell>
            <TableCell className={table.cell}>{piece.meaning}</TableCell>
            <TableCell className={mergeClasses(table.cell, styles.instead)}>
              <Instead piece={piece} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Instead({ piece }: { piece: ExplainedToken }) {
  const layout = useLayout();
  if (piece.correction === piece.text) return <span className={layout.quiet}>{text.same}</span>;
  if (piece.correction !== null) {
    return (
      <span className={layout.code}>
        <PathText text={piece.correction} />
      </span>
    );
  }
  return piece.verdict === 'good' ? null : (
    <span className={layout.quiet}>{text.nothingInstead}</span>
  );
}
