// SPDX-License-Identifier: GPL-3.0-or-later
// A swap that the world gets in the way of half way through, as an operator at a terminal meets it.
#include "tests/e2e/shop_at_terminal.h"

#include <csignal>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString fleetName = QStringLiteral("troubled");

/// The program with a home of its own small disk: the same folders, a copy of the journal, and little room besides.
/// Only this process sees it.
QString programOnASmallDisk(const QString& folder)
{
    const QString path = folder + QStringLiteral("/on-a-small-disk");
    const QByteArray script = "#!/bin/sh\n"
                              "[ \"$APART\" ] || APART=1 exec unshare --mount \"$0\" \"$@\"\n"
                              "home=$XDG_DATA_HOME/snowmelt small=" +
                              folder.toUtf8() +
                              "/small\n"
                              "mkdir -p $small\n"
                              "room=$(( $(du -ck \"$home\"/journal.sqlite* | tail -n1 | cut -f1) + 1024 ))\n"
                              "mount -t tmpfs -o size=${room}k none $small || exit 99\n"
                              "for it in \"$home\"/*; do\n"
                              "  name=$small/${it##*/}\n"
                              "  if [ -d \"$it\" ]; then mkdir $name && mount --bind \"$it\" $name || exit 99\n"
                              "  else cp \"$it\" $name; fi\n"
                              "done\n"
                              "mount --rbind $small \"$home\" || exit 99\n"
                              "exec " SNOWMELT_PROGRAM " \"$@\"\n";
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size() ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

/// Nothing is left of the disk that this process sees its home on.
bool fillTheDiskOf(const QProcess& process)
{
    QProcess filling;
    const QString filler = labHome() + QStringLiteral("/filler");
    filling.start(QStringLiteral("nsenter"),
                  {QStringLiteral("--mount=/proc/%1/ns/mnt").arg(process.processId()), QStringLiteral("dd"),
                   QStringLiteral("if=/dev/zero"), QStringLiteral("of=") + filler, QStringLiteral("bs=4k")});
    filling.waitForFinished(20'000);
    return filling.readAllStandardError().contains("No space left") && !QFile::exists(filler);
}

} // namespace

class TestTroubledSwap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_shop.begin(); }
    void cleanupTestCase() { m_shop.down(); }
    void editedByHandWhileGreenIsWatched();
    void theDiskIsFullInTheMiddle();
    void theDatabaseStopsInTheMiddle();

private:
    Terminal terminal() const { return m_shop.terminal(); }
    std::optional<FleetState> look() const { return m_shop.look(); }
    Said onNode(const QString& node, const QByteArray& script) const { return m_shop.onNode(node, script); }
    std::unique_ptr<QProcess> beginSwap(const Terminal& terminal, const QStringList& options) const;
    std::optional<FleetState> settled() const;

    ShopAtTerminal m_shop{fleetName};
};

std::unique_ptr<QProcess> TestTroubledSwap::beginSwap(const Terminal& terminal, const QStringList& options) const
{
    return terminal.begin(
        QStringList{QStringLiteral("swap"), web, QStringLiteral("--to"), shop110.text(), QStringLiteral("--yes")} +
        options + QStringList{m_shop.blueprint()});
}

/// The fleet once both nodes of the group serve.
std::optional<FleetState> TestTroubledSwap::settled() const
{
    std::optional<FleetState> fleet;
    const auto serves = [](const NodeState& node) { return node.health == Health::Healthy && node.share > 0; };
    (void)QTest::qWaitFor(
        [&] {
            fleet = look();
            const GroupState* group = fleet ? fleet->findGroup(web) : nullptr;
            return group && group->nodes.size() == 2 && std::ranges::all_of(group->nodes, serves);
        },
        60'000);
    return fleet;
}

/// A hand's lines and a hand's word at the runtime socket. The lines stay through all that the deployment writes; that
/// one of green's slots was taken out by hand is a reason to give the traffic back, and what to say.
void TestTroubledSwap::editedByHandWhileGreenIsWatched()
{
    const auto before = settled();
    QVERIFY(before);
    LoadClient load(loadOf(*before, 20'000));
    load.start();
    const auto swap = beginSwap(terminal(), {QStringLiteral("--bake"), QStringLiteral("120")});
    QString told;
    QVERIFY2(waitForText(*swap, QStringLiteral("[6/8]"), told, 120s), qPrintable(told));
    QCOMPARE(onNode(QStringLiteral("edge"), "sed -i 's/timeout queue 10s/timeout queue 11s/' /etc/haproxy/haproxy.cfg\n"
                                            "echo 'set server web/b1 state maint' | socat - /run/haproxy/admin.sock\n")
                 .exit,
             0);
    const Said said = Terminal::end(*swap);
    const LoadCounts counts = load.stop();
    QVERIFY2(said.exit == Failed && said.err.contains(QStringLiteral("b1")), qPrintable(said.all()));
    QVERIFY2(counts.failed == 0 && counts.requests() > 100, qPrintable(describe(counts)));
    QVERIFY2(said.all().contains(QStringLiteral("timeout queue 11s")), qPrintable(said.all())); // noticed while it ran
    const auto after = settled();
    QVERIFY(after);
    QCOMPARE(nodeNames(*after), nodeNames(*before));
    QVERIFY(onNode(QStringLiteral("edge"), "cat /etc/haproxy/haproxy.cfg\n").out.contains(QStringLiteral("queue 11s")));
    const Said plan =
        terminal().say({QStringLiteral("plan"), web, QStringLiteral("--to"), shop110.text(), m_shop.blueprint()});
    QVERIFY2(plan.out.contains(QStringLiteral("timeout queue 11s")), qPrintable(plan.all())); // the next is told of it
    QCOMPARE(
        onNode(QStringLiteral("edge"), "sed -i 's/timeout queue 11s/timeout queue 10s/' /etc/haproxy/haproxy.cfg\n")
            .exit,
        0);
}

/// What cannot be recorded is not done: the traffic goes back to blue.
void TestTroubledSwap::theDiskIsFullInTheMiddle()
{
    const auto before = settled(); // which also has the engine's service up, outside of the small disk
    QVERIFY(before);
    LoadClient load(loadOf(*before, 20'000));
    load.start();
    const Terminal small(programOnASmallDisk(m_shop.elsewhere().path()), QFileInfo(labHome()).path());
    const auto swap = beginSwap(small.speaking(english), {QStringLiteral("--bake"), QStringLiteral("5")});
    QString told;
    QVERIFY2(waitForText(*swap, QStringLiteral("[6/8]"), told, 120s), qPrintable(told));
    QVERIFY(fillTheDiskOf(*swap));
    const Said said = Terminal::end(*swap);
    const LoadCounts counts = load.stop();
    const Error error{ErrorCode::DiskFull, {labHome() + QStringLiteral("/journal.sqlite")}, {}};
    VERIFY_SAID(said, english, Failed, error, Safety::BlueServes);
    QVERIFY2(counts.failed == 0 && counts.requests() > 100, qPrintable(describe(counts)));
    const auto after = settled();
    QVERIFY(after);
    QCOMPARE(nodeNames(*after), nodeNames(*before));
    VERIFY_GOOD(terminal().say({QStringLiteral("orphans"), m_shop.blueprint()}));
}

/// Nobody can be served without it, blue neither: green is taken away, and that blue does not serve is not glossed
/// over. The deployment stays open until the database is there again and a person has seen that blue serves.
void TestTroubledSwap::theDatabaseStopsInTheMiddle()
{
    const auto before = settled();
    QVERIFY(before);
    const auto swap = beginSwap(terminal(), {QStringLiteral("--health"), QStringLiteral("10")});
    QString told;
    QVERIFY2(waitForText(*swap, QStringLiteral("[2/7]"), told, 120s), qPrintable(told));
    const QList<qint64> init = processesOf(fleetName, QStringLiteral("orders"), "tini");
    QCOMPARE(init.size(), 1);
    QCOMPARE(::kill(static_cast<pid_t>(init.first()), SIGKILL), 0);
    const Said said = Terminal::end(*swap);
    QVERIFY2(said.exit == Failed && said.err.contains(QStringLiteral("/healthz")), qPrintable(said.all()));
    QVERIFY2(!said.err.contains(sentence(Safety::BlueServes)), qPrintable(said.all()));
    QVERIFY(terminal().say({QStringLiteral("status"), m_shop.blueprint()}).exit != Good);

    const Error open{ErrorCode::DeploymentOpen, {web}, {}};
    const Said up = terminal().say({QStringLiteral("up"), m_shop.blueprint()}); // starts what stands still, and no more
    VERIFY_SAID(up, english, Failed, open, Safety::PartlyUp);
    const auto after = settled();
    QVERIFY(after);
    QCOMPARE(nodeNames(*after), nodeNames(*before));
    VERIFY_GOOD(terminal().say(
        {QStringLiteral("resume"), QStringLiteral("--roll-back"), QStringLiteral("--yes"), m_shop.blueprint()}));
    VERIFY_GOOD(terminal().say({QStringLiteral("resume"), m_shop.blueprint()}));
    VERIFY_GOOD(terminal().say({QStringLiteral("orphans"), m_shop.blueprint()}));
    QCOMPARE(nodeNames(*settled()), nodeNames(*before));
}

QTEST_GUILESS_MAIN(TestTroubledSwap)
#include "tst_troubled_swap.moc"
