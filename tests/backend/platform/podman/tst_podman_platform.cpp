// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/podman_platform.h"
#include "tests/backend/platform/podman/lab_home.h"
#include "tests/backend/platform/podman/tiny_image.h"

#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const FleetKey fleet{QStringLiteral("0123456789abcdef"), QStringLiteral("platformtest")};
const FleetNetwork network{QStringLiteral("10.213.253.0/24"), QStringLiteral("10.213.253.1"),
                           QStringLiteral("snow253")};

CallContext soon()
{
    return CallContext().within(60s);
}

template <typename T>
T must(Result<T> result)
{
    if (result.failed())
        qFatal("%s %s: %s", qPrintable(codeName(result.error().code)), qPrintable(result.error().args.join(u' ')),
               qPrintable(result.error().detail));
    return result.take();
}

template <typename T>
T run(Task<T> task)
{
    return must<T>(QCoro::waitFor(std::move(task)));
}

QString outsideHost(int n)
{
    return QStringLiteral("127.77.253.%1").arg(n);
}

} // namespace

class TestPodmanPlatform : public QObject
{
    Q_OBJECT

private:
    LabHome m_home;
    TinyImages m_images;
    std::unique_ptr<PodmanPlatform> m_platform;

    std::unique_ptr<PodmanPlatform> makePlatform() const
    {
        PodmanOptions options;
        options.home = m_home.path();
        options.runBase = m_home.runBase();
        return std::make_unique<PodmanPlatform>(options);
    }

    NodeSpec spec(int n) const
    {
        NodeSpec node;
        node.name = QStringLiteral("web-%1").arg(n);
        node.group = QStringLiteral("web");
        node.slot = QStringLiteral("a%1").arg(n);
        node.deployment = QStringLiteral("d1");
        node.image = m_images.webRef;
        node.digest = m_images.web;
        node.address = QStringLiteral("10.213.253.%1").arg(n + 1);
        node.ports = {{{outsideHost(n + 1), 22}, 22}, {{outsideHost(n + 1), 8080}, 8080}};
        node.files = {{"/root/.ssh/authorized_keys", "ssh-ed25519 AAAA\n", 0600, 0, 0, false},
                      {"/etc/snowmelt/node.conf", "NODE=web\n", 0644, 7, 8, false},
                      {"/run/secrets/database-password", "hush", 0400, 0, 0, true}};
        node.volumes = {{QStringLiteral("data"), QStringLiteral("/var/lib/data")}};
        node.sshHostKey = QStringLiteral("ssh-ed25519 AAAAhost");
        return node;
    }

    QByteArray inNode(const QString& node, const QStringList& command) const
    {
        return m_home.podman(
            QStringList{QStringLiteral("exec"), QStringLiteral("snowmelt-platformtest-01234567-") + node} + command);
    }

    void awaitServing(const NodeSpec& node) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            run(m_platform->httpProbe()->get(node.ports.last().outside, QStringLiteral("/healthz"), soon())).status ==
                200,
            20000);
    }

    NodeFacts only() const
    {
        const QList<NodeFacts> nodes = run(m_platform->observe()->list(fleet, soon()));
        Q_ASSERT(nodes.size() == 1);
        return nodes.first();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("needs root");
        m_images = makeTinyImages(m_home.path() + u"/images");
        m_platform = makePlatform();
        run(m_platform->open(soon()));
        run(m_platform->provision()->ensureNetwork(fleet, network, soon()));
    }

    void cleanup()
    {
        if (!m_platform)
            return;
        for (const NodeFacts& node : run(m_platform->observe()->list(fleet, soon())))
            run(m_platform->provision()->destroy(fleet, node.name, soon()));
    }

    void cleanupTestCase()
    {
        if (!m_platform)
            return;
        run(m_platform->provision()->removeVolumes(fleet, soon()));
        run(m_platform->provision()->removeNetwork(fleet, soon()));
        run(m_platform->provision()->removeNetwork(fleet, soon())); // what is gone may be removed again
        QVERIFY(!QNetworkInterface::interfaceFromName(network.bridge).isValid());
        QCOMPARE(m_home.podman({QStringLiteral("ps"), QStringLiteral("-aq")}), QByteArray());
        QCOMPARE(m_home.podman({QStringLiteral("volume"), QStringLiteral("ls"), QStringLiteral("-q")}), QByteArray());
        QCOMPARE(m_home.podman({QStringLiteral("secret"), QStringLiteral("ls"), QStringLiteral("-q")}), QByteArray());
        m_platform.reset();
    }

    void importsAnImageWhoseParentIsMissingAndOneWhoseParentIsThere()
    {
        ImageImport* images = m_platform->imageImport();
        QVERIFY(!run(images->hasImage(m_images.web, soon())));
        run(images->importImage(m_images.layout, m_images.webRef, m_images.web, soon()));
        QVERIFY(run(images->hasImage(m_images.web, soon())));
        QVERIFY(!run(images->hasImage(m_images.os, soon())));
        run(images->importImage(m_images.layout, m_images.osRef, m_images.os, soon()));
        QVERIFY(run(images->hasImage(m_images.os, soon())));
        run(images->importImage(m_images.layout, m_images.webRef, m_images.web, soon()));
        QVERIFY(QDir(m_home.engine().uploads).isEmpty());
    }

    void anImageTheLayoutLacksIsNotBuilt()
    {
        const ImageRef ref{QStringLiteral("nope"), QStringLiteral("1")};
        const auto result = QCoro::waitFor(
            m_platform->imageImport()->importImage(m_images.layout, ref, Digest::ofBytes("nope"), soon()));
        QVERIFY(result.failed());
        QCOMPARE(result.error().code, ErrorCode::ImageNotBuilt);
    }

    void aNodeIsBornWithWhatItWasGiven()
    {
        const NodeSpec wanted = spec(1);
        run(m_platform->provision()->create(fleet, wanted, soon()));
        awaitServing(wanted);
        const NodeFacts facts = only();
        QCOMPARE(facts.fleet, fleet);
        QCOMPARE(facts.name, wanted.name);
        QCOMPARE(facts.group, wanted.group);
        QCOMPARE(facts.slot, wanted.slot);
        QCOMPARE(facts.deployment, wanted.deployment);
        QCOMPARE(facts.lifecycle, Lifecycle::Running);
        QCOMPARE(facts.image, wanted.image);
        QCOMPARE(facts.digest, wanted.digest);
        QCOMPARE(facts.address, wanted.address);
        QCOMPARE(facts.ssh, (Endpoint{outsideHost(2), 22}));
        QCOMPARE(facts.sshHostKey, wanted.sshHostKey);
        QVERIFY(facts.startedAt.isValid());
        QVERIFY(qAbs(facts.birth.bornAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QCOMPARE(facts.birth.files.size(), 2); // the secret is none
        QCOMPARE(facts.birth.files.at(1).uid, 7);
        QCOMPARE(inNode(wanted.name, {QStringLiteral("stat"), QStringLiteral("-c"), QStringLiteral("%a %u %g"),
                                      QStringLiteral("/etc/snowmelt/node.conf")}),
                 QByteArray("644 7 8\n"));
        QCOMPARE(inNode(wanted.name, {QStringLiteral("stat"), QStringLiteral("-c"), QStringLiteral("%a"),
                                      QStringLiteral("/root/.ssh"), QStringLiteral("/root/.ssh/authorized_keys")}),
                 QByteArray("700\n600\n"));
        QCOMPARE(inNode(wanted.name, {QStringLiteral("stat"), QStringLiteral("-c"), QStringLiteral("%a %u"),
                                      QStringLiteral("/run/secrets/database-password")}),
                 QByteArray("400 0\n"));
        QVERIFY(inNode(wanted.name, {QStringLiteral("ip"), QStringLiteral("link")}).contains("02:73:0a:d5:fd:02"));
    }

    void secretsSurviveAStopAndStart()
    {
        const NodeSpec wanted = spec(1);
        run(m_platform->provision()->create(fleet, wanted, soon()));
        awaitServing(wanted);
        run(m_platform->provision()->stop(fleet, wanted.name, 5s, soon()));
        QCOMPARE(only().lifecycle, Lifecycle::Stopped);
        run(m_platform->provision()->stop(fleet, wanted.name, 5s, soon()));
        run(m_platform->provision()->create(fleet, wanted, soon())); // what is there is started, not made again
        awaitServing(wanted);
        QCOMPARE(only().lifecycle, Lifecycle::Running);
        QCOMPARE(inNode(wanted.name, {QStringLiteral("cat"), QStringLiteral("/run/secrets/database-password")}),
                 QByteArray("hush"));
        run(m_platform->provision()->destroy(fleet, wanted.name, soon()));
        run(m_platform->provision()->destroy(fleet, wanted.name, soon()));
        QCOMPARE(m_home.podman({QStringLiteral("secret"), QStringLiteral("ls"), QStringLiteral("-q")}), QByteArray());
    }

    void aTakenPortLeavesNothingHalfMade()
    {
        QTcpServer squatter;
        QVERIFY(squatter.listen(QHostAddress(outsideHost(2)), 8080));
        const auto result = QCoro::waitFor(m_platform->provision()->create(fleet, spec(1), soon()));
        QVERIFY(result.failed());
        QCOMPARE(result.error().code, ErrorCode::PortTaken);
        QCOMPARE(result.error().args, (QStringList{outsideHost(2), QStringLiteral("8080")}));
        QVERIFY(run(m_platform->observe()->list(fleet, soon())).isEmpty());
        QCOMPARE(m_home.podman({QStringLiteral("secret"), QStringLiteral("ls"), QStringLiteral("-q")}), QByteArray());
    }

    void aNodeThatWasNeverStartedIsMadeAgain()
    {
        const NodeSpec wanted = spec(1);
        run(m_platform->provision()->create(fleet, wanted, soon()));
        run(m_platform->provision()->destroy(fleet, wanted.name, soon()));
        m_home.podman({QStringLiteral("create"), QStringLiteral("--name"),
                       QStringLiteral("snowmelt-platformtest-01234567-web-1"), QStringLiteral("--network=none"),
                       m_images.web.hex()});
        run(m_platform->provision()->create(fleet, wanted, soon()));
        awaitServing(wanted);
        QCOMPARE(only().address, wanted.address);
    }

    void anUnknownImageIsSaidToBeMissing()
    {
        NodeSpec wanted = spec(1);
        wanted.digest = Digest::ofBytes("nothing");
        const auto result = QCoro::waitFor(m_platform->provision()->create(fleet, wanted, soon()));
        QVERIFY(result.failed());
        QCOMPARE(result.error().code, ErrorCode::ImageNotOnPlatform);
    }

    void aKilledNodeIsTold()
    {
        const NodeSpec wanted = spec(1);
        run(m_platform->provision()->create(fleet, wanted, soon()));
        awaitServing(wanted);
        m_platform->watch(fleet);
        QSignalSpy changes(m_platform.get(), &Platform::changed);
        // The stream is there when it tells of something.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                m_home.podman({QStringLiteral("pause"), QStringLiteral("snowmelt-platformtest-01234567-web-1")});
                m_home.podman({QStringLiteral("unpause"), QStringLiteral("snowmelt-platformtest-01234567-web-1")});
                return changes.wait(1000);
            }(),
            20000);
        while (changes.wait(700)) {
        }
        const int pid = m_home
                            .podman({QStringLiteral("inspect"), QStringLiteral("-f"), QStringLiteral("{{.State.Pid}}"),
                                     QStringLiteral("snowmelt-platformtest-01234567-web-1")})
                            .trimmed()
                            .toInt();
        QVERIFY(pid > 1);
        changes.clear();
        QElapsedTimer clock;
        clock.start();
        ::kill(pid, SIGKILL);
        QVERIFY(changes.wait(10000));
        qInfo("told after %lld ms", clock.elapsed());
        QCOMPARE(changes.first().first().toString(), fleet.id);
        QTRY_COMPARE_WITH_TIMEOUT(only().lifecycle, Lifecycle::Stopped, 10000);

        // The service dies; the watch finds the next one.
        QVERIFY(m_home.killService());
        QTRY_VERIFY_WITH_TIMEOUT(only().lifecycle == Lifecycle::Stopped, 10000);
        while (changes.wait(1500)) {
        }
        changes.clear();
        run(m_platform->provision()->start(fleet, wanted.name, soon()));
        QVERIFY(!changes.isEmpty() || changes.wait(10000));
        m_platform->unwatch(fleet);
        while (changes.wait(300)) {
        }
        changes.clear();
        run(m_platform->provision()->stop(fleet, wanted.name, 1s, soon()));
        QVERIFY(!changes.wait(1000));
    }

    void nodesOutliveTheServiceAndTheProgram()
    {
        const NodeSpec wanted = spec(1);
        run(m_platform->provision()->create(fleet, wanted, soon()));
        awaitServing(wanted);
        const NodeFacts before = only();
        m_platform = makePlatform(); // another Snowmelt finds the same service
        QCOMPARE(only(), before);
        QVERIFY(m_home.killService());
        QCOMPARE(only(), before); // and the service is started again when it is gone
        awaitServing(wanted);
    }

    void nobodyThereIsAnAnswerOfStatusZero()
    {
        const HttpAnswer answer =
            run(m_platform->httpProbe()->get({outsideHost(99), 8080}, QStringLiteral("/healthz"), soon()));
        QCOMPARE(answer.status, 0);
        QVERIFY(!answer.failure.isEmpty());
    }

    void aCancelledCallReturnsAtOnce()
    {
        const NodeSpec wanted = spec(1);
        run(m_platform->provision()->create(fleet, wanted, soon()));
        CancelSource source;
        QTimer::singleShot(100ms, [&source] { source.cancel(); });
        QElapsedTimer clock;
        clock.start();
        // /init takes a moment to set its trap; with grace 30 s this stop would take long when it has not.
        const auto result = QCoro::waitFor(m_platform->httpProbe()->get({QStringLiteral("10.213.253.77"), 8080},
                                                                        QStringLiteral("/"), {source.token()}));
        QVERIFY(result.cancelled());
        QVERIFY(clock.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(TestPodmanPlatform)
#include "tst_podman_platform.moc"
