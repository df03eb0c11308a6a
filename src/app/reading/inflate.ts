import { gunzipSync } from 'node:zlib';
import { isGzip } from '../../extract/gzip.js';
import type { Material } from '../../model/reading.js';

/** 50 MB is the largest sitemap that the protocol allows (sitemaps.org); more is a bomb. */
const maxInflated = 52_428_800;

/** Inflates a body that is itself a gzip file, as sitemaps named `.xml.gz` are. What cannot be inflated stays as it is. */
export function inflate(material: Material): Material {
  const { body } = material;
  if (!isGzip(body.bytes) || !body.complete) return material;
  try {
    const bytes = gunzipSync(body.bytes, { maxOutputLength: maxInflated });
    return { ...material, body: { ...body, bytes } };
  } catch {
    return material;
  }
}
