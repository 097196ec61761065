import { Field, Switch } from '@fluentui/react-components';
import { useLayout } from '../components/layout';
import type { FieldProps } from './field-props';
import { NO, YES } from './toggle-answers';

/** Yes or no. */
export function ToggleField({ question, value, problem, test, change, leave }: FieldProps) {
  const layout = useLayout();
  return (
    <div className={layout.tight}>
      <Field hint={question.hint} validationMessage={problem}>
        <Switch
          label={question.label}
          checked={value === YES}
          onChange={(_event, data) => {
            change(data.checked ? YES : NO);
            leave();
          }}
        />
      </Field>
      {test ? <div>{test}</div> : null}
    </div>
  );
}
