// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/image_diff_model.h"

#include "models/wording/wording.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace snowmelt;

class TestImageDiffModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void partsAreGroups();
    void searchFindsInEveryColumn_data();
    void searchFindsInEveryColumn();
    void whoChangedTheRecipe();
    void textToCopy();
    void anotherDiffTakesItsPlace();
};

namespace {

ImageDiff sampleDiff()
{
    using enum ImagePart;
    using enum ImageChange;
    ImageDiff diff;
    diff.differences = {{Package, Newer, "libssl3", u"1"_qs, u"2"_qs, {u"version"_qs}},
                        {Package, Added, "tzdata", {}, u"2024a"_qs},
                        {File, Changed, "/etc/motd\x1b", u"0644 a"_qs, u"0600 a"_qs, {u"mode"_qs}},
                        {File, Added, "/usr/share/a", {}, u"0644 b"_qs, {}, u"tzdata"_qs},
                        {File, Added, "/usr/share/b", {}, u"0644 c"_qs, {}, u"tzdata"_qs},
                        {Recipe, Removed, "3", u"ports: [80]"_qs, {}},
                        {Recipe, Added, "3", {}, u"ports: [443]"_qs}};
    return diff;
}

QStringList linesOf(const ImageDiffModel& model)
{
    return model.textOfAll().split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

void TestImageDiffModel::partsAreGroups()
{
    ImageDiffModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDiff(sampleDiff());
    QCOMPARE(
        linesOf(model),
        (QStringList{u"Packages  2"_qs, u"  libssl3\t▲ newer\t1 → 2"_qs, u"  tzdata\t+ added\t2024a"_qs, u"Files  3"_qs,
                     u"  /etc/motd\\x1b\t~ changed\tmode: 0644 a → 0600 a"_qs, u"  2 files of packages that differ"_qs,
                     u"    /usr/share/a\t+ added\t0644 b"_qs, u"    /usr/share/b\t+ added\t0644 c"_qs, u"Recipe  2"_qs,
                     u"  line 3\t− removed\tports: [80]"_qs, u"  line 3\t+ added\tports: [443]"_qs}));
    QCOMPARE(model.shownRows(), 7);
    const QModelIndex change = model.index(0, 0, model.index(0, 0));
    QCOMPARE(change.data(StateRole).toInt(), int(ImageChange::Newer));
    QVERIFY(!model.index(0, 0).data(StateRole).isValid());
}

void TestImageDiffModel::searchFindsInEveryColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    QTest::newRow("a thing") << u"LIBSSL"_qs << 1;
    QTest::newRow("a value") << u"[443]"_qs << 1;
    QTest::newRow("a package") << u"tzdata"_qs << 3;
    QTest::newRow("how") << u"newer"_qs << 1;
    QTest::newRow("nothing") << u"nowhere"_qs << 0;
    QTest::newRow("spaces alone") << u"  "_qs << 7;
}

void TestImageDiffModel::searchFindsInEveryColumn()
{
    QFETCH(QString, text);
    ImageDiffModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDiff(sampleDiff());
    model.setFilter(text);
    QTEST(model.shownRows(), "found");
    model.setFilter({});
    QCOMPARE(model.shownRows(), 7);
}

void TestImageDiffModel::whoChangedTheRecipe()
{
    ImageDiffModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ImageDiff diff = sampleDiff();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    diff.trail = {RecipeTrailKind::Between, {{u"0123456789abcdef"_qs, at, u"Kim\x1b"_qs, u"a port"_qs}}, {}};
    model.setDiff(diff);
    const QString when = at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_qs);
    QCOMPARE(linesOf(model).mid(11), (QStringList{u"Who changed the recipe, from git"_qs,
                                                  QString(u"  a port\tKim\\x1b\t"_qs + when + u"  0123456789ab")}));
    model.setFilter(u"libssl"_qs);
    QCOMPARE(linesOf(model).size(), 2);
    model.setFilter({});
    diff.trail = {RecipeTrailKind::NoGit, {}, {}};
    model.setDiff(diff);
    QCOMPARE(linesOf(model).mid(11).size(), 1);
}

void TestImageDiffModel::textToCopy()
{
    ImageDiffModel model;
    model.setDiff(sampleDiff());
    const QModelIndex files = model.index(1, 0);
    QCOMPARE(model.textOf({model.index(0, 0, files)}), u"/etc/motd\\x1b\t~ changed\tmode: 0644 a → 0600 a"_qs);
    QVERIFY(model.textOf({files}).startsWith(u"Files  3\n  /etc/motd"_qs));
}

void TestImageDiffModel::anotherDiffTakesItsPlace()
{
    ImageDiffModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDiff(sampleDiff());
    ImageDiff other = sampleDiff();
    other.differences.remove(0, 3);
    model.setDiff(other);
    QCOMPARE(model.shownRows(), 4);
    model.setDiff({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestImageDiffModel)
#include "tst_image_diff_model.moc"
