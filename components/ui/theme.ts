'use client';
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e3f1f0',
  '#c6e3e1',
  '#9fd0cd',
  '#7cc4c0',
  '#56b8b4',
  '#2f9a96',
  '#178080',
  '#0f6b6b',
  '#0b5757',
  '#083f3f',
];
const gray: MantineColorsTuple = [
  '#fbfbfc',
  '#f2f3f6',
  '#e4e6eb',
  '#d8dbe1',
  '#cdd1d9',
  '#868d99',
  '#6a7280',
  '#525a68',
  '#33393f',
  '#16181d',
];
const dark: MantineColorsTuple = [
  '#e9ebef',
  '#c9cdd5',
  '#aab1bd',
  '#8d95a3',
  '#3a414c',
  '#272c34',
  '#1b1f25',
  '#15181c',
  '#0e1013',
  '#090b0d',
];
const red: MantineColorsTuple = [
  '#fdecea',
  '#fad3cf',
  '#f5aca5',
  '#ff9d94',
  '#f2796e',
  '#d9483b',
  '#b42318',
  '#a31d13',
  '#8a170f',
  '#6f110a',
];
const orange: MantineColorsTuple = [
  '#fdf1dc',
  '#fae2b8',
  '#f6cf8c',
  '#f2bd6b',
  '#e0a040',
  '#b87410',
  '#8f5600',
  '#7d4b00',
  '#653c00',
  '#4d2e00',
];
const green: MantineColorsTuple = [
  '#e4f3ea',
  '#c8e6d3',
  '#a3d6b6',
  '#7fd1a0',
  '#56b57c',
  '#2f8a54',
  '#1d6b3f',
  '#185f38',
  '#124a2b',
  '#0c361f',
];

/** What floats is drawn there: outside every landmark a screen reader's user would not find it. */
const IN_MAIN = { target: '#content' };

/** One accent, neutral greys, small and dense. Colours of the desk itself are in app/globals.css. */
export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '620' },
  colors: { teal, gray, dark, red, orange, yellow: orange, green },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 7,
  fontSizes: { xs: '12px', sm: '13px', md: '13.5px', lg: '15px', xl: '17px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'xs' },
      // The library reckons with one scheme; a filled button is dark on light only in the other.
      vars: (_theme: unknown, { variant = 'filled' }: { variant?: string }) => ({
        root: variant === 'filled' ? { '--button-color': 'var(--on-accent)' } : {},
      }),
    },
    Input: { vars: () => ({ wrapper: { '--input-bd': 'var(--field)', '--input-bg': 'var(--panel)' } }) },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 0 },
        shadow: 'md',
        radius: 8,
        portalProps: IN_MAIN,
        // A menu may hold items only; the first of them takes the focus instead.
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md', radius: 8 } },
    // The library locks scrolling with a style of its own, which the CSP forbids.
    Modal: {
      defaultProps: {
        centered: true,
        lockScroll: false,
        transitionProps: { duration: 0 },
        portalProps: IN_MAIN,
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Drawer: { defaultProps: { lockScroll: false } },
  },
});

/** The parts take the desk's own colours, so that both can be changed in one place. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: OURS, dark: OURS });

const OURS = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--soft)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-default': 'var(--panel)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-anchor': 'var(--accent-ink)',
};
