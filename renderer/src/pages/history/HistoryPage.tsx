import { useEffect, useState } from 'react';
import type { OperationSummary } from '../../../../contract/operation';
import { useLayout } from '../../components/layout';
import { PageHeading } from '../../components/PageHeading';
import { useOperations } from '../../state/operations';
import { historyText } from '../../text/history';
import { OperationDetail } from './OperationDetail';
import { OperationTable } from './OperationTable';

/** Everything done on this server; each operation can be opened and read. */
export function HistoryPage() {
  const layout = useLayout();
  const { summaries, list, watch } = useOperations();
  const [openedId, setOpenedId] = useState<string | null>(null);
  useEffect(() => void list(), [list]);
  const open = (summary: OperationSummary) => {
    void watch(summary.id);
    setOpenedId(summary.id);
  };
  if (openedId !== null) {
    return <OperationDetail operationId={openedId} back={() => setOpenedId(null)} />;
  }
  return (
    <div className={layout.page}>
      <PageHeading title={historyText.title}>{historyText.introduction}</PageHeading>
      <OperationTable summaries={summaries} open={open} />
    </div>
  );
}
