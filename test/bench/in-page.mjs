// Clocks that run inside the page: each function is handed to the page as it stands, so none of
// them may use anything from outside itself.

/**
 * Waits for the first heading that matches, from a key or a click on. Milliseconds until the frame
 * with it was painted: the second frame after the heading is there begins when the first is out.
 * @param {{ heading: string, trigger: 'click' | 'keydown' }} wanted
 * @returns {{ painted: Promise<number> }} wrapped, so that nobody waits before the click
 */
export function untilHeadingIsPainted({ heading, trigger }) {
  const title = new RegExp(heading);
  const painted = new Promise((/** @type {(milliseconds: number) => void} */ resolve, reject) => {
    let begun = 0;
    // The last one counts: of Ctrl+2 that is the 2.
    const press = (/** @type {Event} */ event) => {
      begun = event.timeStamp;
    };
    const observer = new MutationObserver(() => {
      const shown = [...document.querySelectorAll('h1, h2')];
      if (begun === 0 || !shown.some(({ textContent }) => title.test(textContent ?? ''))) return;
      end();
      requestAnimationFrame(() => {
        requestAnimationFrame(() => resolve(performance.now() - begun));
      });
    });
    const tooLate = setTimeout(() => {
      end();
      reject(new Error(`The heading ${heading} did not come.`));
    }, 30_000);
    const end = () => {
      clearTimeout(tooLate);
      observer.disconnect();
      window.removeEventListener(trigger, press, { capture: true });
    };
    window.addEventListener(trigger, press, { capture: true });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return { painted };
}

/**
 * Milliseconds from each key to the end of the frame that shows the value it made.
 * @param {SVGElement | HTMLElement} field
 * @param {number} presses
 * @returns {{ delays: Promise<number[]> }}
 */
export function untilKeysAreShown(field, presses) {
  const delays = new Promise((/** @type {(milliseconds: number[]) => void} */ resolve) => {
    /** @type {number[]} */
    const seen = [];
    let begun = 0;
    const pressed = (/** @type {Event} */ event) => {
      begun = event.timeStamp;
    };
    const changed = () => {
      const from = begun;
      requestAnimationFrame(() => {
        // A message comes after the frame in which it was sent was drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          seen.push(performance.now() - from);
          if (seen.length < presses) return;
          field.removeEventListener('keydown', pressed, { capture: true });
          field.removeEventListener('input', changed);
          resolve(seen);
        };
        port2.postMessage(null);
      });
    };
    field.addEventListener('keydown', pressed, { capture: true });
    field.addEventListener('input', changed);
  });
  return { delays };
}
