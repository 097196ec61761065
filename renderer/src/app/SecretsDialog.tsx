import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import type { Problem } from '../../../contract/problem';
import type { Procedure } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { ProblemView } from '../components/ProblemView';
import { problemOf, request } from '../state/client';
import { type SecretsWanted, useOperations } from '../state/operations';
import { commonText } from '../text/common';
import { operationText } from '../text/operation';

/** Asks again for the secrets an operation needs to go on; they were never written down. */
export function SecretsDialog() {
  const wanted = useOperations((state) => state.secretsWanted);
  if (!wanted) return null;
  return <AskSecrets key={wanted.operationId} wanted={wanted} />;
}

function AskSecrets({ wanted }: { wanted: SecretsWanted }) {
  const { operationId, names, goOn: verb } = wanted;
  const layout = useLayout();
  const { dismissSecrets, [verb]: takeUp } = useOperations();
  const procedure = useProcedureOf(operationId);
  const [problem, setProblem] = useState<Problem | null>(null);
  // What opened the dialog may be gone when it closes; the focus goes to the page's heading.
  useEffect(() => () => document.querySelector<HTMLElement>('main h1')?.focus(), []);
  const questionOf = (name: string) => procedure?.questions.find((item) => item.name === name);
  const goOn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    try {
      for (const name of names) {
        await request('secret.enter', { name, value: String(entered.get(name) ?? '') });
      }
    } catch (error) {
      setProblem(problemOf(error));
      return;
    }
    await takeUp(operationId);
  };
  return (
    <Dialog open onOpenChange={dismissSecrets}>
      <DialogSurface>
        <form onSubmit={(event) => void goOn(event)}>
          <DialogBody>
            <DialogTitle>{operationText.secretsTitle}</DialogTitle>
            <DialogContent className={layout.stack}>
              <p className={layout.text}>{operationText.secretsText}</p>
              {problem ? <ProblemView problem={problem} /> : null}
              {names.map((name) => (
                <Field
                  key={name}
                  label={questionOf(name)?.label ?? name}
                  hint={questionOf(name)?.hint}
                  required
                >
                  <Input name={name} type="password" autoComplete="off" required />
                </Field>
              ))}
            </DialogContent>
            <DialogActions>
              <Button onClick={dismissSecrets}>{commonText.cancel}</Button>
              <Button type="submit" appearance="primary">
                {operationText.goOn}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** The questions behind an operation, for the labels of its secrets. */
function useProcedureOf(operationId: string): Procedure | null {
  const runbook = useOperations((state) => state.byId[operationId]?.plan.body.runbook);
  const [procedure, setProcedure] = useState<Procedure | null>(null);
  useEffect(() => {
    if (!runbook) return;
    request('procedure.describe', { name: runbook, answers: {} }).then(setProcedure, () =>
      setProcedure(null),
    );
  }, [runbook]);
  return procedure;
}
