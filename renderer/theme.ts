import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Mantine in the house's colours. The tokens themselves stand in styles/tokens.css. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  respectReducedMotion: true,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: {
    xs: 'var(--fs-xs)',
    sm: 'var(--fs-sm)',
    md: 'var(--fs-md)',
    lg: 'var(--fs-lg)',
    xl: 'var(--fs-xl)',
  },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  lineHeights: {
    xs: 'var(--lh)',
    sm: 'var(--lh)',
    md: 'var(--lh)',
    lg: 'var(--lh)',
    xl: 'var(--lh)',
  },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { sm: '0.25rem', md: '0.5rem', lg: '0.75rem' },
  defaultRadius: 'md',
  shadows: { sm: 'var(--e-1)', md: 'var(--e-2)', lg: 'var(--e-2)' },
  colors: {
    accent: shades('#e7effc', '#2c69d6', '#1d59c1', '#1a51b2'),
    approved: shades('#e2f3e9', '#12703f', '#0b6a3a', '#0a5c33'),
    reduced: shades('#fff2d4', '#f2b035', '#ffc23d', '#714500'),
    referred: shades('#f3e9f9', '#8445ac', '#6b2c90', '#602683'),
    declined: shades('#fce8e5', '#bf342b', '#b0221b', '#98190f'),
  },
  components: {
    // The page itself never scrolls: locking it would only add a style element without a nonce.
    Modal: {
      defaultProps: {
        radius: 'lg',
        centered: true,
        lockScroll: false,
        transitionProps: { duration: 120 },
      },
    },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 200 } } },
  },
});

/** Mantine's own names for colours that the tokens already decide in light and dark. */
export const resolveVariables: CSSVariablesResolver = () => {
  const own = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-3)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-default-border': 'var(--control)',
    '--mantine-color-error': 'var(--declined-text)',
    '--mantine-color-anchor': 'var(--accent-text)',
    ...Object.fromEntries(
      ['approved', 'reduced', 'referred', 'declined'].flatMap((verdict) => [
        [`--mantine-color-${verdict}-light`, `var(--${verdict}-soft)`],
        [`--mantine-color-${verdict}-light-color`, `var(--${verdict}-text)`],
      ]),
    ),
  };
  // Mantine sets its own per scheme with a stronger selector: ours must stand there too.
  return { variables: {}, light: own, dark: own };
};

/** Ten shades of which four are the design's: soft, dark solid, solid and text. */
function shades(soft: string, darkSolid: string, solid: string, text: string): MantineColorsTuple {
  return [soft, soft, soft, soft, soft, darkSolid, solid, solid, solid, text];
}
