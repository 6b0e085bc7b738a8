// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/deploy_run.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

const QString blue = QStringLiteral("web-1 web-2 web-3");
const QString green = QStringLiteral("web-4 web-5 web-6");
const QString lostLine = QStringLiteral("end failed uncertain leaseLost");
constexpr qint64 atOnce = 1'000; ///< milliseconds; every limit of these runs is longer
constexpr DeployTiming::ms birthLimit{1'500};

const Error& loss()
{
    static const Error error{
        ErrorCode::LeaseLost, {QStringLiteral("shop"), QStringLiteral("jun@desk"), QStringLiteral("why")}, {}};
    return error;
}

/// A deployment, and how it is made to take a certain way.
struct Course
{
    const char* name;
    std::function<void(DeployRun&)> prepare;
    int serving = 3; ///< at least, by the course itself
};

const QList<Course>& courses()
{
    static const QList<Course> all{
        {"forward", [](DeployRun&) {}},
        {"asked back from the bake", [](DeployRun& run) { run.on(u"begun bake"_qs, [&run] { run.rollBack(); }); }},
        {"asked back from its birth",
         [](DeployRun& run) { run.on(u"done createNodes"_qs, [&run] { run.rollBack(); }); }},
        {"failed after the switch",
         [](DeployRun& run) {
             run.plan.bakeSeconds = 10'000; // it is over once the failure is noticed, however busy the machine is
             run.on(u"begun bake"_qs, [&run] { run.fleet.platform.world().setUnhealthy(u"web-5"_qs); });
         },
         2},
        {"cancelled in the switch", [](DeployRun& run) { run.on(u"begun moveTraffic"_qs, [&run] { run.cancel(); }); }},
    };
    return all;
}

void courseRows()
{
    QTest::addColumn<int>("course");
    for (int i = 0; i < courses().size(); ++i)
        QTest::newRow(courses().at(i).name) << i;
}

qsizetype callsOf(const Course& course)
{
    DeployRun run(1);
    course.prepare(run);
    run.run();
    return run.fleet.platform.callLog().size();
}

QStringList callsSince(const DeployRun& run, qsizetype from)
{
    return run.fleet.platform.callLog().mid(from);
}

/// Loses the lease in the middle of the n-th call that gets through to the world, and counts those that do afterwards.
/// One that is made but cut before it is on its way is none: nothing of it leaves this machine.
class LossAtCall
{
public:
    LossAtCall(DeployRun& run, int n) : m_run(run), m_before(run.fleet.platform.callLog().size())
    {
        SimulatedFault each;
        each.nth = 0;
        each.kind = SimulatedFault::Kind::Happening;
        each.happening = [this, n] {
            if (++m_through != n)
                return;
            m_begun = m_run.fleet.platform.callLog().size() - m_before;
            m_run.control->lose(loss());
        };
        run.fleet.platform.addFault(each);
    }
    bool happened() const { return m_begun > 0; }
    /// Nothing got through that was not on its way by then.
    bool nothingFollowed() const { return m_through <= m_begun; }

private:
    DeployRun& m_run;
    qsizetype m_before;
    qsizetype m_through = 0;
    qsizetype m_begun = 0;
};

/// Whoever holds the lease now brings it to an end, whatever stood there.
void compareFollowed(DeployRun& run, const QString& where, int serving = 3)
{
    run.startAgain();
    const DeployEnd end = run.finish();
    const QByteArray told = QStringList{where, run.text(), run.serving(), run.nodes()}.join(u'\n').toUtf8();
    const bool isBlue = run.serving() == blue && run.nodes() == blue;
    const bool isGreen = run.serving() == green && run.nodes() == green;
    QVERIFY2(isBlue || isGreen, told.constData());
    QVERIFY2(end.safety != Safety::Uncertain, told.constData());
    QVERIFY2(run.leastServing >= serving, told.constData());
    QVERIFY2(run.configDisagreements().isEmpty(), told.constData());
    QCOMPARE(run.failedRequests(), 0);
}

} // namespace

/// The lease is lost at every call of a deployment: forward, past the point of no return, and on each way back.
class DeployLostTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noCallAfterIt_data() { courseRows(); }
    void noCallAfterIt();
    void aCallThatHangsIsCut_data() { courseRows(); }
    void aCallThatHangsIsCut();
    void whatIsAskedAgainIsNotAskedAnyMore_data() { courseRows(); }
    void whatIsAskedAgainIsNotAskedAnyMore();
    void aBirthAtHandIsNotUndone();
    void waitsEndAtOnce_data();
    void waitsEndAtOnce();
    void whatIsToldAfterwardsIsRefused();
    void lostBeforeItBegan();
    void aResumedOneStopsAsWell_data();
    void aResumedOneStopsAsWell();
};

void DeployLostTest::noCallAfterIt()
{
    QFETCH(int, course);
    const Course& way = courses().at(course);
    const qsizetype calls = callsOf(way);
    QVERIFY(calls > 40);
    int lost = 0;
    for (int n = 1; n <= calls; ++n) {
        DeployRun run(1);
        way.prepare(run);
        const LossAtCall lossAt(run, n);
        const DeployEnd end = run.run();
        if (!lossAt.happened())
            continue; // a faster run than the one that was counted
        const QString where = u"%1, call %2\n"_qs.arg(QLatin1String(way.name)).arg(n) + run.text();
        QVERIFY2(lossAt.nothingFollowed(), qPrintable(where));
        if (end.outcome == OutcomeKind::Done)
            continue; // the very last call: all is done
        ++lost;
        QVERIFY2(run.log.last() == lostLine, qPrintable(where));
        QCOMPARE(end.error->args, loss().args);
        compareFollowed(run, where, way.serving);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d losses in %lld calls", lost, qint64(calls));
    QVERIFY(lost > calls / 2);
}

/// As with a pulled cable: nothing answers any more, and the limits of the calls are far away. Only births are let end,
/// for as long as a call may take.
void DeployLostTest::aCallThatHangsIsCut()
{
    QFETCH(int, course);
    const Course& way = courses().at(course);
    const qsizetype calls = callsOf(way);
    qint64 slowest = 0;
    for (int n = 1; n <= calls; n += 2) {
        DeployRun run(1);
        way.prepare(run);
        run.timing.callLimit = birthLimit;
        SimulatedFault silence;
        silence.nth = n;
        silence.onwards = true;
        silence.kind = SimulatedFault::Kind::Hang;
        run.fleet.platform.addFault(silence);
        QElapsedTimer since;
        QTimer::singleShot(200, &run.fleet.platform, [&] {
            since.start();
            run.control->lose(loss());
        });
        const DeployEnd end = run.run();
        if (end.outcome == OutcomeKind::Done || !since.isValid())
            continue; // only a probe hung, or nothing that mattered was left
        const QString where = QString::number(n) + u'\n' + run.text();
        QVERIFY2(run.log.last() == lostLine, qPrintable(where));
        const bool isBirth = !callsSince(run, n - 1).filter(u"create "_qs).isEmpty();
        QVERIFY2(isBirth || since.elapsed() < atOnce, qPrintable(where));
        QVERIFY2(since.elapsed() < birthLimit.count() + atOnce, qPrintable(where));
        slowest = std::max(slowest, isBirth ? 0 : since.elapsed());
    }
    qInfo("the slowest stopped after %lld ms", slowest);
}

/// Every call fails as a lost network makes it fail, and the engine would ask for a long time yet.
void DeployLostTest::whatIsAskedAgainIsNotAskedAnyMore()
{
    QFETCH(int, course);
    const Course& way = courses().at(course);
    const qsizetype calls = callsOf(way);
    for (int n = 2; n <= calls; n += 3) {
        DeployRun run(1);
        way.prepare(run);
        run.timing.patience = DeployTiming::ms(60'000);
        SimulatedFault away;
        away.nth = n;
        away.onwards = true;
        run.fleet.platform.addFault(away);
        QElapsedTimer since;
        qsizetype atLoss = 0;
        QTimer::singleShot(100, &run.fleet.platform, [&] {
            atLoss = run.fleet.platform.callLog().size();
            since.start();
            run.control->lose(loss());
        });
        const DeployEnd end = run.run();
        if (end.outcome == OutcomeKind::Done || !since.isValid())
            continue; // only a probe hung, or nothing that mattered was left
        const QString where = QString::number(n) + u'\n' + run.text();
        QVERIFY2(run.log.last() == lostLine, qPrintable(where));
        QVERIFY2(since.elapsed() < atOnce, qPrintable(where));
        QCOMPARE(callsSince(run, atLoss), QStringList());
    }
}

/// A platform undoes a birth that is cut: the node would vanish under whoever goes on with it.
void DeployLostTest::aBirthAtHandIsNotUndone()
{
    DeployRun run;
    SimulatedFault slow;
    slow.call = u"create"_qs;
    slow.subject = u"web-5"_qs;
    slow.kind = SimulatedFault::Kind::Happening;
    slow.happening = [&run] { run.control->lose(loss()); };
    run.fleet.platform.addFault(slow);
    run.run();
    QCOMPARE(run.log.last(), lostLine);
    QCOMPARE(run.nodes(), blue + u' ' + green);
    compareFollowed(run, {});
}

void DeployLostTest::waitsEndAtOnce_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("paused");
    for (const QString& step : {u"awaitHealthy"_qs, u"drainBlue"_qs, u"bake"_qs}) {
        QTest::newRow(qPrintable(step)) << u"begun "_qs + step << QString();
        QTest::newRow(qPrintable(step + u" paused"_qs)) << u"begun "_qs + step << u"paused at "_qs + step;
    }
    QTest::newRow("paused between") << u"begun moveTraffic"_qs << u"paused at drainBlue"_qs;
    QTest::newRow("aborting") << u"told abort"_qs << QString();
}

/// Nothing of what is waited for ever comes.
void DeployLostTest::waitsEndAtOnce()
{
    QFETCH(QString, when);
    QFETCH(QString, paused);
    DeployRun run(10'000);
    run.plan.healthSeconds = run.plan.drainSeconds = 10'000;
    QElapsedTimer since;
    const auto soon = [&] {
        QTimer::singleShot(50, &run.fleet.platform, [&] {
            since.start();
            run.control->lose(loss());
        });
    };
    if (when.endsWith(u"awaitHealthy"))
        run.on(when, [&] { run.fleet.platform.world().setUnhealthy(u"web-5"_qs); });
    if (when.endsWith(u"drainBlue"))
        run.on(u"begun moveTraffic"_qs,
               [&] { QVERIFY(run.fleet.platform.world().holdSession(run.fleet.key, u"edge"_qs, 10'000'000)); });
    if (when == u"told abort")
        run.on(u"begun bake"_qs, [&] {
            QVERIFY(!run.tellCommand(Command::Abort));
            run.control->lose(loss()); // before the engine came to it
            since.start();
        });
    else if (paused.isEmpty())
        run.on(when, soon);
    else {
        run.on(when, [&] { QVERIFY(!run.tellCommand(Command::Pause)); });
        run.on(paused, soon);
    }
    run.run();
    QCOMPARE(run.log.last(), lostLine);
    QVERIFY2(since.elapsed() < atOnce, qPrintable(QString::number(since.elapsed())));
    QVERIFY(!run.text().contains(u"\nback "_qs));
}

void DeployLostTest::whatIsToldAfterwardsIsRefused()
{
    DeployRun run(10'000);
    QList<std::optional<Error>> refused;
    run.on(u"begun bake"_qs, [&] {
        run.control->lose(loss());
        for (const Command command : {Command::RollBack, Command::Abort, Command::Pause, Command::Continue})
            refused += run.tellCommand(command);
        run.cancel(); // does not turn it round
    });
    run.run();
    QCOMPARE(refused, QList<std::optional<Error>>(4, loss()));
    QCOMPARE(run.log.last(), lostLine);
    QCOMPARE(run.serving(), green);
    QVERIFY(!run.text().contains(u"\nback "_qs));
    QCOMPARE(run.tellCommand(Command::RollBack), std::optional(loss()));
    compareFollowed(run, {});
}

void DeployLostTest::lostBeforeItBegan()
{
    DeployRun run;
    run.control->lose(loss());
    run.run();
    QCOMPARE(run.log.last(), lostLine);
    QCOMPARE(run.fleet.platform.callLog(), QStringList());
}

void DeployLostTest::aResumedOneStopsAsWell_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<Way>("way");
    for (int step = 1; step <= 4; ++step) {
        QTest::addRow("continue %d", step) << step << Way::Continue;
        QTest::addRow("roll back %d", step) << step << Way::RollBack;
    }
    QTest::newRow("adopt") << 4 << Way::Adopt;
    QTest::newRow("continue past no return") << 6 << Way::Continue;
}

void DeployLostTest::aResumedOneStopsAsWell()
{
    QFETCH(int, step);
    QFETCH(Way, way);
    int lost = 0;
    for (int n = 1; n < 40; ++n) {
        DeployRun run(1);
        run.performUntil(step);
        const LossAtCall lossAt(run, n);
        const Result<DeployEnd> end = run.resume(way);
        if (!lossAt.happened())
            break;
        QVERIFY2(lossAt.nothingFollowed(), qPrintable(run.text()));
        if (end.ok() && end->outcome == OutcomeKind::Done)
            continue;
        ++lost;
        // Lost at its first look it was not begun.
        QVERIFY2(end.cancelled() || run.log.last() == lostLine, qPrintable(run.text()));
        if (way == Way::Adopt)
            continue;
        compareFollowed(run, QString::number(n));
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d losses", lost);
    QVERIFY(lost > 3);
}

QTEST_GUILESS_MAIN(DeployLostTest)
#include "tst_deploy_lost.moc"
