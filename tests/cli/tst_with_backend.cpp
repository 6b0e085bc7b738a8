// SPDX-License-Identifier: GPL-3.0-or-later
// The command line and the real backend, on the simulation platform: what a person types, from an empty fleet to a
// report. A second terminal is a process of its own: this program, which then is the command line.
#include "app/cli/cli.h"
#include "app/cli/run_cli.h"
#include "backend/services/backend_operations.h"
#include "models/wording/wording.h"
#include "tests/cli/cli_samples.h"
#include "tests/support/lab.h"

#include <QProcess>

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::sample;
using snowmelt::test::Lab;

namespace {

/// Each call of the program makes its own operations; the simulated world lives in the one behind them all.
class SharedOperations : public Operations
{
public:
    explicit SharedOperations(Operations& shared) : m_shared(shared)
    {
        connect(&m_shared, &Operations::event, this, &Operations::event);
    }
    OperationId start(const Request& request) override { return m_shared.start(request); }
    void cancel(const OperationId& id) override { m_shared.cancel(id); }
    void answer(const OperationId& id, const AccessAnswer& answer) override { m_shared.answer(id, answer); }

private:
    Operations& m_shared;
};

const QString asCommandLine = u"--as-command-line"_qs;
constexpr int longBake = 600;

QString simulatedShop()
{
    return QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/simulated/simulated.yaml");
}

bool isBaking(const Event& event)
{
    const auto* progress = std::get_if<Progress>(&event.body);
    return progress && progress->phase == Phase::Baking;
}

bool isPaused(const Event& event)
{
    return std::holds_alternative<Paused>(event.body);
}

const QRegularExpression lastStepDone(u"✓ \\[([0-9]+)/\\1\\] "_qs);

} // namespace

class TestWithBackend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_operations = std::make_unique<BackendOperations>(m_home->path());
        run({u"up"_qs});
        QVERIFY2(m_status == 0, qPrintable(m_out + m_err));
    }
    void cleanup()
    {
        run({u"down"_qs, u"--volumes"_qs, u"--yes"_qs}); // address blocks are of the host: none may stay behind
        m_operations.reset();
    }
    void aSwapFromPlanToReport();
    void aWarningThatIsNotNamedTouchesNothing();
    void rebirthAndWhatIsLeft();
    void nothingRunsToBeTold();
    void anotherTerminalControlsWhatRuns();
    void moreTimeToDrainIsGivenFromAnotherTerminal();
    void whatWasAbortedIsTakenUpAgain_data();
    void whatWasAbortedIsTakenUpAgain();
    void whatIsLeftOverIsListedAndRemoved();

private:
    /// In a process of its own, while this one's deployment goes on.
    void elsewhere(const QStringList& words)
    {
        QProcess terminal;
        terminal.start(QCoreApplication::applicationFilePath(),
                       QStringList{asCommandLine, m_home->path()} + words + QStringList{simulatedShop()});
        const bool ended = Lab::until([&] { return terminal.state() == QProcess::NotRunning; }, longWait);
        m_status = ended && terminal.exitStatus() == QProcess::NormalExit ? terminal.exitCode() : -1;
        m_out = QString::fromUtf8(terminal.readAllStandardOutput());
        m_err = QString::fromUtf8(terminal.readAllStandardError());
    }
    /// A swap of web that watches green for a long time.
    OperationId beginSwap(Lab& lab, const std::function<bool(const Event&)>& until)
    {
        const OperationId swap = lab.begin(SwapIntent{u"web"_qs, {u"shop"_qs, u"1.1.0"_qs}, longBake});
        return lab.waitFor(swap, until) ? swap : OperationId();
    }
    void abortASwap()
    {
        Lab lab(m_operations.get(), simulatedShop());
        const OperationId swap = beginSwap(lab, isBaking);
        QVERIFY(!swap.isEmpty());
        elsewhere({u"abort"_qs, u"web"_qs});
        QVERIFY2(m_status == 0, qPrintable(all()));
        QCOMPARE(lab.end(swap).finished->safety, Safety::GreenServes);
    }
    static constexpr std::chrono::seconds longWait{60};

    void run(const QStringList& words)
    {
        m_out.clear();
        m_err.clear();
        Console::Ends ends;
        ends.out = [this](const QByteArray& bytes) { m_out += QString::fromUtf8(bytes); };
        ends.err = [this](const QByteArray& bytes) { m_err += QString::fromUtf8(bytes); };
        ends.readLine = [] { return std::optional<QString>(); };
        Console console(ends);
        const MakeOperations make = [this] { return std::make_unique<SharedOperations>(*m_operations); };
        m_status = runCli(words + QStringList{simulatedShop()}, console, make);
    }
    QString all() const { return m_out + m_err; }
    /// The beginning of the newest operation's id, as `history` shows it.
    QString newestId()
    {
        run({u"history"_qs});
        return m_out.section(u'\n', 1, 1).section(u' ', 0, 0);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<BackendOperations> m_operations;
    QString m_out;
    QString m_err;
    int m_status = -1;
};

void TestWithBackend::aSwapFromPlanToReport()
{
    run({u"swap"_qs, u"web"_qs, u"--to=shop@1.1.0"_qs, u"--drain=30s"_qs, u"--max-failed=5"_qs, u"--yes"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    QVERIFY2(m_out.contains(u"Accepted: "_qs), qPrintable(m_out));
    QCOMPARE(m_out.count(sentence(PlanCheck{u"driftUnknown"_qs, Verdict::Warn, {}})), 1);
    QVERIFY2(m_out.contains(lastStepDone), qPrintable(m_out));

    const QString id = newestId();
    run({u"history"_qs, u"--events"_qs, id});
    QVERIFY2(m_status == 0 && m_out.contains(lastStepDone) && m_out.contains(u"Accepted: "_qs), qPrintable(all()));
    run({u"history"_qs, u"--events"_qs, id, u"--json"_qs});
    for (const QString& line : m_out.split(u'\n', Qt::SkipEmptyParts))
        QVERIFY(document(line).value(u"operation"_qs).toString().startsWith(id));

    run({u"report"_qs, u"--of"_qs, id, u"--json"_qs});
    QCOMPARE(m_status, 0);
    const QJsonObject report = document(m_out).value(u"report"_qs).toObject();
    QVERIFY(report.value(u"operation"_qs).toString().startsWith(id));
    QCOMPARE(report.value(u"outcome"_qs).toString(), u"done"_qs);
    QVERIFY(report.value(u"accepted"_qs).toArray().contains(u"driftUnknown"_qs));
    const QJsonObject plan = report.value(u"plan"_qs).toObject();
    QCOMPARE(plan.value(u"drainSeconds"_qs).toInt(), 30);
    QCOMPARE(plan.value(u"gates"_qs).toObject().value(u"failedPercent"_qs).toDouble(), 5.0);
    run({u"report"_qs});
    QVERIFY2(m_status == 0 && m_out.startsWith(u"Swap web to shop 1.1.0\n"_qs), qPrintable(all()));
}

void TestWithBackend::aWarningThatIsNotNamedTouchesNothing()
{
    run({u"swap"_qs, u"web"_qs, u"--to=shop@1.1.0"_qs, u"--accept=nothing"_qs, u"--yes"_qs});
    QCOMPARE(m_status, 1);
    QVERIFY2(m_err.contains(u"driftUnknown"_qs) && m_err.contains(u"Nothing was touched."_qs), qPrintable(m_err));
    run({u"status"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
}

void TestWithBackend::rebirthAndWhatIsLeft()
{
    run({u"rebirth"_qs, u"web-1"_qs, u"--yes"_qs, u"--json"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    QCOMPARE(document(m_out.section(u'\n', 0, 0)).value(u"verb"_qs).toString(), u"rebirth"_qs);
    run({u"resume"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    run({u"orphans"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
}

void TestWithBackend::nothingRunsToBeTold()
{
    for (const QStringList& words : {QStringList{u"pause"_qs}, QStringList{u"continue"_qs}, QStringList{u"abort"_qs},
                                     QStringList{u"extend-drain"_qs, u"--by=5m"_qs}}) {
        run(words + QStringList{u"web"_qs});
        QVERIFY2(m_status == 1, qPrintable(words.first() + u": " + all()));
        QVERIFY2(m_err.startsWith(u"snowmelt: "_qs), qPrintable(m_err));
    }
}

/// Each is obeyed or refused with the reason, and what it did is seen in the deployment.
void TestWithBackend::anotherTerminalControlsWhatRuns()
{
    Lab lab(m_operations.get(), simulatedShop());
    const OperationId swap = beginSwap(lab, isBaking);
    QVERIFY(!swap.isEmpty());
    const auto refusedAs = [this](const QString& reason, Command command) {
        const Error error{ErrorCode::NotNow, {verbOf(command), u"web"_qs, reason}, {}};
        const Sentence said = sentence(error);
        return m_status == 1 && m_err.contains(said.what) && m_err.contains(said.next);
    };
    elsewhere({u"continue"_qs, u"web"_qs});
    QVERIFY2(refusedAs(u"notPaused"_qs, Command::Continue), qPrintable(all()));
    elsewhere({u"extend-drain"_qs, u"--by=5m"_qs, u"web"_qs});
    QVERIFY2(refusedAs(u"drained"_qs, Command::ExtendDrain), qPrintable(all()));
    elsewhere({u"pause"_qs, u"web"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    QVERIFY(lab.waitFor(swap, isPaused));
    elsewhere({u"pause"_qs, u"web"_qs});
    QVERIFY2(refusedAs(u"paused"_qs, Command::Pause), qPrintable(all()));
    elsewhere({u"continue"_qs, u"web"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    QVERIFY(lab.waitFor(swap, [](const Event& event) { return std::holds_alternative<Continued>(event.body); }));
    elsewhere({u"rollback"_qs, u"web"_qs});
    QVERIFY2(m_status != 0 && !lab.soFar(swap).finished, qPrintable(all())); // nobody is there to say yes
    elsewhere({u"rollback"_qs, u"--yes"_qs, u"web"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    QCOMPARE(lab.end(swap).finished->safety, Safety::BlueServes);
    QCOMPARE(lab.soFar(swap).all<Controlled>().size(), 6);
    run({u"status"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
}

/// It stands still before it drains, so there is all the time to say so.
void TestWithBackend::moreTimeToDrainIsGivenFromAnotherTerminal()
{
    Lab lab(m_operations.get(), simulatedShop());
    const OperationId swap =
        beginSwap(lab, [](const Event& event) { return std::holds_alternative<StepBegun>(event.body); });
    QVERIFY(!swap.isEmpty());
    QCOMPARE(lab.run(ControlIntent{u"web"_qs, Command::Pause}).ending(), u"done"_qs);
    QVERIFY(lab.waitFor(swap, isPaused));
    elsewhere({u"extend-drain"_qs, u"--by=5m"_qs, u"web"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    const Controlled told = lab.soFar(swap).all<Controlled>().last();
    QCOMPARE(told.command, Command::ExtendDrain);
    QCOMPARE(told.seconds, 300);
    QVERIFY(!told.refused);
    elsewhere({u"continue"_qs, u"web"_qs});
    QVERIFY2(m_status == 0 && lab.waitFor(swap, isBaking), qPrintable(all()));
    elsewhere({u"rollback"_qs, u"--yes"_qs, u"web"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    QCOMPARE(lab.end(swap).finished->safety, Safety::BlueServes);
}

void TestWithBackend::whatWasAbortedIsTakenUpAgain_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("served");
    QTest::newRow("roll back") << u"--roll-back"_qs << u"shop@1.0.0"_qs;
    QTest::newRow("adopt") << u"--adopt"_qs << u"shop@1.1.0"_qs;
}

void TestWithBackend::whatWasAbortedIsTakenUpAgain()
{
    QFETCH(const QString, way);
    QFETCH(const QString, served);
    abortASwap();
    run({u"resume"_qs});
    QVERIFY2(m_status == 2, qPrintable(all()));
    run({u"resume"_qs, u"--json"_qs});
    const QJsonObject open = document(m_out).value(u"open"_qs).toArray().first().toObject();
    QCOMPARE(open.value(u"serving"_qs).toString(), u"green"_qs);
    QCOMPARE(open.value(u"ways"_qs).toArray().size(), 3);
    run({u"swap"_qs, u"web"_qs, u"--to=shop@1.1.0"_qs, u"--yes"_qs});
    QVERIFY2(m_status == 1 && m_err.contains(u"resume"_qs), qPrintable(all()));
    run({u"orphans"_qs});
    QVERIFY2(m_status == 0, qPrintable(all())); // an open deployment refers to them
    run({u"resume"_qs, way});
    QVERIFY2(m_status != 0, qPrintable(all())); // nobody is there to say yes
    run({u"resume"_qs, way, u"--yes"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    run({u"resume"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    Lab lab(m_operations.get(), simulatedShop());
    for (const NodeState& node : lab.look().findGroup(u"web"_qs)->nodes)
        QCOMPARE(node.share > 0, node.image.text() == served);
}

void TestWithBackend::whatIsLeftOverIsListedAndRemoved()
{
    abortASwap();
    run({u"resume"_qs, u"--adopt"_qs, u"--yes"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    run({u"orphans"_qs});
    QVERIFY2(m_status == 2 && m_out.contains(u"web-1"_qs) && !m_out.contains(u"web-4"_qs), qPrintable(all()));
    run({u"orphans"_qs, u"--json"_qs});
    const QJsonArray orphans = document(m_out).value(u"orphans"_qs).toArray();
    QCOMPARE(orphans.size(), 3);
    QCOMPARE(orphans.first()[u"kind"].toString(), u"node"_qs);
    QCOMPARE(orphans.first()[u"reason"].toString(), u"noTraffic"_qs);
    run({u"orphans"_qs, u"--remove=web-1,web-4"_qs, u"--yes"_qs}); // web-4 serves: not even web-1 goes
    QVERIFY2(m_status == 1 && m_err.contains(u"web-4"_qs), qPrintable(all()));
    run({u"orphans"_qs, u"--json"_qs});
    QCOMPARE(document(m_out).value(u"orphans"_qs).toArray().size(), 3);
    run({u"orphans"_qs, u"--remove=web-1"_qs, u"--yes"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    run({u"orphans"_qs, u"--remove-all"_qs, u"--yes"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    run({u"orphans"_qs});
    QVERIFY2(m_status == 0, qPrintable(all()));
    run({u"status"_qs});
    QVERIFY2(m_out.contains(u"web-4"_qs) && !m_out.contains(u"web-1"_qs), qPrintable(all()));
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.value(0) == asCommandLine) {
        installTranslator(QLocale(QLocale::English));
        const QString home = words.value(1);
        return runCommandLine(words.mid(2), [home] { return std::make_unique<BackendOperations>(home); });
    }
    TestWithBackend test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_with_backend.moc"
