import type { BaseWindow, Dialog, MessageBoxOptions } from 'electron';
import type { Plan } from '../../contract/plan';
import type { NativeApproval } from '../services';

/** The question of the native box; the safe answer is the first, the default and Escape. */
export function approvalQuestion(plan: Plan): MessageBoxOptions {
  return {
    type: 'warning',
    title: 'Process Server Manager',
    message: `${plan.body.title} on ${plan.body.serverName}?`,
    detail: [
      `Server: ${plan.body.serverName}`,
      `Plan: ${plan.body.title}, ${plan.body.steps.length} steps`,
      `Plan hash: ${plan.hash}`,
      'This can not be taken back. Go on only when this is the plan you read.',
    ].join('\n'),
    buttons: ['Cancel', plan.body.verb],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}

/** Approval of destructive plans outside the page, so that no script in the page can give it. */
export function nativeApproval(
  dialog: Pick<Dialog, 'showMessageBox'>,
  window: () => BaseWindow | null,
): NativeApproval {
  return {
    async approveDestructive(plan) {
      const parent = window();
      if (!parent) return false;
      const { response } = await dialog.showMessageBox(parent, approvalQuestion(plan));
      return response === 1;
    },
  };
}
