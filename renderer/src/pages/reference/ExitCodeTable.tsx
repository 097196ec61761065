import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ExitCodeReference } from '../../../../contract/reference';
import { useLayout } from '../../components/layout';
import { Pair, Pairs } from '../../components/Pairs';
import { referenceText as text } from '../../text/reference';
import { type Column, DetailTable } from './DetailTable';

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace },
  program: { width: '30%' },
  number: { width: '96px' },
});

/** Exit codes of set-up and of the programs it starts; each opens to its meaning. */
export function ExitCodeTable({ items }: { items: readonly ExitCodeReference[] }) {
  const styles = useStyles();
  const columns: readonly Column<ExitCodeReference>[] = [
    {
      title: text.columns.code,
      className: styles.number,
      cell: ({ code }) => <Text className={styles.code}>{code}</Text>,
    },
    { title: text.columns.what, cell: ({ what }) => what },
    {
      title: text.columns.program,
      className: styles.program,
      cell: ({ program }) => <Text className={styles.code}>{program}</Text>,
    },
  ];
  return (
    <DetailTable
      label={text.tabs.exitCodes}
      items={items}
      columns={columns}
      nameOf={({ program, code, what }) => text.codeOf(program, code, what)}
      details={(item) => <ExitCodeDetails item={item} />}
    />
  );
}

function ExitCodeDetails({ item }: { item: ExitCodeReference }) {
  const layout = useLayout();
  return (
    <Pairs>
      <Pair name={text.meaning}>{item.meaning}</Pair>
      <Pair name={text.next}>{item.next}</Pair>
      <Pair name={text.milestones}>
        {item.milestones.length === 0 ? (
          text.anyMilestone
        ) : (
          <ul className={layout.plain}>
            {item.milestones.map((milestone) => (
              <li key={milestone}>{milestone}</li>
            ))}
          </ul>
        )}
      </Pair>
    </Pairs>
  );
}
