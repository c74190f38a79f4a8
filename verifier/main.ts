// The entry of verifier/dist/handover-verify.mjs: one file, any Node.js from 20, nothing to install.
import { runVerify } from './cli.ts';

process.exitCode = await runVerify(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  progress: process.stderr.isTTY,
});
