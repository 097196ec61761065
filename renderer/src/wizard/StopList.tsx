import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useLayout } from '../components/layout';
import { Spoken } from '../components/Spoken';
import { StatusIcon } from '../components/Status';
import { wizardText } from '../text/wizard';
import { useWizard, useWizardContext } from './context';
import type { Stop } from './positions';

const useStyles = makeStyles({
  list: { width: '100%' },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
  },
  section: { paddingLeft: tokens.spacingHorizontalXXL },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  link: {
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground2Hover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  group: { color: tokens.colorNeutralForeground2 },
});

/** The stops of the wizard with their state; those behind can be gone back to. */
export function StopList({ isLocked }: { isLocked: boolean }) {
  const styles = useStyles();
  const layout = useLayout();
  const { procedure, stops, position } = useWizardContext();
  const here = stops.findIndex(({ id }) => id === position);
  const passed = useWizard((state) => state.passed);
  const isPassed = ({ id }: Stop) => isLocked || passed.includes(id);
  const firstSection = stops.findIndex(({ isSection }) => isSection);
  return (
    <nav className={styles.list} aria-label={wizardText.stepsLabel(procedure.title)}>
      <ol className={layout.plain}>
        {stops.map((stop, index) => (
          <li key={stop.id}>
            {index === firstSection ? (
              <div className={mergeClasses(styles.item, styles.group)}>
                <StatusIcon tone={sectionsTone(stops, here, isPassed)} />
                {wizardText.questions}
              </div>
            ) : null}
            <StopItem
              stop={stop}
              state={stateOf(index, here)}
              isPassed={isPassed(stop)}
              isLocked={isLocked}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

type StopState = 'behind' | 'here' | 'ahead';
const stateOf = (index: number, here: number): StopState =>
  index < here ? 'behind' : index === here ? 'here' : 'ahead';

function sectionsTone(stops: readonly Stop[], here: number, isPassed: (stop: Stop) => boolean) {
  if (stops[here]?.isSection) return 'here';
  const sections = stops.filter(({ isSection }) => isSection);
  const last = stops.findLastIndex(({ isSection }) => isSection);
  return here > last && sections.every(isPassed) ? 'good' : 'waiting';
}

interface StopItemProps {
  stop: Stop;
  state: StopState;
  /** One that was jumped over, to look at the server first, is not done. */
  isPassed: boolean;
  isLocked: boolean;
}

function StopItem({ stop, state, isPassed, isLocked }: StopItemProps) {
  const styles = useStyles();
  const { store } = useWizardContext();
  const look = mergeClasses(
    styles.item,
    stop.isSection && styles.section,
    state === 'here' && styles.current,
  );
  const isDone = state === 'behind' && isPassed;
  const tone = isDone ? 'good' : state === 'here' ? 'here' : 'waiting';
  const content = (
    <>
      <StatusIcon tone={tone} />
      <span>
        {stop.title}
        {isDone ? <Spoken> ({wizardText.stepDone})</Spoken> : null}
      </span>
    </>
  );
  if (state === 'behind' && !isLocked) {
    return (
      <button
        type="button"
        className={mergeClasses(look, styles.link)}
        onClick={() => store.getState().goTo(stop.id, false)}
      >
        {content}
      </button>
    );
  }
  return (
    <div className={look} aria-current={state === 'here' ? 'step' : undefined}>
      {content}
    </div>
  );
}
