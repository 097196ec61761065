import { Button } from '@fluentui/react-components';
import { Apps20Regular } from '@fluentui/react-icons/svg/apps';
import { CardSkeleton } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { useServer } from '../../state/server';
import { maintainText } from '../../text/maintain';
import { ACTION_QUESTION, openTask, SERVICES } from '../../wizard/tasks';
import { ServiceStates } from '../overview/ServicesCard';
import { productServices } from '../overview/standing';

const text = maintainText.services;

/** How the services of the process server are, and the tasks around them. */
export function ServicesTask() {
  const layout = useLayout();
  const facts = useServer((state) => state.facts);
  const hasServices = facts !== null && productServices(facts).length > 0;
  const open = (action: string) => () => openTask(SERVICES, { [ACTION_QUESTION]: action });
  return (
    <Panel title={text.title} icon={<Apps20Regular aria-hidden />}>
      <p className={layout.text}>{text.introduction}</p>
      {facts === null ? <CardSkeleton rows={2} /> : <ServiceStates facts={facts} />}
      {hasServices ? (
        <div className={layout.row}>
          <Button appearance="primary" onClick={open('start')}>
            {text.order}
          </Button>
          <Button onClick={open('patchDay')}>{text.patchDay}</Button>
          <Button onClick={open('startTypes')}>{text.startTypes}</Button>
        </div>
      ) : null}
    </Panel>
  );
}
