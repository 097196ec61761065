import { useEffect } from 'react';
import { useWizardContext } from './context';

/** How long after an answer main is asked what it thinks of all of them. */
const SETTLE_MS = 300;

/** Asks main for its opinion when answers have not changed for a moment. */
export function useSettledProposal(): void {
  const { store } = useWizardContext();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = store.subscribe((now, before) => {
      const isSame =
        now.answers === before.answers &&
        now.touched === before.touched &&
        now.secretsEntered === before.secretsEntered;
      if (isSame) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { procedure, propose, describe } = store.getState();
        void propose();
        // A text to copy is made of the answers.
        if (procedure?.sections.some(({ copies }) => copies !== undefined)) void describe();
      }, SETTLE_MS);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [store]);
}
