import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ProtocolId,
  protocolOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { accentTint, stateColors } from '../../theme';
import { modelConnectionsReactTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    tag: {
      borderRadius: 12,
      border: '1px solid transparent',
      padding: theme.spacing(0.25, 1),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '18px',
      fontWeight: theme.typography.fontWeightBold as number,
      color: theme.palette.primary.main,
      backgroundColor: accentTint(theme),
    },
    none: { color: stateColors(theme).quiet },
    shadowed: {
      borderStyle: 'dashed',
      borderColor: stateColors(theme).quiet,
      color: stateColors(theme).quiet,
      backgroundColor: 'transparent',
      textDecoration: 'line-through',
    },
  }),
  { name: 'MooringProtocolTags' },
);

/**
 * Properties of {@link ProtocolTags}.
 *
 * @public
 */
export interface ProtocolTagsProps {
  /** What a type or connection can serve a model from, in order. */
  protocols: readonly ProtocolId[];
  /** The one that is used where there are several; the others are struck through. */
  active?: ProtocolId;
  /** Those to be struck through, where it is not all but one. */
  shadowed?: readonly ProtocolId[];
}

/**
 * What a connection or type is compatible with, one tag per protocol; in words when it serves no model.
 *
 * @public
 */
export function ProtocolTags(props: ProtocolTagsProps) {
  const { protocols, active, shadowed } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const titleOf = (id: ProtocolId) => protocolOf(id)?.title ?? id;

  if (protocols.length === 0) {
    return (
      <Typography variant="caption" className={classes.none}>
        {t('protocolTags.none')}
      </Typography>
    );
  }
  return (
    <ul className={classes.root}>
      {protocols.map(id => {
        const isShadowed = shadowed
          ? shadowed.includes(id)
          : active !== undefined && id !== active;
        const explanation =
          isShadowed && active !== undefined
            ? t('protocolTags.shadowed', {
                protocol: titleOf(id),
                active: titleOf(active),
              })
            : undefined;
        return (
          <li
            key={id}
            className={`${classes.tag} ${isShadowed ? classes.shadowed : ''}`}
            title={explanation}
            aria-label={explanation}
          >
            {titleOf(id)}
          </li>
        );
      })}
    </ul>
  );
}
