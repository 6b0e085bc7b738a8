// SPDX-License-Identifier: GPL-3.0-or-later
// The program cut off in the middle of its acts, two labs side by side, and what `down` leaves: through the real
// program.
#include "models/wording/wording.h"
#include "tests/support/lab.h"
#include "tests/support/neighbour.h"
#include "tests/support/shop_load.h"
#include "tests/support/terminal.h"

#include <QFileInfo>
#include <QTest>

#include <csignal>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");
const QString english = QStringLiteral("en_US.UTF-8");
constexpr int gently = 5'000; ///< microseconds between two requests

enum Exit { Good = 0, Failed = 1, Different = 2, Interrupted = 130 };

QString nodeNames(const std::optional<FleetState>& fleet)
{
    if (!fleet)
        return QStringLiteral("no status");
    QStringList names;
    for (const NodeState& node : fleet->findGroup(web)->nodes)
        names += node.name + u' ' + node.image.text() + u' ' + QString::number(node.health == Health::Healthy) + u' ' +
                 QString::number(node.share > 0);
    return names.join(u'\n');
}

} // namespace

class TestTerminalLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void anInterruptedUpIsFinishedByTheNext();
    void interruptBeforeTheSwitch();
    void aKilledSwapIsTakenUpAgain_data();
    void aKilledSwapIsTakenUpAgain();
    void twoLabsSideBySide();
    void theSameNameElsewhereIsRefused();
    void downLeavesTheOthersAlone();

private:
    Terminal terminal() const { return Terminal(QStringLiteral(SNOWMELT_PROGRAM), QFileInfo(labHome()).path()); }
    QStringList swapCall() const;
    QStringList downCall(const QString& blueprint) const;
    std::optional<FleetState> look(const QString& blueprint) const;
    std::optional<FleetState> settled() const;

    QString m_blueprint;
    QString m_beside;
    std::unique_ptr<Neighbour> m_neighbour;
    QString m_neighbourBefore;
};

#define VERIFY_EXIT(said, status)                                                                                      \
    do {                                                                                                               \
        const Said ended = said;                                                                                       \
        QVERIFY2(ended.exit == status, qPrintable(ended.all()));                                                       \
    } while (false)

QStringList TestTerminalLab::swapCall() const
{
    return {QStringLiteral("swap"), web, QStringLiteral("--to"), shop110.text(), QStringLiteral("--yes"), m_blueprint};
}

QStringList TestTerminalLab::downCall(const QString& blueprint) const
{
    return {QStringLiteral("down"), QStringLiteral("--yes"), QStringLiteral("--volumes"), blueprint};
}

std::optional<FleetState> TestTerminalLab::look(const QString& blueprint) const
{
    return fleetOf(terminal().say({QStringLiteral("status"), QStringLiteral("--json"), blueprint}));
}

/// The fleet once every node of the group is healthy.
std::optional<FleetState> TestTerminalLab::settled() const
{
    std::optional<FleetState> fleet;
    const auto healthy = [](const NodeState& node) { return node.health == Health::Healthy; };
    (void)QTest::qWaitFor(
        [&] {
            fleet = look(m_blueprint);
            const GroupState* group = fleet ? fleet->findGroup(web) : nullptr;
            return group && !group->nodes.isEmpty() && std::all_of(group->nodes.begin(), group->nodes.end(), healthy);
        },
        60'000);
    return fleet;
}

void TestTerminalLab::initTestCase()
{
    const QString folder = QStringLiteral(SNOWMELT_BINARY_DIR "/lab-blueprints/");
    m_blueprint = copyShop(folder + QStringLiteral("interrupted"), QStringLiteral("interrupted"), 2);
    m_beside = copyShop(folder + QStringLiteral("beside"), QStringLiteral("beside"), 1);
    VERIFY_EXIT(terminal().say(downCall(m_blueprint)), Good);
    VERIFY_EXIT(terminal().say(downCall(m_beside)), Good);
    VERIFY_EXIT(terminal().say({QStringLiteral("build"), QStringLiteral("shop@1.0.0"), m_blueprint}, 600s), Good);
    VERIFY_EXIT(terminal().say({QStringLiteral("build"), shop110.text(), m_blueprint}, 600s), Good);
    m_neighbour = std::make_unique<Neighbour>();
    m_neighbourBefore = m_neighbour->look();
    QVERIFY2(m_neighbourBefore.contains(QStringLiteral("running")), qPrintable(m_neighbourBefore));
}

void TestTerminalLab::cleanupTestCase()
{
    for (const QString& blueprint : {m_blueprint, m_beside}) {
        if (!blueprint.isEmpty())
            VERIFY_EXIT(terminal().say(downCall(blueprint)), Good);
    }
}

void TestTerminalLab::anInterruptedUpIsFinishedByTheNext()
{
    const auto up = terminal().begin({QStringLiteral("up"), m_blueprint});
    QString seen;
    QVERIFY2(waitForText(*up, QStringLiteral("Creating web-1"), seen, 240s), qPrintable(seen));
    up->kill();
    QCOMPARE(Terminal::end(*up).exit, -1);
    const Said status = terminal().say({QStringLiteral("status"), m_blueprint});
    QVERIFY2(status.exit == Different || status.exit == 3, qPrintable(status.all())); // the balancer is not there yet
    VERIFY_EXIT(terminal().say({QStringLiteral("up"), m_blueprint}), Good);
    VERIFY_EXIT(terminal().say({QStringLiteral("status"), m_blueprint}), Good);
    VERIFY_EXIT(terminal().say({QStringLiteral("scan"), m_blueprint}), Good); // born whole: nothing is missing on any
    // Images of earlier builds in this home: what is listed from here on is what the deployments leave.
    VERIFY_EXIT(terminal().say(
                    {QStringLiteral("orphans"), QStringLiteral("--remove-all"), QStringLiteral("--yes"), m_blueprint}),
                Good);
}

void TestTerminalLab::interruptBeforeTheSwitch()
{
    const auto before = settled();
    QVERIFY(before);
    LoadClient load(loadOf(*before, gently));
    load.start();
    const auto swap = terminal().begin(swapCall());
    QString seen;
    QVERIFY2(waitForText(*swap, QStringLiteral("Creating web-3"), seen, 120s), qPrintable(seen));
    QCOMPARE(::kill(static_cast<pid_t>(swap->processId()), SIGINT), 0);
    const Said said = Terminal::end(*swap);
    const LoadCounts counts = load.stop();
    QVERIFY2(said.exit == Interrupted, qPrintable(said.all()));
    QVERIFY(installTranslator(QLocale(QLocale::English)));
    QVERIFY2(said.err.contains(sentence(Safety::BlueServes)), qPrintable(said.all()));
    QVERIFY2(counts.failed == 0 && counts.requests() > 50, qPrintable(describe(counts)));
    QCOMPARE(nodeNames(settled()), nodeNames(before));
}

void TestTerminalLab::aKilledSwapIsTakenUpAgain_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<QString>("way");
    QTest::newRow("while green is made, back") << QStringLiteral("Creating web-4") << QStringLiteral("--roll-back");
    QTest::newRow("green made, on") << QStringLiteral("[3/8]") << QStringLiteral("--continue");
    QTest::newRow("after the switch, back") << QStringLiteral("Watching green") << QStringLiteral("--roll-back");
}

/// SIGKILL: nobody cleans up. The next start says what was under way, and a person decides. tst_resume has every step.
void TestTerminalLab::aKilledSwapIsTakenUpAgain()
{
    QFETCH(QString, moment);
    QFETCH(QString, way);
    const auto before = settled();
    QVERIFY(before);
    const ImageRef blue = before->findGroup(web)->nodes.first().image;
    const ImageRef green = blue == shop100 ? shop110 : shop100;
    LoadClient load(loadOf(*before, gently));
    load.start();
    const auto swap =
        terminal().begin({QStringLiteral("swap"), web, QStringLiteral("--to"), green.text(), QStringLiteral("--bake"),
                          QStringLiteral("3"), QStringLiteral("--yes"), m_blueprint});
    QString told;
    QVERIFY2(waitForText(*swap, moment, told, 120s), qPrintable(told));
    swap->kill();
    QCOMPARE(Terminal::end(*swap).exit, -1);
    VERIFY_EXIT(terminal().say({QStringLiteral("resume"), m_blueprint}), Different);
    // Neither `up` nor another swap decides for the person.
    const Said up = terminal().say({QStringLiteral("up"), m_blueprint});
    QVERIFY2(up.exit == Failed && up.err.contains(QStringLiteral("resume")), qPrintable(up.all()));

    VERIFY_EXIT(terminal().say({QStringLiteral("resume"), way, QStringLiteral("--yes"), m_blueprint}), Good);
    const LoadCounts counts = load.stop();
    QVERIFY2(counts.failed == 0 && counts.requests() > 50, qPrintable(describe(counts)));
    const auto after = settled();
    QVERIFY(after);
    QCOMPARE(after->findGroup(web)->nodes.size(), 2);
    for (const NodeState& node : after->findGroup(web)->nodes) {
        QCOMPARE(node.image, way == QStringLiteral("--continue") ? green : blue);
        QVERIFY2(node.share > 0, qPrintable(nodeNames(after)));
    }
    VERIFY_EXIT(terminal().say({QStringLiteral("resume"), m_blueprint}), Good);
    VERIFY_EXIT(terminal().say({QStringLiteral("orphans"), m_blueprint}), Good);
    const Said history = terminal().say({QStringLiteral("history"), QStringLiteral("--json"), m_blueprint});
    QVERIFY2(!history.out.contains(QStringLiteral("\"outcome\": \"\"")), qPrintable(history.out.left(3000)));
}

void TestTerminalLab::twoLabsSideBySide()
{
    const auto before = settled();
    QVERIFY(before);
    LoadClient load(loadOf(*before, gently));
    load.start();
    VERIFY_EXIT(terminal().say({QStringLiteral("up"), m_beside}), Good);
    const auto beside = look(m_beside);
    QVERIFY(beside);
    LoadClient other(loadOf(*beside, gently));
    other.start();
    QVERIFY(QTest::qWaitFor([&] { return other.counts().requests() > 100; }, 60'000));
    const LoadCounts there = other.stop();
    VERIFY_EXIT(terminal().say(downCall(m_beside)), Good);
    const LoadCounts here = load.stop();
    QVERIFY2(there.failed == 0, qPrintable(describe(there)));
    QVERIFY2(here.failed == 0, qPrintable(describe(here)));
    QVERIFY(beside->balancers.first().entry.host != before->balancers.first().entry.host);
    QCOMPARE(nodeNames(settled()), nodeNames(before));
}

void TestTerminalLab::theSameNameElsewhereIsRefused()
{
    const QString elsewhere =
        copyShop(QStringLiteral(SNOWMELT_BINARY_DIR "/lab-blueprints/elsewhere"), QStringLiteral("interrupted"), 1);
    const QString owner = QFileInfo(m_blueprint).canonicalFilePath();
    const Error error{ErrorCode::NameTaken, {QStringLiteral("interrupted"), owner}, {}};
    const QString before = nodeNames(settled());
    for (const QString& locale : {english, QStringLiteral("ko_KR.UTF-8")}) {
        const Said up = terminal().speaking(locale).say({QStringLiteral("up"), elsewhere});
        QVERIFY2(up.exit == Failed, qPrintable(up.all()));
        const QString missing = missingIn(up, locale, error, Safety::NothingTouched);
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        VERIFY_EXIT(terminal().say(downCall(elsewhere)), Failed);
    }
    QCOMPARE(nodeNames(settled()), before);
}

void TestTerminalLab::downLeavesTheOthersAlone()
{
    const auto before = look(m_blueprint);
    QVERIFY(before);
    VERIFY_EXIT(terminal().say(downCall(m_blueprint)), Good);
    const Said status = terminal().say({QStringLiteral("status"), m_blueprint});
    QVERIFY2(status.exit == Different, qPrintable(status.all()));
    for (const NodeState* node : before->allNodes()) {
        QVERIFY(!KeptConnection(node->ssh.host.toStdString(), node->ssh.port).isOpen());
        QCOMPARE(processesOf(QStringLiteral("interrupted"), node->name, "tini"), QList<qint64>());
    }
    QVERIFY(!QFile::exists(labHome() + QStringLiteral("/fleets/interrupted")));
    QCOMPARE(m_neighbour->look(), m_neighbourBefore);
}

QTEST_GUILESS_MAIN(TestTerminalLab)
#include "tst_terminal_lab.moc"
