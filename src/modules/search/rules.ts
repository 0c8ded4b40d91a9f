// Everyone may search; what they find is what they may know of.
import { anyone } from '#platform/actor.ts';

export const maySearch = anyone;
