// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/row_pool.h"

#include <QTest>

using namespace snowmelt;

namespace {

FactSheet sheetOf(const QString& node, const QString& version)
{
    FactSheet sheet;
    sheet.node = node;
    FactTable& packages = sheet.tables[DriftSection::Packages];
    packages[QByteArray("open") + "ssl"] = {{{QStringLiteral("version"), QString(version + u"-1")}}, {}};
    packages[QByteArray("z") + "lib"] = {{{QStringLiteral("version"), QString(version + u"-2")}},
                                         QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC)};
    sheet.tables.insert(DriftSection::Users, {});
    return sheet;
}

const QMap<QString, QString>& fieldsOf(const FactSheet& sheet, const QByteArray& key)
{
    return sheet.tables.constFind(DriftSection::Packages)->constFind(key)->fields;
}

} // namespace

class TestRowPool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSheetSaysWhatItSaid()
    {
        RowPool pool;
        for (const char* version : {"1", "2", "1", "3", "2"}) {
            FactSheet sheet = sheetOf(QStringLiteral("web-1"), QString::fromLatin1(version));
            const FactSheet before = sheet;
            pool.share(sheet);
            QCOMPARE(sheet, before);
        }
    }

    void whatIsAlikeIsHeldOnce()
    {
        RowPool pool;
        FactSheet one = sheetOf(QStringLiteral("web-1"), QStringLiteral("1"));
        FactSheet other = sheetOf(QStringLiteral("web-2"), QStringLiteral("1"));
        QVERIFY(!fieldsOf(one, "zlib").isSharedWith(fieldsOf(other, "zlib")));
        pool.share(one);
        pool.share(other);
        QVERIFY(fieldsOf(one, "zlib").isSharedWith(fieldsOf(other, "zlib")));
        const auto keyOf = [](const FactSheet& sheet) { return sheet.tables[DriftSection::Packages].firstKey(); };
        QCOMPARE(static_cast<const void*>(keyOf(one).constData()), static_cast<const void*>(keyOf(other).constData()));
    }
};

QTEST_GUILESS_MAIN(TestRowPool)
#include "tst_row_pool.moc"
