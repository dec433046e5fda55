import { startApp } from '@dangol/shell';
import { App } from './App.tsx';
import { isDrawn } from './data/boot.ts';
import { keepInstallPrompt } from './order/install.ts';
import { boot, queries } from './services.ts';
import './styles/app.css';

keepInstallPrompt();
startApp(queries, <App />, isDrawn(boot));
