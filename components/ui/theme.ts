'use client';
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e3f1f0', '#c6e3e1', '#9fd0cd', '#7cc4c0', '#56b8b4', '#2f9a96', '#178080', '#0f6b6b', '#0b5757', '#083f3f',
];

/** One accent, neutral greys, small and dense. Colours of the desk itself are in app/globals.css. */
export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '620' },
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 7,
  fontSizes: { xs: '12px', sm: '13px', md: '13.5px', lg: '15px', xl: '17px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 } } },
  },
});
