import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useEffect } from 'react';
import { useLayout } from '../../components/layout';
import { PageHeading } from '../../components/PageHeading';
import { useCurrentOperation } from '../../state/current-operation';
import { useNavigation } from '../../state/navigation';
import { useOperations } from '../../state/operations';
import { useServer } from '../../state/server';
import { frameText } from '../../text/frame';
import { overviewText } from '../../text/overview';
import { goOnWith } from '../../wizard/open-operation';
import { ACTION_QUESTION, openProcedure, REGISTER, REPAIR, SERVICES } from '../../wizard/tasks';
import { DiskCard } from './DiskCard';
import { HealthCard } from './HealthCard';
import { LastOperationCard } from './LastOperationCard';
import { ProductCard } from './ProductCard';
import { ProxyCard } from './ProxyCard';
import { RegistrationCard } from './RegistrationCard';
import { ServicesCard } from './ServicesCard';
import { SupportNotice } from './SupportNotice';
import { isHalfInstalled, sentenceOf } from './standing';

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))',
    gap: '24px',
  },
});

/** What this server is, whether it is well, and what should be done next. */
export function OverviewPage() {
  const styles = useStyles();
  const layout = useLayout();
  const { facts, detecting, detect } = useServer();
  const go = useNavigation((state) => state.go);
  const operation = useCurrentOperation();
  const status = operation?.status;
  useEffect(() => {
    if (status !== 'running') void useOperations.getState().list();
  }, [status]);
  const sentence = facts ? sentenceOf(facts, operation) : null;
  const follow = () => {
    if (sentence?.leadsTo === 'operation' && operation) void goOnWith(operation);
    else if (sentence?.leadsTo === 'register') openProcedure(REGISTER);
    else if (sentence?.leadsTo === 'services' || sentence?.leadsTo === 'startTypes') {
      const action = sentence.leadsTo === 'services' ? 'start' : 'startTypes';
      openProcedure(SERVICES, { [ACTION_QUESTION]: action });
    } else go('setUp');
  };
  return (
    <div className={layout.page}>
      <SupportNotice />
      <PageHeading title={sentence?.text ?? frameText.starting} />
      <div className={layout.row}>
        {sentence?.next ? (
          <Button appearance="primary" onClick={follow}>
            {sentence.next}
          </Button>
        ) : null}
        {facts && isHalfInstalled(facts, operation) ? (
          <Button onClick={() => openProcedure(REPAIR)}>{overviewText.partialRepair}</Button>
        ) : null}
        <Button
          icon={<ArrowClockwise20Regular />}
          disabledFocusable={detecting}
          onClick={() => void detect()}
        >
          {overviewText.lookAgain}
        </Button>
      </div>
      <div className={styles.cards}>
        <ProductCard facts={facts} />
        <RegistrationCard facts={facts} />
        <ServicesCard facts={facts} />
        <HealthCard />
        <ProxyCard facts={facts} />
        <DiskCard facts={facts} />
        <LastOperationCard />
      </div>
    </div>
  );
}
