// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/drift_store.h"
#include "tests/backend/store/drift_sample.h"

#include <QDirIterator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

namespace snowmelt::sample {

/// A data folder with a drift store, and what is noted there of fleet "shop".
class DriftHome
{
public:
    QString path() const { return m_home.path(); }
    QString filePath(const QString& name) const { return m_home.filePath(name); }
    std::unique_ptr<DriftStore> open() const;
    QVariant ask(const QString& statement) const;
    QList<DatedDifference> listed(bool gone = true) const;
    void note(int day, const QList<QByteArray>& paths, const QString& node = u"web-1"_qs) const;
    LookRecord look(int day, const QString& content, const QString& node = u"web-1"_qs) const;
    LookRecord kept(const FactSheet& sheet) const;
    int looks() const { return ask(u"SELECT COUNT(*) FROM look"_qs).toInt(); }
    int lookFiles() const;

private:
    QTemporaryDir m_home;
};

inline FactSheet sheetOn(int day, const QString& content, const QString& node = u"web-1"_qs)
{
    FactSheet sheet;
    sheet.node = node;
    sheet.seenAt = dayAt(day);
    sheet.tables[DriftSection::Files]["/etc/motd"].fields.insert(u"content"_qs, content);
    sheet.tables[DriftSection::Packages]["nginx"].fields.insert(u"version"_qs, u"1"_qs);
    sheet.unseen = {{DriftSection::Mounts, {}, u"timedOut"_qs}};
    return sheet;
}

inline std::unique_ptr<DriftStore> DriftHome::open() const
{
    auto store = DriftStore::open(m_home.path());
    return store ? store.take() : nullptr;
}

/// Another program that looks into the file.
inline QVariant DriftHome::ask(const QString& statement) const
{
    QVariant answer;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"other"_qs);
        other.setDatabaseName(m_home.filePath(u"drift.sqlite"_qs));
        if (other.open()) {
            QSqlQuery query(other);
            if (query.exec(statement) && query.next())
                answer = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(u"other"_qs);
    return answer;
}

inline QList<DatedDifference> DriftHome::listed(bool gone) const
{
    const Result<DriftHistory> history = open()->history(u"shop"_qs, {}, {}, gone);
    return history ? history->differences : QList<DatedDifference>();
}

inline void DriftHome::note(int day, const QList<QByteArray>& paths, const QString& node) const
{
    const auto store = open();
    QVERIFY(store->noteScan(u"shop"_qs, sightingOf(node, day, paths)).ok());
    QVERIFY(store->noteCounts(u"shop"_qs, {u"web"_qs}).ok());
}

inline LookRecord DriftHome::kept(const FactSheet& sheet) const
{
    const Result<LookRecord> kept = LookFiles(m_home.path()).keep(sheet);
    return kept ? *kept : LookRecord();
}

inline LookRecord DriftHome::look(int day, const QString& content, const QString& node) const
{
    return kept(sheetOn(day, content, node));
}

inline int DriftHome::lookFiles() const
{
    int count = 0;
    for (QDirIterator files(m_home.filePath(u"looks"_qs), QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        count += files.next().size() > 60 ? 1 : 0;
    return count;
}

} // namespace snowmelt::sample
