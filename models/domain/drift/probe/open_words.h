// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace snowmelt {

/// With pass, pwd, token, secret, key, auth … in it, in letters of any case.
bool namesSecret(const QByteArray& name);

/// With "=", "://", "@", "%", "-p", "-u" or the name of a secret in it, or an option before which secrets stand.
bool mayTellSecret(const QByteArray& word);

/// The words of a command up to the first that may be a secret, or stand before one.
QList<QByteArray> openWords(const QList<QByteArray>& words);

/// Tells texts apart, and nothing else of them: who does not know the salt cannot try words on it. Without one that is
/// kept it is of this program's run.
QByteArray secretDigest(const QByteArray& text, const QByteArray& kept);

/// A command as it may be shown: from where a secret may be in it, only its digest.
QByteArray shownCommand(const QList<QByteArray>& words, const QByteArray& salt);

} // namespace snowmelt
