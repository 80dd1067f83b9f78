import { lighten, makeStyles } from '@material-ui/core/styles';
import {
  accentTint,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';

/** The looks of a row of the table of fields. */
export const useRowStyles = makeStyles(
  theme => ({
    columns: {
      display: 'grid',
      gridTemplateColumns:
        '44px minmax(104px, 3fr) 108px minmax(150px, 3fr) minmax(56px, 2fr) 88px 48px',
      alignItems: 'center',
      borderBottom: `1px solid ${theme.palette.divider}`,
      '& td, & th': {
        display: 'block',
        minWidth: 0,
        padding: theme.spacing(0.5, 1),
        border: 'none',
      },
    },
    compact: { gridTemplateColumns: '44px minmax(0, 1fr) 88px 48px' },
    row: {
      minHeight: 49,
      backgroundColor: theme.palette.background.paper,
      // What is out of sight is neither laid out nor painted; its height is this one until it was seen.
      contentVisibility: 'auto',
      containIntrinsicBlockSize: 'auto 49px',
    },
    section: {
      // A band, not a row.
      '&&': {
        backgroundColor:
          theme.palette.type === 'dark'
            ? lighten(theme.palette.background.paper, 0.1)
            : theme.palette.grey[200],
      },
    },
    lifted: {
      '&&': {
        backgroundColor: accentTint(theme),
        boxShadow: theme.shadows[4],
      },
    },
    dragged: { position: 'relative', zIndex: 1, boxShadow: theme.shadows[6] },
    handleCell: { '&&': { paddingRight: 0 } },
    handle: {
      cursor: 'grab',
      touchAction: 'none',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    menuCell: { textAlign: 'right' },
    wide: { gridColumn: 'span 5' },
    wideCompact: { gridColumn: 'span 2' },
    name: {
      overflowWrap: 'anywhere',
      fontWeight: theme.typography.fontWeightMedium as number,
    },
    mono: {
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(12),
      overflowWrap: 'anywhere',
    },
    sectionName: {
      overflowWrap: 'anywhere',
      fontWeight: theme.typography.fontWeightBold as number,
    },
    type: { whiteSpace: 'nowrap', color: stateColors(theme).quiet },
    quiet: {
      color: stateColors(theme).quiet,
      overflowWrap: 'anywhere',
    },
    default: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    line: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(12),
      '& svg': { fontSize: 16, flexShrink: 0 },
    },
    problem: { color: stateColors(theme).danger },
    warning: { color: stateColors(theme).warning },
  }),
  { name: 'MooringFieldRow' },
);
