import { ProgressBar, Text } from '@fluentui/react-components';
import { HardDrive20Regular } from '@fluentui/react-icons/svg/hard-drive';
import type { DriveFact, ServerFacts } from '../../../../contract/facts';
import { CardSkeleton } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { size } from '../../text/numbers';
import { overviewText } from '../../text/overview';

const text = overviewText.disk;

/** Free space of the fixed drives. */
export function DiskCard({ facts }: { facts: ServerFacts | null }) {
  const layout = useLayout();
  const drives = facts?.drives.filter(({ kind }) => kind === 'fixed') ?? [];
  return (
    <Panel title={overviewText.cards.disk} icon={<HardDrive20Regular aria-hidden />}>
      {facts ? (
        <div className={layout.stack}>
          {drives.map((drive) => (
            <Drive key={drive.letter} drive={drive} />
          ))}
          {drives.length === 0 ? <p className={layout.quiet}>{text.none}</p> : null}
        </div>
      ) : (
        <CardSkeleton rows={4} />
      )}
    </Panel>
  );
}

function Drive({ drive }: { drive: DriveFact }) {
  const layout = useLayout();
  const { letter, sizeBytes, freeBytes } = drive;
  const isKnown = sizeBytes !== null && freeBytes !== null && sizeBytes > 0;
  return (
    <div className={layout.tight}>
      <div className={layout.spread}>
        <Text weight="semibold">{letter}</Text>
        <Text>{isKnown ? text.freeOf(size(freeBytes), size(sizeBytes)) : text.unknown}</Text>
      </div>
      {isKnown ? (
        <ProgressBar value={1 - freeBytes / sizeBytes} aria-label={text.used(letter)} />
      ) : null}
    </div>
  );
}
