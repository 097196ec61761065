import { Eye20Regular } from '@fluentui/react-icons/svg/eye';
import { afterwardsOf } from '../../../../contract/afterwards';
import type { OperationState } from '../../../../contract/operation';
import { wizardText } from '../../text/wizard';
import { useLayout } from '../layout';
import { Panel } from '../Panel';

/** What this server can not prove and somebody has to look at or do; nothing before it is done. */
export function Afterwards({ operation }: { operation: OperationState }) {
  const layout = useLayout();
  const lines = afterwardsOf(operation);
  if (lines.length === 0) return null;
  return (
    <Panel title={wizardText.afterwards} icon={<Eye20Regular aria-hidden />}>
      <div className={layout.stack}>
        {lines.map((line) => (
          <p key={line} className={layout.text}>
            {line}
          </p>
        ))}
      </div>
    </Panel>
  );
}
