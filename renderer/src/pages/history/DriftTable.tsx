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

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A moment as the rest of the window tells it; anything else as it is. */
const inWords = (value: string) => (MOMENT.test(value) ? momentText(value) : value);

function Rows({ since, at, differences }: NonNullable<OperationHistory['drift']>) {
  const layout = useLayout();
  const table = useTableStyles();
  const when = `${text.drift.since[since]} (${momentText(at)})`;
  const { what, was, now } = historyText.driftColumns;
  const columns = [what, was, now];
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
            {columns.map((column) => (
              <TableHeaderCell key={column}>{column}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {differences.map((one) => (
            <TableRow key={one.label} className={table.row}>
              {[one.label, inWords(one.was), inWords(one.now)].map((value, index) => (
                <TableCell key={columns[index]} className={table.cell}>
                  {value}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className={layout.quiet}>{text.drift.compared}</p>
    </>
  );
}
