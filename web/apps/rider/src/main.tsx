import { startApp } from '@dangol/shell';
import { App } from './App.tsx';
import { queries } from './services.ts';
import './styles/app.css';

startApp(queries, <App />);
