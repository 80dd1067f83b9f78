import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { memo } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { FieldRowActions } from './FieldRowActions';
import { useRowStyles } from './useRowStyles';

/** Opens the menu of a field. */
export const FieldMenuCell = memo(function FieldMenuCellView(props: {
  id: string;
  name: string;
  onMenu: FieldRowActions['onMenu'];
}) {
  const { id, name, onMenu } = props;
  const classes = useRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <TableCell role="cell" className={classes.menuCell}>
      <IconButton
        size="small"
        aria-haspopup="menu"
        aria-label={t('row.menu', { name })}
        onClick={event => onMenu(id, event.currentTarget)}
      >
        <MoreVertIcon fontSize="small" />
      </IconButton>
    </TableCell>
  );
});
