import { SET_UP } from '../../wizard/procedures';
import { Wizard } from '../../wizard/Wizard';

/** Setting up a process server. */
export function SetUpPage() {
  return <Wizard name={SET_UP} />;
}
