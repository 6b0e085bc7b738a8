// SPDX-License-Identifier: GPL-3.0-or-later
// The command line and the real backend, on the simulation platform: what a person types, from an empty fleet to a
// report.
#include "app/cli/run_cli.h"
#include "backend/services/backend_operations.h"
#include "models/wording/wording.h"
#include "tests/cli/cli_samples.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::sample;

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

private:
    Operations& m_shared;
};

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

private:
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
        const QString blueprint =
            QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/simulated/simulated.yaml");
        m_status = runCli(words + QStringList{blueprint}, console, make);
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

QTEST_GUILESS_MAIN(TestWithBackend)
#include "tst_with_backend.moc"
