// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_papers.h"
#include "backend/image/lock_file.h"
#include "tests/backend/buildhost/loop_host.h"
#include "tests/backend/image/tiny_mirror.h"

using namespace snowmelt;
using namespace snowmelt::sample;

/// What hosts lack, what they are sent, and what a dead one left.
class TestBuildHosts : public QObject
{
    Q_OBJECT

private:
    QString home() const { return m_folder->filePath(QStringLiteral("home")); }

    Result<ImageBuilder::Built> build(test::LoopHost& host, const CallContext& context = {})
    {
        m_events.clear();
        const auto hear = [this](const EventBody& body) {
            m_events.append(body);
            if (m_onEvent)
                m_onEvent(body);
        };
        return QCoro::waitFor(
            ImageBuilder(home(), QStringLiteral("mina@laptop"))
                .build(m_images->blueprint(), {SmallImages::trial(), true, false, host.runner()}, hear, context));
    }

    int told(Phase phase) const
    {
        return int(std::ranges::count_if(m_events, [phase](const EventBody& body) {
            const auto* progress = std::get_if<Progress>(&body);
            return progress && progress->phase == phase;
        }));
    }

    static QString why(const Result<ImageBuilder::Built>& built)
    {
        return built.failed() ? built.error().args.join(u' ') + u": " + built.error().detail : QString();
    }

    /// A folder with these programs of this machine and no others.
    QString programs(const QStringList& names) const
    {
        const QString folder = m_folder->filePath(QStringLiteral("few"));
        QDir().mkpath(folder);
        for (const QString& name : names)
            QFile::link(QStandardPaths::findExecutable(name), folder + u'/' + name);
        return folder;
    }

private Q_SLOTS:
    void init()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        m_folder = std::make_unique<QTemporaryDir>();
        m_images = std::make_unique<SmallImages>(m_folder->path());
    }

    void whatIsMissingIsSaid()
    {
        QStringList names;
        for (const char* name : {"sh", "id", "mkdir", "chmod", "tar", "find", "sha256sum", "timeout", "awk", "unshare",
                                 "setpriv", "flock", "mount", "uname"})
            names.append(QString::fromLatin1(name));
        test::LoopHost host(programs(names));
        const auto built = build(host);
        QVERIFY2(built.failed(), "it was built");
        QVERIFY2(built.error().code == ErrorCode::HostToolMissing, qPrintable(why(built)));
        QCOMPARE(built.error().args,
                 (QStringList{QStringLiteral("loop"), QStringLiteral("mmdebstrap"), QStringLiteral("mmdebstrap")}));
        QCOMPARE(host.left(), QString());
    }

    void whoIsNotRootIsTold()
    {
        const test::OrdinaryUser user(false);
        test::LoopHost host(qEnvironmentVariable("PATH"), &user);
        const auto built = build(host);
        QVERIFY(built.failed());
        QVERIFY2(built.error().code == ErrorCode::HostCannotBuild, qPrintable(why(built)));
        QCOMPARE(built.error().args, (QStringList{QStringLiteral("loop"), QStringLiteral("rights")}));
    }

    void sudoIsUsedWhereItIsAllowed()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("sudo")).isEmpty())
            QSKIP("needs sudo");
        const test::OrdinaryUser user(false, true);
        test::LoopHost host(qEnvironmentVariable("PATH"), &user);
        const auto here = buildUnharmed(home(), *m_images);
        QVERIFY(here.ok());
        const auto there = build(host);
        QVERIFY2(there.ok(), qPrintable(why(there)));
        QCOMPARE(there->record.digest, here->record.digest);
        QCOMPARE(host.left(), QString());
        m_images->setTrial("commands: ['echo about to wait; sleep 1000 & sleep 1000']\n");
        CancelSource source;
        m_onEvent = [&](const EventBody& body) {
            const auto* line = std::get_if<LogLine>(&body);
            if (line && line->text == u"about to wait")
                source.cancel();
        };
        const auto cancelled = build(host, CallContext{source.token()});
        m_onEvent = {};
        QVERIFY2(cancelled.cancelled(), qPrintable(why(cancelled)));
        QCOMPARE(host.left(), QString());
    }

    void aNameThatIsNoneIsRefused()
    {
        test::NobodyToAsk nobody;
        BuildHosts hosts(&nobody);
        QCOMPARE(hosts.runner(QStringLiteral("forge:x"), Blueprint{}).error().code, ErrorCode::HostCannotBuild);
        QCOMPARE(hosts.runner(QStringLiteral("-oProxyCommand=x"), Blueprint{}).error().code,
                 ErrorCode::HostCannotBuild);
    }

    // A layer goes once; what came back is there for the next tier.
    void whatTheHostHasIsNotSentAgain()
    {
        test::LoopHost host;
        m_images->setTrial("commands: ['echo 1 > /one']\n");
        const auto first = build(host);
        QVERIFY2(first.ok(), qPrintable(why(first)));
        QCOMPARE(told(Phase::CopyingToHost), 2); // the two tiers' own work folders
        QCOMPARE(told(Phase::FetchingLayer), 2);
        QCOMPARE(namesIn(host.base() + QStringLiteral("/layers")).size(), 2);
        const auto papers = papersOf(home() + QStringLiteral("/images"), first->record.digest, oci::provenancePaper);
        const QByteArray provenance = papers->value(oci::provenancePaper);
        QVERIFY(provenance.contains("urn:snowmelt:builder:loop") && provenance.contains("\"builtOver\": \"ssh\""));
    }

    void aLocksPackagesGoByTheirHashes()
    {
        test::TinyMirror mirror;
        const LockedDeb some = mirror.add("some", "1:1.0-1");
        const LockedDeb other = mirror.add("other", "2.0~rc1");
        m_images->setTrial("packages: [some]\ncommands: ['ls /run/snowmelt/debs > /listing; cat "
                           "/run/snowmelt/debs/Packages > /packages']\n");
        Lock lock;
        lock.packages = {QStringLiteral("some")};
        lock.debs = {other, some};
        QVERIFY(writeLocks({{m_folder->filePath(QStringLiteral("trial.lock")), lock}}).ok());
        const auto here = buildUnharmed(home(), *m_images);
        QVERIFY2(here.ok(), qPrintable(why(here)));
        test::LoopHost host;
        const auto there = build(host);
        QVERIFY2(there.ok(), qPrintable(why(there)));
        QCOMPARE(there->record.digest, here->record.digest);
        const QString debs = host.base() + QStringLiteral("/debs/");
        QStringList kept{some.sha256.hex(), other.sha256.hex()};
        kept.sort();
        QCOMPARE(namesIn(debs), kept);
        // One that was damaged there is sent anew.
        const QByteArray whole = bytesOf(debs + some.sha256.hex());
        testing::writeFile(debs + some.sha256.hex(), "damaged");
        const auto again = build(host);
        QVERIFY2(again.ok(), qPrintable(why(again)));
        QCOMPARE(again->record.digest, here->record.digest);
        QCOMPARE(bytesOf(debs + some.sha256.hex()), whole);
    }

    void aCancelOnTheWayLeavesNothing_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<int>("time");
        QTest::newRow("staging") << Phase::BuildingImage << 1;
        QTest::newRow("out") << Phase::CopyingToHost << 1;
        QTest::newRow("out, above") << Phase::CopyingToHost << 2;
        QTest::newRow("packing") << Phase::PackingLayer << 1;
        QTest::newRow("back") << Phase::FetchingLayer << 1;
        QTest::newRow("back, large") << Phase::FetchingLayer << 2;
    }

    void aCancelOnTheWayLeavesNothing()
    {
        QFETCH(const Phase, phase);
        QFETCH(const int, time);
        test::LoopHost host;
        m_images->setTrial("commands: ['dd if=/dev/zero of=/large bs=1M count=200 2>/dev/null']\n");
        CancelSource source;
        m_onEvent = [&](const EventBody&) {
            if (told(phase) == time)
                source.cancel();
        };
        const auto built = build(host, CallContext{source.token()});
        m_onEvent = {};
        QVERIFY2(built.cancelled(), qPrintable(why(built)));
        QCOMPARE(host.left(), QString());
        QCOMPARE(namesIn(home() + QStringLiteral("/build")), QStringList{});
    }

    // The process that keeps a build was killed itself, or the host went down.
    void whatADeadOneLeftIsSwept()
    {
        test::LoopHost host;
        const QString dead = host.base() + QStringLiteral("/build/dead");
        QVERIFY(QDir().mkpath(dead + QStringLiteral("/0/upper")));
        testing::writeFile(dead + QStringLiteral(".lock"), {});
        testing::writeFile(dead + QStringLiteral(".use"), {});
        const auto built = build(host);
        QVERIFY2(built.ok(), qPrintable(why(built)));
        QCOMPARE(host.left(), QString());
    }

    // Only the one who keeps it knows that nobody listens.
    void whatIsKeptIsNotSwept()
    {
        test::LoopHost host;
        QVERIFY(QDir().mkpath(host.base() + QStringLiteral("/build/alive")));
        QProcess holder;
        holder.start(QStringLiteral("flock"), {host.base() + QStringLiteral("/build/alive.lock"), QStringLiteral("sh"),
                                               QStringLiteral("-c"), QStringLiteral("echo; cat")});
        QVERIFY(holder.waitForReadyRead());
        QVERIFY(build(host).ok());
        QVERIFY(QFile::exists(host.base() + QStringLiteral("/build/alive")));
        holder.closeWriteChannel();
        QVERIFY(holder.waitForFinished());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SmallImages> m_images;
    QList<EventBody> m_events;
    std::function<void(const EventBody&)> m_onEvent;
};

QTEST_GUILESS_MAIN(TestBuildHosts)
#include "tst_build_hosts.moc"
