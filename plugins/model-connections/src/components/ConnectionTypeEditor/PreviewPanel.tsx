import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ConnectionType,
  ConnectionTypeField,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { memo, useDeferredValue, useMemo } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConnectionTypePreview } from '../ConnectionTypePreview';
import { DraftField } from './fieldOrder';

const useStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      [theme.breakpoints.up('md')]: {
        position: 'sticky',
        top: theme.spacing(2),
        display: 'flex',
        flexDirection: 'column',
        maxHeight: `calc(100vh - ${theme.spacing(16)}px)`,
      },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 1),
      padding: theme.spacing(2),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    form: {
      [theme.breakpoints.up('md')]: { overflow: 'auto' },
      // What is out of sight is neither laid out nor painted; its height is this one until it was seen. What stands out
      // of a section would be cut off: the room beside it is its own.
      '& section': {
        padding: theme.spacing(0, 2),
        contentVisibility: 'auto',
        containIntrinsicBlockSize: 'auto 600px',
      },
    },
    empty: { padding: theme.spacing(2) },
    note: { padding: theme.spacing(2) },
  }),
  { name: 'MooringPreviewPanel' },
);

/** The fields as a type of their own: what the preview shows is not stored anywhere. */
function previewedType(fields: readonly DraftField[]): ConnectionType {
  return {
    name: 'preview',
    displayName: '',
    categories: [],
    enabled: true,
    preinstalled: false,
    protocols: [],
    // Two fields of one variable would be one value; the table says what is wrong with the second.
    fields: fields
      .map(({ field }) => field)
      .filter(
        (field, index, all) =>
          !isValueField(field) ||
          all.findIndex(
            other => isValueField(other) && other.envVar === field.envVar,
          ) === index,
      ) as ConnectionTypeField[],
    createdAt: '',
    resourceVersion: '',
    convention: 'alauda',
    allowedActions: [],
  };
}

/** The form as it will be, beside the editor; it follows as soon as there is time, so that typing never waits for it. */
export const PreviewPanel = memo(function PreviewPanelView(props: {
  fields: readonly DraftField[];
  /** The id of the field that somebody is at. */
  focusedId?: string;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const fields = useDeferredValue(props.fields);
  const focusedId = useDeferredValue(props.focusedId);
  const type = useMemo(() => previewedType(fields), [fields]);
  const focused = fields.find(({ id }) => id === focusedId)?.field;
  return (
    <Paper
      component="section"
      aria-labelledby="mooring-live-preview"
      className={classes.root}
    >
      <div className={classes.head}>
        <Typography
          id="mooring-live-preview"
          variant="subtitle1"
          component="h2"
        >
          <strong>{t('editor.preview')}</strong>
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {t('types.previewHint')}
        </Typography>
      </div>
      <div className={classes.form}>
        {fields.length > 0 ? (
          <ConnectionTypePreview
            type={type}
            markedField={
              focused && isValueField(focused) ? focused.envVar : undefined
            }
          />
        ) : (
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.empty}
          >
            {t('types.previewEmpty')}
          </Typography>
        )}
      </div>
      <Typography
        variant="caption"
        component="div"
        color="textSecondary"
        className={classes.note}
      >
        {t('editor.previewNote')}
      </Typography>
    </Paper>
  );
});
