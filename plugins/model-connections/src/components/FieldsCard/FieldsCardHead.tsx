import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import ViewAgendaOutlinedIcon from '@material-ui/icons/ViewAgendaOutlined';
import {
  ConnectionTypeFormField,
  Protocol,
} from '@mooring/backstage-plugin-model-connections-common';
import { memo, Ref } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { BuiltInSetMenu } from './BuiltInSetMenu';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 2, 1.5, 3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.5, 2) },
    },
    title: { margin: 0 },
    count: { flex: 1, whiteSpace: 'nowrap' },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'MooringFieldsCardHead' },
);

/** How many fields and sections there are, and the three ways to add some. */
export const FieldsCardHead = memo(function FieldsCardHeadView(props: {
  titleId: string;
  count: number;
  sections: number;
  /** The fields of this moment. */
  getFields(): readonly ConnectionTypeFormField[];
  addButton: Ref<HTMLButtonElement>;
  /** With the button that was pressed. */
  onAdd(type: 'short-text' | 'section', button: HTMLElement): void;
  onAddProtocol(protocol: Protocol, fields: ConnectionTypeFormField[]): void;
}) {
  const { titleId, count, sections, addButton, onAdd } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <div className={classes.root}>
      <Typography
        id={titleId}
        variant="subtitle1"
        component="h2"
        className={classes.title}
      >
        <strong>{t('fields.title')}</strong>
      </Typography>
      <Typography
        variant="caption"
        color="textSecondary"
        className={classes.count}
      >
        {t('fields.count', {
          count,
          sections: t('fields.sections', { count: sections }),
        })}
      </Typography>
      <div className={classes.actions}>
        <Button
          color="primary"
          startIcon={<ViewAgendaOutlinedIcon />}
          onClick={event => onAdd('section', event.currentTarget)}
        >
          {t('fields.addSection')}
        </Button>
        <BuiltInSetMenu
          getFields={props.getFields}
          onAdd={props.onAddProtocol}
        />
        <Button
          ref={addButton}
          variant="outlined"
          color="primary"
          startIcon={<AddIcon />}
          onClick={event => onAdd('short-text', event.currentTarget)}
        >
          {t('fields.add')}
        </Button>
      </div>
    </div>
  );
});
