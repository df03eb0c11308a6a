/** Forms of one English word that a translation does not tell apart: the first stands for all. */
export const families: readonly string[] = [
  'deploy deploying deployed deployment deployments',
  'adopt adopting adoption',
  'configure configuring configured configuration configurations',
  'migrate migrating migrated migration migrations',
  'install installing installed installation installations',
  'integrate integrating integrated integration integrations',
  'plan planning planned plans',
  'manage managing management',
  'enable enabling enabled enablement',
  'activate activating activation',
  'disable disabling disabled',
  'assess assessing assessment assessments',
  'evaluate evaluating evaluation',
  'create creating creation',
  'deliver delivering delivery delivered',
  'provide providing provided',
  'conduct conducting conducted',
  'perform performing performed',
  'prepare preparing preparation',
  'protect protecting protected protection',
  'prevent preventing prevention',
  'secure securing secured securely',
  'easy easily',
  'remediate remediating remediation',
  'upgrade upgrading upgraded upgrades',
  'update updating updated updates',
  'validate validating validation',
  'verify verifying verification',
  'monitor monitoring monitored',
  'operate operating operation operations',
  'execute executing execution',
  'build building',
  'use using used',
  'sync synchronize synchronization synchronisation syncing',
  'assign assigning assigned assignment assignments',
  'register registering registration',
  'enroll enrolling enrollment enrolment',
  'apply applying applied',
  'invite inviting invitation',
  'approve approving approval',
  'classify classifying',
  'encrypt encrypting encryption encrypted',
  'optimize optimizing optimization optimise optimisation',
  'customize customizing customization',
  'modernize modernizing modernization',
  'accelerate accelerating acceleration',
  'automate automating automation automated',
  'provision provisioning provisioned',
  'organize organizing organise organising',
  'admin admins administrator administrators administration administering',
  'app apps application applications',
  'doc docs document documents documentation',
  'collaboration collab collaborate collaborating',
  'troubleshoot troubleshooting',
  'multifactor multi-factor',
  'detect detecting detection',
  'investigate investigating investigation',
  'respond responding response',
  'address addressing',
  'support supporting supported',
  'share sharing',
  'meeting meetings',
  'calling calls call',
  'archive archiving archived',
  'customer customers',
  'end ending',
  'success successful',
  'train training trainings',
  'present presenting presentation presentations',
  'label labels labeling labelling labeled',
  'transition transitioning transitions',
  'license licenses licensing licence',
  'retain retention',
  'develop developing development',
  'delete deleting deletion',
  'remove removing removal',
  'connect connecting connected connection connections',
  'report reports reporting',
  'engage engaging',
  'email emails mail mails',
  'recover recovering recovery',
  'expire expiration expiry',
  'renew renewal',
  'authorize authorization',
  'authenticate authentication authenticating',
  'communicate communication communications communicating',
  'organization organizations organizational org orgs',
  'recommend recommendation recommendations recommended',
  'notify notification notifications',
  'interoperability interop interoperate',
  'govern governance governing',
  'analyze analysis analyzing analyse',
  'transform transformation transforming',
  'translate translation translations',
  'improve improving improvement improvements',
  'retire retirement retiring',
  'deprecate deprecation deprecated',
  'replace replacing replacement',
  'strengthen strengthening',
  'measure measuring measurement',
  'submit submitting submission',
  'purchase purchasing',
  'require required requiring',
  'learn learning',
  'send sending sent',
  'add adding added',
  'own owned owning',
  'record records',
  'recording recordings',
  'view viewing',
  'review reviewing reviews',
  'process processes processing',
  'name names naming',
  'schedule schedules scheduling',
  'define defining definition definitions',
  'implement implementing implementation',
  'collect collecting collection',
  'reduce reducing reduction',
  'simulate simulating simulation',
  'hunt hunting',
  'track tracking',
  'limit limiting',
  'maintain maintaining',
  'announce announcing announcement announcements',
  'visit visits visiting',
  'center centre',
  'catalog catalogue',
  'program programs programme programmes',
  'behavior behaviour',
  '1 one',
  '2 two',
  '3 three',
  '4 four',
  '5 five',
  '6 six',
  '7 seven',
  '8 eight',
  '9 nine',
  '10 ten',
];

/** Phrases with a meaning of their own; read before single words. */
export const phrases: Readonly<Record<string, string>> = {
  'frequently asked questions': 'faq',
  'frequently asked question': 'faq',
  'common questions': 'faq',
  'best practice': 'bestpractice',
  'use case': 'usecase',
  'use cases': 'usecase',
  'best practices': 'bestpractice',
  'what is': 'whatis',
  'what are': 'whatis',
  'learn about': 'learnabout',
  'learn more about': 'learnabout',
  'get started with': 'getstarted',
  'get started': 'getstarted',
  'getting started': 'getstarted',
  'turn on': 'turnon',
  'turn off': 'turnoff',
  'switch on': 'turnon',
  'switch off': 'turnoff',
  'what is new': 'whatsnew',
  'what s new': 'whatsnew',
  "what's new": 'whatsnew',
  'release notes': 'releasenote',
  'known issues': 'knownissue',
  'tenant to tenant': 'crosstenant',
  'proof of concept': 'proofofconcept',
  'return on investment': 'roi',
  'success story': 'successstory',
  'success stories': 'successstory',
  'quick reference': 'quickreference',
  'general availability': 'generallyavailable',
  'generally available': 'generallyavailable',
  'case study': 'casestudy',
  'case studies': 'casestudy',
  'quick start': 'quickstart',
  'pocket guide': 'pocketguide',
  'hands on': 'handson',
  'co management': 'comanage',
  'multi factor': 'multifactor',
  'sign on': 'signon',
};

/** Words that are also written as two; joined before anything else is read. */
export const compounds: ReadonlySet<string> = new Set(
  (
    'sharepoint onedrive onenote powerpoint powershell devops ediscovery ios ipados macos github linkedin youtube ' +
    'fasttrack onboarding offboarding onboard onpremises addin addins addon whitepaper datasheet howto email signin ' +
    'setup rollout golive checklist playbook helpdesk bitlocker autopilot autopatch copilot hololens workplace ' +
    'workshop workshops toolkit handbook roadmap newsletter webinar proplus groupwise voicemail mailbox smartscreen ' +
    'myanalytics lifecycle workload workflow frontline passwordless multifactor comanagement dropbox kickoff ' +
    'prerequisite prerequisites walkthrough runbook deepdive cheatsheet onepager townhall selfservice passthrough ' +
    'crosstenant multitenant multicloud multinational nonprofit cosell realtime plugin plugins nextgeneration ' +
    'preprovision preprovisioned selfdeploying coexistence coauthoring backup configmgr signup signout companywide orgwide worldwide'
  ).split(' '),
);

/** Words without a meaning of their own in a title. */
export const fillers: ReadonlySet<string> = new Set(
  'a an the and of for in on with using via by at as your my our its this that be are is do does it into within across about microsoft ms'.split(
    ' ',
  ),
);

/** Words that fit the title of any document, so that they do not tell which it is. */
export const generic: ReadonlySet<string> = new Set(
  (
    'workshop guide guidance handbook checklist questionnaire survey template sample overview introduction deck slide ' +
    'presentation present material document doc kit toolkit playbook poster tutorial quickstart reference report step procedure ' +
    'instruction howto manual whitepaper datasheet video demo scenario list diagram catalog brochure pocketguide ' +
    'casestudy example module course session train lab exercise part page article file folder link download here home ' +
    'index readme default main start getstarted learn learnabout whatis faq glossary deploy adopt plan prepare use configure setting ' +
    'setup install customer partner user admin service deliver conduct enable project task resource content untitled new ' +
    'copy final draft version update see click more detail public internal external team welcome about appendix toc ' +
    'whatsnew releasenote knownissue support help contents summary attachment image media description specification agenda ' +
    'schedule matrix chart table form script flyer leaflet letter question answer note seminar briefing lesson tour ' +
    'cheatsheet quickreference onepager walkthrough runbook primer prerequisite requirement'
  ).split(' '),
);

/** Words for periodicals, in whose names the date belongs to the name: each issue is a document of its own. */
export const periodicals: ReadonlySet<string> = new Set(
  (
    'newsletter newsletters headsup bulletin digest weekly monthly quarterly annual minutes webinar roundup news recap changelog ' +
    'ニュースレタ 月次 週次 四半期 年次 議事録 月報 週報 号 ウェビナ 定例'
  ).split(' '),
);

/** What portals append to the titles of their pages. */
export const siteNames: readonly string[] = [
  'Microsoft Learn',
  'Microsoft Docs',
  'Microsoft Support',
  'Microsoft サポート',
  'Microsoft Download Center',
  'Microsoft ダウンロード センター',
  'Microsoft Community Hub',
  'Microsoft Tech Community',
  'Microsoft Adoption',
  'Microsoft Teams Adoption',
  'FastTrack',
  'FastTrack Playbook',
  'FastTrack Partner Playbook',
  'FastTrack プレイブック',
  'FastTrack Ready Partner Hub',
  'Microsoft FastTrack',
  'Microsoft 365 Specialty Partner Community',
  'Specialty Partner Community',
  'SharePoint',
];
