// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/recipe_trail.h"

#include <QCryptographicHash>
#include <QTest>

using namespace snowmelt;

class TestRecipeTrail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commitsBetweenTwoTexts();
    void theOtherWayRound();
    void oneCommitBroughtBoth();
    void unknownTextsHaveTheLastCommits_data();
    void unknownTextsHaveTheLastCommits();
    void repositoriesOfLongHashes();
    void whatMakesNoSenseIsNoCommit();
};

namespace {

QByteArray nameOf(const QByteArray& text, QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha1)
{
    const QByteArray whole = "blob " + QByteArray::number(text.size()) + QByteArray(1, '\0') + text;
    return QCryptographicHash::hash(whole, algorithm).toHex();
}

QByteArray commitLine(int number, const QList<QByteArray>& blobs)
{
    const QByteArray id = QByteArray::number(number);
    QByteArray record = "\x1e" + QByteArray(39, 'c') + id + "\x1f" + "2026-11-0" + id + "T10:00:00+09:00\x1f" +
                        "김 Kim\x1f" + "change " + id + "\n";
    for (const QByteArray& blob : blobs)
        record += "\n:100644 100644 " + QByteArray(blob.size(), '0') + ' ' + blob + " M\trecipes/shop.yaml";
    return record + '\n';
}

/// Newest first: six commits, each with its text.
QByteArray sampleLog()
{
    QByteArray log;
    for (int number = 6; number > 0; --number)
        log += commitLine(number, {nameOf("text " + QByteArray::number(number))});
    return log;
}

QStringList subjects(const RecipeTrail& trail)
{
    QStringList all;
    for (const RecipeCommit& commit : trail.commits)
        all.append(commit.subject);
    return all;
}

} // namespace

void TestRecipeTrail::commitsBetweenTwoTexts()
{
    const RecipeTrail trail = trailFrom(sampleLog(), "text 2", "text 4");
    QCOMPARE(trail.kind, RecipeTrailKind::Between);
    QCOMPARE(subjects(trail), (QStringList{u"change 4"_qs, u"change 3"_qs}));
    QCOMPARE(trail.commits.first().author, u"김 Kim"_qs);
    QCOMPARE(trail.commits.first().at, QDateTime::fromString(u"2026-11-04T01:00:00Z"_qs, Qt::ISODate));
    QCOMPARE(trail.commits.first().hash.size(), 40);
}

void TestRecipeTrail::theOtherWayRound()
{
    QCOMPARE(subjects(trailFrom(sampleLog(), "text 4", "text 2")), (QStringList{u"change 4"_qs, u"change 3"_qs}));
}

void TestRecipeTrail::oneCommitBroughtBoth()
{
    const QByteArray log = commitLine(2, {nameOf("x")}) + commitLine(1, {nameOf("one"), nameOf("two")});
    const RecipeTrail trail = trailFrom(log, "one", "two");
    QCOMPARE(trail.kind, RecipeTrailKind::Between);
    QCOMPARE(subjects(trail), QStringList{u"change 1"_qs});
}

void TestRecipeTrail::unknownTextsHaveTheLastCommits_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("not committed") << QByteArray("text 2") << QByteArray("new");
    QTest::newRow("older than all") << QByteArray("old") << QByteArray("text 2");
    QTest::newRow("not kept") << QByteArray() << QByteArray("text 2");
}

void TestRecipeTrail::unknownTextsHaveTheLastCommits()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto before = from.isNull() ? std::nullopt : std::optional(from);
    const RecipeTrail trail = trailFrom(sampleLog(), before, to);
    QCOMPARE(trail.kind, RecipeTrailKind::Latest);
    QCOMPARE(trail.commits.size(), 5);
    QCOMPARE(trail.commits.first().subject, u"change 6"_qs);
}

void TestRecipeTrail::repositoriesOfLongHashes()
{
    const auto longName = [](const QByteArray& text) { return nameOf(text, QCryptographicHash::Sha256); };
    const QByteArray log = commitLine(2, {longName("two")}) + commitLine(1, {longName("one")});
    QCOMPARE(subjects(trailFrom(log, "one", "two")), QStringList{u"change 2"_qs});
}

void TestRecipeTrail::whatMakesNoSenseIsNoCommit()
{
    QVERIFY(trailFrom({}, "a", "b").commits.isEmpty());
    QVERIFY(trailFrom("\x1e\x1e:\nfatal: no\n\x1e only\x1f two", "a", "b").commits.isEmpty());
}

QTEST_GUILESS_MAIN(TestRecipeTrail)
#include "tst_recipe_trail.moc"
