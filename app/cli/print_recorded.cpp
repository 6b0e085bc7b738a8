// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_recorded.h"

#include "app/cli/cli_text.h"
#include "app/cli/event_lines.h"
#include "app/cli/tell.h"
#include "models/domain/event_json.h"

namespace snowmelt {
namespace {

/// What a later Snowmelt recorded is not kept back.
Line unreadable(const QJsonObject& json)
{
    const QString type = json.value(QStringLiteral("type")).toString();
    return {{QStringLiteral("? "), TerminalInk::Amber},
            {CliText::tr("“%1”, which this Snowmelt cannot read").arg(type), TerminalInk::Plain}};
}

Line withTime(const QDateTime& at, const Line& line)
{
    const QString clock = at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    return Line{{clock + QStringLiteral("  "), TerminalInk::Faint}} + line;
}

} // namespace

void printRecorded(const Call& call, const QList<Recorded>& recorded)
{
    EventLines lines;
    for (const Recorded& one : recorded) {
        if (call.arguments.json()) {
            tellLine(call.console, one.event);
            continue;
        }
        const Result<Event> event = eventFromJson(one.event);
        const QDateTime at =
            event.ok() ? event->at
                       : QDateTime::fromString(one.event.value(QStringLiteral("at")).toString(), Qt::ISODateWithMs);
        const Line line = event.ok() ? lines.of(event->body) : unreadable(one.event);
        if (!line.isEmpty())
            call.console.out(withTime(at, line));
    }
}

} // namespace snowmelt
