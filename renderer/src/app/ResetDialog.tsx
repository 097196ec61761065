import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Select,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PracticeState } from '../../../contract/ipc';
import type { Problem } from '../../../contract/problem';
import { useLayout } from '../components/layout';
import { ProblemView } from '../components/ProblemView';
import { problemOf, request } from '../state/client';
import { useNavigation } from '../state/navigation';
import { useOperations } from '../state/operations';
import { useServer } from '../state/server';
import { forgetWizards } from '../state/wizard';
import { commonText } from '../text/common';
import { frameText } from '../text/frame';

const AS_FAST_AS_IT_CAN = 'max';

/** Lays the practice server out anew, with a scenario and a speed to choose. */
export function ResetDialog({ practice }: { practice: PracticeState }) {
  const layout = useLayout();
  const [open, setOpen] = useState(false);
  const [scenario, setScenario] = useState(practice.scenario);
  const [time, setTime] = useState(String(practice.timeFactor ?? AS_FAST_AS_IT_CAN));
  const [problem, setProblem] = useState<Problem | null>(null);
  const times = frameText.resetTimes.some(({ value }) => value === time)
    ? frameText.resetTimes
    : [...frameText.resetTimes, { value: time, label: `${time}×` }];
  const reset = async () => {
    try {
      const timeFactor = time === AS_FAST_AS_IT_CAN ? null : Number(time);
      if (!(await request('practice.reset', { scenario, timeFactor }))) {
        setProblem(frameText.resetRefused);
        return;
      }
    } catch (error) {
      setProblem(problemOf(error));
      return;
    }
    setOpen(false);
    setProblem(null);
    forgetWizards();
    useOperations.getState().forget();
    useNavigation.getState().go('overview');
    await useServer.getState().load();
    await useOperations.getState().load();
  };
  return (
    <Dialog open={open} onOpenChange={(_event, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small">{frameText.reset}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{frameText.resetTitle}</DialogTitle>
          <DialogContent className={layout.stack}>
            <p className={layout.text}>{frameText.resetText}</p>
            {problem ? <ProblemView problem={problem} /> : null}
            <Field label={frameText.resetScenario}>
              <Select value={scenario} onChange={(_event, data) => setScenario(data.value)}>
                {practice.scenarios.map(({ name, title }) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={frameText.resetTime}>
              <Select value={time} onChange={(_event, data) => setTime(data.value)}>
                {times.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            </Field>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{commonText.cancel}</Button>
            </DialogTrigger>
            <Button appearance="primary" onClick={() => void reset()}>
              {frameText.resetVerb}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
