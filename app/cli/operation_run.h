// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/act_printer.h"
#include "app/cli/verb.h"
#include "models/domain/intent.h"

namespace snowmelt {

/// Runs one operation to its end in an event loop of its own and hands each event to `sink`. SIGINT and SIGTERM ask it
/// to cancel; it always runs on until its clean-up is done.
Finished runOperation(const Call& call, const Request& request, const std::function<void(const Event&)>& sink);

/// A reading verb: the events are collected, and nothing is printed but what a person should know besides.
struct Reading
{
    QList<Event> events;
    Finished finished;

    /// The last body of this kind, if there was one.
    template <typename Body>
    std::optional<Body> last() const
    {
        std::optional<Body> found;
        for (const Event& event : events) {
            if (const auto* body = std::get_if<Body>(&event.body))
                found = *body;
        }
        return found;
    }
    template <typename Body>
    QList<Body> all() const
    {
        QList<Body> found;
        for (const Event& event : events) {
            if (const auto* body = std::get_if<Body>(&event.body))
                found.append(*body);
        }
        return found;
    }
};
Reading read(const Call& call, const Intent& intent);

/// An acting verb: events are printed as they come, as JSON lines or as prose, and the end is said. Returns the end.
/// What the person was shown before the question is not said again.
Finished act(const Call& call, const Intent& intent, const Shown& shown = {});

/// An act that the looking before it forbids, or that this looking came to no end: nothing was touched. Says so, with
/// --json as the events of the looking with this end. Returns the exit status.
int stopped(const Call& call, const Reading& looked, const std::optional<Error>& reason);

} // namespace snowmelt
