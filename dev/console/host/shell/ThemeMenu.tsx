/** The themes of the consoles, as classes on `<html>`: light, dark, high contrast, felt and glass (OpenShift 5). */
import { useEffect, useState } from 'react';
import { ChoiceMenu } from './ChoiceMenu';

const themes = [
  { id: 'light', name: 'Light', classes: [] },
  { id: 'dark', name: 'Dark', classes: ['pf-v6-theme-dark'] },
  { id: 'high-contrast', name: 'High contrast', classes: ['pf-v6-theme-high-contrast'] },
  { id: 'felt', name: 'Felt', classes: ['pf-v6-theme-felt'] },
  { id: 'glass', name: 'Glass', classes: ['pf-v6-theme-felt', 'pf-v6-theme-glass'] },
] as const;

const storageKey = 'dev-console/theme';

export function ThemeMenu() {
  const [theme, setTheme] = useState(() => window.localStorage.getItem(storageKey) ?? 'light');
  useEffect(() => {
    window.localStorage.setItem(storageKey, theme);
    const { classList } = document.documentElement;
    const chosen = themes.find(({ id }) => id === theme);
    for (const { classes } of themes) classList.remove(...classes);
    if (chosen) classList.add(...chosen.classes);
  }, [theme]);
  return (
    <ChoiceMenu
      label="Theme"
      dataTest="theme-switcher"
      choices={themes}
      chosen={theme}
      onChoose={setTheme}
    />
  );
}
