/** The English words of what is done with connections that exist. */
export const en = {
  'list.noFilterMatch': 'No connection passes the filters',
  'list.clearNarrowing': 'Clear search and filters',
  'list.savedAnnouncement': '{{name}} is saved and marked in the list.',
  'list.usesFailed': 'Who uses these connections is not known: {{reason}}',
  'list.usesPartial': 'More services may use these connections: {{reason}}',
  'column.usedBy': 'Used by',
  'filter.type': 'Type',
  'filter.protocol': 'Protocol',
  'filter.creator': 'Creator',
  'filter.restart': 'Needs restart',
  'filter.servesNone': 'Serves no model',
  'row.edit': 'Edit',
  'row.apply': 'Apply to dependents…',
  'row.duplicate': 'Duplicate…',
  'row.copy': 'Copy to project…',
  'row.manifest': 'Show YAML',
  'row.masked': 'Values masked',
  'row.services_one': '{{count}} service',
  'row.services_other': '{{count}} services',
  'row.unused': 'None',
  'row.usedByLabel': 'Used by, {{name}}: {{services}}',
  'row.needApply_one': '{{count}} needs restart',
  'row.needApply_other': '{{count}} need restart',
  'manifest.title': '{{name}} as YAML',
  'manifest.hint':
    'The Secret as the cluster has it. Its values are masked before they leave the portal.',
  'manifest.loading': 'Loading the YAML',
  'manifest.failed': 'The YAML could not be loaded',
  'copy.title.duplicate': 'Duplicate {{name}}',
  'copy.title.copy': 'Copy {{name}} to a project',
  'copy.action.duplicate': 'Duplicate',
  'copy.action.copy': 'Copy',
  'copy.hint':
    'All values are copied by the portal, hidden ones included; none of them is shown on the way.',
  'copy.name': '{{name}} (copy)',
  'copy.displayName': 'Display name',
  'copy.nameHint': 'Follows the display name until it is edited',
  'copy.projectMissing': 'Choose the project that the copy is for.',
  'copy.taken':
    'Something named "{{name}}" is already in that project. Choose another name.',
  'copy.running': 'Copying…',
  'copy.failed': 'Not copied: {{reason}}',
  'copy.done': '{{name}} is copied',
  'adopt.open': 'Adopt a Secret',
  'adopt.title': 'Adopt an existing Secret',
  'adopt.hint':
    'A Secret that is there already becomes a connection. Only labels and annotations are added, its data stays as it is.',
  'adopt.action': 'Adopt',
  'adopt.running': 'Adopting…',
  'adopt.name': 'Name of the Secret',
  'adopt.nameHint': 'As kubectl get secrets shows it',
  'adopt.nameMissing': 'Type the name of the Secret.',
  'adopt.missing': 'There is no Secret of that name in this project.',
  'adopt.already': 'This Secret is a connection already.',
  'adopt.type': 'Connection type',
  'adopt.typeHint': 'Says what its keys mean. It cannot be changed afterwards.',
  'adopt.typeMissing': 'Choose a connection type.',
  'adopt.typesFailed': 'The types could not be loaded: {{reason}}',
  'adopt.projectMissing': 'Choose the project that the Secret is in.',
  'adopt.failed': 'Not adopted: {{reason}}',
  'adopt.done': '{{name}} is a connection now',
  'dependents.title': 'Used by: {{name}}',
  'dependents.loading': 'Loading what uses it',
  'dependents.failed': 'What uses it could not be loaded',
  'dependents.forbidden': 'You may not see what uses it',
  'dependents.partial': 'Something may be missing here: {{reason}}',
  'dependents.none': 'Nothing uses this connection',
  'dependents.noneHint':
    'No model service and no ServiceAccount of this project names it.',
  'dependents.services': 'Model services',
  'dependents.accounts': 'ServiceAccounts',
  'dependents.namesIt': 'names it in its secrets',
  'dependents.via.annotation': 'named in an annotation',
  'dependents.via.serviceAccount': 'by its ServiceAccount',
  'dependents.via.imagePullSecret': 'as pull secret',
  'dependents.via.storageKey': 'by storage.key',
  'dependents.via.storageSecretName': 'by storageSecretName',
  'dependents.ready': 'Ready',
  'dependents.notReady': 'Not ready',
  'dependents.restart': 'Needs a restart',
  'dependents.redeploy': 'Needs a redeployment',
  'apply.hint':
    'Pods are made anew with what the connection says now. A service with one replica does not answer for as long.',
  'apply.nothing': 'Every service has what the connection says now.',
  'apply.noneAllowed':
    'Some services have fallen behind, and you may change none of them.',
  'apply.mayNot': "The portal's policy does not let you change it.",
  'apply.action_one': 'Apply to {{count}} service',
  'apply.action_other': 'Apply to {{count}} services',
  'apply.applying': 'Applying…',
  'apply.progress': 'Applying to the services',
  'apply.following':
    '{{current}} of {{all}} have caught up. Following the rollout…',
  'apply.stopped':
    '{{current}} of {{all}} had caught up when you stopped looking. The rollout itself goes on.',
  'apply.unknown':
    'Whether the services have caught up cannot be seen, because the cluster does not show you their pods. The rollout itself goes on.',
  'apply.done_one': 'Done: {{count}} service has caught up.',
  'apply.done_other': 'Done: {{count}} services have caught up.',
  'apply.doneInPart':
    '{{current}} of {{all}} have caught up. Above stands why the others have not.',
  'apply.stop': 'Stop following',
  'apply.follow': 'Follow again',
  'apply.restarted': 'Restarted, waiting for new pods',
  'apply.redeployed': 'Redeployed, waiting for new pods',
  'apply.current': 'Up to date',
  'apply.skipped': 'Skipped: {{reason}}',
  'apply.failed': 'Failed: {{reason}}',
  'apply.refused': 'Nothing was applied: {{reason}}',
  'apply.open':
    'How much of it was applied is not known: {{reason}} Look at what is still behind before you apply it again.',
  'apply.lost': 'How far the rollout is could not be read: {{reason}}',
  'delete.dependents_one': '{{count}} object depends on it:',
  'delete.dependents_other': '{{count}} objects depend on it:',
  'delete.dependentsLabel': 'What depends on it',
  'delete.noDependents': 'Nothing in this project uses it.',
  'delete.dependentsUnknown':
    'What depends on it is not known: {{reason}} Pods that run keep running; those that start later may fail.',
  'delete.breaks.start':
    'Running pods stay. The next restart or scale-up fails.',
  'delete.breaks.pull': 'Running pods stay. New pods cannot pull their images.',
  'delete.breaks.nothing':
    'Goes on working; it only names the connection in an annotation.',
  'delete.account.start':
    'Stays and names a Secret that is missing: pods that use it cannot start.',
  'delete.account.pull':
    'Stays and names a pull secret that is missing: pods that use it cannot pull.',
  'delete.account.nothing': 'Stays as it is.',
  'delete.account.removed': 'Goes as well.',
  'delete.cleanUp':
    'Also delete the ServiceAccounts that were made here for this connection alone: {{names}}',
  'edit.title': 'Edit {{name}}',
  'edit.viewTitle': '{{name}}',
  'edit.loadFailed': 'The connection "{{name}}" could not be loaded',
  'edit.forbidden': 'You may not see this connection',
  'edit.save': 'Save',
  'edit.saveAndApply': 'Save and apply',
  'edit.unchanged': 'Nothing is changed yet. Only what you change is written.',
  'edit.unsavedWithDefaults_one':
    'Unsaved changes; {{count}} default of the type is saved with them',
  'edit.unsavedWithDefaults_other':
    'Unsaved changes; {{count}} defaults of the type are saved with them',
  'edit.leave': 'Leave without saving?',
  'edit.done': '{{name}} is saved',
  'edit.failed': 'Not saved: {{reason}}',
  'edit.gone':
    'Somebody deleted this connection meanwhile, its values with it. What you typed is still here to be copied.',
  'edit.typeFixed': 'Type and resource name cannot be changed.',
  'edit.managed':
    'This Secret is written by {{kind}} {{name}}, which would undo a change made here. Change it there.',
  'edit.mayNot':
    "You may only look at this connection: the portal's policy does not give you the permission {{permission}}.",
  'edit.inAnnotation':
    'kubectl apply left all values of this Secret in an annotation, where everybody can read them who may see its metadata. This command removes the annotation; afterwards use server-side apply, which leaves none:',
  'edit.inAnnotationCommand': 'Command that removes the annotation',
  'edit.copyCommand': 'Copy the command',
  'edit.usedBy': 'Used by',
  'edit.unused': 'Nothing uses this connection.',
  'edit.dependentsFailed': 'What uses it could not be loaded: {{reason}}',
  'edit.restart': 'Will need a restart',
  'edit.redeploy': 'Will need a redeployment',
  'edit.impact.restart_one':
    'Once saved, {{count}} service has to be restarted to see the new values.',
  'edit.impact.restart_other':
    'Once saved, {{count}} services have to be restarted to see the new values.',
  'edit.impact.redeploy_one':
    'The model moves: once saved, {{count}} service has to be redeployed from the new location. Its path stays.',
  'edit.impact.redeploy_other':
    'The model moves: once saved, {{count}} services have to be redeployed from the new location. Their paths stay.',
  'edit.apply': 'Apply it right after saving',
  'drift.noType':
    'This connection names no type, so its values can be kept or removed, not changed.',
  'drift.typeGone':
    'Its type {{type}} no longer exists. All keys are kept and stand under "Other keys"; names can be changed, values cannot.',
  'drift.typeLoading': 'Reading its type',
  'drift.typeUnknown':
    'Its type could not be read, so values cannot be changed now: {{reason}}',
  'drift.invalid': 'Its type is faulty: {{reason}}',
  'drift.disabled':
    'The type {{type}} is disabled: nothing new can be made from it, what exists can be changed.',
  'drift.missing':
    'The type asks for more than when this connection was made: {{names}}.',
  'drift.prefilled':
    'The type asks for more than when this connection was made, and has a default for it: {{names}}. It is saved with the next change of a value.',
  'drift.others_one':
    '{{count}} key is not part of the type. It is kept under "Other keys".',
  'drift.others_other':
    '{{count}} keys are not part of the type. They are kept under "Other keys".',
  'compared.displayName': 'Display name',
  'compared.description': 'Description',
  'compared.empty': 'empty',
  'compared.set': 'Set, never shown',
  'compared.neverShown': 'never shown',
  'compared.unchanged': 'Not changed',
  'compared.maybeNew': 'Stored value, may be new',
  'compared.new': 'Your new value',
  'compared.removed': 'Removed',
  'compared.on': 'On',
  'compared.off': 'Off',
  'compared.s3.caCertificate': 'CA certificate',
  'compared.s3.verifyTls': 'Verify TLS',
  'compared.s3.virtualHostedBuckets': 'Virtual-host buckets',
  'compared.s3.anonymous': 'Anonymous',
  'conflict.unknown': 'Cannot be compared',
  'connectionConflict.title': 'This connection was saved while you edited it',
  'connectionConflict.text':
    'Nothing has been overwritten: choose what to keep.',
  'connectionConflict.textAt':
    'Its values were changed on {{at}}. Nothing has been overwritten: choose what to keep.',
  'connectionConflict.textBy':
    'It was changed with {{manager}} on {{at}}. Nothing has been overwritten: choose what to keep.',
  'connectionConflict.textHere':
    'Somebody saved it in the portal on {{at}}. Nothing has been overwritten: choose what to keep.',
  'connectionConflict.hidden':
    'Values that are never shown may have changed as well, on {{at}}. Those that you did not touch stay as they are stored.',
  'connectionConflict.restart_one':
    '{{count}} service uses this connection. With this mix it needs a restart.',
  'connectionConflict.restart_other':
    '{{count}} services use this connection. With this mix they need a restart.',
  'connectionConflict.redeploy_one':
    '{{count}} service uses this connection. With this mix its model moves: it needs a redeployment.',
  'connectionConflict.redeploy_other':
    '{{count}} services use this connection. With this mix their models move: they need a redeployment.',
  'connectionConflict.same_one': '{{count}} field is the same: {{names}}.',
  'connectionConflict.same_other': '{{count}} fields are the same: {{names}}.',
} as const;
