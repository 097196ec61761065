import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { Wrench20Regular } from '@fluentui/react-icons/svg/wrench';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { taskGroups, tasksTitle } from '../../text/tasks';
import { openTask } from '../../wizard/tasks';

const useStyles = makeStyles({
  group: {
    margin: 0,
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
  },
  task: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 200px',
    columnGap: tokens.spacingHorizontalXL,
    alignItems: 'center',
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Every other change of this server, each a task with a wizard of its own. */
export function TaskList() {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <Panel title={tasksTitle} icon={<Wrench20Regular aria-hidden />}>
      {taskGroups.map((group) => (
        <div key={group.title}>
          <Subtitle2 as="h3" className={styles.group}>
            {group.title}
          </Subtitle2>
          <ul className={layout.plain}>
            {group.tasks.map(({ name, title, description, button }) => (
              <li key={name} className={styles.task}>
                <div className={layout.tight}>
                  <Text weight="semibold">{title}</Text>
                  <p className={layout.quiet}>{description}</p>
                </div>
                <Button onClick={() => openTask(name)}>{button}</Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
