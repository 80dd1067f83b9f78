import { lighten, makeStyles } from '@material-ui/core/styles';
import {
  accentTint,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';

/** The looks of a row of the table of fields. */
export const useRowStyles = makeStyles(
  theme => ({
    row: {
      height: 48,
      backgroundColor: theme.palette.background.paper,
      '& td': { padding: theme.spacing(0.5, 1) },
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
    handleCell: { width: 44, '&&': { paddingRight: 0 } },
    handle: {
      cursor: 'grab',
      touchAction: 'none',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    switchCell: { width: 88 },
    menuCell: { width: 48, textAlign: 'right' },
    nameCell: { minWidth: 104 },
    name: {
      overflowWrap: 'anywhere',
      fontWeight: theme.typography.fontWeightMedium as number,
    },
    mono: {
      minWidth: 172,
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
      maxWidth: 140,
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
