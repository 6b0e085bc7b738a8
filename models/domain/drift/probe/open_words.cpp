// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/open_words.h"

#include <algorithm>

namespace snowmelt {

static bool mayTellSecret(const QByteArray& word)
{
    static const QList<QByteArray> parts{"=",      "://", "@",    "%",    "pass",   "pwd", "token",
                                         "secret", "key", "auth", "cred", "bearer", "psk", "add_user"};
    // redis-cli -a, ldapsearch -w, openssl -k, snmpget -c, sh -c, curl -H, psql -e …: what stands behind is told to
    // nobody.
    static const QList<QByteArray> before{"-a", "-c", "-e", "-h", "-k", "-s", "-w"};
    const QByteArray lower = word.toLower();
    return before.contains(lower) || lower.startsWith("-p") || lower.startsWith("-u") ||
           std::ranges::any_of(parts, [&lower](const QByteArray& part) { return lower.contains(part); });
}

QList<QByteArray> openWords(const QList<QByteArray>& words)
{
    return {words.begin(), std::ranges::find_if(words, mayTellSecret)};
}

} // namespace snowmelt
