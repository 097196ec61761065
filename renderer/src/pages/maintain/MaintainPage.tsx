import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { useLayout } from '../../components/layout';
import { PageHeading } from '../../components/PageHeading';
import { useMaintainTask } from '../../state/maintain-task';
import { maintainText } from '../../text/maintain';
import { Wizard } from '../../wizard/Wizard';
import { CommandLineTool } from './CommandLineTool';
import { KeptPackages } from './KeptPackages';
import { leaveTask, useIsAtWork } from './tasks';

const useStyles = makeStyles({ hidden: { visibility: 'hidden' } });

/** Set-up files that are kept here, command lines of articles, and the tasks around them. */
export function MaintainPage() {
  const layout = useLayout();
  const task = useMaintainTask((state) => state.task);
  if (task !== null) return <Task key={task} name={task} />;
  return (
    <div className={layout.page}>
      <PageHeading title={maintainText.title}>{maintainText.introduction}</PageHeading>
      <KeptPackages />
      <CommandLineTool />
    </div>
  );
}

/** The wizard of a task. The way back keeps its room while it can't be taken. */
function Task({ name }: { name: string }) {
  const styles = useStyles();
  const isAtWork = useIsAtWork(name);
  return (
    <>
      <div className={isAtWork ? styles.hidden : undefined}>
        <Button icon={<ArrowLeft20Regular />} appearance="subtle" onClick={leaveTask}>
          {maintainText.back}
        </Button>
      </div>
      <Wizard name={name} />
    </>
  );
}
