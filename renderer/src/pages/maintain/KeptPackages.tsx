import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { BoxMultiple20Regular } from '@fluentui/react-icons/svg/box-multiple';
import type { KeptPackage } from '../../../../contract/facts';
import { CardSkeleton } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { Spoken } from '../../components/Spoken';
import { useServer } from '../../state/server';
import { maintainText } from '../../text/maintain';
import { DOWNLOAD } from '../../wizard/procedures';
import { openTask } from '../../wizard/tasks';
import { useTableStyles } from '../table-styles';
import { PackageRow, usePackageColumns } from './PackageRow';

const text = maintainText.packages;

/** The set-up files in the protected folder, and how one more gets there. */
export function KeptPackages() {
  const layout = useLayout();
  const packages = useServer((state) => state.facts?.packages ?? null);
  const isEmpty = packages !== null && packages.length === 0;
  return (
    <Panel title={text.title} icon={<BoxMultiple20Regular aria-hidden />}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.tooNewTitle}</MessageBarTitle> {text.tooNew}
        </MessageBarBody>
      </MessageBar>
      {packages === null ? <CardSkeleton rows={4} /> : null}
      {isEmpty ? <p className={layout.text}>{text.empty}</p> : null}
      {packages && !isEmpty ? <PackageTable packages={packages} /> : null}
      <div>
        <Button
          appearance="primary"
          icon={<ArrowDownload20Regular />}
          onClick={() => openTask(DOWNLOAD)}
        >
          {isEmpty ? text.downloadFirst : text.download}
        </Button>
      </div>
    </Panel>
  );
}

function PackageTable({ packages }: { packages: readonly KeptPackage[] }) {
  const table = useTableStyles();
  const columns = usePackageColumns();
  return (
    <Table className={table.table} aria-label={text.title}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={columns.file}>{text.columns.file}</TableHeaderCell>
          <TableHeaderCell>{text.columns.origin}</TableHeaderCell>
          <TableHeaderCell className={columns.proof}>{text.columns.proof}</TableHeaderCell>
          <TableHeaderCell className={columns.actions}>
            <Spoken>{text.columns.actions}</Spoken>
          </TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {packages.map((kept) => (
          <PackageRow key={kept.id} kept={kept} />
        ))}
      </TableBody>
    </Table>
  );
}
