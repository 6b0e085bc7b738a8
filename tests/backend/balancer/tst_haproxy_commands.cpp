// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_commands.h"
#include "backend/balancer/haproxy/haproxy_runs.h"

#include <QTest>

using namespace snowmelt;

namespace {

const QString web = QStringLiteral("web");
const QString a1 = QStringLiteral("a1");

SlotPlacement to(const char* slot, SlotMode mode)
{
    return {QString::fromLatin1(slot), {}, 0, mode};
}

BalancerReading with(SlotMode mode, bool up)
{
    SlotState state;
    state.name = a1;
    state.mode = mode;
    state.up = up;
    BalancerReading reading;
    reading.backends = {{web, {state}, 0, 0, 0, 0}};
    return reading;
}

} // namespace

class TestHaproxyCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachModeHasItsCommands()
    {
        using haproxy::setMode;
        QCOMPARE(setMode(web, a1, SlotMode::Drain), QByteArrayList{"set server web/a1 state drain"});
        QCOMPARE(setMode(web, a1, SlotMode::Maint), QByteArrayList{"set server web/a1 state maint"});
        QCOMPARE(setMode(web, a1, SlotMode::Ready),
                 (QByteArrayList{"set server web/a1 weight 100", "set server web/a1 state ready"}));
        QCOMPARE(setMode(web, a1, SlotMode::Free),
                 (QByteArrayList{"set server web/a1 state maint", "set server web/a1 addr 127.0.0.1 port 9"}));
    }

    void severalCommandsAreOneLine()
    {
        const ExecRequest request = haproxy::request({}, {"show info", "show stat"});
        QCOMPARE(request.script, QByteArray("show info;show stat\n"));
        QCOMPARE(request.command, QStringLiteral("socat -t30 - UNIX-CONNECT:/run/haproxy/admin.sock"));
    }

    void aConfigWithAQuoteInItsPathStaysOneWord()
    {
        HaproxyPaths paths;
        paths.config = "/tmp/it's/haproxy.cfg";
        QCOMPARE(haproxy::readRequest(paths.config).command, QStringLiteral("cat '/tmp/it'\\''s/haproxy.cfg'"));
    }

    /// Answers as HAProxy 2.6.12 gave them.
    void knowsAComplaint_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("accepted");
        const QByteArray state = "set server web/a1 state drain";
        const QByteArray address = "set server web/a1 addr 127.0.0.1 port 18101";
        QTest::newRow("silence") << state << QByteArray() << true;
        QTest::newRow("no server") << state << QByteArray("No such server.\n") << false;
        QTest::newRow("no server, addr") << address << QByteArray("No such server.\n") << false;
        QTest::newRow("port") << address
                              << QByteArray("no need to change the addr, port changed from '9' to '18101' by 'stats "
                                            "socket command'\n")
                              << true;
        QTest::newRow("address") << address
                                 << QByteArray(
                                        "IP changed from '127.0.0.1' to '10.0.0.2', no need to change the port by "
                                        "'stats socket command'\n")
                                 << true;
        QTest::newRow("nothing") << address
                                 << QByteArray(
                                        "no need to change the addr, no need to change the port by 'stats socket "
                                        "command'\n")
                                 << true;
        QTest::newRow("invalid") << address << QByteArray("Invalid addr 'foo' by 'stats socket command'\n") << false;
        QTest::newRow("denied") << state << QByteArray("Permission denied\n") << false;
    }
    void knowsAComplaint()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, answer);
        QFETCH(bool, accepted);
        QCOMPARE(haproxy::accepted(command, answer), accepted);
    }

    /// The lines are of HAProxy 2.6.12, which lists what a lower level may not do as well.
    void saysWhatASocketLacks()
    {
        const QByteArray help = "The following commands are valid at this level:\n"
                                "  set server <bk>/<srv> [opts]            : change a server's state\n"
                                "  show info [desc|json|typed|float]*      : report information\n"
                                "  show servers state [<backend>]          : dump volatile server information\n"
                                "  show sess [id]                          : report the list of current sessions\n"
                                "  show stat [desc|json|no-maint|typed|up]*: report counters\n";
        using haproxy::lackingCommands;
        QCOMPARE(lackingCommands("admin\n", help), QStringList());
        QCOMPARE(lackingCommands("operator\n", help), QStringList{QStringLiteral("set server")});
        QCOMPARE(lackingCommands("user\n", help),
                 (QStringList{QStringLiteral("set server"), QStringLiteral("show sess")}));
        QByteArray older = help;
        older.replace("show servers state", "show servers conn ");
        QCOMPARE(lackingCommands("admin\n", older), QStringList{QStringLiteral("show servers state")});
        QCOMPARE(lackingCommands({}, {}).size(), 5);
    }

    void takingAwayIsARunOfItsOwn()
    {
        const QList<SlotPlacement> order{to("b1", SlotMode::Ready), to("b2", SlotMode::Ready),
                                         to("a1", SlotMode::Drain), to("a2", SlotMode::Maint),
                                         to("b3", SlotMode::Ready)};
        const auto runs = haproxy::runsOf(order);
        QCOMPARE(runs.size(), 3);
        QCOMPARE(runs.at(0), order.mid(0, 2));
        QCOMPARE(runs.at(1), order.mid(2, 2));
        QCOMPARE(runs.at(2), order.mid(4, 1));
        QVERIFY(haproxy::runsOf({}).isEmpty());
    }

    void readyMeansUp()
    {
        using haproxy::disobeyed;
        QVERIFY(!disobeyed(with(SlotMode::Ready, true), web, {to("a1", SlotMode::Ready)}));
        QCOMPARE(*disobeyed(with(SlotMode::Ready, false), web, {to("a1", SlotMode::Ready)}),
                 QByteArray("a1 is ready and not up, wanted ready"));
        QCOMPARE(*disobeyed(with(SlotMode::Ready, true), web, {to("a1", SlotMode::Drain)}),
                 QByteArray("a1 is ready and up, wanted drain"));
        QVERIFY(!disobeyed(with(SlotMode::Free, false), web, {to("a1", SlotMode::Maint)}));
        QVERIFY(disobeyed(with(SlotMode::Maint, false), web, {to("a1", SlotMode::Free)}));
        QCOMPARE(*disobeyed(with(SlotMode::Ready, true), web, {to("z9", SlotMode::Drain)}),
                 QByteArray("z9 is not there"));
    }
};

QTEST_GUILESS_MAIN(TestHaproxyCommands)
#include "tst_haproxy_commands.moc"
