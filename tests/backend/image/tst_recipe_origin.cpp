// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/recipe_origin.h"
#include "tests/support/git_folder.h"

#include <QCoro/QCoroTask>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace snowmelt;

using Known = RecipeOrigin::Known;

/// With the git of this machine.
class TestRecipeOrigin : public QObject
{
    Q_OBJECT

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString recipe() const { return path(u"recipes/shop.yaml"_qs); }

    void write(const QString& name, const QByteArray& text)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
    }
    QByteArray git(const QStringList& arguments) { return test::git(m_folder->path(), u"m"_qs, arguments).trimmed(); }
    void commitAll()
    {
        git({u"init"_qs, u"-q"_qs});
        git({u"add"_qs, u"."_qs});
        git({u"commit"_qs, u"-qm"_qs, u"all"_qs});
    }
    void giveAllTo(uid_t owner, gid_t group)
    {
        QDirIterator all(m_folder->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext())
            QCOMPARE(::lchown(QFile::encodeName(all.next()).constData(), owner, group), 0);
        QCOMPARE(::chown(QFile::encodeName(m_folder->path()).constData(), owner, group), 0);
    }
    RecipeOrigin origin() { return QCoro::waitFor(originOf(recipe(), {})).value(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"recipes"_qs) && QDir(m_folder->path()).mkpath(u"other"_qs));
        write(u"recipes/shop.yaml"_qs, "tier: os\n");
        write(u"other/file"_qs, "text\n");
    }

    void folderInNoRepository() { QCOMPARE(origin().known, Known::NoRepository); }

    void repositoryWithoutACommit()
    {
        git({u"init"_qs, u"-q"_qs});
        QCOMPARE(origin().known, Known::NoRepository);
    }

    void folderThatIsNotThere()
    {
        QCOMPARE(QCoro::waitFor(originOf(path(u"nowhere/shop.yaml"_qs), {})).value().known, Known::NoRepository);
    }

    void cleanFolder()
    {
        commitAll();
        const RecipeOrigin found = origin();
        QCOMPARE(found.known, Known::Yes);
        QCOMPARE(found.commit.toLatin1(), git({u"rev-parse"_qs, u"HEAD"_qs}));
        QCOMPARE(found.folder, u"recipes/"_qs);
        QCOMPARE(found.repository, QString());
        QVERIFY(!found.dirty);
        write(u"other/file"_qs, "changed\n"); // of another folder
        QVERIFY(!origin().dirty);
    }

    void changedFolderIsDirty()
    {
        commitAll();
        write(u"recipes/shop.yaml"_qs, "tier: foundation\n");
        QVERIFY(origin().dirty);
        git({u"add"_qs, u"."_qs});
        QVERIFY(origin().dirty); // staged is not committed
        git({u"commit"_qs, u"-qm"_qs, u"more"_qs});
        QVERIFY(!origin().dirty);
        write(u"recipes/new"_qs, "text\n");
        QVERIFY(origin().dirty);
    }

    void recipeThatIsIgnoredIsDirty()
    {
        write(u".gitignore"_qs, "shop.yaml\n");
        commitAll();
        QCOMPARE(origin().known, Known::Yes);
        QVERIFY(origin().dirty);
    }

    void credentialsOfTheRemoteStayOut()
    {
        commitAll();
        git({u"remote"_qs, u"add"_qs, u"origin"_qs, u"https://mina:s3cret@git.example.org/shop.git"_qs});
        QCOMPARE(origin().repository, u"https://git.example.org/shop.git"_qs);
    }

    void variablesOfAnotherRepositoryAreLeftOut()
    {
        commitAll();
        qputenv("GIT_DIR", "/nonexistent");
        const RecipeOrigin found = origin();
        qunsetenv("GIT_DIR");
        QCOMPARE(found.known, Known::Yes);
    }

    void programsThatARepositoryNamesAreNotRun()
    {
        commitAll();
        write(u"monitor"_qs, QByteArray("#!/bin/sh\ntouch ") + path(u"ran"_qs).toLocal8Bit() + "\n");
        QVERIFY(QFile::setPermissions(path(u"monitor"_qs), QFile::ReadOwner | QFile::ExeOwner));
        git({u"config"_qs, u"core.fsmonitor"_qs, path(u"monitor"_qs)});
        QVERIFY(!origin().dirty);
        QVERIFY(!QFile::exists(path(u"ran"_qs)));
    }

    void asRootItRunsAsTheOwner()
    {
        if (::geteuid() != 0)
            QSKIP("only root has other people's folders to ask about");
        commitAll();
        constexpr uid_t somebody = 12345;
        giveAllTo(somebody, somebody);
        QCOMPARE(origin().known, Known::Yes);
        QVERIFY(!origin().dirty);
        // Theirs, in a repository of somebody else: git itself says no.
        QCOMPARE(::chown(QFile::encodeName(path(u".git"_qs)).constData(), somebody + 1, somebody + 1), 0);
        QCOMPARE(origin().known, Known::Refused);
    }

    /// What a repository has git run could tell its owner what root was given.
    void theOwnerSeesNothingOfRoots()
    {
        if (::geteuid() != 0)
            QSKIP("only root has other people's folders to ask about");
        write(u".gitattributes"_qs, "*.yaml filter=telling\n");
        commitAll();
        const QString seen = path(u"seen"_qs);
        git({u"config"_qs, u"filter.telling.clean"_qs, u"{ id -G; env; } > '%1'; cat"_qs.arg(seen)});
        write(u"recipes/shop.yaml"_qs, "tier: xx\n");
        giveAllTo(12345, 0);
        qputenv("SNOWMELT_PACKER_TOKEN", "a-token-of-some-length");
        QVERIFY(origin().dirty);
        qunsetenv("SNOWMELT_PACKER_TOKEN");
        QFile file(seen);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray told = file.readAll();
        QVERIFY2(told.startsWith("65534\n"), told.constData()); // who has no account has no group, least of all root's
        QVERIFY2(told.contains("HOME=/nonexistent\n") && !told.contains("TOKEN"), told.constData());
    }

    void writesNothing()
    {
        commitAll();
        QFile index(path(u".git/index"_qs));
        QVERIFY(index.open(QIODevice::ReadOnly));
        const QByteArray before = index.readAll();
        QVERIFY(QFile::remove(recipe()));
        write(u"recipes/shop.yaml"_qs, "tier: os\n"); // the same again: `git status` would like to note its new time
        QVERIFY(!origin().dirty);
        index.seek(0);
        QCOMPARE(index.readAll(), before);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRecipeOrigin)
#include "tst_recipe_origin.moc"
