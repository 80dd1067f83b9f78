import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import PublishIcon from '@material-ui/icons/Publish';
import { modelConnectionsTranslationRef } from '../../translation';
import { DisabledReason } from '../DisabledReason';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'MooringConnectionTypesActions' },
);

/** *Create* and *Import*, above the list; disabled with the reason for callers who may not create. */
export function ConnectionTypesActions(props: {
  createLink: string;
  mayNotCreate?: string;
  onImport(): void;
}) {
  const { createLink, mayNotCreate, onImport } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const look = {
    variant: 'contained',
    color: 'primary',
    startIcon: <AddIcon />,
  } as const;
  return (
    <div className={classes.root}>
      <Button color="primary" startIcon={<PublishIcon />} onClick={onImport}>
        {t('types.import')}
      </Button>
      {mayNotCreate ? (
        <DisabledReason reason={mayNotCreate}>
          <Button {...look} disabled>
            {t('types.create')}
          </Button>
        </DisabledReason>
      ) : (
        <LinkButton {...look} to={createLink}>
          {t('types.create')}
        </LinkButton>
      )}
    </div>
  );
}
