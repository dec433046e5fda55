import { Icon } from '@dangol/ui';

export const WorkIcon = () => (
  <Icon>
    <circle cx="6" cy="17" r="3" />
    <circle cx="18" cy="17" r="3" />
    <path d="M6 17 9.5 9H15l3 8M9.5 9 13 17H6M13 17l3-6M8 9h3M15 9V6h2.5" />
  </Icon>
);
export const EarningsIcon = () => (
  <Icon>
    <rect x="3" y="6" width="18" height="13" rx="2.5" />
    <path d="M3 10h18M15 15h2.5" />
  </Icon>
);
export const SettingsIcon = () => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="17" r="2" />
  </Icon>
);
export const WayIcon = () => (
  <Icon>
    <path d="M20 4 4 11l7 2 2 7z" />
  </Icon>
);
export const CallIcon = () => (
  <Icon>
    <path d="M6 3.5h3l1.5 4-2 1.7a12 12 0 0 0 6 6l1.8-2 4 1.5v3c0 1-.8 1.8-1.8 1.8A15 15 0 0 1 4.2 5.3C4.2 4.3 5 3.5 6 3.5z" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m5 12.5 5 5 9.5-11" />
  </Icon>
);
