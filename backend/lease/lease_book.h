// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/lease/lease.h"
#include "models/domain/result.h"

#include <QByteArray>

#include <optional>

namespace snowmelt {

/// The one document about a fleet's leases. Times are ms since 1970 by the host's clock; nullopt stands for "when this
/// is written": the host stamps the document, so no other clock is ever in it.
struct BookedLease
{
    QString group;
    QString token;
    LeaseHolder holder;
    std::optional<qint64> since;
    std::optional<qint64> renewed;
    int seconds = 0;
    bool operator==(const BookedLease&) const = default;
};
struct BookedWork
{
    QString group;
    LeaseHolder holder;
    std::optional<qint64> since;
    QJsonObject plan;
    int step = -1;
    bool goingBack = false;
    bool operator==(const BookedWork&) const = default;
};
struct BookedTurn
{
    std::optional<qint64> at;
    QString group;
    QString from;
    QString fromOperation;
    QString fromToken;
    QString to;
    QString toToken;
    bool expired = false;
    QString reason;
    bool operator==(const BookedTurn&) const = default;
};
struct LeaseBook
{
    QList<BookedLease> leases;
    QList<BookedWork> work;
    QList<BookedTurn> turns;
    bool operator==(const LeaseBook&) const = default;
};

/// Tokens and request ids are parts of file names: 32 hex digits and nothing else.
bool isLeaseToken(const QString& text);
QString makeLeaseToken();

/// The document as a writer hands it to the host: one line of JSON.
QByteArray bookText(const LeaseBook& book);
/// The document as the host keeps it: "snowmelt.leases/1 SHA-256\nSTAMP\nJSON". The sum is over all behind its line.
QByteArray stampedBook(const QByteArray& text, qint64 stamp);
/// What the host has; nothing kept at all is an empty book. `path` is for errors: StoreUnusable {path} when it is not
/// whole (the detail says where), StoreNewer {path}. Never an empty book for something that cannot be read.
Result<LeaseBook> parseBook(const std::optional<QByteArray>& kept, const QString& path);

/// What an exchange compares: the SHA-256 (hex) of the book as kept, "none" for none.
QByteArray bookRevision(const std::optional<QByteArray>& kept);

} // namespace snowmelt
