import {
  Badge,
  Button,
  makeStyles,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Server24Regular } from '@fluentui/react-icons/svg/server';
import { ShieldTask20Regular } from '@fluentui/react-icons/svg/shield-task';
import { problemOf, request } from '../state/client';
import { useServer } from '../state/server';
import { commonText } from '../text/common';
import { frameText } from '../text/frame';
import { connectionOf, roleOf } from './server-words';

const useStyles = makeStyles({
  bar: {
    gridArea: 'title',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalXL}`,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    outlineStyle: 'none',
    whiteSpace: 'nowrap',
  },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  facts: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalM,
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
  },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  fact: {
    color: tokens.colorNeutralForeground2,
    // A long name gives way first: what this server is has to be read whole.
    flexShrink: 0,
    whiteSpace: 'nowrap',
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  skeleton: { width: '420px' },
  right: { flexShrink: 0 },
});

/** Which server this is, what it is, whom it is registered with, and what may be done here. */
export function TitleBar() {
  const styles = useStyles();
  const { app, facts } = useServer();
  return (
    <header className={styles.bar} data-region="title" tabIndex={-1}>
      <Server24Regular className={styles.icon} aria-hidden />
      <div className={styles.facts}>
        {facts ? (
          <>
            <Text weight="semibold" size={400} className={styles.name} title={facts.serverName}>
              {facts.serverName}
            </Text>
            <Text className={styles.fact}>{roleOf(facts)}</Text>
            <Text className={styles.fact}>{connectionOf(facts)}</Text>
          </>
        ) : (
          <Skeleton className={styles.skeleton} aria-label={commonText.loading}>
            <SkeletonItem />
          </Skeleton>
        )}
      </div>
      {app ? <Rights isAdministrator={app.isAdministrator} /> : null}
    </header>
  );
}

function Rights({ isAdministrator }: { isAdministrator: boolean }) {
  const styles = useStyles();
  if (isAdministrator) {
    return (
      <Badge
        className={styles.right}
        appearance="tint"
        color="informative"
        size="large"
        icon={<ShieldTask20Regular />}
      >
        {frameText.administrator}
      </Badge>
    );
  }
  return (
    <>
      <Badge className={styles.right} appearance="tint" color="warning" size="large">
        {frameText.readOnly}
      </Badge>
      <Button className={styles.right} size="small" onClick={() => void restartAsAdministrator()}>
        {frameText.restartAsAdministrator}
      </Button>
    </>
  );
}

async function restartAsAdministrator(): Promise<void> {
  try {
    const isRestarting = await request('app.restartAsAdministrator', null);
    if (!isRestarting) useServer.setState({ problem: frameText.restartRefused });
  } catch (error) {
    useServer.setState({ problem: problemOf(error) });
  }
}
