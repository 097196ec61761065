import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import type { OperationHistory } from '../../../../contract/history';
import { text } from '../../../../contract/text/history';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { historyText } from '../../text/history';
import { momentText } from '../../text/numbers';
import { useTableStyles } from '../table-styles';

/** What differs on the server from the facts that the operation kept. */
export function DriftTable({ drift }: Pick<OperationHistory, 'drift'>) {
  const layout = useLayout();
  return (
    <Panel title={historyText.drift}>
      {drift === null ? <p className={layout.quiet}>{text.drift.unknown}</p> : <Rows {...drift} />}
    </Panel>
  );
}

function Rows({ since, at, differences }: NonNullable<OperationHistory['drift']>) {
  const layout = useLayout();
  const table = useTableStyles();
  const when = `${text.drift.since[since]} (${momentText(at)})`;
  const { what, was, now } = historyText.driftColumns;
  if (differences.length === 0) {
    return (
      <>
        <p className={layout.text}>{text.drift.nothing(when)}</p>
        <p className={layout.quiet}>{text.drift.compared}</p>
      </>
    );
  }
  return (
    <>
      <p className={layout.text}>{text.drift.changed(differences.length, when)}</p>
      <Table className={table.table} aria-label={historyText.drift}>
        <TableHeader>
          <TableRow>
            {[what, was, now].map((column) => (
              <TableHeaderCell key={column}>{column}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {differences.map((one) => (
            <TableRow key={one.label} className={table.row}>
              <TableCell>{one.label}</TableCell>
              <TableCell>{one.was}</TableCell>
              <TableCell>{one.now}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className={layout.quiet}>{text.drift.compared}</p>
    </>
  );
}
