import { makeStyles, tokens } from '@fluentui/react-components';

/** Tables whose cells hold more than one line, and rows that do not change under the pointer. */
export const useTableStyles = makeStyles({
  table: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: { ':hover': { backgroundColor: 'transparent', color: tokens.colorNeutralForeground1 } },
  cell: {
    verticalAlign: 'top',
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    height: 'auto',
    overflowWrap: 'anywhere',
  },
  toggle: { width: '32px', paddingTop: tokens.spacingVerticalS, paddingRight: 0 },
  details: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL} 48px`,
    height: 'auto',
  },
});
