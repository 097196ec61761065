import {
  Field,
  makeStyles,
  mergeClasses,
  SearchBox,
  Tab,
  TabList,
  Text,
} from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { Reference } from '../../../../contract/reference';
import { CardSkeleton } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { PageHeading } from '../../components/PageHeading';
import { ProblemView } from '../../components/ProblemView';
import { referenceText as text } from '../../text/reference';
import { ArgumentTable } from './ArgumentTable';
import { ExitCodeTable } from './ExitCodeTable';
import { filterArguments, filterExitCodes } from './filter';
import { useReference } from './reference-store';

const TABS = ['arguments', 'exitCodes'] as const;
type ReferenceTab = (typeof TABS)[number];

const useStyles = makeStyles({
  tools: { alignItems: 'flex-end', justifyContent: 'space-between' },
  filter: { width: '320px' },
});

/** What the arguments and exit codes of set-up mean, to be looked up. */
export function ReferencePage() {
  const layout = useLayout();
  const { reference, problem, load } = useReference();
  useEffect(() => void load(), [load]);
  return (
    <div className={layout.page}>
      <PageHeading title={text.title}>{text.introduction}</PageHeading>
      {problem ? <ProblemView problem={problem} /> : null}
      {reference ? <Lookup reference={reference} /> : null}
      {reference || problem ? null : <CardSkeleton rows={8} />}
    </div>
  );
}

function Lookup({ reference }: { reference: Reference }) {
  const layout = useLayout();
  const styles = useStyles();
  const id = useId();
  const [tab, setTab] = useState<ReferenceTab>('arguments');
  const [filter, setFilter] = useState('');
  const shown = {
    arguments: filterArguments(reference.arguments, filter),
    exitCodes: filterExitCodes(reference.exitCodes, filter),
  };
  const tabId = (name: ReferenceTab) => `${id}-${name}`;
  const panelId = `${id}-panel`;
  return (
    <>
      <TabList
        aria-label={text.tabsLabel}
        selectedValue={tab}
        onTabSelect={(_event, data) => setTab(TABS.find((name) => name === data.value) ?? tab)}
      >
        {TABS.map((name) => (
          <Tab
            key={name}
            id={tabId(name)}
            value={name}
            aria-controls={name === tab ? panelId : undefined}
          >
            {text.tabs[name]}
          </Tab>
        ))}
      </TabList>
      <div id={panelId} role="tabpanel" aria-labelledby={tabId(tab)} className={layout.stack}>
        <div className={mergeClasses(layout.row, styles.tools)}>
          <Field label={text.filter} className={styles.filter}>
            <SearchBox
              value={filter}
              placeholder={text.filterHint}
              onChange={(_event, data) => setFilter(data.value)}
            />
          </Field>
          <Text role="status" className={layout.quiet}>
            {tab === 'arguments'
              ? text.shownArguments(shown.arguments.length, reference.arguments.length)
              : text.shownExitCodes(shown.exitCodes.length, reference.exitCodes.length)}
          </Text>
        </div>
        {shown[tab].length === 0 ? (
          <p className={layout.quiet}>{text.noMatch}</p>
        ) : tab === 'arguments' ? (
          <ArgumentTable items={shown.arguments} />
        ) : (
          <ExitCodeTable items={shown.exitCodes} />
        )}
      </div>
    </>
  );
}
