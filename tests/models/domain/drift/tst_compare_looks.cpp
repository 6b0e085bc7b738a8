// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/compare_looks.h"
#include "models/domain/drift/probe.h"
#include "models/domain/drift/table_archive.h"
#include "tests/models/domain/drift/sample_sheets.h"

#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

FactSheet look(int hour)
{
    FactSheet sheet = sheetOf(u"web-1"_qs);
    sheet.seenAt = QDateTime(QDate(2026, 11, 3), QTime(hour, 0), Qt::UTC);
    sheet.tables[DriftSection::Packages].insert("nginx", packageRow(u"1.22"_qs));
    sheet.tables[DriftSection::Files].insert("/etc/motd", fileRow(u"a"_qs));
    return sheet;
}

/// The crontab's jobs as a look with this salt has them.
QList<QByteArray> jobs(const QByteArray& nonce, const QByteArray& salt, const QByteArray& token)
{
    const QByteArray body =
        "\n" + nonce + ":/etc/crontab\n1 2 * * * root backup --token=" + token + "\n\n" + nonce + ":scripts\n";
    const QByteArray out = '\n' + nonce + " begin schedules\n" + body + '\n' + nonce + " end schedules 0\n";
    const QSet<DriftSection> sections{DriftSection::Schedules};
    return parseProbe(out, {}, false, nonce, sections, salt).tables.value(DriftSection::Schedules).keys();
}

} // namespace

class TestCompareLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameLookTwiceDiffersInNothing()
    {
        const DriftReport report = compareLooks({look(1)}, look(2));
        QVERIFY(report.differences.isEmpty());
        QVERIFY(report.complete());
        QCOMPARE(report.baselineAt, look(1).seenAt);
        QCOMPARE(report.scannedAt, look(2).seenAt);
        QCOMPARE(report.node, u"web-1"_qs);
    }
    void whatChangedIsADifference()
    {
        FactSheet now = look(2);
        now.tables[DriftSection::Packages].insert("nginx", packageRow(u"1.23"_qs));
        now.tables[DriftSection::Files].insert("/etc/new", fileRow(u"b"_qs));
        now.tables[DriftSection::Files].remove("/etc/motd");
        const DriftReport report = compareLooks({look(1)}, now);
        QCOMPARE(report.differences.size(), 3);
        QCOMPARE(report.differences.at(0).fields, (QList<FieldChange>{{u"version"_qs, u"1.22"_qs, u"1.23"_qs}}));
        QCOMPARE(report.differences.at(1).kind, DifferenceKind::Removed);
        QCOMPARE(report.differences.at(2).kind, DifferenceKind::Added);
    }
    void whatWasUnseenThenIsNotTheSame()
    {
        FactSheet then = look(1);
        then.tables.remove(DriftSection::Files);
        then.unseen = {{DriftSection::Files, {}, u"timedOut"_qs}};
        const DriftReport report = compareLooks({then}, look(2));
        QVERIFY(report.differences.isEmpty());
        QCOMPARE(report.unseen.size(), 1);
        QCOMPARE(report.unseen.constFirst().reason, u"unseenThen"_qs);
    }
    void whatWasNotLookedAtThenIsUnseenThen()
    {
        FactSheet then = look(1);
        then.tables.remove(DriftSection::Files);
        const DriftReport report = compareLooks({then}, look(2));
        QVERIFY(report.differences.isEmpty());
        QCOMPARE(report.unseen, (QList<Unseen>{{DriftSection::Files, {}, u"unseenThen"_qs}}));
    }
    void aSectionIsComparedWithTheNewestLookThatSawIt()
    {
        FactSheet last = look(2);
        last.tables.remove(DriftSection::Files);
        last.tables[DriftSection::Packages].insert("nginx", packageRow(u"1.23"_qs));
        last.unseen = {{DriftSection::Files, {}, u"timedOut"_qs}, {DriftSection::Packages, "curl", u"vanished"_qs}};
        FactSheet first = look(1);
        first.unseen = {{DriftSection::Files, "/root", u"permissionDenied"_qs},
                        {DriftSection::Packages, "wget", u"vanished"_qs}};
        FactSheet now = look(3);
        now.tables[DriftSection::Packages].insert("nginx", packageRow(u"1.24"_qs));
        now.tables[DriftSection::Files].insert("/etc/motd", fileRow(u"b"_qs));
        const DriftReport report = compareLooks({last, first}, now);
        QCOMPARE(report.baselineAt, last.seenAt);
        QCOMPARE(report.differences.size(), 2);
        QCOMPARE(report.differences.at(0).fields, (QList<FieldChange>{{u"version"_qs, u"1.23"_qs, u"1.24"_qs}}));
        QCOMPARE(report.differences.at(1).fields,
                 (QList<FieldChange>{{u"content"_qs, u"salted sha256 a"_qs, u"salted sha256 b"_qs}}));
        // Of each section what its own look could not see, and that one is older than the report says.
        QCOMPARE(report.unseen, (QList<Unseen>{{DriftSection::Packages, "curl", u"unseenThen"_qs},
                                               {DriftSection::Files, "/root", u"unseenThen"_qs},
                                               {DriftSection::Files, {}, olderLookReason(first.seenAt)}}));
        QCOMPARE(olderLookTime(olderLookReason(first.seenAt)), first.seenAt);
        QVERIFY(olderLookTime(u"unseenThen"_qs).isNull());
    }
    void whatIsLostOfTheEarlierLookIsSaidSo()
    {
        FactSheet then = look(1);
        then.unseen = {{DriftSection::Files, "/root", u"permissionDenied"_qs}};
        FactSheet now = look(2);
        now.tables[DriftSection::Packages].insert("nginx", packageRow(u"1.23"_qs));
        now.tables[DriftSection::Files].insert("/etc/motd", fileRow(u"b"_qs));
        const QSet<DriftSection> lost{DriftSection::Files};
        const DriftReport report = compareLooks({withoutLost(then, lost, LookLoss::Part, false)}, now);
        QCOMPARE(report.differences.size(), 1);
        QCOMPARE(report.differences.constFirst().section, DriftSection::Packages);
        QCOMPARE(report.unseen, (QList<Unseen>{{DriftSection::Files, {}, u"lookLost"_qs}}));
        QVERIFY(!hasNoBaseline(report));
        const auto reason = [&](LookLoss loss, bool ofThen) {
            return compareLooks({withoutLost(then, lost, loss, ofThen)}, now).unseen.constFirst().reason;
        };
        QCOMPARE(reason(LookLoss::Part, true), u"lookThenLost"_qs);
        QCOMPARE(reason(LookLoss::Salt, false), u"saltLost"_qs);
        QCOMPARE(reason(LookLoss::Salt, true), u"saltThenLost"_qs);
    }
    void secretsAreOnlyInSaltedSections()
    {
        // With another salt, the same token looks like another job.
        QVERIFY(jobs("n", "salt", "a") != jobs("n", "other", "a"));
        QVERIFY(saltedSections().contains(DriftSection::Schedules));
        QVERIFY(saltedSections().contains(DriftSection::Files));
    }
    void whatIsUnseenNowIsToldOnce()
    {
        FactSheet then = look(1);
        FactSheet now = look(2);
        for (FactSheet* sheet : {&then, &now}) {
            sheet->tables.remove(DriftSection::Files);
            sheet->unseen = {{DriftSection::Files, {}, u"timedOut"_qs}};
        }
        const DriftReport report = compareLooks({then}, now);
        QCOMPARE(report.unseen, (QList<Unseen>{{DriftSection::Files, {}, u"timedOut"_qs}}));
    }
    void theFirstLookIsNeverTheSame()
    {
        const DriftReport report = firstLook(look(1));
        QVERIFY(hasNoBaseline(report));
        QVERIFY(hasNoBaseline(noLookThen(look(1))));
        QVERIFY(report.unseen != noLookThen(look(1)).unseen); // there may be younger ones
        QVERIFY(!report.complete());
        QVERIFY(report.baselineAt.isNull());
        QVERIFY(besideItself(report).complete());
        QCOMPARE(besideItself(report).baselineAt, report.scannedAt);
        QVERIFY(!hasNoBaseline(compareLooks({look(1)}, look(2))));
    }
    void aTableComesBackAsItWas()
    {
        FactTable table = look(1).tables[DriftSection::Files];
        table.insert(QByteArray("\xff\x00 snow", 7), fileRow(u"눈"_qs));
        table.insert("empty", FactRow());
        QCOMPARE(unpackedTable(packedTable(table)), std::optional(table));
        QCOMPARE(unpackedTable(packedTable({})), std::optional(FactTable()));
    }
    void alikeTablesAreAlikeBytes()
    {
        FactTable table = look(1).tables[DriftSection::Files];
        const QByteArray bytes = packedTable(table);
        table["/etc/motd"].changedAt = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        QCOMPARE(packedTable(table), bytes);
        table["/etc/motd"].fields.insert(u"mode"_qs, u"0600"_qs);
        QVERIFY(packedTable(table) != bytes);
    }
    void secretsAreToldApartAlikeByOneSalt()
    {
        const QByteArray one = makeNonce();
        const QByteArray other = makeNonce();
        const QList<QByteArray> keys = jobs(one, "salt", "geheim");
        QCOMPARE(keys.size(), 1);
        QVERIFY(!keys.first().contains("geheim"));
        QCOMPARE(jobs(other, "salt", "geheim"), keys); // another look, another nonce
        QVERIFY(jobs(one, "salt", "neu") != keys);
        QVERIFY(jobs(one, "pepper", "geheim") != keys);
        QVERIFY(jobs(one, {}, "geheim") != keys);
    }
    void brokenBytesAreNoTable()
    {
        const QByteArray whole = packedTable(look(1).tables[DriftSection::Files]);
        QVERIFY(!unpackedTable({}));
        QVERIFY(!unpackedTable(QByteArray("\xff\xff\xff\xff\xff")));
        QVERIFY(!unpackedTable(whole.left(whole.size() / 2)));
        QVERIFY(!unpackedTable(qCompress("nothing of it")));
    }
};

QTEST_GUILESS_MAIN(TestCompareLooks)
#include "tst_compare_looks.moc"
