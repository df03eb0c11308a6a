import { register } from 'node:module';

// Lets a child process run the sources as they are: node --import <this file> file.ts
register('./hooks.mjs', import.meta.url);
