// SPDX-License-Identifier: GPL-3.0-or-later
// The program killed with SIGKILL at each of the eight steps of a swap, and taken up again in both directions by a new
// process, under one load whose client never retries.
#include "tests/support/lab.h"
#include "tests/support/shop_load.h"
#include "tests/support/terminal.h"

#include <QFileInfo>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");
constexpr int gently = 5'000; ///< microseconds between two requests

enum Exit { Good = 0, Failed = 1, Different = 2 };

QString describeNodes(const FleetState& fleet)
{
    QStringList lines;
    for (const NodeState& node : fleet.findGroup(web)->nodes)
        lines += QStringLiteral("%1 %2 %3 share %4")
                     .arg(node.name, node.slot, node.image.text(), QString::number(node.share));
    return lines.join(u'\n');
}

} // namespace

#define VERIFY_EXIT(said, status)                                                                                      \
    do {                                                                                                               \
        const Said ended = said;                                                                                       \
        QVERIFY2(ended.exit == status, qPrintable(ended.all()));                                                       \
    } while (false)

class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void killedAtEachStep_data();
    void killedAtEachStep();
    void adoptedAfterTheSwitch();

private:
    Terminal terminal() const { return Terminal(QStringLiteral(SNOWMELT_PROGRAM), QFileInfo(labHome()).path()); }
    Said say(QStringList words) const { return terminal().say(words << m_blueprint); }
    std::optional<FleetState> settled() const;
    void killSwapAt(const ImageRef& target, const QString& moment);
    void standsWhole(const ImageRef& image);

    QString m_blueprint;
    std::unique_ptr<LoadClient> m_load;
};

/// The fleet once both nodes of the group serve.
std::optional<FleetState> TestResume::settled() const
{
    std::optional<FleetState> fleet;
    const auto serves = [](const NodeState& node) { return node.health == Health::Healthy && node.share > 0; };
    (void)QTest::qWaitFor(
        [&] {
            fleet = fleetOf(say({QStringLiteral("status"), QStringLiteral("--json")}));
            const GroupState* group = fleet ? fleet->findGroup(web) : nullptr;
            return group && group->nodes.size() == 2 && std::ranges::all_of(group->nodes, serves);
        },
        60'000);
    return fleet;
}

void TestResume::initTestCase()
{
    m_blueprint = copyShop(QStringLiteral(SNOWMELT_BINARY_DIR "/lab-blueprints/resumed"), QStringLiteral("resumed"), 2);
    VERIFY_EXIT(say({QStringLiteral("down"), QStringLiteral("--yes"), QStringLiteral("--volumes")}), Good);
    VERIFY_EXIT(terminal().say({QStringLiteral("build"), shop110.text(), m_blueprint}, 600s), Good);
    VERIFY_EXIT(terminal().say({QStringLiteral("up"), m_blueprint}, 600s), Good);
    // Images of earlier builds in this home: what is listed from here on is what the deployments leave.
    VERIFY_EXIT(say({QStringLiteral("orphans"), QStringLiteral("--remove-all"), QStringLiteral("--yes")}), Good);
    const auto fleet = settled();
    QVERIFY(fleet);
    LoadPlan plan = loadOf(*fleet, gently);
    plan.mostSeconds = 1200;
    m_load = std::make_unique<LoadClient>(plan);
    m_load->start();
}

void TestResume::cleanup()
{
    const LoadCounts counts = m_load->counts();
    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
}

void TestResume::cleanupTestCase()
{
    if (m_load)
        qInfo().noquote() << describe(m_load->stop());
    VERIFY_EXIT(say({QStringLiteral("down"), QStringLiteral("--yes"), QStringLiteral("--volumes")}), Good);
}

void TestResume::killSwapAt(const ImageRef& target, const QString& moment)
{
    const auto swap =
        terminal().begin({QStringLiteral("swap"), web, QStringLiteral("--to"), target.text(), QStringLiteral("--bake"),
                          QStringLiteral("2"), QStringLiteral("--yes"), m_blueprint});
    QString told;
    QVERIFY2(waitForText(*swap, moment, told, 120s), qPrintable(told));
    swap->kill();
    QCOMPARE(Terminal::end(*swap).exit, -1);
}

void TestResume::standsWhole(const ImageRef& image)
{
    const auto fleet = settled();
    QVERIFY(fleet);
    for (const NodeState& node : fleet->findGroup(web)->nodes)
        QVERIFY2(node.image == image, qPrintable(describeNodes(*fleet)));
    VERIFY_EXIT(say({QStringLiteral("resume")}), Good);  // nothing is open
    VERIFY_EXIT(say({QStringLiteral("orphans")}), Good); // nothing is left over
}

void TestResume::killedAtEachStep_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("way");
    for (int step = 1; step <= 8; ++step) {
        QTest::addRow("step %d, roll back", step) << step << QStringLiteral("--roll-back");
        QTest::addRow("step %d, continue", step) << step << QStringLiteral("--continue");
    }
}

void TestResume::killedAtEachStep()
{
    QFETCH(const int, step);
    QFETCH(const QString, way);
    const auto before = settled();
    QVERIFY(before);
    const ImageRef blue = before->findGroup(web)->nodes.first().image;
    const ImageRef green = blue == shop100 ? shop110 : shop100;
    killSwapAt(green, QStringLiteral("[%1/8]").arg(step));
    if (QTest::currentTestFailed())
        return;
    VERIFY_EXIT(say({QStringLiteral("resume")}), Different);
    const Said swap = say({QStringLiteral("swap"), web, QStringLiteral("--to"), green.text(), QStringLiteral("--yes")});
    QVERIFY2(swap.exit == Failed && swap.err.contains(QStringLiteral("resume")), qPrintable(swap.all()));

    const Said resumed = say({QStringLiteral("resume"), way, QStringLiteral("--yes")});
    const bool back = way == QStringLiteral("--roll-back");
    // Steps 7 and 8 are past the point of no return: the way back is closed, and says so.
    const bool closed = back && step >= 7;
    QVERIFY2(resumed.exit == (closed ? Failed : Good), qPrintable(resumed.all()));
    if (closed)
        VERIFY_EXIT(say({QStringLiteral("resume"), QStringLiteral("--continue"), QStringLiteral("--yes")}), Good);
    standsWhole(back && !closed ? blue : green);
}

void TestResume::adoptedAfterTheSwitch()
{
    const auto before = settled();
    QVERIFY(before);
    const ImageRef blue = before->findGroup(web)->nodes.first().image;
    const ImageRef green = blue == shop100 ? shop110 : shop100;
    killSwapAt(green, QStringLiteral("[6/8]"));
    if (QTest::currentTestFailed())
        return;
    VERIFY_EXIT(say({QStringLiteral("resume"), QStringLiteral("--adopt"), QStringLiteral("--yes")}), Good);
    VERIFY_EXIT(say({QStringLiteral("resume")}), Good);
    VERIFY_EXIT(say({QStringLiteral("orphans")}), Different);
    VERIFY_EXIT(say({QStringLiteral("orphans"), QStringLiteral("--remove-all"), QStringLiteral("--yes")}), Good);
    standsWhole(green);
}

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
