// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/look_table.h"

#include "backend/store/stamps.h"
#include "models/domain/drift/wrong_clock.h"
#include "models/domain/json_fleet_fields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace snowmelt {

namespace {

struct UnseenList
{
    QList<Unseen> unseen;
};

template <typename Archive>
void describe(Archive& archive, Field<Archive, UnseenList> value)
{
    archive("unseen", value.unseen);
}

QString textOfUnseen(const QList<Unseen>& unseen)
{
    const QJsonObject json = JsonWriter::write(UnseenList{unseen}).toObject();
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QList<Unseen> unseenOfText(const QString& text)
{
    UnseenList list;
    JsonReader reader(QJsonDocument::fromJson(text.toUtf8()).object());
    describe(reader, list);
    return list.unseen;
}

/// The look with only the sections that none of these has.
LookRecord withoutThose(LookRecord look, const QList<LookRecord>& others)
{
    for (const LookRecord& other : others) {
        for (auto part = other.parts.keyBegin(); part != other.parts.keyEnd(); ++part)
            look.parts.remove(*part);
    }
    return look;
}

/// Never forgotten: of nodes without a birth image the newest look at each, the accepted one, and the first where none
/// was accepted.
const QString dispensable =
    u" accepted = 0"
    " AND number NOT IN (SELECT MAX(number) FROM look WHERE born = 0 GROUP BY fleet, node)"
    " AND number NOT IN (SELECT MIN(number) FROM look WHERE born = 0 GROUP BY fleet, node HAVING MAX(accepted) = 0)"_qs;

} // namespace

Result<Done> LookTable::change(const QString& statement, const QVariantList& values) const
{
    const Result<QSqlQuery> done = m_database.run(statement, values);
    return done ? Result<Done>(Done{}) : done.as<Done>();
}

Result<std::optional<LookTable::Row>> LookTable::row(const QString& condition, const QVariantList& values) const
{
    using Found = std::optional<Row>;
    Result<QSqlQuery> asked = m_database.run(
        u"SELECT number, last_at, node, first_at, unseen, born, salt FROM look WHERE "_qs + condition + u" LIMIT 1"_qs,
        values);
    if (!asked)
        return asked.as<Found>();
    QSqlQuery query = asked.take();
    if (!query.next())
        return Found();
    Row found;
    found.number = query.value(0).toLongLong();
    found.lastAt = timeOfStamp(query.value(1));
    found.look.node = query.value(2).toString();
    found.look.at = timeOfStamp(query.value(3));
    found.look.unseen = unseenOfText(query.value(4).toString());
    found.look.born = query.value(5).toBool();
    found.look.salt = query.value(6).toByteArray();
    const Result<Done> read = readParts(found);
    if (!read)
        return read.as<Found>();
    return Found(found);
}

Result<Done> LookTable::readParts(Row& row) const
{
    Result<QSqlQuery> asked =
        m_database.run(u"SELECT section, digest, size FROM look_part WHERE look = ?"_qs, {row.number});
    if (!asked)
        return asked.as<Done>();
    QSqlQuery parts = asked.take();
    while (parts.next()) {
        if (const auto section = codeFromName<DriftSection>(parts.value(0).toString()))
            row.look.parts.insert(*section, {parts.value(1).toByteArray(), parts.value(2).toLongLong()});
    }
    return Done{};
}

Result<Done> LookTable::insert(const QString& fleet, const LookRecord& look) const
{
    const Result<QSqlQuery> inserted =
        m_database.run(u"INSERT INTO look (fleet, node, first_at, last_at, unseen, accepted, born, salt)"
                       " VALUES (?, ?, ?, ?, ?, 0, ?, ?)"_qs,
                       {fleet, look.node, stamped(look.at), stamped(look.at), textOfUnseen(look.unseen), look.born,
                        look.salt.isEmpty() ? u""_qs : QString::fromLatin1(look.salt)});
    if (!inserted)
        return inserted.as<Done>();
    const qint64 number = inserted->lastInsertId().toLongLong();
    for (auto part = look.parts.cbegin(); part != look.parts.cend(); ++part) {
        const Result<Done> written =
            change(u"INSERT INTO look_part VALUES (?, ?, ?, ?)"_qs,
                   {number, codeName(part.key()), QString::fromLatin1(part->digest), part->size});
        if (!written)
            return written;
    }
    return Done{};
}

/// Of looks from before it was noted, it is the one that is there.
Result<Done> LookTable::noteSalt(const QByteArray& salt) const
{
    return salt.isEmpty() ? Result<Done>(Done{})
                          : change(u"UPDATE look SET salt = ? WHERE salt = ''"_qs, {QString::fromLatin1(salt)});
}

Result<Done> LookTable::note(const QString& fleet, const LookRecord& look) const
{
    if (const Result<Done> salted = noteSalt(look.salt); !salted)
        return salted;
    const Result<std::optional<Row>> last = row(u"fleet = ? AND node = ? ORDER BY number DESC"_qs, {fleet, look.node});
    if (!last)
        return last.as<Done>();
    const std::optional<Row>& newest = *last;
    // Two looks at once: the one that ended later is kept.
    if (newest && newest->lastAt >= look.at && !isOfWrongClock(newest->lastAt, look.at))
        return Done{};
    const bool isSame = newest && newest->look.parts == look.parts && newest->look.unseen == look.unseen &&
                        newest->look.born == look.born && newest->look.salt == look.salt;
    return isSame ? change(u"UPDATE look SET last_at = ? WHERE number = ?"_qs, {stamped(look.at), newest->number})
                  : insert(fleet, look);
}

Result<Done> LookTable::accept(const QString& fleet, const LookRecord& look) const
{
    const QString& node = look.node;
    const Result<Done> none = change(u"UPDATE look SET accepted = 0 WHERE fleet = ? AND node = ?"_qs, {fleet, node});
    if (!none)
        return none;
    const Result<QSqlQuery> accepted =
        m_database.run(u"UPDATE look SET accepted = 1 WHERE number = (SELECT MAX(number) FROM look WHERE fleet = ?"
                       " AND node = ? AND first_at <= ? AND last_at >= ?)"_qs,
                       {fleet, node, stamped(look.at), stamped(look.at)});
    if (!accepted)
        return accepted.as<Done>();
    if (accepted->numRowsAffected() != 1)
        return Error{ErrorCode::StoreUnusable, {m_database.path()}, u"the look to accept is not kept"_qs};
    return Done{};
}

Result<QList<LookRecord>> LookTable::before(const QString& fleet, const QString& node, const QDateTime& time) const
{
    using Found = QList<LookRecord>;
    // The look that has the greatest time of its group is the one that is told beside it.
    Result<QSqlQuery> asked =
        m_database.run(u"SELECT number, section, MAX(first_at) FROM look JOIN look_part ON look = number"
                       " WHERE fleet = ? AND node = ? AND first_at < ? GROUP BY section ORDER BY 3 DESC, 1"_qs,
                       {fleet, node, stamped(time)});
    if (!asked)
        return asked.as<Found>();
    QSqlQuery newest = asked.take();
    Found looks;
    qint64 last = 0;
    while (newest.next()) {
        const qint64 number = newest.value(0).toLongLong();
        if (number == std::exchange(last, number))
            continue;
        const Result<std::optional<Row>> found = row(u"number = ?"_qs, {number});
        if (!found || !found->has_value())
            return found ? looks : found.as<Found>();
        looks.append(withoutThose((*found)->look, looks));
        if ((*found)->lastAt < time)
            looks.last().at = (*found)->lastAt;
    }
    return looks;
}

Result<std::optional<LookRecord>> LookTable::baseline(const QString& fleet, const QString& node) const
{
    using Found = std::optional<LookRecord>;
    const Result<std::optional<Row>> found =
        row(u"fleet = ? AND node = ? AND born = 0 ORDER BY accepted DESC, number"_qs, {fleet, node});
    if (!found)
        return found.as<Found>();
    return found->has_value() ? Found((*found)->look) : Found();
}

Result<qint64> LookTable::bytes() const
{
    Result<QSqlQuery> asked =
        m_database.run(u"SELECT COALESCE(SUM(size), 0) FROM (SELECT DISTINCT digest, size FROM look_part)"_qs);
    if (!asked)
        return asked.as<qint64>();
    QSqlQuery row = asked.take();
    return row.next() ? row.value(0).toLongLong() : 0;
}

Result<Done> LookTable::dropParts() const
{
    return change(u"DELETE FROM look_part WHERE look NOT IN (SELECT number FROM look)"_qs);
}

/// Of a node that left, and that nobody looked at for so long, nothing stays.
Result<Done> LookTable::forgetAbsent(const QString& fleet, const QStringList& present, const QDateTime& oldest) const
{
    Result<QSqlQuery> asked = m_database.run(
        u"SELECT node FROM look WHERE fleet = ? GROUP BY node HAVING MAX(last_at) < ?"_qs, {fleet, stamped(oldest)});
    if (!asked)
        return asked.as<Done>();
    QSqlQuery rows = asked.take();
    QStringList left;
    while (rows.next()) {
        if (const QString node = rows.value(0).toString(); !present.contains(node))
            left.append(node);
    }
    Result<Done> forgotten = Done{};
    for (const QString& node : left) {
        if (forgotten)
            forgotten = change(u"DELETE FROM look WHERE fleet = ? AND node = ?"_qs, {fleet, node});
    }
    return forgotten;
}

Result<Done> LookTable::forgetBefore(const QString& fleet, const QStringList& present, const QDateTime& oldest) const
{
    const Result<Done> left = present.isEmpty() ? Done{} : forgetAbsent(fleet, present, oldest);
    if (!left)
        return left;
    const Result<Done> forgotten =
        change(u"DELETE FROM look WHERE fleet = ? AND last_at < ?"
               " AND number NOT IN (SELECT MAX(number) FROM look GROUP BY fleet, node) AND"_qs +
                   dispensable,
               {fleet, stamped(oldest)});
    return forgotten ? dropParts() : forgotten;
}

Result<Done> LookTable::forgetAbove(qint64 most) const
{
    for (;;) {
        const Result<qint64> size = bytes();
        if (!size || *size <= most)
            return size ? Result<Done>(Done{}) : size.as<Done>();
        const Result<QSqlQuery> removed =
            m_database.run(u"DELETE FROM look WHERE number IN (SELECT number FROM look WHERE"_qs + dispensable +
                           u" ORDER BY last_at LIMIT 20)"_qs);
        if (!removed || removed->numRowsAffected() == 0)
            return removed ? Result<Done>(Done{}) : removed.as<Done>();
        const Result<Done> dropped = dropParts();
        if (!dropped)
            return dropped;
    }
}

Result<QSet<QByteArray>> LookTable::digests() const
{
    Result<QSqlQuery> asked = m_database.run(u"SELECT DISTINCT digest FROM look_part"_qs);
    if (!asked)
        return asked.as<QSet<QByteArray>>();
    QSqlQuery rows = asked.take();
    QSet<QByteArray> digests;
    while (rows.next())
        digests.insert(rows.value(0).toByteArray());
    return digests;
}

} // namespace snowmelt
