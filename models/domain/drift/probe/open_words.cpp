// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/open_words.h"

#include "models/domain/drift/probe.h"

#include <QCryptographicHash>

#include <algorithm>

namespace snowmelt {

namespace {

bool hasOneOf(const QByteArray& word, const QList<QByteArray>& parts)
{
    return std::ranges::any_of(parts, [&word](const QByteArray& part) { return word.contains(part); });
}

} // namespace

bool namesSecret(const QByteArray& name)
{
    static const QList<QByteArray> parts{"pass", "pwd",  "token",  "secret", "key",
                                         "auth", "cred", "bearer", "psk",    "add_user"};
    return hasOneOf(name.toLower(), parts);
}

bool mayTellSecret(const QByteArray& word)
{
    static const QList<QByteArray> signs{"=", "://", "@", "%"};
    // redis-cli -a, ldapsearch -w, openssl -k, snmpget -c, sh -c, curl -H, psql -e …: what stands behind is told to
    // nobody.
    static const QList<QByteArray> before{"-a", "-c", "-e", "-h", "-k", "-s", "-w"};
    const QByteArray lower = word.toLower();
    return before.contains(lower) || lower.startsWith("-p") || lower.startsWith("-u") || hasOneOf(lower, signs) ||
           namesSecret(lower);
}

QList<QByteArray> openWords(const QList<QByteArray>& words)
{
    return {words.begin(), std::ranges::find_if(words, mayTellSecret)};
}

QByteArray secretDigest(const QByteArray& text, const QByteArray& kept)
{
    static const QByteArray ofThisRun = makeNonce();
    const QByteArray salted = (kept.isEmpty() ? ofThisRun : kept) + text;
    return "sha256 " + QCryptographicHash::hash(salted, QCryptographicHash::Sha256).toHex().left(16);
}

QByteArray shownCommand(const QList<QByteArray>& words, const QByteArray& salt)
{
    const QList<QByteArray> open = openWords(words);
    if (open.size() == words.size())
        return words.join(' ');
    return open.join(' ') + " \u2026 " + secretDigest(words.join(' '), salt);
}

} // namespace snowmelt
