// The tour of all pages on a desktop with script, in Dutch.
import { tour } from './tour.ts';

tour({ screen: 'desktop', script: true, locale: 'nl' });
