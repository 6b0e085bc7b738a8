// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/run_cli.h"
#include "models/domain/intent.h"
#include "models/ports/operations.h"
#include "tests/cli/cli_samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace snowmelt {

/// Verbs that act look first: at the plan, at what is open, at what is left over, at the history.
inline bool isLooking(const Intent& intent)
{
    if (const auto* resume = std::get_if<ResumeIntent>(&intent))
        return !resume->way;
    if (const auto* orphans = std::get_if<OrphansIntent>(&intent))
        return orphans->remove.isEmpty();
    return std::holds_alternative<PlanIntent>(intent) || std::holds_alternative<HistoryIntent>(intent);
}

/// The port with a script behind it: start() tells its events. With `waitsForCancel` the last one, Finished, is held
/// back until somebody cancels.
class ScriptedOperations : public Operations
{
public:
    struct Log
    {
        QList<Request> requests;
        QList<AccessAnswer> answers;
        int cancels = 0;
    };
    struct Script
    {
        QList<EventBody> bodies;
        bool waitsForCancel = false;
    };
    using ScriptOf = std::function<Script(const Intent&)>;
    ScriptedOperations(ScriptOf scriptOf, Log& log) : m_scriptOf(std::move(scriptOf)), m_log(log) {}

    OperationId start(const Request& request) override
    {
        m_log.requests.append(request);
        m_script = m_scriptOf(request.intent);
        tell(Started{verbOf(request.intent), request.blueprint.name, subjectOf(request.intent)});
        // An event of another operation, as a window's would be: not this verb's business.
        Q_EMIT event(Event{QStringLiteral("another"), {}, Finished{OutcomeKind::Refused, Safety::Uncertain, {}, 0}});
        for (const EventBody& body : m_script.bodies) {
            if (!m_script.waitsForCancel || !std::holds_alternative<Finished>(body))
                tell(body);
        }
        if (m_script.waitsForCancel)
            raise(SIGINT);
        return m_id;
    }
    void cancel(const OperationId& id) override
    {
        m_log.cancels += id == m_id ? 1 : 0;
        tell(m_script.bodies.last());
    }
    void answer(const OperationId&, const AccessAnswer& answer) override { m_log.answers.append(answer); }

private:
    void tell(const EventBody& body) { Q_EMIT event(Event{m_id, QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC), body}); }

    const OperationId m_id = QStringLiteral("op-1");
    ScriptOf m_scriptOf;
    Script m_script;
    Log& m_log;
};

/// Calls the command line the way a person does and keeps what came out.
struct CliFixture
{
    QList<EventBody> script{Finished{}};    ///< of the act, and of readings
    std::optional<QList<EventBody>> looked; ///< of the looking before an act; unset: a plan, or `script`
    bool waitsForCancel = false;            ///< the act
    bool lookingWaitsForCancel = false;
    bool terminal = false;
    bool colour = false;
    std::optional<QString> answer;

    QString out;
    QString err;
    int status = -1;
    ScriptedOperations::Log log;
    QTemporaryDir folder;

    QString write(const QString& name, const QByteArray& text)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test cannot write its file");
        return file.fileName();
    }
    QByteArray contentOf(const QString& name)
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray blueprintText()
    {
        return "snowmelt: 1\n"
               "name: shop\n"
               "platform: {kind: simulation}\n"
               "images:\n"
               "  base: {versions: {1: base.yaml}}\n"
               "  shop: {versions: {1.0.0: shop.yaml, 1.1.0: shop.yaml}}  # kept\n"
               "balancers:\n"
               "  edge: {driver: haproxy, image: base@1, listen: 8080, serves: [web]}\n"
               "groups:\n"
               "  web: {image: shop@1.0.0, size: 2, port: 8080}\n";
    }
    QString blueprint() { return write(QStringLiteral("shop.yaml.blueprint"), blueprintText()); }

    void run(const QStringList& arguments)
    {
        out.clear();
        err.clear();
        Console::Ends ends;
        ends.out = [this](const QByteArray& bytes) { out += QString::fromUtf8(bytes); };
        ends.err = [this](const QByteArray& bytes) { err += QString::fromUtf8(bytes); };
        ends.readLine = [this] { return answer; };
        ends.outIsTerminal = ends.errIsTerminal = ends.inIsTerminal = terminal;
        ends.colour = colour;
        Console console(ends);
        const MakeOperations make = [this] {
            return std::make_unique<ScriptedOperations>([this](const Intent& intent) { return scriptOf(intent); }, log);
        };
        status = runCli(arguments, console, make);
    }
    ScriptedOperations::Script scriptOf(const Intent& intent) const
    {
        if (!isLooking(intent))
            return {script, waitsForCancel};
        const bool isPlan = std::holds_alternative<PlanIntent>(intent);
        return {looked.value_or(isPlan ? sample::planned(sample::swapPlan()) : script), lookingWaitsForCancel};
    }
    /// Of the last request, when it is such a one.
    template <typename T>
    const T* intent() const
    {
        return log.requests.isEmpty() ? nullptr : std::get_if<T>(&log.requests.last().intent);
    }
    /// Everything on stdout is JSON, one document a line.
    bool isJsonLines() const
    {
        for (const QString& line : out.split(u'\n', Qt::SkipEmptyParts)) {
            if (sample::document(line).isEmpty())
                return false;
        }
        return true;
    }
};

} // namespace snowmelt
