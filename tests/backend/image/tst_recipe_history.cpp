// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/recipe_history.h"
#include "tests/support/git_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

/// With the git of this machine.
class TestRecipeHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whoChangedIt();
    void filesOfTwoVersions();
    void nameIsNoPattern();
    void notInGit();
    void inNoCommit();
    void withoutGit();
    void programsOfTheWorkTreeAreNotRun();
    void cancelled();

private:
    void write(const QString& name, const QByteArray& text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    void git(const QStringList& arguments) { test::git(m_folder->path(), u"김 Kim"_qs, arguments); }
    void commit(const QString& name, const QByteArray& text, const QString& subject)
    {
        write(name, text);
        git({u"add"_qs, u"--"_qs, name});
        git({u"commit"_qs, u"-q"_qs, u"-m"_qs, subject});
    }
    RecipeTrail ask(const QStringList& files, const QByteArray& from, const QByteArray& to)
    {
        const RecipeTexts recipes{m_folder->path(), files, from, to};
        const Result<RecipeTrail> trail = QCoro::waitFor(askRecipeHistory(recipes, CallContext()));
        if (!trail)
            qFatal("it always answers");
        return *trail;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRecipeHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    // Whatever folder the tests run in: what is above it is not its repository.
    qputenv("GIT_CEILING_DIRECTORIES", QFile::encodeName(QDir::tempPath()));
}

void TestRecipeHistory::whoChangedIt()
{
    git({u"init"_qs, u"-q"_qs});
    commit(u"shop.yaml"_qs, "one\n", u"born"_qs);
    commit(u"shop.yaml"_qs, "two\n", u"a port"_qs);
    commit(u"other.yaml"_qs, "x\n", u"something else"_qs);
    commit(u"shop.yaml"_qs, "three\n", u"a user"_qs);
    commit(u"shop.yaml"_qs, "four\n", u"later"_qs);
    const RecipeTrail trail = ask({u"shop.yaml"_qs}, "one\n", "three\n");
    QCOMPARE(trail.kind, RecipeTrailKind::Between);
    QCOMPARE(trail.commits.size(), 2);
    QCOMPARE(trail.commits[0].subject, u"a user"_qs);
    QCOMPARE(trail.commits[1].subject, u"a port"_qs);
    QCOMPARE(trail.commits[0].author, u"김 Kim"_qs);
    QVERIFY(trail.commits[0].at.isValid());
    QVERIFY(trail.commits[0].hash.size() >= 40);
    QCOMPARE(ask({u"shop.yaml"_qs}, "one\n", "not committed\n").kind, RecipeTrailKind::Latest);
}

void TestRecipeHistory::filesOfTwoVersions()
{
    git({u"init"_qs, u"-q"_qs});
    commit(u"shop-1.yaml"_qs, "one\n", u"born"_qs);
    commit(u"shop-2.yaml"_qs, "two, draft\n", u"a second version"_qs);
    commit(u"shop-2.yaml"_qs, "two\n", u"ready"_qs);
    const RecipeTrail trail = ask({u"shop-1.yaml"_qs, u"shop-2.yaml"_qs}, "one\n", "two\n");
    QCOMPARE(trail.kind, RecipeTrailKind::Between);
    QCOMPARE(trail.commits.size(), 2);
}

void TestRecipeHistory::nameIsNoPattern()
{
    git({u"init"_qs, u"-q"_qs});
    commit(u"shop.yaml"_qs, "one\n", u"born"_qs);
    QVERIFY(ask({u"*.yaml"_qs}, "one\n", "x").commits.isEmpty());
    QVERIFY(ask({u"--all"_qs}, "one\n", "x").commits.isEmpty());
}

void TestRecipeHistory::notInGit()
{
    write(u"shop.yaml"_qs, "one\n");
    QCOMPARE(ask({u"shop.yaml"_qs}, "one\n", "two\n"), (RecipeTrail{RecipeTrailKind::NoRepository, {}, {}}));
}

void TestRecipeHistory::inNoCommit()
{
    git({u"init"_qs, u"-q"_qs});
    write(u"shop.yaml"_qs, "one\n");
    QCOMPARE(ask({u"shop.yaml"_qs}, "one\n", "two\n").kind, RecipeTrailKind::Unreadable); // no commit at all
    commit(u"other.yaml"_qs, "x\n", u"something else"_qs);
    QCOMPARE(ask({u"shop.yaml"_qs}, "one\n", "two\n"), (RecipeTrail{RecipeTrailKind::Latest, {}, {}}));
}

void TestRecipeHistory::withoutGit()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(m_folder->path()));
    const RecipeTrail trail = ask({u"shop.yaml"_qs}, "one\n", "two\n");
    qputenv("PATH", path);
    QCOMPARE(trail, (RecipeTrail{RecipeTrailKind::NoGit, {}, {}}));
}

void TestRecipeHistory::programsOfTheWorkTreeAreNotRun()
{
    git({u"init"_qs, u"-q"_qs});
    write(u".gitattributes"_qs, "*.yaml diff=evil\n");
    commit(u"shop.yaml"_qs, "one\n", u"born"_qs);
    commit(u"shop.yaml"_qs, "two\n", u"changed"_qs);
    const QString mark = m_folder->filePath(u"mark"_qs);
    const QString program = QString(u"touch "_qs + mark);
    for (const QString& setting : {u"diff.evil.textconv"_qs, u"diff.evil.command"_qs, u"diff.external"_qs,
                                   u"core.fsmonitor"_qs, u"core.pager"_qs, u"gpg.program"_qs})
        git({u"config"_qs, setting, program});
    git({u"config"_qs, u"log.showSignature"_qs, u"true"_qs});
    QCOMPARE(ask({u"shop.yaml"_qs}, "one\n", "two\n").commits.size(), 1);
    QVERIFY(!QFile::exists(mark));
}

void TestRecipeHistory::cancelled()
{
    CancelSource source;
    source.cancel();
    CallContext context;
    context.cancel = source.token();
    const RecipeTexts recipes{m_folder->path(), {u"shop.yaml"_qs}};
    QVERIFY(QCoro::waitFor(askRecipeHistory(recipes, context)).cancelled());
}

QTEST_GUILESS_MAIN(TestRecipeHistory)
#include "tst_recipe_history.moc"
