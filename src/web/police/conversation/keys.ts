import { join } from 'node:path';
import { addAsset } from '#web/ui/index.ts';

/** The address of the script that moves about by keyboard. The page works without it. */
export const KEYS_SCRIPT = addAsset(join(import.meta.dirname, 'keys.js'), 'conversation-keys.js');
