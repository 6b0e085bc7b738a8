// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_config.h"
#include "backend/balancer/haproxy/haproxy_config_edits.h"
#include "backend/balancer/haproxy/haproxy_state_file.h"

#include <QRandomGenerator>
#include <QTest>

using namespace snowmelt;

namespace {

SlotPlacement at(const char* slot, const char* address, SlotMode mode)
{
    return {QString::fromLatin1(slot), QString::fromLatin1(address), 8080, mode};
}

BalancerConfig shop()
{
    return {8080,
            {{QStringLiteral("web"),
              QStringLiteral("/healthz"),
              2,
              {at("a1", "10.213.4.11", SlotMode::Ready), at("a2", "10.213.4.12", SlotMode::Drain),
               at("b1", "10.213.4.13", SlotMode::Maint)}}}};
}

SlotMode anyMode(QRandomGenerator& random)
{
    return static_cast<SlotMode>(random.bounded(4));
}

QString anyPath(QRandomGenerator& random)
{
    static const QString letters = QStringLiteral("abz09/-_.?=&%#\\\"' 한");
    QString path = QStringLiteral("/");
    for (int i = random.bounded(12); i > 0; --i)
        path += letters.at(random.bounded(static_cast<int>(letters.size())));
    return path;
}

BalancerConfig anyConfig(QRandomGenerator& random)
{
    BalancerConfig config{random.bounded(1, 65536), {}};
    for (int group = 0; group <= random.bounded(3); ++group) {
        BackendPlacement backend{QStringLiteral("g%1").arg(group), anyPath(random), random.bounded(1, 6), {}};
        for (const QString& slot : slotNames(backend.slotsPerSide))
            backend.placements << SlotPlacement{slot, QStringLiteral("10.0.%1.%2").arg(group).arg(random.bounded(250)),
                                                random.bounded(1, 65536), anyMode(random)};
        config.backends << backend;
    }
    return config;
}

} // namespace

class TestHaproxyConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesBothSides()
    {
        QCOMPARE(slotNames(2),
                 (QStringList{QStringLiteral("a1"), QStringLiteral("a2"), QStringLiteral("b1"), QStringLiteral("b2")}));
    }

    void saysWhereEachSlotStands()
    {
        const QByteArray text = renderHaproxyConfig(shop(), {});
        QVERIFY(text.startsWith("# Written by Snowmelt"));
        QVERIFY(text.contains("\n    server a1 10.213.4.11:8080\n"));
        QVERIFY(text.contains("\n    server a2 10.213.4.12:8080 weight 0\n"));
        QVERIFY(text.contains("\n    server b1 10.213.4.13:8080 disabled\n"));
        QVERIFY(text.contains("\n    server b2 127.0.0.1:9 disabled\n"));
        QVERIFY(text.contains("\n    bind *:8080\n"));
        QVERIFY(text.contains("\n    retries 0\n"));
        QVERIFY(text.contains("stats socket /run/haproxy/admin.sock mode 600 level admin\n"));
    }

    void theSameTruthGivesTheSameBytes()
    {
        BalancerConfig shuffled = shop();
        std::reverse(shuffled.backends.first().placements.begin(), shuffled.backends.first().placements.end());
        QCOMPARE(renderHaproxyConfig(shuffled, {}), renderHaproxyConfig(shop(), {}));
    }

    void readsBackWhatItWrote()
    {
        QRandomGenerator random(4711);
        for (int i = 0; i < 500; ++i) {
            const BalancerConfig config = anyConfig(random);
            const Result<BalancerConfig> read = readHaproxyConfig(renderHaproxyConfig(config, {}));
            QVERIFY(read.ok());
            QCOMPARE(read.value(), normalised(config));
        }
    }

    void readsWhatAPersonMadeOfIt()
    {
        const QByteArray text = "global\n\tmaxconn 100\n"
                                "frontend entry\n  bind 10.0.0.1:80 # outside\n  default_backend web\n"
                                "listen other\n  bind :9\n  server x 1.2.3.4:5\n"
                                "backend api\n  server a1 10.0.0.9:81 check inter 2s\n"
                                "backend web\n  option httpchk /alive\n"
                                "  server a1 10.0.0.7:81 disabled check\n  server b1 10.0.0.8:81 check weight 0\r\n";
        const Result<BalancerConfig> read = readHaproxyConfig(text);
        QVERIFY(read.ok());
        QCOMPARE(read->listen, 80);
        QCOMPARE(read->backends.first().group, QStringLiteral("web")); // the default one comes first
        QCOMPARE(read->backends.first().healthPath, QStringLiteral("/alive"));
        QCOMPARE(read->backends.first().slotsPerSide, 1);
        QCOMPARE(read->backends.first().placements.at(0).mode, SlotMode::Maint);
        QCOMPARE(read->backends.first().placements.at(1).mode, SlotMode::Drain);
        QCOMPARE(read->backends.at(1).placements.at(0).mode, SlotMode::Ready);
    }

    void itsOwnTextHasNoEdits()
    {
        QRandomGenerator random(1234);
        for (int i = 0; i < 200; ++i) {
            const QByteArray text = renderHaproxyConfig(anyConfig(random), {});
            QCOMPARE(editsByHand(text, renderHaproxyConfig(readHaproxyConfig(text).value(), {})), QList<ConfigEdit>());
        }
    }

    /// They are told, journaled and exported.
    void aSecretInALineIsNotTold()
    {
        const QByteArray own = renderHaproxyConfig({80, {{QStringLiteral("web"), QStringLiteral("/"), 1, {}}}}, {});
        const QByteArray text = own + "listen stats\n"
                                      "  stats auth admin:hunter2\n"
                                      "  http-request set-header Authorization \"Basic aHVudGVyMg==\"\n"
                                      "userlist people\n"
                                      "  user mina insecure-password hunter2 groups ops\n"
                                      "  user jin PASSWORD $5$hunter2\n"
                                      "  timeout client 7s\n";
        QStringList told;
        for (const ConfigEdit& edit : editsByHand(text, own))
            told << edit.text;
        QCOMPARE(told, (QStringList{QStringLiteral("listen stats"), QStringLiteral("stats auth …"),
                                    QStringLiteral("http-request set-header Authorization …"),
                                    QStringLiteral("userlist people"), QStringLiteral("user mina insecure-password …"),
                                    QStringLiteral("user jin PASSWORD …"), QStringLiteral("timeout client 7s")}));
    }

    /// Without a hand's lines, an edited text is the written one, byte for byte.
    void anEditedTextIsTheWrittenOne()
    {
        QRandomGenerator random(99);
        for (int i = 0; i < 200; ++i) {
            const BalancerConfig before = anyConfig(random);
            BalancerConfig after = before;
            for (BackendPlacement& backend : after.backends)
                for (SlotPlacement& placement : backend.placements)
                    placement.mode = anyMode(random);
            QCOMPARE(editedConfig(renderHaproxyConfig(before, {}), after), renderHaproxyConfig(after, {}));
        }
    }

    void anotherShapeCannotBeEditedIn()
    {
        const QByteArray text = renderHaproxyConfig(shop(), {});
        BalancerConfig other = shop();
        other.listen = 81;
        QVERIFY(!editedConfig(text, other));
        other = shop();
        other.backends.first().slotsPerSide = 3;
        QVERIFY(!editedConfig(text, other));
        other = shop();
        other.backends.first().group = QStringLiteral("api");
        QVERIFY(!editedConfig(text, other));
    }

    void findsTheStateFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* name, const QByteArray& text, const char* path) {
            QTest::newRow(name) << text << QString::fromUtf8(path);
        };
        row("none", "global\n  maxconn 9\nbackend web\n", "");
        row("named and not loaded", "global\n  server-state-file /s\nbackend web\n", "");
        row("loaded by all", "global\n  server-state-file /s\ndefaults\n  load-server-state-from-file global\n", "/s");
        row("loaded by this one", "global\n server-state-file /s\nbackend web\n load-server-state-from-file global",
            "/s");
        row("loaded by another", "global\n server-state-file /s\nbackend api\n load-server-state-from-file global", "");
        row("but not by this one",
            "global\n server-state-file /s\ndefaults\n load-server-state-from-file global\nbackend web\n "
            "load-server-state-from-file none\n",
            "");
        row("in a folder",
            "global\n server-state-base /var/lib\n server-state-file s\ndefaults\n load-server-state-from-file global",
            "/var/lib/s");
        row("its own",
            "global\n server-state-base /v\nbackend web\n load-server-state-from-file local\n server-state-file-name w",
            "/v/w");
        row("by its name", "global\n server-state-base /v\nbackend web\n load-server-state-from-file local\n",
            "/v/web");
    }
    void findsTheStateFile()
    {
        QFETCH(const QByteArray, text);
        QTEST(stateFileOf(text, QStringLiteral("web")), "path");
    }

    /// Another version, or rows without their columns, are no state file.
    void readsAStateFile()
    {
        const QByteArray head =
            "# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight srv_port\n";
        const QByteArray rows = "3 web 1 a1 10.0.0.1 2 0 100 80\n3 web 2 a2 10.0.0.2 0 0 100 80\n"
                                "3 web 3 b1 10.0.0.3 2 4 100 80\n3 web 4 b2 10.0.0.4 0 5 100 80\n"
                                "3 web 5 b3 10.0.0.5 2 8 100 80\n3 web 6 b4 10.0.0.6 2 0 0 80\n"
                                "4 api 1 a1 10.0.0.7 2 0 100 80\n";
        const ServingSlots serving{{QStringLiteral("a1"), QStringLiteral("10.0.0.1:80")},
                                   {QStringLiteral("a2"), QStringLiteral("10.0.0.2:80")},
                                   {QStringLiteral("b1"), QStringLiteral("10.0.0.3:80")}};
        const QString web = QStringLiteral("web");
        QCOMPARE(parseStateFile("1\n" + head + rows, web), std::optional(serving));
        QCOMPARE(parseStateFile("1\n" + head, web), std::optional(ServingSlots()));
        QVERIFY(!parseStateFile("2\n" + head + rows, web));
        QVERIFY(!parseStateFile("1\n" + rows, web));
        QVERIFY(!parseStateFile({}, web));
    }

    void aBrokenLineIsAnError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no address") << QByteArray("backend web\n  server a1\n");
        QTest::newRow("no port") << QByteArray("backend web\n  server a1 10.0.0.1\n");
        QTest::newRow("port is no number") << QByteArray("backend web\n  server a1 10.0.0.1:http\n");
        QTest::newRow("bind without port") << QByteArray("frontend entry\n  bind\n");
    }
    void aBrokenLineIsAnError()
    {
        QFETCH(QByteArray, text);
        const Result<BalancerConfig> read = readHaproxyConfig(text);
        QVERIFY(read.failed());
        QCOMPARE(read.error().code, ErrorCode::Unexpected);
        QVERIFY(!read.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHaproxyConfig)
#include "tst_haproxy_config.moc"
