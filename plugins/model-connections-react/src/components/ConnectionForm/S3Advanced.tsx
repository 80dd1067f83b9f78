import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Divider from '@material-ui/core/Divider';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { S3SettingsModel } from '../../hooks/useConnectionForm';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { BooleanField } from './fields/BooleanField';
import { CaCertificateField } from './CaCertificateField';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      margin: theme.spacing(2, 0, 0),
    },
    toggle: { marginLeft: theme.spacing(-1) },
    summary: { minWidth: 0, overflowWrap: 'anywhere' },
    content: {
      display: 'grid',
      gap: theme.spacing(2),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'MooringS3Advanced' },
);

const ignoreBlur = () => {};

/**
 * How S3 is read beyond the values: the certificates that are trusted, and three switches. Closed it says what is set; what
 * is wrong opens it.
 */
export function S3Advanced(props: {
  s3: S3SettingsModel;
  /** What is wrong with the certificates, to be shown now. */
  problem?: string;
  prefix: string;
  disabled?: boolean;
  /** The certificates were left. */
  onLeave(): void;
}) {
  const { s3, problem, disabled, onLeave } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const [isOpened, setOpened] = useState(false);
  const isOpen = isOpened || problem !== undefined;
  const prefix = `${props.prefix}-s3`;
  const hasCertificate = s3.caCertificate !== '' || s3.stored?.caProblem;
  const summary = [
    hasCertificate && t('s3.summary.caCertificate'),
    !s3.verifyTls && t('s3.summary.verifyTls'),
    s3.virtualHostedBuckets && t('s3.summary.virtualHostedBuckets'),
    s3.anonymous && t('s3.summary.anonymous'),
  ].filter(Boolean);
  const switches = ['verifyTls', 'virtualHostedBuckets', 'anonymous'] as const;

  return (
    <section aria-label={t('s3.title')}>
      <Divider />
      <div className={classes.head}>
        <Button
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={`${prefix}-content`}
          startIcon={isOpen ? <ExpandLessIcon /> : <ExpandMoreIcon />}
          onClick={() => setOpened(!isOpen)}
        >
          {t('s3.title')}
        </Button>
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.summary}
        >
          {summary.length > 0 ? summary.join(' · ') : t('s3.summary.none')}
        </Typography>
      </div>
      <div id={`${prefix}-content`} hidden={!isOpen}>
        {isOpen && (
          <div className={classes.content}>
            <CaCertificateField
              s3={s3}
              id={`${prefix}-caCertificate`}
              problem={problem}
              disabled={disabled}
              onLeave={onLeave}
            />
            {switches.map(setting => (
              <BooleanField
                key={setting}
                id={`${prefix}-${setting}`}
                field={{
                  type: 'boolean',
                  name: t(`s3.${setting}`),
                  envVar: setting,
                  description: t(`s3.${setting}Hint`),
                }}
                value={s3[setting]}
                disabled={disabled}
                onChange={value => s3.change({ [setting]: value === true })}
                onBlur={ignoreBlur}
              />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}
