import { alpha, darken, lighten, Theme } from '@material-ui/core/styles';

/**
 * Colours for states that keep at least 4.5:1 as text on the theme's surfaces; the theme's own red, green and amber
 * are made for areas and are too light (or, on dark, too deep) for words.
 *
 * @public
 */
export interface StateColors {
  danger: string;
  success: string;
  warning: string;
  /** For what stands back: on grey pages and striped rows the theme's secondary text is too light. */
  quiet: string;
}

/**
 * The {@link StateColors} that fit a theme.
 *
 * @public
 */
export function stateColors(theme: Theme): StateColors {
  const { error, success, warning } = theme.palette;
  return theme.palette.type === 'dark'
    ? {
        danger: lighten(error.light, 0.4),
        success: lighten(success.light, 0.2),
        warning: lighten(warning.light, 0.2),
        quiet: theme.palette.text.secondary,
      }
    : {
        danger: darken(error.dark, 0.15),
        success: darken(success.dark, 0.25),
        warning: darken(warning.dark, 0.35),
        quiet: alpha(theme.palette.common.black, 0.64),
      };
}
