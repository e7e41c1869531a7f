import type { Dictionary } from '#web/i18n/t.ts'

export const refusals: Dictionary['refusals'] = {
  'command.malformed':
    'Die App hat etwas Unlesbares gesendet. Ihre Eingabe ist gespeichert. Versuchen Sie es erneut.',
  'command.media-type': 'Die App hat die falsche Art Nachricht gesendet. Ihre Eingabe ist gespeichert.',
  'command.too-large': 'Das ist zu groß zum Senden. Kürzen Sie den Text.',
  'command.unknown':
    'App und Server sind nicht von derselben Version. Laden Sie die App neu; Ihre Eingabe ist gespeichert.',
  'command.invalid': 'Nicht alles ist richtig ausgefüllt. Sehen Sie bei den markierten Feldern nach.',
  'command.mismatch': 'Das war schon mit anderem Inhalt gesendet. Die erste Fassung gilt.',
  'session.required': 'Sie sind nicht mehr angemeldet. Melden Sie sich an; Ihre Eingabe ist gespeichert.',
  'session.unknown-person': 'Diese Funktion gibt es nicht.',
  'session.locked':
    'Der Bildschirm ist gesperrt. Entsperren Sie ihn mit Ihrem Passkey; Ihre Eingabe ist gespeichert.',
  'session.step-up':
    'Dafür müssen Sie noch einmal zeigen, wer Sie sind. Nehmen Sie Ihren Passkey und versuchen Sie es erneut.',
  'passkey.refused': 'Der Passkey stimmt nicht. Es hat sich nichts geändert. Versuchen Sie es noch einmal.',
  'passkey.last':
    'Das ist der letzte Passkey: ohne ihn kommt diese Person nicht mehr hinein. Fügen Sie zuerst einen anderen hinzu.',
  'invite.spent': 'Diese Einladung ist verwendet oder abgelaufen. Bitten Sie Ihre Verwaltung um eine neue.',
  'admin.last':
    'Es muss jemand mit Verwaltungsrecht bleiben, der Personen einlassen kann. Geben Sie es zuerst einer anderen Person.',
  'origin.refused': 'Das kam von einer anderen Website und wurde abgelehnt.',
  'not-found': 'Das gibt es nicht, oder es ist nicht für Sie.',
  'role.refused': 'Das gehört nicht zu Ihrer Funktion. Oben steht, wer am Zug ist.',
  'step.refused':
    'Das geht jetzt nicht mehr: Der Stand hat sich geändert. Der Bildschirm zeigt den neuen Stand.',
  'on-hold': 'Die Anfrage ist angehalten. Setzen Sie sie zuerst fort.',
  'already-exists': 'Das gibt es schon.',
  'escort.not-by-intensivist':
    'Begleiteten Transport kann nur ein Intensivmediziner indizieren (Plan 4.5.1.1). Fragen Sie den diensthabenden Intensivmediziner.',
  'text.identity':
    'Im Text steht eine BSN, ein Geburtsdatum oder eine E-Mail-Adresse. Nehmen Sie das heraus; verwenden Sie den Code.',
  'claim.taken': 'Eine andere Koordination hat diese schon übernommen.',
  'hospital.excluded': 'Dieses Krankenhaus kann nicht gewählt werden.',
  'nation.closed': 'In dieser Phase wird nicht landesweit gesucht.',
  'hand-over.first': 'In der Region ist kein Bett. Übergeben Sie die Anfrage zuerst an das LCPS.',
  'reason.required': 'Schreiben Sie dazu, warum.',
  'bed.none-left':
    'Das letzte Bett wurde gerade vergeben. Es ist nichts reserviert. Aktualisieren Sie nötigenfalls Ihre Betten.',
  'bed.only-boss-left': 'Nur BOSS-Betten sind noch frei. Ein geplanter Patient bekommt sie nicht.',
  'confirm.accepted-by-required': 'Geben Sie an, wer den Patienten medizinisch angenommen hat.',
  'confirm.need-unticked': 'Haken Sie ab, dass Sie diese Versorgung leisten können.',
  'vehicle.taken': 'Dieser Wagen ist dann schon besetzt.',
  'vehicle.not-allowed': 'Dieser Wagen darf diesen Patienten nicht fahren.',
  'time.past': 'Dieser Zeitpunkt ist schon vorbei.',
  'code.mismatch': 'STOPP. Der Code passt nicht zu diesem Patienten. Prüfen Sie die Papiere am Bett.',
  'undo.too-late': 'Rückgängig machen geht bis 10 Sekunden nach dem Tippen.',
  'correct.too-late':
    'Eine Zeit berichtigen geht bis 12 Stunden nach der Meldung. Rufen Sie die Transportzentrale an.',
  'correct.out-of-bounds': 'Diese Zeit liegt vor dem vorigen Schritt, nach dem nächsten oder in der Zukunft.',
  'phase.refused': 'Dieser Phasenwechsel geht so nicht.',
  'act.expired':
    'Abgelaufen: Das wurde nicht binnen 12 Stunden bestätigt, und der Inhalt ist von diesem Gerät gelöscht. Prüfen Sie, ob es doch angekommen ist; wenn nicht, tun Sie es noch einmal oder rufen Sie an.',
  'act.unreadable':
    'Dieses Gerät kann den Inhalt nicht mehr lesen. Es ist nicht gesendet. Tun Sie es noch einmal oder rufen Sie an.',
  'rate.limited': 'Zu viele Anfragen hintereinander. Es geht gleich von selbst weiter.',
  unavailable:
    'Der Server antwortet gerade nicht. Ihre Eingabe ist gespeichert und wird von selbst gesendet.',
  fault: 'Bei uns ging etwas schief. Ihre Eingabe ist gespeichert. Rufen Sie im Notfall die Koordination an.',
  'field.required': 'Füllen Sie das aus.',
  'field.unknown': 'Dieses Feld gibt es nicht.',
  'field.type': 'Das ist nicht die richtige Art Antwort.',
  'field.range': 'Wählen Sie einen Wert von {min} bis {max}.',
  'field.enum': 'Wählen Sie eine der Möglichkeiten.',
  'field.length': 'Das ist zu lang: höchstens {max} Zeichen.',
  'field.format': 'Das hat nicht die richtige Form.',
  'field.not-applicable': 'Das gehört nicht hierher.',
  'field.rangePlain': 'Dieser Wert liegt außerhalb der Grenzen.',
  'vehicle.out': 'Dieser Wagen ist dann außer Dienst.',
  'help.own-free':
    'Ihr eigenes Fahrzeug {vehicle} kann diese Fahrt übernehmen. Planen Sie es, oder nehmen Sie es unter Fuhrpark außer Dienst.',
  'team.full':
    'Ein weiteres zusätzliches MICU-Team geht nicht: Dieses Zentrum hat schon eines, oder es fahren vierzehn.',
  'exemption.overlaps':
    'Für diese Gruppe läuft in dieser Zeit schon eine Ausnahme. Beenden Sie sie zuerst oder wählen Sie eine andere Zeit.',
  'plan.running':
    'Sie machen schon einen Plan für diese Art Bett. Warten Sie, bis er fertig ist, oder brechen Sie ihn ab.',
  'plan.queue-full': 'Es warten schon zu viele Pläne. Versuchen Sie es gleich erneut.',
  'wish.refused': 'Dieser Patient kann nicht für diese Verlegung genannt werden.',
  'wish.changed':
    'Inzwischen ist eine andere Fassung veröffentlicht. Ihre Zahlen stehen noch da; vergleichen Sie und veröffentlichen Sie neu.',
  'abroad.too-early':
    'Das Ausland kann erst ab Phase 2d geöffnet werden oder wenn 1.188 der 1.250 Intensivbetten belegt sind.',
}
