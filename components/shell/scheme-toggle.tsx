'use client';
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import classes from './frame.module.css';

export function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className={classes.tool} onClick={() => setColorScheme(other)}>
      {other === 'dark' ? 'Dark' : 'Light'}
      <span className={classes.hidden}> colours</span>
    </button>
  );
}
