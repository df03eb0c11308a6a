import { noIPv6 } from '../../kit/trouble/shortage.js';
import { defineWithheldRule } from '../define-withheld.js';

export const ipv6Only = defineWithheldRule('limit', {
  id: 'ipv6-only',
  summary: 'The machine that checks has no IPv6, which the host needs.',
  label: { en: 'IPv6 only', ja: 'IPv6 のみ' },
  reason: {
    en: 'This host has addresses of IPv6 only, and the machine that checks has no IPv6.',
    ja: 'このホストのアドレスは IPv6 のみですが、確認を行うコンピューターでは IPv6 を利用できません。',
  },
  appliesTo: (detail) => detail === noIPv6,
});
