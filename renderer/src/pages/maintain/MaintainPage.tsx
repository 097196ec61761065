import { useLayout } from '../../components/layout';
import { PageHeading } from '../../components/PageHeading';
import { useMaintainTask } from '../../state/maintain-task';
import { maintainText } from '../../text/maintain';
import { leaveTask } from '../../wizard/tasks';
import { Wizard } from '../../wizard/Wizard';
import { CommandLineTool } from './CommandLineTool';
import { KeptPackages } from './KeptPackages';
import { ServicesTask } from './ServicesTask';
import { TaskList } from './TaskList';

/** Services, the other changes, kept set-up files, command lines of articles, and the tasks around them. */
export function MaintainPage() {
  const layout = useLayout();
  const task = useMaintainTask((state) => state.task);
  if (task !== null) return <Wizard key={task} name={task} onLeave={leaveTask} />;
  return (
    <div className={layout.page}>
      <PageHeading title={maintainText.title}>{maintainText.introduction}</PageHeading>
      <ServicesTask />
      <TaskList />
      <KeptPackages />
      <CommandLineTool />
    </div>
  );
}
