// SPDX-License-Identifier: GPL-3.0-or-later
// Who begins something with some hosts reaches these alone, then and later.
#include "backend/platform/ssh/ssh_platform.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "tests/support/nobody_to_ask.h"

#include <QCoro/QCoroTask>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace snowmelt;
using QCoro::waitFor;

namespace {

const FleetKey fleet{QStringLiteral("farm"), QStringLiteral("farm")};
const QByteArray text = "snowmelt: 1\nname: farm\nplatform: {kind: ssh, ssh-config: ssh_config}\n"
                        "groups: {web: {hosts: [web1, web2], port: 80}}\n";

} // namespace

class TestChosenHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Two hosts that hang up, and nobody tries again by itself within this test.
    void init()
    {
        m_knocks.clear();
        m_doors.clear();
        QByteArray config = "Host *\n HostName 127.0.0.1\n";
        for (const QByteArray host : {"web1", "web2"}) {
            QTcpServer& door = m_doors[host];
            QVERIFY(door.listen(QHostAddress::LocalHost));
            connect(&door, &QTcpServer::newConnection, this, [this, &door, host] {
                delete door.nextPendingConnection();
                ++m_knocks[host];
            });
            config = "Host " + host + "\n Port " + QByteArray::number(door.serverPort()) + '\n' + config;
        }
        QFile file(m_folder.filePath(u"ssh_config"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(config) > 0);
        HostTiming timing;
        timing.retry = timing.longest = std::chrono::hours(1);
        m_platform = std::make_unique<SshPlatform>(&m_nobody, timing, thisPerson());
        const auto parsed = parseBlueprint(text, m_folder.filePath(u"farm.yaml"_qs));
        QVERIFY(parsed.ok());
        m_platform->know(fleet, parsed.value);
    }
    void cleanup() { m_platform.reset(); }

    void othersAreListedAndNotReached()
    {
        const QList<NodeFacts> nodes = chosen(u"web2"_qs);
        QCOMPARE(nodes.size(), 2);
        QCOMPARE(nodes.first().name, u"web1"_qs);
        QVERIFY(nodes.first().unseen); // nothing is known of it
        QVERIFY(nodes.last().unseen);
        QVERIFY(m_knocks["web2"] > 0);
        QCOMPARE(m_knocks["web1"], 0);
    }

    /// A watch that goes on beside it must not take it for a reason to try everybody, and to ask about them.
    void othersAreNotForgiven()
    {
        all();
        const int before = m_knocks["web1"];
        QVERIFY(before > 0);
        const int beforeOfChosen = m_knocks["web2"];
        chosen(u"web2"_qs);
        QVERIFY(m_knocks["web2"] > beforeOfChosen);
        all();
        QCOMPARE(m_knocks["web1"], before);
        QVERIFY(waitFor(m_platform->open({})).ok());
        all();
        QVERIFY(m_knocks["web1"] > before);
    }

private:
    QList<NodeFacts> all()
    {
        const auto listed = waitFor(m_platform->observe()->list(fleet, {}));
        return listed.ok() ? *listed : QList<NodeFacts>();
    }
    QList<NodeFacts> chosen(const QString& name)
    {
        const SshPlatform::Choice one = [name](const NodeFacts& node) { return node.name == name; };
        const auto listed = waitFor(m_platform->listChosen(fleet, one, {}));
        return listed.ok() ? *listed : QList<NodeFacts>();
    }

    QTemporaryDir m_folder;
    test::NobodyToAsk m_nobody;
    std::map<QByteArray, QTcpServer> m_doors;
    QMap<QByteArray, int> m_knocks;
    std::unique_ptr<SshPlatform> m_platform;
};

QTEST_GUILESS_MAIN(TestChosenHosts)
#include "tst_chosen_hosts.moc"
