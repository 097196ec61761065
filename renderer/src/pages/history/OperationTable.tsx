import {
  Link,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import type { OperationSummary } from '../../../../contract/operation';
import { CardSkeleton } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { Status } from '../../components/Status';
import { operationTones } from '../../components/tones';
import { historyText } from '../../text/history';
import { momentText } from '../../text/numbers';
import { operationStatusWords } from '../../text/operation';
import { useTableStyles } from '../table-styles';

const useStyles = makeStyles({
  title: { width: '32%' },
  steps: { width: '80px' },
});

interface OperationTableProps {
  summaries: readonly OperationSummary[] | null;
  open(summary: OperationSummary): void;
}

/** The operations of this server, newest first. */
export function OperationTable({ summaries, open }: OperationTableProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const layout = useLayout();
  const { columns } = historyText;
  if (summaries === null) return <CardSkeleton rows={4} />;
  if (summaries.length === 0) return <p className={layout.quiet}>{historyText.empty}</p>;
  return (
    <Table className={table.table} aria-label={historyText.title}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.title}>{columns.operation}</TableHeaderCell>
          <TableHeaderCell>{columns.status}</TableHeaderCell>
          <TableHeaderCell>{columns.started}</TableHeaderCell>
          <TableHeaderCell>{columns.ended}</TableHeaderCell>
          <TableHeaderCell className={styles.steps}>{columns.steps}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {summaries
          .toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
          .map((summary) => (
            <TableRow key={summary.id} className={table.row}>
              <TableCell className={styles.title}>
                {summary.runbook === '' ? (
                  // Its journal can't be read: there is nothing to open.
                  summary.title
                ) : (
                  <Link
                    as="button"
                    aria-label={historyText.open(summary.title, momentText(summary.openedAt))}
                    onClick={() => open(summary)}
                  >
                    {summary.title}
                  </Link>
                )}
              </TableCell>
              <TableCell>
                <Status
                  tone={operationTones[summary.status]}
                  word={operationStatusWords[summary.status]}
                />
              </TableCell>
              <TableCell>{momentText(summary.openedAt)}</TableCell>
              <TableCell>{summary.closedAt ? momentText(summary.closedAt) : ''}</TableCell>
              <TableCell className={styles.steps}>
                {historyText.stepsDone(summary.stepsDone, summary.stepsTotal)}
              </TableCell>
            </TableRow>
          ))}
      </TableBody>
    </Table>
  );
}
