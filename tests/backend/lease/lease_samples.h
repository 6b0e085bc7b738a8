// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/lease/lease_rules.h"

namespace snowmelt::test {

inline LeaseHolder mina()
{
    return {QStringLiteral("mina@laptop"), QStringLiteral("laptop"), 4711,
            QStringLiteral("op-1"),        QStringLiteral("swap"),   QStringLiteral("web")};
}

inline LeaseHolder jun()
{
    return {QStringLiteral("jun@desk"), QStringLiteral("desk"),   815,
            QStringLiteral("op-9"),     QStringLiteral("resume"), QStringLiteral("web")};
}

/// 32 times this digit.
inline QString token(char digit)
{
    return QString(32, QLatin1Char(digit));
}

inline TakeWish wish(const LeaseHolder& holder, char digit, const QString& group = QStringLiteral("web"),
                     const QString& reason = {})
{
    return {QStringLiteral("shop"), group, token(digit), holder, 30, reason};
}

/// As the host keeps it, and read again.
inline LeaseBook kept(const LeaseBook& book, qint64 stamp)
{
    return parseBook(stampedBook(bookText(book), stamp), QStringLiteral("book")).take();
}

/// "done", "cancelled" or the error's code and arguments.
template <typename T>
QString told(const Result<T>& result)
{
    if (result.ok())
        return QStringLiteral("done");
    if (result.cancelled())
        return QStringLiteral("cancelled");
    return codeName(result.error().code) + u' ' + result.error().args.join(u'|');
}

} // namespace snowmelt::test
