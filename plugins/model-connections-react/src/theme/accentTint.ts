import { darken, lighten, Theme } from '@material-ui/core/styles';

/**
 * A quiet surface for words in the theme's primary colour. It lets nothing through, so that they keep at least 4.5:1
 * on whatever lies beneath, such as striped or marked rows.
 *
 * @public
 */
export function accentTint(theme: Theme): string {
  const { main } = theme.palette.primary;
  return theme.palette.type === 'dark' ? darken(main, 0.7) : lighten(main, 0.9);
}
