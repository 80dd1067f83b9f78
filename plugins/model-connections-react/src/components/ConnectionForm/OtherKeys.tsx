import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Divider from '@material-ui/core/Divider';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import { StoredValueChoice, StoredValues } from '../../hooks/useConnectionForm';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { StoredSecret } from './StoredSecret';
import { useFieldGridStyles } from './useFieldGridStyles';

const useStyles = makeStyles(
  theme => ({
    heading: { margin: theme.spacing(3, 0, 0.5) },
    text: { marginBottom: theme.spacing(2) },
  }),
  { name: 'MooringOtherKeys' },
);

/** The keys of a connection that its type does not have (any more): kept and masked, unless somebody removes one. */
export function OtherKeys(props: {
  stored: StoredValues;
  prefix: string;
  disabled?: boolean;
}) {
  const { stored, prefix, disabled } = props;
  const classes = useStyles();
  const grid = useFieldGridStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const chosen = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (chosen.current) document.getElementById(chosen.current)?.focus();
    chosen.current = undefined;
  }, [stored.choices]);
  const idOf = (key: string) => `${prefix}-other-${key}`;
  const choose = (key: string, choice: StoredValueChoice) => {
    chosen.current = idOf(key);
    stored.choose(key, choice);
  };
  return (
    <section aria-label={t('stored.others')}>
      <Divider />
      <Typography
        variant="subtitle1"
        component="h3"
        className={classes.heading}
      >
        <strong>{t('stored.others')}</strong>
      </Typography>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.text}
      >
        {t('stored.othersHint')}
      </Typography>
      <div className={grid.grid}>
        {stored.otherKeys.map(key => (
          <StoredSecret
            key={key}
            id={idOf(key)}
            title={key}
            isKey
            choice={stored.choices[key] ?? 'kept'}
            disabled={disabled}
            onRemove={() => choose(key, 'removed')}
            onKeep={() => choose(key, 'kept')}
          />
        ))}
      </div>
    </section>
  );
}
