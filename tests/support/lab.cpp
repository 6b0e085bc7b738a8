// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab.h"

#include "models/domain/blueprint/parse_blueprint.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTimer>

namespace snowmelt::test {

QString Run::ending() const
{
    if (!finished)
        return QStringLiteral("never ended");
    QString text = outcomeName(finished->outcome);
    if (finished->error)
        text += u' ' + codeName(finished->error->code) + u' ' + finished->error->args.join(u'|') + u' ' +
                finished->error->detail;
    return text.trimmed();
}

QString Run::steps() const
{
    QStringList lines;
    for (const Event& event : events) {
        if (const auto* begun = std::get_if<StepBegun>(&event.body))
            lines += QStringLiteral("begun %1").arg(static_cast<int>(begun->kind));
        else if (const auto* failed = std::get_if<StepFailed>(&event.body))
            lines += QStringLiteral("failed %1 %2 %3 %4")
                         .arg(static_cast<int>(failed->kind))
                         .arg(codeName(failed->error.code), failed->error.args.join(u'|'), failed->error.detail);
        else if (const auto* back = std::get_if<RollingBack>(&event.body))
            lines += QStringLiteral("rolling back from %1: %2").arg(back->from).arg(back->reason);
    }
    return lines.join(u'\n');
}

Lab::Lab(Operations* operations, const QString& blueprint) : m_operations(operations)
{
    QFile file(blueprint);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(blueprint));
    const auto parsed = parseBlueprint(file.readAll(), QFileInfo(blueprint).canonicalFilePath());
    if (!parsed.ok())
        qFatal("%s has problems", qPrintable(blueprint));
    m_blueprint = parsed.value;
    connect(operations, &Operations::event, this, [this](const Event& event) {
        Run& run = m_runs[event.operation];
        run.events.append(event);
        if (const auto* finished = std::get_if<Finished>(&event.body))
            run.finished = *finished;
    });
}

OperationId Lab::start(const Intent& intent, const QString& takeOver)
{
    const OperationId id = m_operations->start({m_blueprint, intent, takeOver});
    m_runs[id];
    return id;
}

QStringList Lab::warningsOf(const PlanIntent& intent)
{
    QStringList codes;
    for (const PlanMade& made : end(start(intent, {})).all<PlanMade>()) {
        for (const PlanCheck& check : made.plan.checks) {
            if (check.verdict == Verdict::Warn)
                codes.append(check.code);
        }
    }
    return codes;
}

OperationId Lab::begin(const Intent& intent, const QString& takeOver)
{
    Intent accepting = intent;
    if (auto* swap = std::get_if<SwapIntent>(&accepting); swap && swap->options.accepted.isEmpty())
        swap->options.accepted = warningsOf({swap->group, swap->to, swap->bakeSeconds, swap->options, {}});
    if (auto* rebirth = std::get_if<RebirthIntent>(&accepting); rebirth && rebirth->options.accepted.isEmpty())
        rebirth->options.accepted = warningsOf({{}, {}, 0, rebirth->options, rebirth->node, rebirth->round});
    return start(accepting, takeOver);
}

Run Lab::end(const OperationId& id, std::chrono::seconds limit)
{
    if (!until([&] { return m_runs[id].finished.has_value(); }, limit)) {
        m_operations->cancel(id);
        until([&] { return m_runs[id].finished.has_value(); }, std::chrono::seconds(60));
        m_runs[id].finished.reset();
    }
    return m_runs[id];
}

bool Lab::waitFor(const OperationId& id, const std::function<bool(const Event&)>& wanted, std::chrono::seconds limit)
{
    qsizetype seen = 0;
    bool found = false;
    until(
        [&] {
            const Run& run = m_runs[id];
            while (!found && seen < run.events.size())
                found = wanted(run.events.at(seen++));
            return found || run.finished.has_value();
        },
        limit);
    return found;
}

FleetState Lab::look()
{
    const auto seen = run(StatusIntent{}).all<FleetObserved>();
    return seen.isEmpty() ? FleetState{} : seen.last().fleet;
}

bool Lab::until(const std::function<bool()>& condition, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    QTimer tick; // wakes the loop so that conditions outside of Qt are seen too
    tick.start(20);
    while (!condition() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    return condition();
}

void forgetImage(const ImageRef& ref)
{
    QFile file(labHome() + QStringLiteral("/images/index.json"));
    if (!file.open(QIODevice::ReadOnly))
        return; // nothing was built yet
    QJsonObject index = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    QJsonArray kept;
    const QJsonArray manifests = index.value(QStringLiteral("manifests")).toArray();
    for (const QJsonValue& manifest : manifests) {
        const QJsonValue name = manifest.toObject()
                                    .value(QStringLiteral("annotations"))
                                    .toObject()
                                    .value(QStringLiteral("org.opencontainers.image.ref.name"));
        if (name.toString() != ref.text())
            kept.append(manifest);
    }
    index.insert(QStringLiteral("manifests"), kept);
    index.remove(QStringLiteral("annotations")); // the sum of what it listed before
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(QJsonDocument(index).toJson());
}

QString labHome()
{
    const QString given = qEnvironmentVariable("SNOWMELT_TEST_HOME");
    return given.isEmpty() ? QStringLiteral(SNOWMELT_BINARY_DIR "/lab-home/snowmelt") : given;
}

QString shopBlueprint()
{
    return QStringLiteral(SNOWMELT_SOURCE_DIR "/resources/blueprints/shop/shop.yaml");
}

ShellAnswer onNode(const QString& fleet, const NodeState& node, const QByteArray& script)
{
    const QString key = labHome() + QStringLiteral("/fleets/") + fleet + QStringLiteral("/id_ed25519");
    QProcess ssh;
    ssh.start(QStringLiteral("ssh"),
              {QStringLiteral("-i"), key, QStringLiteral("-p"), QString::number(node.ssh.port), QStringLiteral("-F"),
               QStringLiteral("/dev/null"), QStringLiteral("-o"), QStringLiteral("BatchMode=yes"), QStringLiteral("-o"),
               QStringLiteral("StrictHostKeyChecking=no"), QStringLiteral("-o"),
               QStringLiteral("UserKnownHostsFile=/dev/null"), QStringLiteral("-o"), QStringLiteral("LogLevel=ERROR"),
               QStringLiteral("root@") + node.ssh.host, QStringLiteral("sh -s")});
    ssh.write(script);
    ssh.closeWriteChannel();
    ssh.waitForFinished(180'000);
    return {ssh.exitStatus() == QProcess::NormalExit ? ssh.exitCode() : -1, ssh.readAllStandardOutput(),
            ssh.readAllStandardError()};
}

} // namespace snowmelt::test
