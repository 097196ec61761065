import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BookOpen20Regular } from '@fluentui/react-icons/svg/book-open';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { Home20Regular } from '@fluentui/react-icons/svg/home';
import { Toolbox20Regular } from '@fluentui/react-icons/svg/toolbox';
import { Wrench20Regular } from '@fluentui/react-icons/svg/wrench';
import type { ComponentType } from 'react';
import { useLayout } from '../components/layout';
import { PAGES, type Page, useNavigation } from '../state/navigation';
import { frameText } from '../text/frame';

const icons: Readonly<Record<Page, ComponentType<{ 'aria-hidden': true }>>> = {
  overview: Home20Regular,
  setUp: Wrench20Regular,
  maintain: Toolbox20Regular,
  reference: BookOpen20Regular,
  history: History20Regular,
};

const useStyles = makeStyles({
  navigation: {
    gridArea: 'navigation',
    width: '184px',
    padding: tokens.spacingHorizontalS,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    outlineStyle: 'none',
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground3Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
  },
});

/** The pages of the program, on the left. */
export function Navigation() {
  const styles = useStyles();
  const layout = useLayout();
  const { page, go } = useNavigation();
  return (
    <nav
      className={styles.navigation}
      aria-label={frameText.regionNavigation}
      data-region="navigation"
      tabIndex={-1}
    >
      <ul className={mergeClasses(layout.plain, layout.tight)}>
        {PAGES.map((name, index) => {
          const Icon = icons[name];
          return (
            <li key={name}>
              <button
                type="button"
                className={mergeClasses(styles.item, name === page && styles.chosen)}
                aria-current={name === page ? 'page' : undefined}
                aria-keyshortcuts={`Control+${index + 1}`}
                onClick={() => go(name)}
              >
                <Icon aria-hidden />
                {frameText.pages[name]}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
