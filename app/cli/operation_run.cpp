// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/operation_run.h"

#include "app/cli/act_printer.h"
#include "app/cli/cli_text.h"
#include "app/cli/signal_watcher.h"
#include "app/cli/tell.h"
#include "models/domain/event_json.h"
#include "models/wording/wording.h"

#include <QEventLoop>
#include <QJsonDocument>

namespace snowmelt {

Finished runOperation(const Call& call, const Intent& intent, const std::function<void(const Event&)>& sink)
{
    const std::unique_ptr<Operations> operations = call.makeOperations();
    QEventLoop loop;
    Finished finished;
    OperationId id;
    // Queued, so that events emitted within start() are seen when the id is known.
    QObject::connect(
        operations.get(), &Operations::event, &loop,
        [&](const Event& event) {
            if (event.operation != id)
                return;
            sink(event);
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
    id = operations->start({call.blueprint, intent});
    loop.exec();
    return finished;
}

Reading read(const Call& call, const Intent& intent)
{
    Reading reading;
    reading.finished = runOperation(call, intent, [&](const Event& event) { reading.events.append(event); });
    return reading;
}

Finished act(const Call& call, const Intent& intent)
{
    if (call.arguments.json()) {
        return runOperation(call, intent, [&](const Event& event) {
            call.console.outJson(QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact));
        });
    }
    ActPrinter printer(call.console);
    const Finished finished = runOperation(call, intent, [&](const Event& event) { printer.print(event); });
    tellEnd(call.console, finished);
    return finished;
}

} // namespace snowmelt
