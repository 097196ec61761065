import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ArgumentReference } from '../../../../contract/reference';
import { CopyText } from '../../components/CopyText';
import { useLayout } from '../../components/layout';
import { Pair, Pairs } from '../../components/Pairs';
import { Status, type Tone } from '../../components/Status';
import { argumentUseWords, referenceText as text } from '../../text/reference';
import { type Column, DetailTable } from './DetailTable';

const useTones: Readonly<Record<ArgumentReference['use'], Tone>> = {
  asked: 'here',
  always: 'good',
  never: 'stopped',
};

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace },
  use: { width: '184px' },
  byDefault: { width: '28%' },
  details: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    width: '100%',
    minWidth: 0,
  },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalXXL,
    margin: 0,
  },
  term: { fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, overflowWrap: 'anywhere' },
});

/** The arguments of set-up; each opens to what is written about it beside what it does. */
export function ArgumentTable({ items }: { items: readonly ArgumentReference[] }) {
  const styles = useStyles();
  const columns: readonly Column<ArgumentReference>[] = [
    {
      title: text.columns.argument,
      cell: ({ name }) => <Text className={styles.code}>{name}</Text>,
    },
    {
      title: text.columns.use,
      className: styles.use,
      cell: ({ use }) => <Status tone={useTones[use]} word={argumentUseWords[use]} />,
    },
    { title: text.columns.byDefault, className: styles.byDefault, cell: defaultOf },
  ];
  return (
    <DetailTable
      label={text.tabs.arguments}
      items={items}
      columns={columns}
      nameOf={({ name }) => name}
      details={(item) => <ArgumentDetails item={item} />}
    />
  );
}

function defaultOf({ takesValue, byDefault }: ArgumentReference): string {
  return byDefault ?? (takesValue ? text.noDefault : text.takesNoValue);
}

function ArgumentDetails({ item }: { item: ArgumentReference }) {
  const styles = useStyles();
  return (
    <div className={styles.details}>
      <dl className={styles.beside}>
        <Words title={text.documented} words={item.documented} />
        <Words title={text.real} words={item.real} />
      </dl>
      <Pairs>
        <Pair name={text.columns.byDefault}>{defaultOf(item)}</Pair>
        {item.why === '' ? null : <Pair name={text.why}>{item.why}</Pair>}
        {item.example === '' ? null : (
          <Pair name={text.example}>
            <CopyText text={item.example} label={text.exampleOf(item.name)} />
          </Pair>
        )}
      </Pairs>
    </div>
  );
}

function Words({ title, words }: { title: string; words: string }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <div className={layout.tight}>
      <dt className={styles.term}>{title}</dt>
      <dd className={styles.words}>{words}</dd>
    </div>
  );
}
