import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import FileCopyOutlinedIcon from '@material-ui/icons/FileCopyOutlined';
import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      maxWidth: 128,
      [theme.breakpoints.up('xl')]: { maxWidth: 320 },
    },
    url: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(12),
    },
  }),
  { name: 'MooringServiceUrl' },
);

/** Where a service answers, as far as there is room, and a way to copy it. It is inside the cluster, so it is no link. */
export function ServiceUrl(props: { url?: string; name: string }) {
  const { url, name } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [{ error }, copy] = useCopyToClipboard();
  const [isCopied, setCopied] = useState(false);
  if (!url) {
    return <>–</>;
  }
  const title = isCopied && !error ? t('types.copied') : t('services.copyUrl');
  return (
    <div className={classes.root}>
      <span className={classes.url} title={url}>
        {url.replace(/^https?:\/\//, '')}
      </span>
      <Tooltip title={title}>
        <IconButton
          size="small"
          aria-label={`${title}: ${name}`}
          onClick={() => {
            copy(url);
            setCopied(true);
          }}
        >
          <FileCopyOutlinedIcon fontSize="inherit" />
        </IconButton>
      </Tooltip>
    </div>
  );
}
