// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/birth_archive.h"
#include "backend/platform/podman/container_spec.h"
#include "backend/platform/podman/engine_host.h"
#include "backend/platform/podman/engine_service.h"
#include "backend/platform/podman/host_headroom.h"
#include "backend/platform/podman/labels.h"
#include "backend/platform/podman/layout_archive.h"
#include "tests/backend/platform/podman/tiny_image.h"

#include <QCoro/QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

const FleetKey fleet{QStringLiteral("0123456789abcdef"), QStringLiteral("shop")};

EngineHost goodHost()
{
    EngineHost host;
    host.root = true;
    host.podman = host.conmon = host.netavark = host.iptables = host.crun = host.runc = QStringLiteral("/usr/bin/x");
    return host;
}

NodeSpec sampleSpec()
{
    NodeSpec spec;
    spec.name = QStringLiteral("web-1");
    spec.group = QStringLiteral("web");
    spec.role = Role::Database;
    spec.slot = QStringLiteral("a1");
    spec.deployment = QStringLiteral("d");
    spec.image = {QStringLiteral("foundation/web"), QStringLiteral("1.0")};
    spec.digest = Digest::ofBytes("x");
    spec.address = QStringLiteral("10.213.4.2");
    spec.ports = {{{QStringLiteral("127.77.4.2"), 22}, 22}};
    spec.files = {{"/etc/\xff", "content", 0640, 3, 4, false}, {"/run/secrets/p", "hush", 0400, 0, 0, true}};
    spec.sshHostKey = QStringLiteral("ssh-ed25519 A");
    return spec;
}

} // namespace

class TestEngineValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMemoryIsLeft()
    {
        const QByteArray meminfo = "MemTotal:        8146876 kB\nMemFree:          204800 kB\n"
                                   "MemAvailable:    4096000 kB\nBuffers:  12 kB\n";
        QCOMPARE(availableMemory(meminfo), 4096000LL * 1024);
        QCOMPARE(availableMemory("MemTotal: 8146876 kB\n"), -1);
        QCOMPARE(availableMemory("MemAvailable: much\n"), -1);
        QCOMPARE(availableMemory(QByteArray()), -1);
    }

    /// Before the first image there is no storage: its disk is that of the folder it will be made in.
    void theDiskOfAStorageToCome()
    {
        const QTemporaryDir folder;
        const Headroom room = hostHeadroom(folder.path() + QStringLiteral("/not/yet/made"));
        QVERIFY(room.disk > 0);
        QVERIFY(room.memory > 0);
        QCOMPARE(room.nodeMemory, -1);
    }

    void labelsComeBackAsFacts()
    {
        const QDateTime born(QDate(2024, 2, 3), QTime(4, 5, 6, 789), Qt::UTC);
        const NodeSpec spec = sampleSpec();
        const QJsonObject labels = nodeLabels(fleet, spec, born);
        QVERIFY(!QJsonDocument(labels).toJson().contains("hush"));
        const QJsonArray ports{QJsonObject{{QStringLiteral("host_ip"), QStringLiteral("127.77.4.2")},
                                           {QStringLiteral("host_port"), 22},
                                           {QStringLiteral("container_port"), 22}}};
        const auto facts = factsOf({{QStringLiteral("Labels"), labels},
                                    {QStringLiteral("State"), QStringLiteral("running")},
                                    {QStringLiteral("StartedAt"), 1700000000},
                                    {QStringLiteral("Ports"), ports}});
        QVERIFY(facts);
        QCOMPARE(facts->fleet, fleet);
        QCOMPARE(facts->role, Role::Database);
        QCOMPARE(facts->image, spec.image);
        QCOMPARE(facts->digest, spec.digest);
        QCOMPARE(facts->ssh, (Endpoint{QStringLiteral("127.77.4.2"), 22}));
        QCOMPARE(facts->birth.bornAt, born);
        QCOMPARE(facts->birth.files.size(), 1);
        const BirthFile expected{"/etc/\xff", 0640, 3, 4, Digest::ofBytes("content").hex().toLatin1()};
        QCOMPARE(facts->birth.files.first(), expected);
        QCOMPARE(facts->startedAt, QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC));
    }

    void aStrangersContainerIsNoNode()
    {
        QVERIFY(!factsOf({{QStringLiteral("Labels"), QJsonObject{}}}));
        QVERIFY(!factsOf({{QStringLiteral("Labels"), QJsonObject{{QLatin1String(fleetLabel), QStringLiteral("x")}}}}));
    }

    void lifecycles_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<Lifecycle>("lifecycle");
        QTest::newRow("created") << QStringLiteral("created") << Lifecycle::Created;
        QTest::newRow("initialized") << QStringLiteral("initialized") << Lifecycle::Created;
        QTest::newRow("running") << QStringLiteral("running") << Lifecycle::Running;
        QTest::newRow("exited") << QStringLiteral("exited") << Lifecycle::Stopped;
        QTest::newRow("stopping") << QStringLiteral("stopping") << Lifecycle::Stopped;
    }
    void lifecycles()
    {
        QFETCH(QString, state);
        QTEST(lifecycleOf(state), "lifecycle");
    }

    void theInterfaceAddressFollowsTheAddress()
    {
        QCOMPARE(macOf(QStringLiteral("10.213.4.2")), QStringLiteral("02:73:0a:d5:04:02"));
        QCOMPARE(macOf(QStringLiteral("10.213.4.254")), QStringLiteral("02:73:0a:d5:04:fe"));
    }

    void aSecretIsNamedAfterItsNodeAlone()
    {
        const QString secret = secretName(fleet, QStringLiteral("web-10"), "/run/secrets/p");
        QVERIFY(secret.startsWith(secretPrefix(fleet, QStringLiteral("web-10"))));
        QVERIFY(!secret.startsWith(secretPrefix(fleet, QStringLiteral("web-1"))));
        const QJsonObject spec = containerSpec(fleet, sampleSpec(), QDateTime::currentDateTimeUtc());
        QVERIFY(!QJsonDocument(spec).toJson().contains("hush"));
        QCOMPARE(spec.value(u"secrets").toArray().size(), 1);
    }

    void takenPorts()
    {
        const QList<PublishedPort> ports{{{QStringLiteral("127.77.4.2"), 22}, 22}};
        QCOMPARE(takenPort(QStringLiteral("listen tcp4 127.77.4.3:8080: bind: address already in use"), ports),
                 (Endpoint{QStringLiteral("127.77.4.3"), 8080}));
        QCOMPARE(takenPort(QStringLiteral("address already in use"), ports), ports.first().outside);
        QVERIFY(!takenPort(QStringLiteral("no space left on device"), ports));
    }

    void cgroupLayouts()
    {
        QCOMPARE(cgroupLayout("cgroup2 /sys/fs/cgroup cgroup2 rw 0 0\n"), CgroupLayout::Unified);
        QCOMPARE(cgroupLayout("tmpfs /sys/fs/cgroup tmpfs rw 0 0\ncgroup2 /sys/fs/cgroup/unified cgroup2 rw 0 0\n"),
                 CgroupLayout::Hybrid);
        QCOMPARE(cgroupLayout("cgroup /sys/fs/cgroup/cpu cgroup rw,cpu 0 0\n"), CgroupLayout::Legacy);
    }

    void theRuntimeFitsTheHost()
    {
        EngineHost host = goodHost();
        QCOMPARE(*chooseRuntime(host), QStringLiteral("crun"));
        host.cgroups = CgroupLayout::Hybrid;
        QCOMPARE(*chooseRuntime(host), QStringLiteral("runc"));
        host.runc.clear();
        QCOMPARE(chooseRuntime(host).error().args, (QStringList{QStringLiteral("runc"), QStringLiteral("runc")}));
        host = goodHost();
        host.netavark.clear();
        QCOMPARE(chooseRuntime(host).error().code, ErrorCode::ToolMissing);
        host = goodHost();
        host.root = false;
        QCOMPARE(chooseRuntime(host).error().args.last(), QStringLiteral("uidmap"));
        host.newuidmap = host.slirp4netns = QStringLiteral("/usr/bin/x");
        host.tunError = QStringLiteral("/dev/net/tun: Permission denied");
        QCOMPARE(chooseRuntime(host).error().code, ErrorCode::PlatformUnavailable);
        QCOMPARE(chooseRuntime(host).error().args.last(), QStringLiteral("/dev/net/tun"));
        QCOMPARE(chooseRuntime(host).error().detail, host.tunError);
        host.tunUsable = true;
        QVERIFY(chooseRuntime(host).ok());
    }

    void theConfigurationAsksForNoMoreThanWeHave()
    {
        EngineHost host = goodHost();
        host.maxOpenFiles = 4096;
        host.maxProcesses = -1;
        const QByteArray text = renderEngineConfig(host, QStringLiteral("runc"),
                                                   enginePaths(QStringLiteral("/h \"q\""), QStringLiteral("/r")));
        QVERIFY(text.contains("default_ulimits=[\"nofile=4096:4096\", \"nproc=32768:32768\"]\n"));
        QVERIFY(text.contains("runtime=\"runc\"\n"));
        QVERIFY(text.contains("\nexit_command_delay=10\n"));
        QVERIFY(text.contains("network_config_dir=\"/h \\\"q\\\"/podman/networks\"\n"));
    }

    void theSocketFitsHoweverLongTheHome()
    {
        const EnginePaths paths =
            enginePaths(u"/home/" + QString(300, u'x'), QStringLiteral("/run/user/1000/snowmelt"));
        QVERIFY(paths.socket.size() < 100);
        QVERIFY(paths.socket !=
                enginePaths(QStringLiteral("/other"), QStringLiteral("/run/user/1000/snowmelt")).socket);
    }

    // Below su or cron; a path from the root of the file system is nobody's session.
    void withoutASessionNothingIsMade()
    {
        const EnginePaths paths = enginePaths(QStringLiteral("/nowhere"), QString());
        QVERIFY(paths.run.isEmpty());
        const auto ensured = QCoro::waitFor(ensureEngineService(paths, std::chrono::seconds(1), {}));
        QVERIFY(ensured.failed());
        QCOMPARE(ensured.error().code, ErrorCode::PlatformUnavailable);
        QCOMPARE(ensured.error().args, (QStringList{QStringLiteral("podman"), QStringLiteral("XDG_RUNTIME_DIR")}));
    }

    void secretsAreNotInTheBirthArchive()
    {
        const QByteArray tar = birthArchive(sampleSpec().files);
        QVERIFY(tar.contains("content"));
        QVERIFY(!tar.contains("hush"));
    }

    void anArchiveLeavesParentsOut()
    {
        QTemporaryDir folder;
        const test::TinyImages images = test::makeTinyImages(folder.path());
        const Result<LayoutImage> image = readLayoutImage(images.layout, images.webRef, images.web);
        QVERIFY(image.ok());
        QCOMPARE(image->layers.size(), 2);
        QByteArray whole;
        QByteArray delta;
        const auto sink = [](QByteArray* into) {
            return [into](const char* bytes, size_t size) {
                into->append(bytes, static_cast<qsizetype>(size));
                return true;
            };
        };
        QVERIFY(writeLayoutArchive(*image, 0, sink(&whole)).ok());
        QVERIFY(writeLayoutArchive(*image, 1, sink(&delta)).ok());
        const QByteArray parent = image->layers.first().digest.hex().toLatin1();
        QVERIFY(whole.contains(QByteArray("blobs/sha256/" + parent)));
        QVERIFY(!delta.contains(QByteArray("blobs/sha256/" + parent)));
        QVERIFY(whole.size() > delta.size() + image->layers.first().size - 1);
        QVERIFY(delta.contains("localhost/tiny/web:1"));
    }

    void aBrokenLayoutIsCorrupt()
    {
        QTemporaryDir folder;
        const test::TinyImages images = test::makeTinyImages(folder.path());
        const Result<LayoutImage> image = readLayoutImage(images.layout, images.webRef, images.web);
        QVERIFY(image.ok());
        QFile layer(images.layout + u"/blobs/sha256/" + image->layers.last().digest.hex());
        QVERIFY(layer.resize(layer.size() - 1));
        const auto written = writeLayoutArchive(*image, 0, [](const char*, size_t) { return true; });
        QCOMPARE(written.error().code, ErrorCode::ImageCorrupt);
        const auto missing = readLayoutImage(images.layout, images.webRef, Digest::ofBytes("no"));
        QCOMPARE(missing.error().code, ErrorCode::ImageNotBuilt);
    }
};

QTEST_GUILESS_MAIN(TestEngineValues)
#include "tst_engine_values.moc"
