// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/lease_book.h"

#include "models/domain/json_archive.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace snowmelt {

template <typename Archive, typename T>
using BookField = typename Archive::template Reference<T>;

template <typename Archive>
void describe(Archive& archive, BookField<Archive, LeaseHolder> value)
{
    archive("person", value.person);
    archive("host", value.host);
    archive("pid", value.pid);
    archive("operation", value.operation);
    archive("verb", value.verb);
    archive("subject", value.subject);
}

template <typename Archive>
void describe(Archive& archive, BookField<Archive, BookedLease> value)
{
    archive("group", value.group);
    archive("token", value.token);
    archive("holder", value.holder);
    archive("since", value.since);
    archive("renewed", value.renewed);
    archive("seconds", value.seconds);
}

template <typename Archive>
void describe(Archive& archive, BookField<Archive, BookedWork> value)
{
    archive("group", value.group);
    archive("holder", value.holder);
    archive("since", value.since);
    archive("plan", value.plan);
    archive("step", value.step);
    archive("goingBack", value.goingBack);
}

template <typename Archive>
void describe(Archive& archive, BookField<Archive, BookedTurn> value)
{
    archive("at", value.at);
    archive("group", value.group);
    archive("from", value.from);
    archive("fromOperation", value.fromOperation);
    archive("fromToken", value.fromToken);
    archive("to", value.to);
    archive("toToken", value.toToken);
    archive("expired", value.expired);
    archive("reason", value.reason);
}

template <typename Archive>
void describe(Archive& archive, BookField<Archive, LeaseBook> value)
{
    archive("leases", value.leases);
    archive("work", value.work);
    archive("turns", value.turns);
}

namespace {

const QByteArray magic = "snowmelt.leases/";
const QByteArray version = "1";
constexpr int longestLease = 3600;

QByteArray sumOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Error broken(const QString& path, const QString& where)
{
    return {ErrorCode::StoreUnusable, {path}, where};
}

/// The line that begins at `from`, which is moved behind it; nothing when it has no end.
std::optional<QByteArray> nextLine(const QByteArray& bytes, qsizetype& from)
{
    const qsizetype end = bytes.indexOf('\n', from);
    if (end < 0)
        return {};
    const QByteArray line = bytes.mid(from, end - from);
    from = end + 1;
    return line;
}

void resolve(LeaseBook& book, qint64 stamp)
{
    for (BookedLease& lease : book.leases) {
        lease.since = lease.since.value_or(stamp);
        lease.renewed = lease.renewed.value_or(stamp);
    }
    for (BookedWork& work : book.work)
        work.since = work.since.value_or(stamp);
    for (BookedTurn& turn : book.turns)
        turn.at = turn.at.value_or(stamp);
}

bool isWhole(const BookedLease& lease)
{
    return isLeaseToken(lease.token) && !lease.holder.person.isEmpty() && lease.seconds > 0 &&
           lease.seconds <= longestLease;
}

/// A list that is missing would read as empty, and that as "nobody holds it".
Result<LeaseBook> readBody(const QByteArray& json, const QString& path)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return broken(path, fault.errorString());
    const QJsonObject object = document.object();
    for (const char* list : {"leases", "work", "turns"}) {
        if (!object.value(QLatin1String(list)).isArray())
            return broken(path, QLatin1String(list));
    }
    LeaseBook book;
    JsonReader reader(object);
    describe(reader, book);
    if (!reader.fault().isEmpty())
        return broken(path, reader.fault());
    if (!std::all_of(book.leases.cbegin(), book.leases.cend(), isWhole))
        return broken(path, QStringLiteral("leases"));
    return book;
}

} // namespace

bool isLeaseToken(const QString& text)
{
    static const QRegularExpression hex(QStringLiteral("\\A[0-9a-f]{32}\\z"));
    return hex.match(text).hasMatch();
}

QString makeLeaseToken()
{
    return QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex());
}

QByteArray bookText(const LeaseBook& book)
{
    JsonWriter writer;
    describe(writer, book);
    return QJsonDocument(writer.take()).toJson(QJsonDocument::Compact);
}

QByteArray bookRevision(const std::optional<QByteArray>& kept)
{
    return kept ? sumOf(*kept) : QByteArray("none");
}

QByteArray stampedBook(const QByteArray& text, qint64 stamp)
{
    const QByteArray summed = QByteArray::number(stamp) + '\n' + text;
    return magic + version + ' ' + sumOf(summed) + '\n' + summed;
}

Result<LeaseBook> parseBook(const std::optional<QByteArray>& kept, const QString& path)
{
    if (!kept)
        return LeaseBook{};
    qsizetype at = 0;
    const QByteArray head = nextLine(*kept, at).value_or(QByteArray());
    const QByteArray shape = head.left(head.indexOf(' '));
    if (!shape.startsWith(magic))
        return broken(path, QStringLiteral("schema"));
    if (shape.mid(magic.size()).toInt() > version.toInt())
        return Error{ErrorCode::StoreNewer, {path}, QString::fromLatin1(shape)};
    if (head != magic + version + ' ' + sumOf(kept->mid(at)))
        return broken(path, QStringLiteral("SHA-256"));
    bool isNumber = false;
    const qint64 stamp = nextLine(*kept, at).value_or(QByteArray()).toLongLong(&isNumber);
    if (!isNumber || stamp <= 0)
        return broken(path, QStringLiteral("time"));
    Result<LeaseBook> book = readBody(kept->mid(at), path);
    if (!book)
        return book;
    LeaseBook whole = book.take();
    resolve(whole, stamp);
    return whole;
}

} // namespace snowmelt
