import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { request } from '../../state/client';
import { commonText } from '../../text/common';
import { overviewText } from '../../text/overview';

const KEY = 'support-notice-dismissed';
const text = overviewText.support;
const useStyles = makeStyles({ bar: { flexShrink: 0 } });

/** The end of support of the classic product; shown until this user has dismissed it. */
export function SupportNotice() {
  const styles = useStyles();
  const [isDismissed, setDismissed] = useState(() => localStorage.getItem(KEY) !== null);
  if (isDismissed) return null;
  const dismiss = () => {
    localStorage.setItem(KEY, 'yes');
    setDismissed(true);
  };
  const read = () => void request('app.openDocumentation', { key: 'supportNotice' });
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{text.title}</MessageBarTitle>
        {text.text}{' '}
        <Link inline onClick={read}>
          {text.more}
        </Link>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={commonText.dismiss}
            icon={<Dismiss20Regular />}
            onClick={dismiss}
          />
        }
      />
    </MessageBar>
  );
}
