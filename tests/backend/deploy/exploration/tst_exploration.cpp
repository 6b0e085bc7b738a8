// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/exploration/exploration.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace snowmelt::test;
using snowmelt::StepKind;

/// The production engine and driver on the simulation platform, through every trouble at every call. Each family says
/// how many runs it explored. A broken promise is told with the recipe that repeats it alone:
///
///   SNOWMELT_EXPLORE='swap lost@31; finish die@4' tst_backend_deploy_exploration_exploration
///
/// SNOWMELT_EXPLORE_PAIRS: how many pairs of calls; SNOWMELT_EXPLORE_SEED: which.
/// SNOWMELT_EXPLORE_FIRST: end at the first broken promise.
class ExplorationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void aRecipeIsItsText();
    void oneRecipe();
    void steps();
    void calls_data();
    void calls();
    void theWayBack_data();
    void theWayBack();
    void aReloadOnTheWayBack();
    void theNextStart_data();
    void theNextStart();
    void theNextStartTroubled();
    void balancer_data();
    void balancer();
    void nodes_data();
    void nodes();
    void otherSettings_data();
    void otherSettings();
    void pairsOfSteps();
    void pairsOfCalls();
    void cleanup();
    void cleanupTestCase();

private:
    void go(const Recipe& recipe);
    /// Each of these troubles at each call.
    void everyCall(Setting setting, const QList<Trouble>& troubles);
    bool enough() const { return m_first && m_broken > 0; }

    QString m_only = qEnvironmentVariable("SNOWMELT_EXPLORE");
    bool m_first = qEnvironmentVariableIsSet("SNOWMELT_EXPLORE_FIRST");
    Course m_swap;
    QElapsedTimer m_took;
    int m_runs = 0; ///< of this family
    int m_starts = 0;
    int m_broken = 0;
    int m_allRuns = 0;
    int m_allStarts = 0;
};

namespace {

constexpr int mostTold = 8; ///< broken promises of a family that are told in full

/// Those that cost no time but the calls they make.
const QList<Trouble> quick{Trouble::Fail,     Trouble::Lost,  Trouble::Slow,  Trouble::Blip, Trouble::Cancel,
                           Trouble::RollBack, Trouble::Abort, Trouble::Pause, Trouble::Die,  Trouble::DieAfter};

} // namespace

void ExplorationTest::initTestCase()
{
    m_swap = courseOf(Setting::Swap);
    QCOMPARE(m_swap.steps.size(), 8);
    qInfo("a swap makes %d calls", m_swap.calls);
}

void ExplorationTest::init()
{
    m_runs = 0;
    m_starts = 0;
    m_broken = 0;
    m_took.start();
    const bool isOne = qstrcmp(QTest::currentTestFunction(), "oneRecipe") == 0;
    if (isOne == m_only.isEmpty())
        QSKIP(isOne ? "no recipe given" : "one recipe alone");
}

void ExplorationTest::cleanup()
{
    m_allRuns += m_runs;
    m_allStarts += m_starts;
    if (m_runs > 0)
        qInfo("%s %s: %d runs explored, %d starts, %lld ms", QTest::currentTestFunction(),
              QTest::currentDataTag() ? QTest::currentDataTag() : "", m_runs, m_starts, m_took.elapsed());
}

void ExplorationTest::cleanupTestCase()
{
    qInfo("in sum %d runs explored, %d starts", m_allRuns, m_allStarts);
}

void ExplorationTest::go(const Recipe& recipe)
{
    if (enough())
        return;
    const Explored explored = explore(recipe);
    ++m_runs;
    m_starts += explored.starts;
    if (explored.broken.isEmpty())
        return;
    if (++m_broken <= mostTold)
        qWarning("broken %s\n  SNOWMELT_EXPLORE='%s'\n%s", qPrintable(explored.broken), qPrintable(recipe.text()),
                 qPrintable(explored.story));
}

void ExplorationTest::everyCall(Setting setting, const QList<Trouble>& troubles)
{
    const int calls = courseOf(setting).calls;
    for (const Trouble trouble : troubles) {
        for (int call = 1; call <= calls && !enough(); ++call)
            go(deploying(setting, {{trouble, call}}));
    }
}

void ExplorationTest::aRecipeIsItsText()
{
    const Recipe recipe = deploying(Setting::Rebirth, {{Trouble::Lost, 17}, {Trouble::EditForeign, 3}}) >>
                          Launch{Purpose::Finish, {{Trouble::DieAfter, 4}}} >> Launch{Purpose::Finish, {}};
    QCOMPARE(recipe.text(), QStringLiteral("rebirth lost@17 edit-foreign@3; finish die-after@4; finish"));
    QCOMPARE(Recipe::parse(recipe.text()), recipe);
    for (const char* wrong : {"", "swop", "swap lost", "swap lost@0", "swap lost@1; swap", "swap ; lost@1"})
        QVERIFY2(!Recipe::parse(QString::fromLatin1(wrong)), wrong);
}

void ExplorationTest::oneRecipe()
{
    const std::optional<Recipe> recipe = Recipe::parse(m_only);
    QVERIFY2(recipe, "this is no recipe");
    const Explored explored = explore(*recipe);
    qInfo("%s", qPrintable(explored.story));
    QVERIFY2(explored.broken.isEmpty(), qPrintable(explored.broken));
}

/// Each trouble as a step's first call and as its last, which is when all is done and nothing told.
void ExplorationTest::steps()
{
    go(deploying(Setting::Swap, {}));
    const QList<Trouble> troubles = quick + QList<Trouble>{Trouble::Silent, Trouble::SilentLost, Trouble::Outage};
    for (const Course::Stretch& step : m_swap.steps) {
        for (const int call : {step.first, step.last}) {
            for (const Trouble trouble : troubles)
                go(deploying(Setting::Swap, {{trouble, call}}));
        }
    }
    QCOMPARE(m_broken, 0);
    QVERIFY(m_runs > 200);
}

void ExplorationTest::calls_data()
{
    QTest::addColumn<QList<Trouble>>("troubles");
    QTest::newRow("refused") << QList<Trouble>{Trouble::Fail, Trouble::Lost};
    QTest::newRow("slow") << QList<Trouble>{Trouble::Slow, Trouble::Silent, Trouble::SilentLost};
    QTest::newRow("cut off") << QList<Trouble>{Trouble::Blip, Trouble::Outage};
    QTest::newRow("told") << QList<Trouble>{Trouble::Cancel, Trouble::RollBack, Trouble::Abort, Trouble::Pause};
    QTest::newRow("dead") << QList<Trouble>{Trouble::Die, Trouble::DieAfter};
}

void ExplorationTest::calls()
{
    QFETCH(const QList<Trouble>, troubles);
    everyCall(Setting::Swap, troubles);
    QCOMPARE(m_broken, 0);
    QVERIFY(m_runs > 60 * troubles.size());
}

void ExplorationTest::theWayBack_data()
{
    QTest::addColumn<StepKind>("from");
    QTest::newRow("from the wait for health") << StepKind::AwaitHealthy;
    QTest::newRow("from the drain") << StepKind::DrainBlue;
    QTest::newRow("from the bake") << StepKind::Bake;
}

/// What goes wrong after somebody wanted blue back.
void ExplorationTest::theWayBack()
{
    QFETCH(const StepKind, from);
    const int asked = m_swap.stretch(from).first;
    for (const Trouble trouble :
         {Trouble::Reload, Trouble::Fail, Trouble::Die, Trouble::DieAfter, Trouble::EditForeign}) {
        for (int after = 1; after <= 40; ++after)
            go(deploying(Setting::Swap, {{Trouble::RollBack, asked}, {trouble, asked + after}}));
    }
    QCOMPARE(m_broken, 0);
    QVERIFY(m_runs >= 200);
}

void ExplorationTest::aReloadOnTheWayBack()
{
    for (const StepKind from : {StepKind::DrainBlue, StepKind::Bake}) {
        const int asked = m_swap.stretch(from).first;
        for (int after = 1; after <= 40; ++after)
            go(deploying(Setting::Swap, {{Trouble::RollBack, asked}, {Trouble::Reload, asked + after}}));
    }
    QCOMPARE(m_broken, 0);
}

/// What a dead one left is continued, taken back, adopted or ended.
void ExplorationTest::theNextStart_data()
{
    QTest::addColumn<Purpose>("purpose");
    QTest::newRow("continues") << Purpose::Continue;
    QTest::newRow("goes back") << Purpose::GoBack;
    QTest::newRow("adopts") << Purpose::Adopt;
}

void ExplorationTest::theNextStart()
{
    QFETCH(const Purpose, purpose);
    for (int call = 1; call <= m_swap.calls; ++call) {
        const Trouble death = call % 2 ? Trouble::Die : Trouble::DieAfter;
        go(deploying(Setting::Swap, {{death, call}}) >> Launch{purpose, {}});
    }
    for (const Course::Stretch& step : m_swap.steps)
        go(deploying(Setting::Swap, {{Trouble::Abort, step.last}}) >> Launch{purpose, {}});
    QCOMPARE(m_broken, 0);
    QVERIFY(m_runs > 70);
}

/// And that start is troubled as well.
void ExplorationTest::theNextStartTroubled()
{
    const QList<Trouble> troubles{Trouble::Fail,   Trouble::Lost,    Trouble::Die,         Trouble::DieAfter,
                                  Trouble::Reload, Trouble::Restart, Trouble::EditForeign, Trouble::Blip,
                                  Trouble::Slow,   Trouble::Silent,  Trouble::KillBlue};
    const QList<Purpose> purposes{Purpose::Finish, Purpose::Continue, Purpose::GoBack, Purpose::Adopt};
    int turn = 0;
    for (const Course::Stretch& step : m_swap.steps) {
        for (int call = 1; call <= 24; ++call) {
            const Trouble trouble = troubles.at(++turn % troubles.size());
            const Purpose purpose = purposes.at(turn % purposes.size());
            go(deploying(Setting::Swap, {{Trouble::DieAfter, step.last}}) >> Launch{purpose, {{trouble, call}}});
        }
    }
    QCOMPARE(m_broken, 0);
    QVERIFY(m_runs > 180);
}

void ExplorationTest::balancer_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::newRow("reloads") << Trouble::Reload;
    QTest::newRow("restarts") << Trouble::Restart;
    QTest::newRow("a remark is written into its config") << Trouble::EditRemark;
    QTest::newRow("its config is edited") << Trouble::EditDisable;
    QTest::newRow("its config gets another backend") << Trouble::EditForeign;
}

void ExplorationTest::balancer()
{
    QFETCH(const Trouble, trouble);
    everyCall(Setting::Swap, {trouble});
    QCOMPARE(m_broken, 0);
    QVERIFY(m_runs > 60);
}

void ExplorationTest::nodes_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::newRow("blue dies") << Trouble::KillBlue;
    QTest::newRow("green dies") << Trouble::KillGreen;
    QTest::newRow("green is sick") << Trouble::SickGreen;
    QTest::newRow("green flaps") << Trouble::FlapGreen;
    QTest::newRow("green is late") << Trouble::LateGreen;
    QTest::newRow("a session stays") << Trouble::Linger;
    QTest::newRow("a request is long") << Trouble::LongRequest;
}

void ExplorationTest::nodes()
{
    QFETCH(const Trouble, trouble);
    everyCall(Setting::Swap, {trouble});
    QCOMPARE(m_broken, 0);
    QVERIFY(m_runs > 60);
}

void ExplorationTest::otherSettings_data()
{
    QTest::addColumn<Setting>("setting");
    QTest::newRow("one node of three") << Setting::Rebirth;
    QTest::newRow("a group of one") << Setting::Alone;
    QTest::newRow("the image it has") << Setting::Same;
}

void ExplorationTest::otherSettings()
{
    QFETCH(const Setting, setting);
    everyCall(setting, {Trouble::Lost, Trouble::Cancel, Trouble::DieAfter, Trouble::Restart});
    QCOMPARE(m_broken, 0);
    QVERIFY(m_runs > 160);
}

void ExplorationTest::pairsOfSteps()
{
    const QList<Trouble> first{Trouble::Lost, Trouble::Slow, Trouble::Reload, Trouble::EditForeign, Trouble::RollBack};
    const QList<Trouble> second{Trouble::Fail, Trouble::DieAfter, Trouble::Restart, Trouble::Cancel};
    for (qsizetype a = 0; a < m_swap.steps.size(); ++a) {
        for (qsizetype b = a; b < m_swap.steps.size(); ++b) {
            for (const Trouble one : first) {
                for (const Trouble other : second)
                    go(deploying(Setting::Swap, {{one, m_swap.steps.at(a).first}, {other, m_swap.steps.at(b).last}}));
            }
        }
    }
    QCOMPARE(m_broken, 0);
    QVERIFY(m_runs > 600);
}

void ExplorationTest::pairsOfCalls()
{
    const int seed = qEnvironmentVariableIntValue("SNOWMELT_EXPLORE_SEED");
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("SNOWMELT_EXPLORE_PAIRS", &given);
    const int pairs = given ? asked : 400;
    qInfo("seed %d", seed);
    QRandomGenerator random(static_cast<quint32>(seed));
    const QList<Trouble> troubles = quick + QList<Trouble>{Trouble::Reload, Trouble::Restart, Trouble::EditForeign,
                                                           Trouble::EditDisable, Trouble::SickGreen};
    const auto any = [&] { return troubles.at(random.bounded(int(troubles.size()))); };
    for (int pair = 0; pair < pairs && !enough(); ++pair) {
        const int one = random.bounded(1, m_swap.calls);
        const int other = random.bounded(one + 1, m_swap.calls + 20);
        const Trouble first = any();
        const Trouble second = any();
        go(deploying(Setting::Swap, {{first, one}, {second, other}}));
    }
    QCOMPARE(m_broken, 0);
    QCOMPARE(m_runs, pairs);
}

QTEST_GUILESS_MAIN(ExplorationTest)
#include "tst_exploration.moc"
