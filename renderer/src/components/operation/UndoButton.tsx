import {
  Button,
  type ButtonProps,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { OperationState } from '../../../../contract/operation';
import { useOperations } from '../../state/operations';
import { commonText } from '../../text/common';
import { operationText } from '../../text/operation';
import { useLayout } from '../layout';
import { type UndoOffer, undoOffer } from './undo';

const text = operationText.undo;
const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  item: { overflowWrap: 'anywhere' },
});

interface UndoButtonProps {
  operation: OperationState;
  appearance?: ButtonProps['appearance'];
}

/** Offers to take an operation back, after showing what that does; nothing when it can't be. */
export function UndoButton({ operation, appearance }: UndoButtonProps) {
  const undo = useOperations((state) => state.undo);
  const [isOpen, setOpen] = useState(false);
  const offer = undoOffer(operation);
  if (!offer) return null;
  const confirm = async () => {
    setOpen(false);
    await undo(operation.id);
    // The button that opened the dialog is gone once the operation runs.
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  return (
    <Dialog open={isOpen} onOpenChange={(_event, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance={appearance}>{text.open}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text.title(operation.plan.body.title)}</DialogTitle>
          <OfferList offer={offer} />
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{commonText.cancel}</Button>
            </DialogTrigger>
            <Button appearance="primary" onClick={() => void confirm()}>
              {text.verb}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function OfferList({ offer }: { offer: UndoOffer }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <DialogContent className={layout.stack}>
      <p className={layout.text}>{text.text}</p>
      <Text weight="semibold" as="h3" className={layout.text}>
        {text.willBe}
      </Text>
      <ol className={styles.list}>
        {offer.willBeUndone.map(({ step, how }) => (
          <li key={step.id} className={styles.item}>
            {how}
            <div className={layout.quiet}>{step.title}</div>
          </li>
        ))}
      </ol>
      {offer.canNot.length > 0 ? (
        <>
          <Text weight="semibold" as="h3" className={layout.text}>
            {text.canNot}
          </Text>
          <ul className={styles.list}>
            {offer.canNot.map(({ step, because }) => (
              <li key={step.id} className={styles.item}>
                {text.canNotText(step.title, because)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </DialogContent>
  );
}
