// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace snowmelt {

/// What percent tokens stand for: 'h' → "web1.example.org". "%%" needs no entry.
using SshTokens = QMap<QChar, QString>;

/// A text with its tokens and variables replaced, or what has no replacement.
struct SshExpansion
{
    QString text;
    QString unknownToken;  ///< "%x", or "%" at the end
    QString unsetVariable; ///< the name in "${NAME}", or what follows a "${" that is not closed
    bool ok() const { return unknownToken.isEmpty() && unsetVariable.isEmpty(); }
};

/// Tokens only.
SshExpansion expandSshTokens(const QString& text, const SshTokens& tokens);

/// Tokens and "${NAME}". Neither is looked for in what replaced another.
SshExpansion expandSshText(const QString& text, const SshTokens& tokens, const QMap<QString, QString>& environment);

/// Hash of host, port and user as OpenSSH up to 9.5 makes it for "%C".
QString sshConnectionHash(const QString& localHost, const QString& host, int port, const QString& user);

} // namespace snowmelt
