import { join } from 'node:path';
import { addAsset } from '#web/ui/index.ts';

/** The address of the style sheet that the desk's own pages add to the kit's. */
export const DESK_STYLES = addAsset(join(import.meta.dirname, 'desk.css'));
