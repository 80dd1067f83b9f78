import { createTheme, getContrastRatio } from '@material-ui/core/styles';
import { accentTint } from './accentTint';

// The primary colours of the portal's own themes.
it.each([
  ['light', '#1F5493'],
  ['dark', '#9CC9FF'],
] as const)(
  'carries words in the primary colour (%s) wherever it lies',
  (type, main) => {
    const theme = createTheme({ palette: { type, primary: { main } } });
    expect(accentTint(theme)).toMatch(/^rgb\(/);
    expect(getContrastRatio(main, accentTint(theme))).toBeGreaterThan(4.5);
  },
);
