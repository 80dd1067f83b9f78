import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Switch from '@material-ui/core/Switch';
import TableCell from '@material-ui/core/TableCell';
import Typography from '@material-ui/core/Typography';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  ConnectionTypeFormField,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { memo } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { useDefaultText } from './useDefaultText';
import { useRowStyles } from './useRowStyles';

/** The cells between the handle and the menu; they stay as they are while the row is dragged. */
export const RowCells = memo(function RowCellsView(props: {
  id: string;
  field: ConnectionTypeFormField;
  isCompact: boolean;
  problem?: string;
  warning?: string;
  onRequire(id: string, required: boolean): void;
}) {
  const { id, field, isCompact, problem, warning, onRequire } = props;
  const classes = useRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const defaultText = useDefaultText(field);
  const notes = (
    <>
      {problem && (
        <span className={`${classes.line} ${classes.problem}`}>
          <ErrorOutlineIcon aria-hidden />
          {problem}
        </span>
      )}
      {warning && (
        <span className={`${classes.line} ${classes.warning}`}>
          <ReportProblemOutlinedIcon aria-hidden />
          {warning}
        </span>
      )}
    </>
  );
  if (!isValueField(field)) {
    return (
      <TableCell
        role="cell"
        aria-colspan={isCompact ? 2 : 5}
        className={isCompact ? classes.wideCompact : classes.wide}
      >
        <Typography
          variant="body2"
          component="span"
          className={classes.sectionName}
        >
          {field.name}
        </Typography>{' '}
        <Typography
          variant="caption"
          component="span"
          className={classes.quiet}
        >
          {field.description}
        </Typography>
        {notes}
      </TableCell>
    );
  }
  const type = t(`fieldType.${field.type}`);
  return (
    <>
      <TableCell role="cell">
        <Typography variant="body2" component="div" className={classes.name}>
          {field.name}
        </Typography>
        {isCompact && (
          <div className={classes.quiet}>
            <Typography variant="caption">{type} · </Typography>
            <span className={classes.mono}>{field.envVar}</span>
          </div>
        )}
        {notes}
      </TableCell>
      {!isCompact && (
        <>
          <TableCell role="cell" className={classes.type}>
            {type}
          </TableCell>
          <TableCell role="cell" className={classes.mono}>
            {field.envVar}
          </TableCell>
          <TableCell
            role="cell"
            className={`${classes.quiet} ${classes.default}`}
            title={defaultText}
          >
            {defaultText}
          </TableCell>
        </>
      )}
      <TableCell role="cell">
        <Switch
          size="small"
          color="primary"
          checked={field.required === true}
          onChange={event => onRequire(id, event.target.checked)}
          inputProps={{
            'aria-label': t('fields.required', { name: field.name }),
          }}
        />
      </TableCell>
    </>
  );
});
