import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem } from '../../../../contract/problem';
import { problemOf, request } from '../../state/client';
import { wizardText } from '../../text/wizard';
import { CopyText } from '../CopyText';
import { useLayout } from '../layout';
import { Panel } from '../Panel';
import { ProblemView } from '../ProblemView';

/** Has the report of an operation written and shows where it is. */
export function ReportPanel({ operationId }: { operationId: string }) {
  const layout = useLayout();
  const [path, setPath] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const write = async () => {
    try {
      setPath(await request('operation.report', { operationId }));
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Panel
      title={wizardText.report}
      actions={<Button onClick={() => void write()}>{wizardText.openReport}</Button>}
    >
      {problem ? <ProblemView problem={problem} /> : null}
      {path === null ? null : (
        <div className={layout.stack} role="status">
          <Text>{wizardText.reportWritten}</Text>
          <CopyText text={path} label={wizardText.report} />
        </div>
      )}
    </Panel>
  );
}
