import { Button, Text } from '@fluentui/react-components';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { CardSkeleton } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { Status } from '../../components/Status';
import { operationTones } from '../../components/tones';
import { useNavigation } from '../../state/navigation';
import { newestOf, useOperations } from '../../state/operations';
import { frameText } from '../../text/frame';
import { momentText } from '../../text/numbers';
import { operationStatusWords, operationText } from '../../text/operation';
import { overviewText } from '../../text/overview';

/** What was done here last, and how it ended. */
export function LastOperationCard() {
  const layout = useLayout();
  const summaries = useOperations((state) => state.summaries);
  const go = useNavigation((state) => state.go);
  const last = newestOf(summaries);
  return (
    <Panel
      title={overviewText.cards.lastOperation}
      icon={<History20Regular aria-hidden />}
      actions={
        <Button size="small" appearance="subtle" onClick={() => go('history')}>
          {frameText.pages.history}
        </Button>
      }
    >
      {summaries === null ? <CardSkeleton rows={3} /> : null}
      {summaries !== null && !last ? (
        <p className={layout.quiet}>{overviewText.lastOperation.none}</p>
      ) : null}
      {last ? (
        <div className={layout.tight}>
          <Text weight="semibold">{last.title}</Text>
          <Status tone={operationTones[last.status]} word={operationStatusWords[last.status]} />
          <Text className={layout.quiet}>{operationText.openedAt(momentText(last.openedAt))}</Text>
        </div>
      ) : null}
    </Panel>
  );
}
