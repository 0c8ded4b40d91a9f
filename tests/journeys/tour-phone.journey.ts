// The tour of all pages on a phone without script, in English.
import { tour } from './tour.ts';

tour({ screen: 'phone', script: false, locale: 'en' });
