import { text } from '../../../contract/text/engine';
import { backUp } from './back-up';
import { changeSetting } from './change-setting';
import { chooseRow } from './choose-row';
import { type ActionContext, type ActionOutcome, done } from './context';
import { download } from './download';
import {
  copyFile,
  protectedFolder,
  putBack,
  recordVerified,
  runScript,
  writeFile,
} from './file-actions';
import { recordFolder } from './record-folder';
import { remove } from './remove';
import { importKey, removeRegistry, restoreFile } from './restore-actions';
import { runTool } from './run-tool';
import { orderService, setStartType } from './service-actions';
import { uninstall } from './uninstall';

function dispatch(context: ActionContext): Promise<ActionOutcome> {
  const { action } = context.step;
  switch (action.kind) {
    case 'run':
      return runTool(action, context);
    case 'script':
      return runScript(action, context);
    case 'protectedFolder':
      return protectedFolder(action, context);
    case 'copyFile':
      return copyFile(action, context);
    case 'writeFile':
      return writeFile(action, context);
    case 'recordVerified':
      return recordVerified(action, context);
    case 'recordFolder':
      return recordFolder(action, context);
    case 'download':
      return download(action, context);
    case 'remove':
      return remove(action, context);
    case 'service':
      return orderService(action, context);
    case 'startType':
      return setStartType(action, context);
    case 'backUp':
      return backUp(action, context);
    case 'putBack':
      return putBack(action, context);
    case 'changeSetting':
      return changeSetting(action, context);
    case 'uninstall':
      return uninstall(action, context);
    case 'chooseRow':
      return chooseRow(action, context);
    case 'restoreFile':
      return restoreFile(action, context);
    case 'importKey':
      return importKey(action, context);
    case 'removeRegistry':
      return removeRegistry(action, context);
    case 'prove':
      return Promise.resolve({ ...done(), restart: context.step.restart === 'yes' });
  }
}

/** What a step does, with everything unexpected turned into a problem in words. */
export async function perform(
  context: ActionContext,
  how: (context: ActionContext) => Promise<ActionOutcome> = dispatch,
): Promise<ActionOutcome> {
  try {
    return await how(context);
  } catch (error) {
    if (context.signal.aborted) return { kind: 'cancelled' };
    const what = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    return {
      kind: 'failed',
      problem: { ...text.unexpected(what), toolWords: [], code },
      facts: {},
    };
  }
}
