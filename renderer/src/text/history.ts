export const historyText = {
  title: 'History',
  introduction: 'Everything this program did on this server, newest first.',
  empty: 'Nothing was done here yet.',
  columns: {
    operation: 'Operation',
    status: 'Status',
    started: 'Started',
    ended: 'Ended',
    steps: 'Steps',
  },
  stepsDone: (done: number, total: number) => `${done} of ${total}`,
  open: (title: string, moment: string) => `Open ${title}, started ${moment}`,
  backToList: 'Back to the list',
};
