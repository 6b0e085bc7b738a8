// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/operation_run.h"

#include "app/cli/cli_text.h"
#include "app/cli/questioning.h"
#include "app/cli/signal_watcher.h"
#include "app/cli/tell.h"
#include "models/domain/event_json.h"
#include "models/wording/wording.h"

#include <QEventLoop>

namespace snowmelt {

Finished runOperation(const Call& call, const Request& request, const std::function<void(const Event&)>& sink)
{
    const std::unique_ptr<Operations> operations = call.makeOperations();
    QEventLoop loop;
    Finished finished;
    OperationId id;
    Questioning questioning(call.console, sink, [&](const AccessAnswer& answer) { operations->answer(id, answer); });
    // Queued, so that events emitted within start() are seen when the id is known.
    QObject::connect(
        operations.get(), &Operations::event, &loop,
        [&](const Event& event) {
            if (event.operation != id)
                return;
            questioning.take(event);
            if (const auto* end = std::get_if<Finished>(&event.body)) {
                finished = *end;
                loop.quit();
            }
        },
        Qt::QueuedConnection);
    SignalWatcher signalWatcher([&] {
        if (!call.arguments.json())
            call.console.err(CliText::tr("Cancelling, and cleaning up before the end."));
        operations->cancel(id);
    });
    id = operations->start(request);
    loop.exec();
    return finished;
}

Reading read(const Call& call, const Intent& intent)
{
    Reading reading;
    reading.finished =
        runOperation(call, {call.blueprint, intent}, [&](const Event& event) { reading.events.append(event); });
    tellNotes(call.console, reading.all<LogLine>());
    return reading;
}

Finished act(const Call& call, const Intent& intent, const Shown& shown)
{
    const Request request{call.blueprint, intent, call.arguments.value(QStringLiteral("--take-over")).trimmed()};
    if (call.arguments.json())
        return runOperation(call, request, [&](const Event& event) { tellLine(call.console, toJson(event)); });
    ActPrinter printer(call.console, shown, call.arguments.has(QStringLiteral("--verbose")));
    const Finished finished = runOperation(call, request, [&](const Event& event) { printer.print(event); });
    tellEnd(call.console, finished, printer.plan());
    return finished;
}

int stopped(const Call& call, const Reading& looked, const std::optional<Error>& reason)
{
    Finished end = looked.finished;
    end.safety = Safety::NothingTouched;
    if (reason) {
        end.outcome = OutcomeKind::Failed;
        end.error = reason;
    }
    if (!call.arguments.json()) {
        tellFailure(call.console, end);
        return exitCode(end.outcome);
    }
    for (Event event : looked.events) {
        if (std::holds_alternative<Finished>(event.body))
            event.body = end;
        tellLine(call.console, toJson(event));
    }
    return exitCode(end.outcome);
}

} // namespace snowmelt
