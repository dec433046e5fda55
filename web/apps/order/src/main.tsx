import { startApp } from '@dangol/shell';
import { App } from './App.tsx';
import { keepInstallPrompt } from './order/install.ts';
import { queries } from './services.ts';
import './styles/app.css';

keepInstallPrompt();
startApp(queries, <App />);
